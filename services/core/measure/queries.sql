-- name: find_measure
-- One measure.
select id, dossier_id, problem_id, key, decided_on, decided_by, with_family, cooperates, started_on, started_by, ended_on, ended_by, sealed,
       version, without_consent_since
from measure where tenant_id = current_tenant() and id = :id

-- name: measures_of_dossier
-- Every measure of a casework that the actor may see, the newest first.
select id, dossier_id, problem_id, key, decided_on, decided_by, with_family, cooperates, started_on, started_by, ended_on, ended_by, sealed,
       version, without_consent_since
from measure where tenant_id = current_tenant() and dossier_id = :dossier_id
order by decided_on desc, id

-- name: insert_measure
-- Help is decided on.
insert into measure (tenant_id, id, dossier_id, problem_id, key, decided_on, decided_by, with_family, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :key, :decided_on, :decided_by, :with_family, :sealed)

-- name: start_measure
-- It starts; that it was decided with the family, and that the family cooperates, is on record with it.
update measure set started_on = :started_on, started_by = :started_by, with_family = :with_family, cooperates = :cooperates,
                   consent_purpose = :consent_purpose, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and started_on is null and ended_on is null

-- name: end_measure
-- It ends, or is never started.
update measure set ended_on = :ended_on, ended_by = :ended_by, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and ended_on is null

-- name: consent_to_measure
-- Whether everyone asked has said yes and no yes has lapsed.
select s.stands, s.until from consent_standing(:dossier_id, :purpose) s

-- name: next_consent_turned
-- A running measure whose consent has gone since somebody looked, or stands again. The system's alone.
select m.id, m.dossier_id, m.problem_id, m.key, coalesce(m.started_by, m.decided_by) as responsible_id, s.stands
from measure m cross join lateral consent_standing(m.dossier_id, m.consent_purpose) s
where m.tenant_id = current_tenant() and m.started_on is not null and m.ended_on is null and m.consent_purpose is not null
  and s.stands = (m.without_consent_since is not null)
limit 1 for update of m skip locked

-- name: note_consent_turned
-- It was seen that the consent has gone, or stands again.
update measure set without_consent_since = case when :stands then null else business_now() end
where tenant_id = current_tenant() and id = :id
