-- name: works_at
-- Whether the actor works at a unit now, or leads it in this capacity.
select works_at(:unit_id) as works

-- name: own_units
-- Where the actor works, what stands above it, and what they lead.
select own_units() as units

-- name: series_of_unit
-- The series of one kind at a unit.
select id, type, unit_id, district, leader_id from series
where tenant_id = current_tenant() and unit_id = :unit_id and type = :type

-- name: find_series
-- One series, if its place is the actor's.
select id, type, unit_id, district, leader_id from series where tenant_id = current_tenant() and id = :id

-- name: insert_series
-- A place begins to fix times for a kind of meeting.
insert into series (tenant_id, id, type, unit_id, district, leader_id)
values (current_tenant(), :id, :type, :unit_id, :district, :leader_id)

-- name: insert_member
-- A professional who comes each time.
insert into series_member (tenant_id, series_id, person_id, role) values (current_tenant(), :series_id, :person_id, :role)
on conflict (tenant_id, series_id, person_id) do nothing

-- name: members_of_series
-- Who comes each time.
select person_id, role from series_member where tenant_id = current_tenant() and series_id = :series_id order by role, person_id

-- name: find_slot
-- One fixed time, if its place is the actor's.
select s.id, s.series_id, r.type, s.unit_id, s.starts_at, s.ends_at, s.place, s.status, s.reason, s.version
from slot s join series r on r.tenant_id = s.tenant_id and r.id = s.series_id
where s.tenant_id = current_tenant() and s.id = :id

-- name: insert_slot
-- A time is fixed; the same time twice is one.
insert into slot (tenant_id, id, series_id, unit_id, starts_at, ends_at, place)
values (current_tenant(), :id, :series_id, :unit_id, :starts_at, :ends_at, :place)
on conflict (tenant_id, series_id, starts_at) do nothing

-- name: cancel_slot
-- A fixed time is given up.
update slot set status = 'cancelled', reason = :reason, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: slots_ahead
-- The times to come at some units (all that the actor may see, where none is named) of one kind or of all.
select s.id, s.series_id, r.type, s.unit_id, s.starts_at, s.ends_at, s.place, s.status, s.reason, s.version
from slot s join series r on r.tenant_id = s.tenant_id and r.id = s.series_id
where s.tenant_id = current_tenant() and s.ends_at > business_now()
  and (:units::uuid[] is null or s.unit_id = any(:units::uuid[])) and (:type::text is null or r.type = :type::text)
order by s.starts_at, s.id
limit :limit

-- name: days_of_series
-- The times of a series that stand, past ones too: a year is counted whole.
select s.starts_at from slot s where s.tenant_id = current_tenant() and s.series_id = :series_id and s.status = 'open'
order by s.starts_at

-- name: requests_for_slot
-- How much of what stands at a fixed time the actor may see, in numbers alone: no row of a meeting is read out, so
-- nothing of a child stands beside anything of nobody.
select (select count(*) from consultation_item i
        join consultation c on c.tenant_id = i.tenant_id and c.id = i.consultation_id
        where i.tenant_id = current_tenant() and c.slot_id = :slot_id and i.origin = 'professional'
          and c.status = 'planned') as items,
       (select count(*) from meeting m
        join dossier d on d.tenant_id = m.tenant_id and d.id = m.dossier_id
        where m.tenant_id = current_tenant() and m.starts_at >= :starts_at and m.starts_at < :ends_at
          and m.type = any(:types::text[]) and m.status in ('planned', 'agenda_sent') and d.unit_id = :unit_id) as named

-- name: take_to_ask
-- A series of which it is to be asked whether enough times are fixed.
select id, type, unit_id, short_since from series
where tenant_id = current_tenant() and next_at <= business_now()
order by next_at
limit 1
for update skip locked

-- name: asked_series
-- Whether enough are fixed, and when to ask again.
update series set next_at = :next_at, failures = 0,
                  short_since = case when :short then coalesce(short_since, date_trunc('day', business_now())) end
where tenant_id = current_tenant() and id = :id

-- name: put_off_series
-- One that could not be judged waits, longer each time, so that it delays only itself.
update series set failures = failures + 1, next_at = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id

-- name: count_to_ask
-- How many the sweep would find now.
select count(*) as due from series where tenant_id = current_tenant() and next_at <= business_now()

-- name: tell_leaders
-- Whoever leads the place learns that times must be fixed; once for each time that they run out.
select tell_of_series(:unit_id, :key)

-- name: last_slot
-- The last time that is fixed and stands, past or to come: the next are proposed from it.
select starts_at, ends_at, place from slot
where tenant_id = current_tenant() and series_id = :series_id and status = 'open'
order by starts_at desc
limit 1
