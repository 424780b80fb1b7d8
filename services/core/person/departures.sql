-- name: departures_of
-- Deaths and moves of some people, as far as the actor may know of them.
select id, person_id, dossier_id, kind, happened_on, effective_at, recorded_at, recorded_by, settled_at, handover_agreed_on,
       handover_recorded_by, sealed, version
from departure where tenant_id = current_tenant() and person_id = any(:people::uuid[]) and over_at is null
order by effective_at, id

-- name: find_departure
-- One of them.
select id, person_id, dossier_id, kind, happened_on, effective_at, recorded_at, recorded_by, settled_at, handover_agreed_on,
       handover_recorded_by, sealed, version
from departure where tenant_id = current_tenant() and id = :id and over_at is null

-- name: departures_to_settle
-- What has come to pass and is not settled yet: nobody reacted to it, or its day lay ahead.
select id, person_id, dossier_id, kind, happened_on, effective_at, recorded_at, recorded_by, settled_at, handover_agreed_on,
       handover_recorded_by, sealed, version
from departure
where tenant_id = current_tenant() and settled_at is null and over_at is null and greatest(effective_at, put_off_until) <= business_now()
order by greatest(effective_at, put_off_until)
limit 1
for update skip locked

-- name: put_off_departure
-- What could not be settled is tried again later; the walls know of it meanwhile.
update departure set failures = failures + 1, put_off_until = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id and settled_at is null

-- name: count_to_settle
-- How many the sweep would settle now.
select count(*) as due from departure
where tenant_id = current_tenant() and settled_at is null and over_at is null and greatest(effective_at, put_off_until) <= business_now()

-- name: dossier_to_record
-- The dossier of one of whom the actor may record something; null for anybody else.
select dossier_to_record(:person_id) as dossier

-- name: add_departure
-- That somebody died or moves away.
insert into departure (tenant_id, id, person_id, dossier_id, kind, happened_on, effective_at, recorded_at, recorded_by, sealed)
values (current_tenant(), :id, :person_id, :dossier_id, :kind, :happened_on, :effective_at, business_now(), :recorded_by, :sealed)

-- name: departure_settled
-- What must follow was done.
update departure set settled_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and settled_at is null

-- name: take_back_departure
-- It was a mistake, or the child has moved back.
update departure set over_at = business_now(), over_by = :by, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and over_at is null

-- name: agree_handover
-- That a handover to the next municipality was agreed.
update departure set handover_agreed_on = :agreed_on, handover_recorded_by = :recorded_by, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and over_at is null

-- name: holders_ever
-- Who holds or held custody of a child, as far as the actor may know.
select distinct holder_id from custody
where tenant_id = current_tenant() and child_id = :child_id and upper_inf(recorded)
order by holder_id
