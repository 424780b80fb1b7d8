-- name: consents_of_dossier
-- Every consent of a casework that the actor may see, newest first.
select id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by, answered_at,
       withdrawn_at, expires_at, version
from consent where tenant_id = current_tenant() and dossier_id = :dossier_id
order by asked_at desc, id

-- name: consents_of_giver
-- A page of what a giver was asked, newest first.
select id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by, answered_at,
       withdrawn_at, expires_at, version
from consent
where tenant_id = current_tenant() and giver_id = :giver_id
  and (:before_at::timestamptz is null or (asked_at, id) < (:before_at, :before_id::uuid))
order by asked_at desc, id desc
limit :limit

-- name: find_consent
-- One consent.
select id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by, answered_at,
       withdrawn_at, expires_at, version
from consent where tenant_id = current_tenant() and id = :id

-- name: meeting_of_casework
-- Whether a meeting is of this casework: a consent is asked for no other's.
select id, problem_id from meeting where tenant_id = current_tenant() and dossier_id = :dossier_id and id = :id

-- name: insert_consent
-- Ask for a consent.
insert into consent (tenant_id, id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by)
values (current_tenant(), :id, :dossier_id, :meeting_id, :giver_id, :purpose, :basis, :text_version, :model_version_id, 'asked',
        business_now(), :asked_by)

-- name: give_consent
-- Yes, to the text that was shown.
update consent set state = 'given', answered_at = business_now(), expires_at = :expires_at, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'asked'

-- name: decline_consent
-- No.
update consent set state = 'declined', answered_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'asked'

-- name: withdraw_consent
-- No longer; it was valid until now.
update consent set state = 'withdrawn', withdrawn_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'given'
