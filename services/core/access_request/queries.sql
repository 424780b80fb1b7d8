-- name: may_ask
-- The actor's own dossier, and whether they may ask about somebody: about themselves, or a child in their custody.
select dossier_of_asker() as identity_id, may_ask_for(:subject) as may

-- name: insert_request
-- Somebody asks.
insert into access_request (tenant_id, id, dossier_id, asked_by, subject_id, kind, asked_at, due_at, next_at, sealed)
values (current_tenant(), :id, :dossier_id, current_person(), :subject, :kind, business_now(), :due_at, :next_at, :sealed)

-- name: find_request
-- One of them, if the actor may see it.
select id, dossier_id, asked_by, subject_id, kind, state, asked_at, due_at, extended_at, answered_at, sealed, version
from access_request where tenant_id = current_tenant() and id = :id

-- name: requests
-- Those the actor may see, newest first: their own, or all of the municipality.
select id, dossier_id, asked_by, subject_id, kind, state, asked_at, due_at, extended_at, answered_at, sealed, version
from access_request
where tenant_id = current_tenant()
  and (:before::timestamptz is null or (asked_at, id) < (:before::timestamptz, :before_id::uuid))
order by asked_at desc, id desc
limit :page

-- name: extend_request
-- The answer takes longer, with the reason.
update access_request set state = 'extended', extended_at = business_now(), due_at = :due_at, next_at = :next_at, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'asked'

-- name: answer_request
-- It is answered or refused, once.
update access_request set state = :state, answered_at = business_now(), answered_by = current_person(), next_at = null, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state in ('asked', 'extended')

-- name: take_unanswered
-- One whose time runs out, or is out.
select id, due_at, next_at from access_request
where tenant_id = current_tenant() and state in ('asked', 'extended') and next_at <= business_now()
order by next_at
limit 1
for update skip locked

-- name: tell_officers
-- Who answers them is told; once for each time.
select tell_officers('access_request_due', :key)

-- name: reminded_of_request
-- When they are reminded next.
update access_request set next_at = :next_at, failures = 0 where tenant_id = current_tenant() and id = :id

-- name: put_off_request
-- One that could not be handled waits, longer each time, so that it delays only itself.
update access_request set failures = failures + 1, next_at = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id

-- name: count_unanswered
-- How many the sweep would find now.
select count(*) as due from access_request
where tenant_id = current_tenant() and state in ('asked', 'extended') and next_at <= business_now()
