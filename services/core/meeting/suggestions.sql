-- name: insert
-- A wish about a meeting's circle.
insert into circle_suggestion (tenant_id, id, dossier_id, meeting_id, participant_id, suggested_by, made_at, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :participant_id, current_person(), business_now(), :sealed)

-- name: of_meeting
-- The wishes about a meeting's circle, the open ones first.
select id, dossier_id, meeting_id, participant_id, suggested_by, made_at, state, settled_at, sealed, version
from circle_suggestion where tenant_id = current_tenant() and meeting_id = :meeting_id
order by (state <> 'open'), made_at, id

-- name: find
-- One wish.
select id, dossier_id, meeting_id, participant_id, suggested_by, made_at, state, settled_at, sealed, version
from circle_suggestion where tenant_id = current_tenant() and id = :id

-- name: settle
-- A wish is answered.
update circle_suggestion set state = :state, settled_by = current_person(), settled_at = business_now(), sealed = :sealed,
    version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'open'
