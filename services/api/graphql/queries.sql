-- name: wait_for_key
-- Let one request with this key run at a time; gives up after 5 s (lock_timeout), which is a CONFLICT.
select set_config('lock_timeout', '5s', true) as waits,
       pg_advisory_xact_lock(hashtextextended(:lock, 0))::text as locked;

-- name: stored_answer
-- The answer that this actor's key stands for, if it is younger than 24 hours.
select operation_digest, dossier_id as identity, response_sealed
from rundbord.idempotency_key
where tenant_id = rundbord.current_tenant() and person_id = rundbord.current_person() and key_hash = :key_hash
  and created_at > rundbord.machine_now() - interval '24 hours';

-- name: drop_old_answer
-- Make room for a key that is used again after its 24 hours.
delete from rundbord.idempotency_key
where tenant_id = rundbord.current_tenant() and person_id = rundbord.current_person() and key_hash = :key_hash;

-- name: own_identity
-- The actor's identity dossier, under whose key the answer is sealed.
select rundbord.own_dossier() as identity;

-- name: store_answer
-- Remember the answer with what it answers.
insert into rundbord.idempotency_key
    (tenant_id, person_id, key_hash, operation_digest, dossier_id, response_sealed, created_at)
values (rundbord.current_tenant(), rundbord.current_person(), :key_hash, :operation_digest, :identity, :sealed,
        rundbord.machine_now());

-- name: still_visible
-- Which of the dossiers named by a stored answer the actor may still see.
select id from rundbord.dossier where tenant_id = rundbord.current_tenant() and id = any (:dossiers);
