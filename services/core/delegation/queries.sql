-- name: insert_delegation
-- Let somebody act for somebody, for one child or for all.
insert into delegation (tenant_id, id, absent_id, delegate_id, child_id, valid_from, valid_until, made_by, made_at)
values (current_tenant(), :id, :absent, :delegate, :child, :valid_from, :valid_until, current_person(), business_now())

-- name: may_stand_in
-- Whether the actor may let the second act for the first.
select may_stand_in(:absent, :delegate) as may

-- name: find_delegation
-- One of them, if the actor may see it.
select id, absent_id, delegate_id, child_id, valid_from, valid_until, made_by, ended_at, version
from delegation where tenant_id = current_tenant() and id = :id

-- name: delegations
-- Those that are not over, and the actor may see: of themselves, to themselves, and of whom they lead.
select id, absent_id, delegate_id, child_id, valid_from, valid_until, made_by, ended_at, version
from delegation
where tenant_id = current_tenant() and ended_at is null and valid_until > business_now()
order by valid_from, id
limit :most

-- name: end_delegation
-- It is over now; over already, nothing happens.
update delegation set ended_at = business_now(), ended_by = current_person(), version = version + 1
where tenant_id = current_tenant() and id = :id and ended_at is null and valid_until > business_now()

-- name: acted_for
-- For whom the actor acts in a dossier now.
select person_id from stood_in_for() where in_dossier = :dossier

-- name: colleagues_who_may
-- Who could act for somebody: those employed now whom the rules of the database let.
select s.person_id, s.display_name as name, s.work_email as email, s.work_phone as phone, s.profession
from staff s
where s.tenant_id = current_tenant() and s.person_id <> :absent
  and s.person_id in (
      select d.person_id from employment d
      where d.tenant_id = current_tenant() and upper_inf(d.recorded) and d.valid @> business_now())
  and may_stand_in(:absent, s.person_id)
order by danish_key(s.display_name), s.person_id
limit :most

-- name: led_colleagues
-- Whom the actor leads: who may be away without being able to say so.
select s.person_id, s.display_name as name, s.work_email as email, s.work_phone as phone, s.profession
from staff s
where s.tenant_id = current_tenant() and s.person_id = any (led_staff()) and s.person_id <> current_person()
order by danish_key(s.display_name), s.person_id
limit :most

-- name: own_dossier
-- The actor's own identity dossier: what a message about nobody's child hangs on.
select own_dossier() as id
