-- name: plans_of_dossier
-- A casework's plans.
select id, dossier_id, document_key, form_key, model_version_id, written_by, written_at, completed_at, sent_at, sealed, version, problem_id
from action_plan where tenant_id = current_tenant() and dossier_id = :dossier_id
order by document_key

-- name: find_plan
-- One plan.
select id, dossier_id, document_key, form_key, model_version_id, written_by, written_at, completed_at, sent_at, sealed, version, problem_id
from action_plan where tenant_id = current_tenant() and id = :id

-- name: insert_plan
-- Begin a plan.
insert into action_plan (tenant_id, id, dossier_id, document_key, form_key, model_version_id, written_by, written_at, completed_at, sealed,
                         problem_id)
values (current_tenant(), :id, :dossier_id, :document_key, :form_key, :model_version_id, :written_by, business_now(),
        case when :complete::boolean then business_now() end, :sealed, :problem_id)

-- name: adjust_plan
-- Write on; what was sent before is no longer what stands there.
update action_plan set written_by = :written_by, written_at = business_now(), sealed = :sealed, sent_at = null, problem_id = coalesce(:problem_id::uuid, problem_id),
    completed_at = case when :complete::boolean then coalesce(completed_at, business_now()) else completed_at end,
    version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: send_plan
-- It went to the circle as it stands.
update action_plan set sent_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version
