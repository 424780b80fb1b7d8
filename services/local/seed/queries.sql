-- name: open_session
-- A session in which someone of the cast acts while the seed is sown. Machine time, as all sessions.
insert into session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles, language,
    provider, issuer, subject_hash, created_at, last_seen_at, idle_seconds, expires_at)
values (current_tenant(), :id, 'bearer', :hash, :person, :capacity, array[:capacity], '{}', 'da',
    'seed', 'seed', :hash, machine_now(), machine_now(), 600, machine_now() + interval '10 minutes')

-- name: close_session
-- It leaves no trace but the access events.
delete from session where tenant_id = current_tenant() and id = :id

-- name: as_of
-- The running transaction's moment of business time is this one.
select from set_config('rundbord.now', (:at::timestamptz)::text, true)
