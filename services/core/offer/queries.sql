-- name: offers_of_dossier
-- What a family was offered, in the order in which it was.
select id, dossier_id, offer_key, model_version_id, state, offered_by, offered_at, answered_by, answered_at, recorded_by, sealed, version, problem_id
from offer where tenant_id = current_tenant() and dossier_id = :dossier_id
order by offered_at, id

-- name: find_offer
-- One offer.
select id, dossier_id, offer_key, model_version_id, state, offered_by, offered_at, answered_by, answered_at, recorded_by, sealed, version, problem_id
from offer where tenant_id = current_tenant() and id = :id

-- name: insert_offer
-- The family is offered something, and perhaps answers in the same breath.
insert into offer (tenant_id, id, dossier_id, offer_key, model_version_id, state, offered_by, offered_at, recorded_by, answered_at, sealed,
                   problem_id)
values (current_tenant(), :id, :dossier_id, :offer_key, :model_version_id, :state, :offered_by, business_now(), :recorded_by,
        case when :state = 'offered' then null else business_now() end, :sealed, :problem_id)

-- name: answer_offer
-- One of the family answers.
update offer set state = :state, answered_by = :answered_by, recorded_by = null, answered_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: note_answer
-- A professional notes what the family has told.
update offer set state = :state, answered_by = null, recorded_by = :recorded_by, answered_at = business_now(), sealed = :sealed,
                 version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: plan_of_offer
-- The plan that an accepted offer leads to.
select id, dossier_id, offer_id, form_key, model_version_id, written_by, written_at, sealed, version
from shared_plan where tenant_id = current_tenant() and offer_id = :offer_id

-- name: insert_plan
-- Write the plan for the first time.
insert into shared_plan (tenant_id, id, dossier_id, offer_id, form_key, model_version_id, written_by, written_at, sealed)
values (current_tenant(), :id, :dossier_id, :offer_id, :form_key, :model_version_id, :written_by, business_now(), :sealed)

-- name: update_plan
-- Write on in the plan.
update shared_plan set written_by = :written_by, written_at = business_now(), sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version
