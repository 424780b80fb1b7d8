-- name: whose_number
-- Of whom a number is told, and whether one is kept already. What is kept is not read.
select p.id, p.dossier_id as own, p.kind, n.person_id is not null as kept
from person p left join digital_post_number n on n.tenant_id = p.tenant_id and n.person_id = p.id
where p.tenant_id = current_tenant() and p.id = :person_id

-- name: keep_number
-- The number that Digital Post goes to, in place of the one before.
insert into digital_post_number (tenant_id, person_id, dossier_id, sealed, told_at)
values (current_tenant(), :person_id, :dossier_id, :sealed, business_now())
on conflict (tenant_id, person_id) do update set sealed = :sealed, told_at = business_now()

-- name: drop_number
-- It is no longer needed here.
delete from digital_post_number where tenant_id = current_tenant() and person_id = :person_id

-- name: forget_numbers
-- None of them is needed here any more.
delete from digital_post_number where tenant_id = current_tenant()

-- name: read_number
-- The number that a letter goes to; read only when one goes.
select n.person_id, n.dossier_id, n.sealed, p.kind from digital_post_number n
join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
where n.tenant_id = current_tenant() and n.person_id = :person_id
