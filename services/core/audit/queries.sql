-- name: lock_chain
-- One sealer a tenant at a time: two of them would fork the chain. Held to the end of the transaction.
select pg_advisory_xact_lock(hashtextextended('rundbord.audit_seal:' || current_tenant()::text, 0))::text as locked

-- name: plan_afresh
-- The queue grows from nothing to thousands between two runs: a plan kept from the one is a hundred times too slow for the other.
select set_config('plan_cache_mode', 'force_custom_plan', true) as mode

-- name: chain_end
-- The last link of the tenant's chain.
select position, segment, chain from audit_seal where tenant_id = current_tenant() order by position desc limit 1

-- name: waiting_events
-- Events that are not sealed yet, in the order in which they will be.
select e.id, e.occurred_at, e.actor_id, e.session_id, e.capacity, e.operation, e.changed, e.subjects, e.grants
from unsealed_event u join access_event e on e.tenant_id = u.tenant_id and e.id = u.event_id
where u.tenant_id = current_tenant()
order by e.occurred_at, e.id
limit :page

-- name: insert_seals
-- Links of the chain, many at a time.
insert into audit_seal (tenant_id, position, segment, kind, event_id, digest, chain, sealed_at)
select current_tenant(), s.position, :segment, 'event', s.event_id, s.digest, s.chain, business_now()
from unnest(:positions::bigint[], :events::uuid[], :digests::bytea[], :chains::bytea[]) as s (position, event_id, digest, chain)

-- name: insert_restore
-- The link that says: here a backup was restored, and the chain goes on from the anchor.
insert into audit_seal (tenant_id, position, segment, kind, event_id, digest, chain, sealed_at)
values (current_tenant(), :position, :segment, 'restore', null, :digest, :chain, business_now())

-- name: take_off_queue
-- These events are sealed.
delete from unsealed_event where tenant_id = current_tenant() and event_id = any(:events::uuid[])

-- name: links
-- A stretch of the chain with the events it seals, for verification; event columns are null where the event is gone.
select s.position, s.segment, s.kind, s.event_id, s.digest, s.chain,
       e.id, e.occurred_at, e.actor_id, e.session_id, e.capacity, e.operation, e.changed, e.subjects, e.grants
from audit_seal s left join access_event e on e.tenant_id = s.tenant_id and e.id = s.event_id
where s.tenant_id = current_tenant() and s.position > :after
order by s.position
limit :page

-- name: chain_at
-- One link.
select position, segment, chain from audit_seal where tenant_id = current_tenant() and position = :position

-- name: loose_events
-- Events that are neither sealed nor waiting to be: nothing of ours writes such a one.
select e.id from access_event e
where e.tenant_id = current_tenant()
  and not exists (select from audit_seal s where s.tenant_id = e.tenant_id and s.event_id = e.id)
  and not exists (select from unsealed_event u where u.tenant_id = e.tenant_id and u.event_id = e.id)
order by e.occurred_at, e.id limit 100

-- name: doubly_kept
-- Events that are sealed and still waiting: someone put them back.
select u.event_id as id from unsealed_event u
join audit_seal s on s.tenant_id = u.tenant_id and s.event_id = u.event_id
where u.tenant_id = current_tenant()
order by u.event_id limit 100

-- name: count_waiting
-- How many events wait to be sealed.
select count(*) as total from unsealed_event where tenant_id = current_tenant()

-- name: insert_verification
-- What came out this time.
insert into audit_verification (tenant_id, id, verified_at, links, waiting, findings, notes)
values (current_tenant(), :id, business_now(), :links, :waiting, :findings, :notes)

-- name: verified_since
-- Whether the chain was recomputed lately.
select exists (select from audit_verification
               where tenant_id = current_tenant() and verified_at > business_now() - :within::interval) as verified
