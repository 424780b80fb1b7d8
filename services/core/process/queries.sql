-- name: find_process
-- One process.
select id, dossier_id, problem_id, meeting_id, key, known_on, due_on, begun_by, begun_at, family_told, ended_by, ended_at, sealed, version
from process where tenant_id = current_tenant() and id = :id

-- name: processes_of_dossier
-- Every process of a casework that the actor may see, the newest first.
select id, dossier_id, problem_id, meeting_id, key, known_on, due_on, begun_by, begun_at, family_told, ended_by, ended_at, sealed, version
from process where tenant_id = current_tenant() and dossier_id = :dossier_id
order by begun_at desc, id

-- name: insert_process
-- Begin a process; one of a kind at a time.
insert into process (tenant_id, id, dossier_id, problem_id, meeting_id, key, known_on, due_on, begun_by, begun_at, family_told, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :meeting_id, :key, :known_on, :due_on, :begun_by, business_now(), :family_told, :sealed)

-- name: record_process
-- What it has come to so far, and since when the need was known.
update process set known_on = :known_on, due_on = :due_on, family_told = :family_told, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and ended_at is null

-- name: conclude_process
-- It is done.
update process set ended_by = :ended_by, ended_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and ended_at is null
