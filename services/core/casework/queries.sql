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

-- name: lock_casework
-- Hold a casework still while it is judged: whoever writes into it waits, or was first and is seen.
select dossier_id, child_id, model_version_id, self_access_from, closed_at, last_activity_at, version
from casework where tenant_id = current_tenant() and dossier_id = :dossier_id
for update

-- name: close_casework
-- Close a casework; the retention period begins.
update casework set closed_at = business_now(), version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and version = :expected_version and closed_at is null

-- name: part_of_actor
-- Whether the actor has a lasting part in a child's case, other than by being invited to a meeting.
select exists (select from relation r
               where r.tenant_id = current_tenant() and r.child_id = :child_id and r.person_id = current_person()
                 and upper_inf(r.recorded) and r.valid @> business_now())
    or exists (select from problem q
               where q.tenant_id = current_tenant() and q.dossier_id = :dossier::uuid and q.status = 'open'
                 and q.coordinator_id = current_person())
    or exists (select from meeting m
               where m.tenant_id = current_tenant() and m.dossier_id = :dossier::uuid and m.status <> 'cancelled'
                 and current_person() in (m.convener_id, m.chair_id)) as lasting

-- name: units_of_staff
-- The units in which professionals are employed now, and as what.
select person_id, unit_id, role from employment
where tenant_id = current_tenant() and person_id = any(:person_ids::uuid[]) and upper_inf(recorded) and valid @> business_now()
