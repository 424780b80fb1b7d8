-- name: begin_run
-- Take the occasion of a sweep; no row when somebody took it before.
insert into rundbord.sweep_run (tenant_id, id, sweep, occurrence, free_at)
values (rundbord.current_tenant(), :id, :sweep,
        date_bin(:every::interval, rundbord.machine_now(), timestamptz '2020-01-01 00:00:00+00'), rundbord.machine_now())
on conflict (tenant_id, sweep, occurrence) do nothing
returning id

-- name: claim_run
-- Take a run under a lease; no row when it is done or another worker holds it.
update rundbord.sweep_run
set state = 'running', attempt = attempt + 1, started_at = rundbord.machine_now(),
    free_at = rundbord.machine_now() + :lease::interval
where tenant_id = rundbord.current_tenant() and id = :id and state in ('planned', 'running')
  and free_at <= rundbord.machine_now()
returning sweep, attempt

-- name: finish_run
-- How a run ended; only for the attempt that holds it.
update rundbord.sweep_run
set state = :state, ended_at = rundbord.machine_now(), handled = :handled, failed = :failed
where tenant_id = rundbord.current_tenant() and id = :id and attempt = :attempt and state = 'running'

-- name: latest_runs
-- When each sweep last came to its end, and what it found.
select distinct on (sweep) sweep, state, ended_at, handled, failed
from rundbord.sweep_run
where tenant_id = rundbord.current_tenant() and ended_at is not null
order by sweep, ended_at desc

-- name: ended_custody
-- Custody that has ended of late and that the holder has not been told of. A grant is one's access by that custody.
with due as materialized (
    select g.tenant_id, g.id, g.source_id, g.person_id, g.dossier_id
    from rundbord.access_grant g
    where g.tenant_id = rundbord.current_tenant() and g.reason = 'custody' and not g.told
      and greatest(g.valid_until, g.put_off_until) <= rundbord.business_now()
      and greatest(g.valid_until, g.put_off_until) > rundbord.business_now() - interval '30 days'
    order by greatest(g.valid_until, g.put_off_until)
    limit 1
)
select g.id, g.source_id, g.person_id, g.dossier_id as ended_dossier, p.dossier_id as own_dossier,
       rundbord.is_silenced(g.person_id, g.dossier_id) as silenced,
       exists (select from rundbord.access_grant o
               where o.tenant_id = g.tenant_id and o.dossier_id = g.dossier_id and o.person_id = g.person_id and o.capacity = 'family'
                 and o.valid_from <= rundbord.business_now() and (o.valid_until is null or o.valid_until > rundbord.business_now()))
           as holds_again
from due g join rundbord.person p on p.tenant_id = g.tenant_id and p.id = g.person_id

-- name: told_custody
-- It has been told, or needs not be.
select rundbord.note_told(:id, true)

-- name: put_off_custody
-- What could not be told is tried again later.
select rundbord.note_told(:id, false)

-- name: count_ended_custody
-- How many the sweep would find now.
select count(*) as due from rundbord.access_grant g
where g.tenant_id = rundbord.current_tenant() and g.reason = 'custody' and not g.told
  and greatest(g.valid_until, g.put_off_until) <= rundbord.business_now()
  and greatest(g.valid_until, g.put_off_until) > rundbord.business_now() - interval '30 days'

-- name: delete_old_runs
-- Runs are for watching; two days of them are enough.
delete from rundbord.sweep_run
where tenant_id = rundbord.current_tenant() and occurrence < (select rundbord.machine_now()) - interval '2 days'

-- name: delete_ended_sessions
-- Sessions that ended so long ago that they explain nothing any more.
delete from rundbord.session
where tenant_id = rundbord.current_tenant()
  and least(expires_at, coalesce(ended_at, expires_at)) < (select rundbord.machine_now()) - :keep::interval

-- name: delete_login_attempts
-- Logins that were begun and never came back.
delete from rundbord.login_attempt
where tenant_id = rundbord.current_tenant() and expires_at < (select rundbord.machine_now())

-- name: delete_logout_tokens
-- Logout tokens that could not be replayed any more.
delete from rundbord.logout_token_seen
where tenant_id = rundbord.current_tenant() and expires_at < (select rundbord.machine_now())

-- name: delete_idempotency_keys
-- Stored answers are kept 24 hours.
delete from rundbord.idempotency_key
where tenant_id = rundbord.current_tenant() and created_at < (select rundbord.machine_now()) - interval '24 hours'
