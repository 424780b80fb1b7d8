-- name: open_token
-- A bearer session for a test person. Machine time, as all sessions.
insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles, language,
    provider, issuer, subject_hash, created_at, last_seen_at, idle_seconds, expires_at)
values (rundbord.current_tenant(), :id, 'bearer', :hash, :person, :capacity, array[:capacity], '{}', 'da',
    'local', 'local', :subject, rundbord.machine_now(), rundbord.machine_now(), :seconds::integer,
    rundbord.machine_now() + make_interval(secs => :seconds::integer))

-- name: sweep_state
-- How a sweep that was asked for stands: the run that ended first, else any.
select s.sweep, s.state, s.handled, s.failed from rundbord.sweep_run s
where s.tenant_id = rundbord.current_tenant() and s.id = any(:ids::uuid[])
order by s.ended_at nulls last, s.occurrence
limit 1
