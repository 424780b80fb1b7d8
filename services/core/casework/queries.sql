-- name: find_casework
-- One casework by its dossier.
select dossier_id, child_id, model_version_id, self_access_from, closed_at, last_activity_at, version
from casework where tenant_id = current_tenant() and dossier_id = :dossier_id

-- name: casework_of_child
-- A child's caseworks, the open one first.
select dossier_id, child_id, model_version_id, self_access_from, closed_at, last_activity_at, version
from casework where tenant_id = current_tenant() and child_id = :child_id
order by closed_at desc nulls first

-- name: insert_casework
-- Open the casework whose dossier was just opened.
insert into casework (tenant_id, dossier_id, child_id, model_version_id, self_access_from, last_activity_at)
values (current_tenant(), :dossier_id, :child_id, :model_version_id, :self_access_from, business_now())

-- name: touch_casework
-- Activity keeps a casework from being closed as forgotten.
update casework set last_activity_at = business_now()
where tenant_id = current_tenant() and dossier_id = :dossier_id and closed_at is null
  -- Who has a place in one meeting alone changes nothing of the case, and may notify all the same.
  and dossier_id <> all ((select only_reached())::uuid[])

-- name: lock_casework
-- Hold a casework still while it is judged: whoever writes into it waits, or was first and is seen.
select dossier_id, child_id, model_version_id, self_access_from, closed_at, last_activity_at, version
from casework where tenant_id = current_tenant() and dossier_id = :dossier_id
for update

-- name: bump_casework
-- A change beside the casework's own row counts as a change of it.
update casework set version = version + 1, last_activity_at = business_now()
where tenant_id = current_tenant() and dossier_id = :dossier_id and version = :expected_version and closed_at is null

-- name: professions_with_family
-- Who else works with the family now, by profession: who holds a thread, and who takes part in its meetings.
select distinct s.profession from staff s
where s.tenant_id = current_tenant() and s.person_id in (
    select k.person_id from problem_coordinator k
    join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
    where k.tenant_id = current_tenant() and k.dossier_id = :dossier
    union
    select a.person_id from participant a
    join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status <> 'cancelled'
    where a.tenant_id = current_tenant() and a.dossier_id = :dossier and a.kind = 'professional' and a.status = 'invited'
      and (a.access_until is null or a.access_until > business_now()))

-- name: who_answers_for
-- Whose case a dossier is, under which model, and the unit that answers for it; a dossier of no child has the unit alone.
select l.unit_id, c.child_id, c.model_version_id
from dossier d left join casework c on c.tenant_id = d.tenant_id and c.dossier_id = d.id
left join dossier_place l on l.tenant_id = d.tenant_id and l.dossier_id = d.id
    and l.valid_from <= business_now() and (l.valid_until is null or l.valid_until > business_now())
where d.tenant_id = current_tenant() and d.id = :dossier

-- name: in_role_at_meetings
-- Professionals who take part in a case's meetings in a role, and still see it.
select distinct a.person_id
from participant a join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status <> 'cancelled'
where a.tenant_id = current_tenant() and a.dossier_id = :dossier and a.role = :role and a.kind = 'professional'
  and a.status = 'invited' and a.person_id is not null and (a.access_until is null or a.access_until > business_now())

-- name: close_casework
-- Close a casework; the retention period begins.
update casework set closed_at = business_now(), closed_reason = :reason, version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and version = :expected_version and closed_at is null

-- name: work_of_casework
-- Processes and measures of a case: since when each runs or ran, and when it was over, by the local day.
select 'process' as kind, p.key, (p.begun_at at time zone 'Europe/Copenhagen')::date as began_on,
       (p.ended_at at time zone 'Europe/Copenhagen')::date as ended_on
from process p where p.tenant_id = current_tenant() and p.dossier_id = :dossier
union all
select 'measure', m.key, m.started_on, m.ended_on
from measure m where m.tenant_id = current_tenant() and m.dossier_id = :dossier and m.started_on is not null
order by kind, key, began_on

-- name: part_of_actor
-- Whether the actor has a lasting part in a child's case, other than by being invited to a meeting.
select exists (select from relation r
               where r.tenant_id = current_tenant() and r.child_id = :child_id and r.person_id = current_person()
                 and upper_inf(r.recorded) and r.valid @> business_now())
    -- Who acts for somebody away has the part of theirs that was theirs by themselves.
    or exists (select from stood_in_for() f where f.in_dossier = :dossier::uuid
               or f.in_dossier = (select p.dossier_id from person p where p.tenant_id = current_tenant() and p.id = :child_id))
    or exists (select from problem_coordinator k
               join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
               where k.tenant_id = current_tenant() and k.dossier_id = :dossier::uuid and k.person_id = current_person())
    or exists (select from meeting m
               where m.tenant_id = current_tenant() and m.dossier_id = :dossier::uuid and m.status <> 'cancelled'
                 and current_person() in (m.convener_id, m.chair_id)) as lasting

-- name: sees_whole
-- Whether the actor sees a dossier by more than a place in a meeting.
select sees_whole(:dossier) as whole

-- name: units_of_staff
-- The units in which professionals are employed now, and as what.
select person_id, unit_id, role from employment
where tenant_id = current_tenant() and person_id = any(:person_ids::uuid[]) and upper_inf(recorded) and valid @> business_now()
