-- name: shares_of_dossier
-- What was shared of a casework, as far as the actor may see it, newest first; `standing`: the receiver can open it now,
-- or could with a yes to their meeting.
select s.id, s.dossier_id, s.participant_id, s.kind, s.meeting_id, s.form_id, s.plan_id, s.problem_id, s.consent_purpose, s.consents,
       s.law, s.exchange_id, s.told, s.valid_until, s.shared_by, s.shared_at, s.withdrawn_by, s.withdrawn_at,
       (select a.person_id from participant a where a.tenant_id = s.tenant_id and a.id = s.participant_id) as receiver_id,
       s.withdrawn_at is null and s.valid_until > business_now() and share_rests(s.dossier_id, s.consent_purpose, s.consents)
           as standing, s.sealed, s.version
from share s where s.tenant_id = current_tenant() and s.dossier_id = :dossier_id
order by s.shared_at desc, s.id

-- name: find_share
-- One share.
select s.id, s.dossier_id, s.participant_id, s.kind, s.meeting_id, s.form_id, s.plan_id, s.problem_id, s.consent_purpose, s.consents,
       s.law, s.exchange_id, s.told, s.valid_until, s.shared_by, s.shared_at, s.withdrawn_by, s.withdrawn_at,
       (select a.person_id from participant a where a.tenant_id = s.tenant_id and a.id = s.participant_id) as receiver_id,
       s.withdrawn_at is null and s.valid_until > business_now() and share_rests(s.dossier_id, s.consent_purpose, s.consents)
           as standing, s.sealed, s.version
from share s where s.tenant_id = current_tenant() and s.id = :id

-- name: insert_share
-- Share a record with a place in a meeting.
insert into share (tenant_id, id, dossier_id, participant_id, kind, meeting_id, form_id, plan_id, problem_id, consent_purpose, consents,
                   law, exchange_id, told, valid_until, shared_by, shared_at, sealed)
values (current_tenant(), :id, :dossier_id, :participant_id, :kind, :meeting_id, :form_id, :plan_id, :problem_id, :consent_purpose,
        :consents, :law, :exchange_id, :told, :valid_until, current_person(), business_now(), :sealed)

-- name: withdraw_share
-- No longer: from this instant it opens nothing.
update share set withdrawn_by = current_person(), withdrawn_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and withdrawn_at is null

-- name: place
-- A professional's place in a meeting of the case; who runs that meeting sees the case already.
select a.id, a.dossier_id, a.meeting_id, a.person_id, a.sealed,
       coalesce(a.person_id in (m.convener_id, m.chair_id), false) as runs_meeting
from participant a join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status <> 'cancelled'
where a.tenant_id = current_tenant() and a.id = :id and a.kind = 'professional' and a.status = 'invited' and a.person_id is not null
