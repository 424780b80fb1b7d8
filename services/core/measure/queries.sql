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

-- name: take_to_look_at
-- A running measure that something its consent hangs on has changed for, or that its time has come for. The system's alone.
with due as materialized (
    select m.id, m.dossier_id, m.problem_id, m.key, m.started_by, m.decided_by, m.consent_purpose, m.without_consent_since
    from measure m
    where m.tenant_id = current_tenant() and m.started_on is not null and m.ended_on is null and m.consent_purpose is not null
      and m.look_at <= business_now()
    order by m.look_at
    limit 1
    for update skip locked
)
select m.id, m.dossier_id, m.problem_id, m.key, coalesce(m.started_by, m.decided_by) as responsible_id, s.stands,
       s.stands = (m.without_consent_since is not null) as turned
from due m cross join lateral consent_standing(m.dossier_id, m.consent_purpose) s

-- name: looked_at_measure
-- It was seen that the consent has gone, or stands again; when that can next change by itself.
update measure set without_consent_since = case when :stands then null else coalesce(without_consent_since, business_now()) end,
                   look_at = consent_turns(dossier_id, consent_purpose), failures = 0
where tenant_id = current_tenant() and id = :id

-- name: put_off_measure
-- One that could not be handled waits, longer each time, so that it delays only itself.
update measure set failures = failures + 1, look_at = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id

-- name: count_to_look_at
-- How many the sweep would find now.
select count(*) as due from measure
where tenant_id = current_tenant() and started_on is not null and ended_on is null and consent_purpose is not null
  and look_at <= business_now()
