-- name: find_measure
-- One measure.
select id, dossier_id, problem_id, key, decided_on, decided_by, with_family, cooperates, started_on, started_by, ended_on, ended_by, sealed,
       version
from measure where tenant_id = current_tenant() and id = :id

-- name: measures_of_dossier
-- Every measure of a casework that the actor may see, the newest first.
select id, dossier_id, problem_id, key, decided_on, decided_by, with_family, cooperates, started_on, started_by, ended_on, ended_by, sealed,
       version
from measure where tenant_id = current_tenant() and dossier_id = :dossier_id
order by decided_on desc, id

-- name: insert_measure
-- Help is decided on.
insert into measure (tenant_id, id, dossier_id, problem_id, key, decided_on, decided_by, with_family, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :key, :decided_on, :decided_by, :with_family, :sealed)

-- name: start_measure
-- It starts; that it was decided with the family, and that the family cooperates, is on record with it.
update measure set started_on = :started_on, started_by = :started_by, with_family = :with_family, cooperates = :cooperates, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and started_on is null and ended_on is null

-- name: end_measure
-- It ends, or is never started.
update measure set ended_on = :ended_on, ended_by = :ended_by, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and ended_on is null

-- name: consent_to_measure
-- Whether everyone asked has said yes and no yes has lapsed.
select s.stands, s.until from consent_standing(:dossier_id, :purpose) s
