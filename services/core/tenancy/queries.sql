-- name: newest_version
-- The newest version of the tenant's model, for telling whether a model changed.
select id, number, digest, applies_from from model_version where tenant_id = current_tenant()
order by number desc limit 1

-- name: version_in_force
-- Which version of the model applies on a day.
select id, number, digest, applies_from from model_version
where tenant_id = current_tenant() and applies_from <= :day
order by applies_from desc, number desc limit 1

-- name: version_content
-- One version with its content: it never changes, so a process reads it once.
select id, number, applies_from, content::text as content from model_version
where tenant_id = current_tenant() and id = :id

-- name: insert_version
-- A new version. There is no update: what a case began under stays as it was.
insert into model_version (tenant_id, id, number, language, digest, content, applies_from, created_at)
values (current_tenant(), :id, :number, :language, :digest, :content, :applies_from, machine_now())

-- name: insert_tenant
-- A tenant, by the owner; known already, it follows its directory.
insert into tenant (id, slug, host, name, cvr, created_at) values (:id, :slug, :host, :name, :cvr, machine_now())
on conflict (slug) do update set host = excluded.host, name = excluded.name, cvr = excluded.cvr
returning id
