-- name: find_meeting
-- One meeting.
select id, dossier_id, problem_id, type, level, model_version_id, status, starts_at, ends_at, sequence, convener_id, chair_id,
       previous_id, outcome, outcome_level, follow_up_by, called_at, gathering_id, sealed, version,
       dossier_id = any ((select only_reached())::uuid[]) as guest,
       dossier_id = any ((select only_reached())::uuid[]) and id <> all ((select opened_meetings())::uuid[]) as veiled
from meeting where tenant_id = current_tenant() and id = :id

-- name: meetings_of_dossier
-- A casework's meetings, oldest first.
select id, dossier_id, problem_id, type, level, model_version_id, status, starts_at, ends_at, sequence, convener_id, chair_id,
       previous_id, outcome, outcome_level, follow_up_by, called_at, gathering_id, sealed, version,
       dossier_id = any ((select only_reached())::uuid[]) as guest,
       dossier_id = any ((select only_reached())::uuid[]) and id <> all ((select opened_meetings())::uuid[]) as veiled
from meeting where tenant_id = current_tenant() and dossier_id = :dossier_id
order by starts_at, id

-- name: meetings_of_actor
-- A page of the meetings the actor takes part in, convenes or chairs (for a family: all of its children's), by time.
select m.id, m.dossier_id, m.problem_id, m.type, m.level, m.model_version_id, m.status, m.starts_at, m.ends_at, m.sequence,
       m.convener_id, m.chair_id, m.previous_id, m.outcome, m.outcome_level, m.follow_up_by, m.called_at, m.gathering_id, m.sealed, m.version,
       m.dossier_id = any ((select only_reached())::uuid[]) as guest,
       m.dossier_id = any ((select only_reached())::uuid[]) and m.id <> all ((select opened_meetings())::uuid[]) as veiled
from meeting m
where m.tenant_id = current_tenant()
  and (:everything::boolean or m.convener_id = :person_id or m.chair_id = :person_id
       or exists (select from participant a where a.tenant_id = m.tenant_id and a.meeting_id = m.id
                  and a.person_id = :person_id and a.status = 'invited'))
  and (:from_at::timestamptz is null or m.ends_at >= :from_at)
  and (:until_at::timestamptz is null or m.ends_at < :until_at)
  and (:after_at::timestamptz is null or (m.starts_at, m.id) > (:after_at, :after_id::uuid))
order by m.starts_at, m.id
limit :limit

-- name: following_meeting
-- The meeting that follows one up.
select id, dossier_id, problem_id, type, level, model_version_id, status, starts_at, ends_at, sequence, convener_id, chair_id,
       previous_id, outcome, outcome_level, follow_up_by, called_at, gathering_id, sealed, version,
       dossier_id = any ((select only_reached())::uuid[]) as guest,
       dossier_id = any ((select only_reached())::uuid[]) and id <> all ((select opened_meetings())::uuid[]) as veiled
from meeting where tenant_id = current_tenant() and dossier_id = :dossier_id and previous_id = :id and status <> 'cancelled'
order by called_at desc limit 1

-- name: insert_meeting
-- Call a meeting.
insert into meeting (tenant_id, id, dossier_id, problem_id, type, level, model_version_id, status, starts_at, ends_at, convener_id,
                     chair_id, previous_id, called_at, record_for, gathering_id, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :type, :level, :model_version_id, 'planned', :starts_at, :ends_at, :convener_id,
        :chair_id, :previous_id, business_now(), :record_for, :gathering_id, :sealed)

-- name: set_gathering
-- This meeting is held together with others, or no longer.
update meeting set gathering_id = :gathering_id where tenant_id = current_tenant() and id = :id

-- name: gathering
-- The meetings that are held together, as far as the actor sees them.
select id, dossier_id, problem_id, type, level, model_version_id, status, starts_at, ends_at, sequence, convener_id, chair_id,
       previous_id, outcome, outcome_level, follow_up_by, called_at, gathering_id, sealed, version,
       dossier_id = any ((select only_reached())::uuid[]) as guest,
       dossier_id = any ((select only_reached())::uuid[]) and id <> all ((select opened_meetings())::uuid[]) as veiled
from meeting where tenant_id = current_tenant() and gathering_id = :gathering_id
order by called_at, id

-- name: set_status
-- The meeting goes on to its next state.
update meeting set status = :status, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: move_meeting
-- Another time: answers are asked for again by the new sequence.
update meeting set starts_at = :starts_at, ends_at = :ends_at, sequence = sequence + 1, version = version + 1, status = 'planned',
    sealed = :sealed
where tenant_id = current_tenant() and id = :id and version = :expected_version and status in ('planned', 'agenda_sent')

-- name: cancel_meeting
-- Cancelled, with its reason sealed beside the place.
update meeting set status = 'cancelled', sequence = sequence + 1, version = version + 1, sealed = :sealed
where tenant_id = current_tenant() and id = :id and version = :expected_version and status in ('planned', 'agenda_sent')

-- name: conclude_meeting
-- The outcome ends the meeting's work.
update meeting set status = 'concluded', outcome = :outcome, outcome_level = :outcome_level, follow_up_by = :follow_up_by,
    version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'held'

-- name: participants_of_meeting
-- Everyone of a meeting's circle, the child and family first.
select a.id, a.dossier_id, a.meeting_id, a.person_id, a.kind, a.role, a.strength, a.external, a.consent_purpose, a.status, a.answer,
       a.answered_at, a.attended, a.heard_at, a.sealed, a.version
from participant a
where a.tenant_id = current_tenant() and a.meeting_id = :meeting_id
order by array_position(array['child', 'parent', 'network', 'professional'], a.kind), a.role, a.id

-- name: insert_participant
-- Add someone to a meeting's circle.
insert into participant (tenant_id, id, dossier_id, meeting_id, person_id, kind, role, strength, external, consent_purpose, status,
                         access_from, access_until, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :person_id, :kind, :role, :strength, :external, :consent_purpose, :status,
        business_now(), :access_until, :sealed)

-- name: answer_invitation
-- The invited person's own answer.
update participant set answer = :answer, answered_at = business_now(), sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'invited' and person_id = :person_id

-- name: ask_again
-- A moved meeting's answers are void.
update participant set answer = 'none', answered_at = null, version = version + 1
where tenant_id = current_tenant() and meeting_id = :meeting_id

-- name: mark_heard
-- Someone of the family has said what they wanted to, or was asked.
update participant set heard_at = business_now(), sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and heard_at is null

-- name: withdraw
-- An invitation is taken back.
update participant set status = 'removed', answer = 'none', answered_at = null, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'invited'

-- name: invite_again
-- One whose invitation was taken back, or whose place a shield took that has ended, is invited once more.
update participant set status = 'invited', answer = 'none', answered_at = null, version = version + 1
where tenant_id = current_tenant() and id = :id and role = :role and status in ('removed', 'suspended')

-- name: record_attendance
-- Who was there.
update participant set attended = (id = any(:present::uuid[])), version = version + 1
where tenant_id = current_tenant() and meeting_id = :meeting_id and status = 'invited'

-- name: agenda_of_meeting
-- A meeting's agenda in its order.
select id, dossier_id, meeting_id, position, origin, added_by, added_at, sealed
from agenda_item where tenant_id = current_tenant() and meeting_id = :meeting_id
order by position, id

-- name: insert_agenda_item
-- Add a point at the end of the agenda.
insert into agenda_item (tenant_id, id, dossier_id, meeting_id, position, origin, added_by, added_at, sealed)
select current_tenant(), :id, :dossier_id, :meeting_id,
       coalesce((select max(position) from agenda_item where tenant_id = current_tenant() and meeting_id = :meeting_id), 0) + 1,
       :origin, :added_by, business_now(), :sealed

-- name: form_of_meeting
-- A meeting's form, if its type has one.
select id, dossier_id, meeting_id, form_key, model_version_id, completed_at, sealed, version
from form where tenant_id = current_tenant() and meeting_id = :meeting_id

-- name: insert_form
-- An empty form for the meeting.
insert into form (tenant_id, id, dossier_id, meeting_id, form_key, model_version_id, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :form_key, :model_version_id, :sealed)

-- name: fill_form
-- What has been filled in; completing it is said, not guessed.
update form set sealed = :sealed, version = version + 1,
    completed_at = case when :complete::boolean then coalesce(completed_at, business_now()) end
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: completed_forms
-- The forms that have been completed in a casework.
select distinct form_key from form where tenant_id = current_tenant() and dossier_id = :dossier_id and completed_at is not null

-- name: set_details
-- What was said of the meeting has become more.
update meeting set sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: keep_details
-- The same beside another change of the meeting, which counts the version.
update meeting set sealed = :sealed where tenant_id = current_tenant() and id = :id

-- name: set_chair
-- Who leads it has been agreed.
update meeting set chair_id = :chair_id, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status in ('planned', 'agenda_sent')

-- name: said_of_meeting
-- Whose view has been recorded for a meeting, as far as it stands and the actor may see it.
select dossier_id, whose, obtained
from perspective where tenant_id = current_tenant() and meeting_id = :meeting_id and superseded_at is null and taken_back_at is null
order by recorded_at, id

-- name: agreements_of_meeting
-- What was agreed at a meeting.
select id, dossier_id, meeting_id, responsible_id, due_on, close_to_child, status, made_at, settled_at, settled_by, said_sealed,
       sealed, version
from agreement where tenant_id = current_tenant() and meeting_id = :meeting_id
order by made_at, id

-- name: agreements_of_dossier
-- Everything agreed in a casework, what is open first.
select id, dossier_id, meeting_id, responsible_id, due_on, close_to_child, status, made_at, settled_at, settled_by, said_sealed,
       sealed, version
from agreement where tenant_id = current_tenant() and dossier_id = :dossier_id
order by (status <> 'open'), due_on nulls last, made_at, id

-- name: find_agreement
-- One agreement.
select id, dossier_id, meeting_id, responsible_id, due_on, close_to_child, status, made_at, settled_at, settled_by, said_sealed,
       sealed, version
from agreement where tenant_id = current_tenant() and id = :id

-- name: insert_agreement
-- Record an agreement with the participant who follows it up.
insert into agreement (tenant_id, id, dossier_id, meeting_id, responsible_id, due_on, close_to_child, status, made_at, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :responsible_id, :due_on, :close_to_child, 'open', business_now(), :sealed)

-- name: close_agreement
-- An agreement is done or dropped.
update agreement set status = :status, settled_at = business_now(), settled_by = current_person(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: say_done
-- Who is to do it says that it is done.
update agreement set status = 'done', settled_at = business_now(), settled_by = current_person(), said_sealed = :said,
    version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: say_not_done
-- And takes it back.
update agreement set status = 'open', settled_at = null, settled_by = null, said_sealed = null, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'done'

-- name: consent_standing
-- Whether a consent stands for those whose participation rests on it.
select s.stands, s.until from consent_standing(:dossier_id, :purpose) s

-- name: delete_agreement
-- An agreement that was just made is unmade.
delete from agreement where tenant_id = current_tenant() and id = :id

-- name: delete_agenda_item
-- A point that was just added is taken off the agenda.
delete from agenda_item where tenant_id = current_tenant() and id = :id
