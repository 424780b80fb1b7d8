-- name: relations_of_child
-- Professionals who stand in a relation to a child now.
select r.person_id, r.kind, s.display_name as name, s.profession
from relation r join staff s on s.tenant_id = r.tenant_id and s.person_id = r.person_id
where r.tenant_id = current_tenant() and r.child_id = :child_id and upper_inf(r.recorded) and r.valid @> business_now()
order by r.kind, danish_key(s.display_name), r.id

-- name: staff_by_id
-- Professionals by id.
select person_id, display_name as name, work_email as email, work_phone as phone, profession from staff
where tenant_id = current_tenant() and person_id = any(:ids::uuid[])

-- name: search_staff
-- One page of those who work with children now (an administrator, a data protection officer and an auditor do not), by the
-- beginning of any of their names, in Danish order. One more than asked for tells of a next page.
select s.person_id, s.display_name as name, s.work_email as email, s.work_phone as phone, s.profession
from staff s
where s.tenant_id = current_tenant() and (:profession::text = '' or s.profession = :profession::text)
  and exists (select from employment e where e.tenant_id = s.tenant_id and e.person_id = s.person_id
              and e.role in ('professional', 'leader', 'adviser') and upper_inf(e.recorded) and e.valid @> business_now())
  and (:search::text = '' or starts_with(lower(s.display_name), lower(:search::text))
       or position(' ' || lower(:search::text) in lower(s.display_name)) > 0)
  and (:after::uuid is null or (danish_key(s.display_name), s.person_id) > (
      select danish_key(a.display_name), a.person_id from staff a
      where a.tenant_id = current_tenant() and a.person_id = :after::uuid))
order by danish_key(s.display_name), s.person_id
limit :page

-- name: count_staff
-- How many a search for professionals finds in all.
select count(*) as total
from staff s
where s.tenant_id = current_tenant() and (:profession::text = '' or s.profession = :profession::text)
  and exists (select from employment e where e.tenant_id = s.tenant_id and e.person_id = s.person_id
              and e.role in ('professional', 'leader', 'adviser') and upper_inf(e.recorded) and e.valid @> business_now())
  and (:search::text = '' or starts_with(lower(s.display_name), lower(:search::text))
       or position(' ' || lower(:search::text) in lower(s.display_name)) > 0)

-- name: staff_of_unit
-- Who works at a unit now, and as what.
select e.person_id, s.display_name as name, s.work_email as email, s.profession, e.role, e.unit_id
from employment e join staff s on s.tenant_id = e.tenant_id and s.person_id = e.person_id
where e.tenant_id = current_tenant() and e.unit_id = :unit_id and upper_inf(e.recorded) and e.valid @> business_now()
order by danish_key(s.display_name), e.person_id, e.role

-- name: leaders_of_unit
-- The leaders of a unit, or of the nearest unit above that has one.
with recursive above as (
    select u.id, u.parent_id, 0 as steps from unit u where u.tenant_id = current_tenant() and u.id = :unit_id
    union all
    select u.id, u.parent_id, above.steps + 1 from unit u join above on u.id = above.parent_id
    where u.tenant_id = current_tenant() and above.steps < 10
), led as (
    select e.person_id, s.display_name as name, s.work_email as email, s.profession, e.role, e.unit_id, above.steps
    from above
    join employment e on e.tenant_id = current_tenant() and e.unit_id = above.id and e.role = 'leader'
        and upper_inf(e.recorded) and e.valid @> business_now()
    join staff s on s.tenant_id = e.tenant_id and s.person_id = e.person_id
)
select person_id, name, email, profession, role, unit_id from led
where steps = (select min(steps) from led)
order by danish_key(name), person_id

-- name: who_left
-- Which of these professionals work here no more.
select person_id from staff
where tenant_id = current_tenant() and person_id = any(:ids::uuid[]) and not works_here(person_id)
