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
insert into upward_report (tenant_id, id, report, model_version_id, written_by, written_at, addressed, content, kept_reason)
values (current_tenant(), :id, :report, :model_version_id, :written_by, business_now(), :addressed, :content, :kept_reason)

-- name: answer_report
-- It is answered, once.
update upward_report set status = 'answered', answer = :answer, answered_by = :answered_by, answered_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'received'
