-- name: put_terms
-- Who must answer for each purpose, and from when.
insert into consent_term (tenant_id, dossier_id, purpose, asked_of, own_age, alone_age, own_from, alone_from)
select current_tenant(), :dossier_id, p.purpose, p.asked_of, p.own_age, :alone_age::integer, p.own_from, :alone_from::timestamptz
from unnest(:purposes::text[], :asked_of::text[], :own_ages::integer[], :own_from::timestamptz[]) p (purpose, asked_of, own_age, own_from)
on conflict (tenant_id, dossier_id, purpose) do update
    set asked_of = excluded.asked_of, own_age = excluded.own_age, alone_age = excluded.alone_age, own_from = excluded.own_from,
        alone_from = excluded.alone_from

-- name: drop_terms
-- Purposes that the model has no more.
delete from consent_term where tenant_id = current_tenant() and dossier_id = :dossier_id and purpose <> all (:purposes::text[])
