-- name: identifiers_of_person
-- The numbers a person has and has had by what is known now, the present ones first.
select id, person_id, dossier_id, kind, place, lower(valid) as valid_from, upper(valid) as valid_until, sealed
from person_identifier
where tenant_id = current_tenant() and person_id = :person_id and upper_inf(recorded)
order by upper(valid) desc nulls first, lower(valid) desc, kind, id

-- name: add_identifier
-- A period in which a person has a number.
insert into person_identifier (tenant_id, id, person_id, dossier_id, kind, place, valid, recorded, sealed)
values (current_tenant(), :id, :person_id, :dossier_id, :kind, :place, :valid::tstzrange, tstzrange(business_now(), null), :sealed)

-- name: close_identifier
-- What was held true of a number is known better now.
update person_identifier set recorded = tstzrange(lower(recorded), greatest(business_now(), lower(recorded)))
where tenant_id = current_tenant() and id = :id and upper_inf(recorded)

-- name: end_sessions_of
-- Whoever logged in by a number that was replaced logs in again.
update session set ended_at = machine_now(), ended_reason = 'number_replaced', hint = null
where tenant_id = current_tenant() and person_id = :person_id and capacity = 'family' and ended_at is null
