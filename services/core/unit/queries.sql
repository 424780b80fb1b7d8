-- name: unit_by_source
-- A unit by the key its source system knows it by.
select id, parent_id, kind, name, district from unit where tenant_id = current_tenant() and source_key = :source_key

-- name: list_units
-- Every unit of the tenant, in Danish alphabetical order.
select id, parent_id, kind, name, district from unit where tenant_id = current_tenant() order by danish_key(name), id

-- name: insert_unit
-- A unit that was not known.
insert into unit (tenant_id, id, parent_id, kind, name, district, source_key)
values (current_tenant(), :id, :parent_id, :kind, :name, :district, :source_key)

-- name: update_unit
-- What the source system says about a unit now.
update unit set parent_id = :parent_id, kind = :kind, name = :name, district = :district where tenant_id = current_tenant() and id = :id
