-- name: version_in_force
-- Which version of the model applies on a day: of those whose day has come, the one with the highest number.
select v.id, v.number, v.digest
from model_adoption a join model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
where a.tenant_id = current_tenant() and a.applies_from <= :day
order by v.number desc limit 1

-- name: version_content
-- One version with its content: it never changes, so a process reads it once.
select id, number, content::text as content from model_version
where tenant_id = current_tenant() and id = :id

-- name: versions
-- Every version without its content, the newest first. author_id null: the operator.
select v.id, v.number, v.digest, v.author_id, v.wanted_from, v.created_at, a.applies_from
from model_version v left join model_adoption a on a.tenant_id = v.tenant_id and a.version_id = v.id
where v.tenant_id = current_tenant()
order by v.number desc

-- name: decisions
-- What was said of all versions, in the order in which it was said. person_id null: the operator.
select id, version_id, person_id, decision, applies_from, note, decided_at from model_decision
where tenant_id = current_tenant()
order by decided_at, id

-- name: one_at_a_time
-- Let nobody else of this tenant propose or decide until this transaction ends.
select pg_advisory_xact_lock(hashtextextended('rundbord.model:' || current_tenant()::text, 0))::text as locked

-- name: insert_version
-- A new version. There is no update: what a case began under stays as it was.
insert into model_version (tenant_id, id, number, language, digest, content, wanted_from, author_id, created_at)
values (current_tenant(), :id, :number, :language, :digest, :content, :wanted_from, :author_id, business_now())

-- name: insert_decision
-- What somebody says of a proposed version.
insert into model_decision (tenant_id, id, version_id, person_id, decision, digest, applies_from, note, decided_at)
values (current_tenant(), :id, :version_id, :person_id, :decision, :digest, :applies_from, :note, business_now())

-- name: insert_adoption
-- A version applies from a day on. The database counts the approvals itself.
insert into model_adoption (tenant_id, version_id, applies_from, adopted_at)
values (current_tenant(), :version_id, :applies_from, business_now())

-- name: insert_tenant
-- A tenant, by the owner; known already, it follows its directory.
insert into tenant (id, slug, host, name, cvr, created_at) values (:id, :slug, :host, :name, :cvr, machine_now())
on conflict (slug) do update set host = excluded.host, name = excluded.name, cvr = excluded.cvr
returning id
