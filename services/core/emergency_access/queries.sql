-- name: look
-- Children among those an identifier or a birth date led to; costs the actor an attempt.
select id, identity_id, sealed from emergency_look(:ids::uuid[])

-- name: sees_whole
-- Whether the actor sees the child anyway.
select sees_whole(:dossier) as whole

-- name: only_looks
-- Whether the actor has opened a child in an emergency and may only look.
select only_looks() as looks

-- name: open_emergency
-- Break the glass: from now, for so many hours.
insert into emergency_access (tenant_id, id, dossier_id, child_id, person_id, capacity, category, sealed, opened_at, valid_until)
values (current_tenant(), :id, :dossier_id, :child_id, current_person(), current_capacity(), :category, :sealed, business_now(),
        business_now() + make_interval(hours => :hours))

-- name: find_emergency
-- One of them, if the actor may see it.
select id, dossier_id, child_id, person_id, category, opened_at, valid_until, ended_at, sealed, version
from emergency_access where tenant_id = current_tenant() and id = :id

-- name: emergencies
-- Every one that the actor may see, newest first: their own, of their units, or all of the municipality.
select id, dossier_id, child_id, person_id, category, opened_at, valid_until, ended_at, sealed, version
from emergency_access
where tenant_id = current_tenant()
  and (:before::timestamptz is null or (opened_at, id) < (:before::timestamptz, :before_id::uuid))
order by opened_at desc, id desc
limit :page

-- name: emergencies_of_child
-- For the family too: who opened a child in an emergency and for which kind of reason. What was said in words is not in it.
select id, dossier_id, person_id, category, opened_at, valid_until, ended_at
from emergency_access where tenant_id = current_tenant() and child_id = :child_id
order by opened_at desc, id

-- name: end_emergency
-- It ends now; ended already, nothing happens.
update emergency_access set ended_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and ended_at is null and valid_until > business_now()

-- name: insert_review
-- Whether it was justified, as one of those who answer for it sees it.
insert into emergency_review (tenant_id, id, dossier_id, emergency_id, reviewed_by, capacity, reviewed_at, justified, sealed)
values (current_tenant(), :id, :dossier_id, :emergency, current_person(), current_capacity(), business_now(), :justified, :sealed)

-- name: reviews
-- What those who answer for it said, in order.
select id, dossier_id, reviewed_by, capacity, reviewed_at, justified, sealed
from emergency_review where tenant_id = current_tenant() and emergency_id = :emergency
order by reviewed_at, id

-- name: data_protection_officers
-- Who watches over the municipality's data now.
select distinct person_id from employment
where tenant_id = current_tenant() and role = 'dpo' and upper_inf(recorded) and valid @> business_now()
