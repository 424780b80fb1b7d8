-- name: exchanges_of_dossier
-- What was exchanged without consent, as far as the actor may see it, newest first.
select id, dossier_id, exchange_key, special, told, exchanged_on, recorded_by, recorded_at, sealed
from exchange where tenant_id = current_tenant() and dossier_id = :dossier_id
order by exchanged_on desc, recorded_at desc, id

-- name: exchanges_of_child
-- How often each basis was used for a child, over all of its caseworks.
select exchange_key, count(*)::integer as used from exchange
where tenant_id = current_tenant() and child_id = :child_id
group by exchange_key

-- name: insert_exchange
-- Information was exchanged.
insert into exchange (tenant_id, id, dossier_id, child_id, exchange_key, special, told, exchanged_on, recorded_by, recorded_at, sealed)
values (current_tenant(), :id, :dossier_id, :child_id, :exchange_key, :special, :told, :exchanged_on, :recorded_by, business_now(), :sealed)
