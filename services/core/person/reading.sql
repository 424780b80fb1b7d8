-- One statement each: with "this or everything" in one, the prepared plan would fit neither.

-- name: visible_children
-- Every child the actor may see, unopened; a list is sorted by name and cut into pages after opening.
select p.id, p.dossier_id as identity_id, p.language, p.sealed, p.version, l.unit_id, c.dossier_id as casework_id, c.closed_at
from person p
left join dossier_place l on l.tenant_id = p.tenant_id and l.dossier_id = p.dossier_id
    and l.valid_from <= business_now() and (l.valid_until is null or l.valid_until > business_now())
left join lateral (
    select k.dossier_id, k.closed_at from casework k where k.tenant_id = p.tenant_id and k.child_id = p.id
    order by k.closed_at desc nulls first limit 1) c on true
where p.tenant_id = current_tenant() and p.kind = 'subject' and p.alias_of is null
limit :most

-- name: children_of_leader
-- The same for who leads units: beginning with the places, since the wall is about those.
select p.id, p.dossier_id as identity_id, p.language, p.sealed, p.version, l.unit_id, c.dossier_id as casework_id, c.closed_at
from person p
join dossier_place l on l.tenant_id = p.tenant_id and l.dossier_id = p.dossier_id
    and l.valid_from <= business_now() and (l.valid_until is null or l.valid_until > business_now())
left join lateral (
    select k.dossier_id, k.closed_at from casework k where k.tenant_id = p.tenant_id and k.child_id = p.id
    order by k.closed_at desc nulls first limit 1) c on true
where p.tenant_id = current_tenant() and p.kind = 'subject' and p.alias_of is null
limit :most

-- name: visible_children_of_unit
-- The same, of one unit. Its places are found first and once: asked for child by child, a wall of 20,000 grants is read
-- 20,000 times.
select p.id, p.dossier_id as identity_id, p.language, p.sealed, p.version, :unit_id::uuid as unit_id, c.dossier_id as casework_id,
       c.closed_at
from person p
left join lateral (
    select k.dossier_id, k.closed_at from casework k where k.tenant_id = p.tenant_id and k.child_id = p.id
    order by k.closed_at desc nulls first limit 1) c on true
where p.tenant_id = current_tenant() and p.kind = 'subject' and p.alias_of is null
  and p.dossier_id = any (array(
      select l.dossier_id from dossier_place l
      where l.tenant_id = current_tenant() and l.unit_id = :unit_id
        and l.valid_from <= business_now() and (l.valid_until is null or l.valid_until > business_now())))
limit :most

-- name: children_by_id
-- Some children by id, as far as the actor may see them.
select p.id, p.dossier_id as identity_id, p.language, p.sealed, p.version, l.unit_id, c.dossier_id as casework_id, c.closed_at
from person p
left join dossier_place l on l.tenant_id = p.tenant_id and l.dossier_id = p.dossier_id
    and l.valid_from <= business_now() and (l.valid_until is null or l.valid_until > business_now())
left join lateral (
    select k.dossier_id, k.closed_at from casework k where k.tenant_id = p.tenant_id and k.child_id = p.id
    order by k.closed_at desc nulls first limit 1) c on true
where p.tenant_id = current_tenant() and p.kind = 'subject' and p.alias_of is null
  and p.id = any(:ids::uuid[])

-- name: child_of_casework
-- The child a casework is about.
select child_id from casework where tenant_id = current_tenant() and dossier_id = :dossier_id

-- name: visible_holders
-- Names of custody holders as the visible children's dossiers keep them.
select c.id, c.holder_id, c.dossier_id, c.sealed from custody c
where c.tenant_id = current_tenant() and c.holder_id = any(:ids::uuid[]) and upper_inf(c.recorded)

-- name: holders_of_child
-- Who holds custody of a child now.
select c.id, c.holder_id, c.dossier_id, c.sealed, lower(c.valid) as valid_from,
       least(upper(c.valid), c.majority_at) as valid_until
from custody c
where c.tenant_id = current_tenant() and c.child_id = :child_id and upper_inf(c.recorded)
  and c.valid @> business_now() and c.majority_at > business_now()
order by lower(c.valid), c.id
