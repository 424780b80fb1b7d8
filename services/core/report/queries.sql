-- name: find_report
-- One that was told upwards.
select id, report, model_version_id, written_by, written_at, addressed, content, kept_reason, status, answer, answered_by, answered_at, version
from upward_report where tenant_id = current_tenant() and id = :id

-- name: reports_of_actor
-- A page of those the actor wrote or is to hear, newest first.
select id, report, model_version_id, written_by, written_at, addressed, content, kept_reason, status, answer, answered_by, answered_at, version
from upward_report
where tenant_id = current_tenant()
  and (:before::timestamptz is null or (written_at, id) < (:before::timestamptz, :before_id::uuid))
order by written_at desc, id desc
limit :limit

-- name: insert_report
-- Tell something upwards.
insert into upward_report (tenant_id, id, report, model_version_id, written_by, written_at, addressed, content, kept_reason, next_at)
values (current_tenant(), :id, :report, :model_version_id, :written_by, business_now(), :addressed, :content, :kept_reason, :next_at)

-- name: answer_report
-- It is answered, once.
update upward_report set status = 'answered', answer = :answer, answered_by = :answered_by, answered_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'received'

-- name: take_unanswered
-- One that nobody has answered by its day.
select id, model_version_id, written_at, reminded from upward_report
where tenant_id = current_tenant() and status = 'received' and next_at <= business_now()
order by next_at
limit 1
for update skip locked

-- name: remind_of_report
-- Those it is addressed to are told again; once for each time.
select tell_of_report(:id, :key)

-- name: reminded_of_report
-- When they are reminded next, if anybody is.
update upward_report set reminded = reminded + 1, next_at = :next_at, failures = 0 where tenant_id = current_tenant() and id = :id

-- name: put_off_report
-- One that could not be handled waits, longer each time, so that it delays only itself.
update upward_report set failures = failures + 1, next_at = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id

-- name: count_unanswered
-- How many the sweep would find now.
select count(*) as due from upward_report where tenant_id = current_tenant() and status = 'received' and next_at <= business_now()
