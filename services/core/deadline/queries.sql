-- name: plan_deadline
-- One deadline, once while it is open. One that is too late already is recorded as missed and tells nobody, unless it
-- is for the sweep to find it so (tell_late).
insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, problem_id, underretning_id, process_id, measure_id,
                               meeting_type, key, task, role, person_id, private, awaits_id, follower_id, due_at, remind_at, next_at, state, settled_at)
select rundbord.current_tenant(), :id, :dossier_id, :meeting, :problem, :underretning, :process, :measure, :meeting_type, :key, :task, :role,
       :person, :private, :awaits, :follower, :due_at, :remind_at,
       coalesce((select min(r) from unnest(:remind_at::timestamptz[]) r where r > rundbord.business_now()), :due_at),
       case when :tell_late or :due_at > rundbord.business_now() then 'open' else 'missed' end,
       case when :tell_late or :due_at > rundbord.business_now() then null else rundbord.business_now() end
on conflict (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, process_id, measure_id, meeting_type, key, person_id, awaits_id)
    where state = 'open' do nothing

-- name: meet_deadlines
-- The deed was done at :done_at (none: now). Done late is missed, and stays so; nobody more is told of it.
update rundbord.deadline
set state = case when coalesce(:done_at::timestamptz, rundbord.business_now()) < due_at then 'met' else 'missed' end,
    done_at = coalesce(:done_at::timestamptz, rundbord.business_now()),
    settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant() and state in ('open', 'missed') and done_at is null
  and (:meeting::uuid is not null or :problem::uuid is not null or :underretning::uuid is not null
       or :process::uuid is not null or :measure::uuid is not null)
  and (:process::uuid is null or process_id = :process::uuid) and (:measure::uuid is null or measure_id = :measure::uuid)
  and (:underretning::uuid is null or underretning_id = :underretning::uuid)
  and (:meeting::uuid is null or meeting_id = :meeting::uuid) and (:problem::uuid is null or problem_id = :problem::uuid)
  and (:key::text is null or key = :key::text) and (:task::text is null or task = :task::text)
  and (:person::uuid is null or person_id = :person::uuid)

-- name: cancel_deadlines
-- What they were for does not take place, or at another time. What was missed before stays so, and no more is told of it;
-- an answer that nobody gave is not awaited any more.
update rundbord.deadline
set state = case when state = 'open' or awaits_id is not null then 'cancelled' else state end,
    settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant()
  and (state = 'open' or escalating or (state = 'missed' and done_at is null and awaits_id is not null))
  and (:meeting::uuid is not null or :problem::uuid is not null or :dossier::uuid is not null
       or :process::uuid is not null or :measure::uuid is not null)
  and (:process::uuid is null or process_id = :process::uuid) and (:measure::uuid is null or measure_id = :measure::uuid)
  and (:meeting::uuid is null or meeting_id = :meeting::uuid) and (:problem::uuid is null or problem_id = :problem::uuid)
  and (:dossier::uuid is null or dossier_id = :dossier::uuid)

-- name: deadlines_of_meeting
-- All deadlines of a meeting that the actor may see, the next one first.
select id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, task, role, person_id, due_at, done_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and meeting_id = :meeting and state <> 'cancelled' and awaits_id is null
order by due_at, key, id

-- name: deadlines_of_underretning
-- What the authority must do about an underretning, the next one first.
select id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, task, role, person_id, due_at, done_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and underretning_id = :underretning and state <> 'cancelled'
order by due_at, key, id

-- name: open_deadlines_of_person
-- What a person must do, the next first.
select id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, task, role, person_id, due_at, done_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and person_id = :person and state = 'open' and awaits_id is null
order by due_at, key, id
limit :page

-- name: deadlines_of_measure
-- What counts from a measure and is not done, the next first.
select id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, task, role, person_id, due_at, done_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and measure_id = :measure and state = 'open'
order by due_at, key, id

-- name: find_deadline
-- One deadline that the actor may see.
select id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, task, role, person_id, due_at, done_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and id = :id

-- name: deadlines_of_case
-- What a case must do that is no meeting's, underretning's, process's or measure's, the next first; what was cancelled is not among it.
select id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, task, role, person_id, due_at, done_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and dossier_id = :dossier_id and meeting_id is null and underretning_id is null
  and process_id is null and measure_id is null and state <> 'cancelled' and awaits_id is null
order by due_at, key, id

-- name: settle_one
-- Somebody says when it was done.
update rundbord.deadline
set state = case when :done_at < due_at then 'met' else 'missed' end, done_at = :done_at,
    settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant() and id = :id and version = :expected_version
  and state in ('open', 'missed') and done_at is null

-- name: not_done
-- What was just said to be done in time was not: it waits as before.
update rundbord.deadline
set state = 'open', done_at = null, settled_at = null, version = version + 1
where tenant_id = rundbord.current_tenant() and id = :id and version = :expected_version
  and state = 'met' and due_at > rundbord.business_now() and settled_at > rundbord.business_now() - interval '1 hour'

-- name: take_back_waiting
-- What a case waits for, its meetings', processes' and measures' included, is not awaited any more; what the authority owes
-- an underretning is.
update rundbord.deadline
set state = case when state = 'open' or awaits_id is not null then 'cancelled' else state end,
    settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant() and dossier_id = :dossier_id and underretning_id is null
  and (state = 'open' or escalating or (state = 'missed' and done_at is null and awaits_id is not null))

-- name: take_back_awaited
-- Nobody waits any more for an answer of one who has no part in the case now.
update rundbord.deadline
set state = 'cancelled', settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant() and dossier_id = :dossier_id and person_id = :person and awaits_id is not null
  and state in ('open', 'missed') and done_at is null

-- name: await_suggestion
-- By when the family's own wish about a circle is answered.
select rundbord.await_suggestion(:id, :suggestion, :due_at, :remind_at)

-- name: await_invitation
-- By when somebody who is invited has answered.
select rundbord.await_invitation(:id, :participant, :due_at, :remind_at)

-- name: receivers_of_handover
-- The unit that knowledge was handed to, where it was handed to no person.
select to_unit_id as unit_id from rundbord.handover
where tenant_id = rundbord.current_tenant() and id = :id and to_unit_id is not null

-- name: take_back
-- What they were for is not so any more.
update rundbord.deadline
set state = 'cancelled', settled_at = rundbord.business_now(), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant() and id = any(:ids::uuid[]) and state in ('open', 'missed') and done_at is null

-- name: hand_deadline
-- Somebody has taken it on; none: it is again for whoever fills its role.
update rundbord.deadline set person_id = :person, version = version + 1
where tenant_id = rundbord.current_tenant() and id = any(:ids::uuid[]) and state in ('open', 'missed') and done_at is null

-- name: done_in_dossier
-- When what is to be done again and again was last done, by the local day's instant.
select problem_id, key, max(coalesce(done_at, settled_at)) as done_at
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and dossier_id = :dossier and task = :task and problem_id is not null
  and (done_at is not null or state = 'met')
group by problem_id, key

-- name: take_due_deadline
-- The deadline due for a look the longest, unless another worker has it, with those who follow up: its own row, its
-- meeting's, and those of the places of its problem's thread.
with due as materialized (
    select d.id, d.dossier_id, d.meeting_id, d.problem_id, d.underretning_id, d.meeting_type, d.key, d.role, d.person_id, d.due_at,
       d.remind_at, d.state, d.awaits_id, d.follower_id
    from rundbord.deadline d
    where d.tenant_id = rundbord.current_tenant() and (d.state = 'open' or d.escalating) and d.next_at <= rundbord.business_now()
    order by d.next_at
    limit 1
    for update skip locked
)
select d.id, d.dossier_id, d.meeting_id, d.problem_id, d.underretning_id, d.meeting_type, d.key, d.role, d.person_id, d.due_at,
       d.remind_at, d.state, d.awaits_id, d.follower_id,
       m.convener_id, q.coordinators, m.status as meeting_status, m.starts_at as meeting_starts_at,
       coalesce(d.underretning_id, d.problem_id, m.problem_id) as about_id
from due d
left join lateral (
    select m.convener_id, m.problem_id, m.status, m.starts_at from rundbord.meeting m
    where m.tenant_id = rundbord.current_tenant() and m.id = d.meeting_id limit 1) m on true
left join lateral (
    select coalesce(array_agg(k.person_id order by k.place), '{}') as coordinators from rundbord.problem_coordinator k
    where k.tenant_id = rundbord.current_tenant() and k.problem_id = coalesce(d.problem_id, m.problem_id)
      and k.person_id is not null) q on true

-- name: look_again_at
-- After a reminder: the sweep looks again at the next reminder or at the deadline itself.
update rundbord.deadline set next_at = :next_at, failures = 0
where tenant_id = rundbord.current_tenant() and id = :id

-- name: drop_deadline
-- What it was for is cancelled.
update rundbord.deadline
set state = case when state = 'open' then 'cancelled' else state end,
    settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
where tenant_id = rundbord.current_tenant() and id = :id

-- name: miss_deadline
-- It was not done in time. :again: when the next who follows up is told; none: nobody more is.
update rundbord.deadline
set state = 'missed', settled_at = coalesce(settled_at, rundbord.business_now()), failures = 0,
    escalating = :again::timestamptz is not null, next_at = coalesce(:again::timestamptz, next_at), version = version + 1
where tenant_id = rundbord.current_tenant() and id = :id and (state = 'open' or escalating)

-- name: set_deadline_aside
-- A deadline that could not be handled waits, longer each time, so that it delays only itself.
update rundbord.deadline
set failures = failures + 1, next_at = rundbord.business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = rundbord.current_tenant() and id = :id and (state = 'open' or escalating)

-- name: count_due_deadlines
-- How many the sweep would find now.
select count(*) as due from rundbord.deadline
where tenant_id = rundbord.current_tenant() and (state = 'open' or escalating) and next_at <= rundbord.business_now()
