-- name: own_busy
-- A page of the actor's own busy times that are not over, and who told them.
select id, source, starts_at, ends_at, told_at from busy_time
where tenant_id = current_tenant() and person_id = current_person() and ends_at > business_now()
  and (:after_at::timestamptz is null or (starts_at, id) > (:after_at, :after_id::uuid))
order by starts_at, id
limit :limit

-- name: forget_own_file
-- What the actor told by a file before is replaced, or gone.
delete from busy_time where tenant_id = current_tenant() and person_id = current_person() and source = 'file'

-- name: insert_own_file
-- What the actor's file tells: times alone.
insert into busy_time (tenant_id, id, person_id, source, starts_at, ends_at, told_at)
select current_tenant(), gen_random_uuid(), current_person(), 'file', t.starts_at, t.ends_at, business_now()
from unnest(:starts::timestamptz[], :ends::timestamptz[]) t (starts_at, ends_at)

-- name: tell_busy
-- What the municipality's calendar knows of one professional replaces what it told before.
select tell_busy(:email, :starts, :ends) as told

-- name: forget_over
-- Busy times that are over.
delete from rundbord.busy_time where tenant_id = rundbord.current_tenant() and ends_at <= rundbord.business_now()

-- name: busy_of_meeting
-- At which of these moments the professionals of a meeting are busy, for who leads it.
select person_id, busy from busy_of_meeting(:meeting, :starts, :minutes)

-- name: busy_around
-- The same of professionals who might be called to a meeting about a child.
select person_id, busy from busy_around(:child, :people, :starts, :minutes)

-- name: open_proposal
-- What the circle of a meeting is being asked.
select id, dossier_id, meeting_id, state, made_by, made_at, answer_by, fixed_id, version from time_proposal
where tenant_id = current_tenant() and meeting_id = :meeting and state = 'open'

-- name: find_proposal
-- One proposal.
select id, dossier_id, meeting_id, state, made_by, made_at, answer_by, fixed_id, version from time_proposal
where tenant_id = current_tenant() and id = :id

-- name: insert_proposal
-- Ask the circle of a meeting.
insert into time_proposal (tenant_id, id, dossier_id, meeting_id, made_by, made_at, answer_by, remind_at)
values (current_tenant(), :id, :dossier_id, :meeting, current_person(), business_now(), :answer_by, :remind_at)

-- name: is_finding
-- Whether the circle of a meeting is being asked, for whoever sees the case.
select finding_a_time(:meeting) as open

-- name: await_times
-- By when one of the circle has said when it suits them.
select await_times(:id, :participant)

-- name: insert_times
-- The times that are proposed.
insert into proposed_time (tenant_id, id, dossier_id, meeting_id, proposal_id, starts_at)
select current_tenant(), t.id, :dossier_id, :meeting, :proposal, t.starts_at
from unnest(:ids::uuid[], :starts::timestamptz[]) t (id, starts_at)

-- name: times_of
-- The times of a proposal, the first one first.
select id, dossier_id, meeting_id, starts_at from proposed_time
where tenant_id = current_tenant() and proposal_id = :proposal
order by starts_at

-- name: answers_of
-- What was answered, as far as it is the actor's to read.
select dossier_id, meeting_id, proposed_id, participant_id, person_id, answer, answered_at from time_answer
where tenant_id = current_tenant() and proposal_id = :proposal
order by participant_id, proposed_id

-- name: say
-- One's own word on one time; said again, it is the newer one.
insert into time_answer (tenant_id, id, dossier_id, meeting_id, proposal_id, proposed_id, participant_id, person_id, answer, answered_at)
values (current_tenant(), :id, :dossier_id, :meeting, :proposal, :time, :participant, current_person(), :answer, business_now())
on conflict (tenant_id, proposed_id, participant_id) do update set answer = excluded.answer, answered_at = excluded.answered_at

-- name: settle
-- Nobody is asked any more: one of the times is chosen, or the meeting keeps its own.
update time_proposal set state = :state, fixed_id = :fixed, settled_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and state = 'open' and version = :expected_version

-- name: take_back_invitations_awaited
-- Who is asked when it suits is not asked at the same time whether they come.
update deadline set state = 'cancelled', settled_at = coalesce(settled_at, business_now()), escalating = false, version = version + 1
where tenant_id = current_tenant() and meeting_id = :meeting and key = 'await_invitation' and state in ('open', 'missed') and done_at is null

-- name: comes
-- Who of the family said that the chosen time suits comes, until they say otherwise.
update participant a set answer = 'coming', answered_at = business_now(), version = a.version + 1
where a.tenant_id = current_tenant() and a.meeting_id = :meeting and a.kind in ('child', 'parent') and a.status = 'invited' and exists (
    select from time_answer w where w.tenant_id = a.tenant_id and w.participant_id = a.id and w.proposed_id = :time and w.answer = 'fits')
