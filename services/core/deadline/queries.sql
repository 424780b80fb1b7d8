-- name: plan_deadline
-- One deadline, once while it is open. One that is too late already is recorded as missed and tells nobody.
insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, problem_id, underretning_id, key, task, role, person_id, private,
                               due_at, remind_at, next_at, state, settled_at)
select rundbord.current_tenant(), :id, :dossier_id, :meeting, :problem, :underretning, :key, :task, :role, :person, :private,
       :due_at, :remind_at, coalesce((select min(r) from unnest(:remind_at::timestamptz[]) r where r > rundbord.business_now()), :due_at),
       case when :due_at > rundbord.business_now() then 'open' else 'missed' end,
       case when :due_at > rundbord.business_now() then null else rundbord.business_now() end
on conflict (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, key, person_id) where state = 'open' do nothing

-- name: meet_deadlines
-- The deed was done. Done late stays missed.
update rundbord.deadline
set state = 'met', settled_at = rundbord.business_now(), version = version + 1
where tenant_id = rundbord.current_tenant() and state = 'open'
  and (:meeting::uuid is not null or :problem::uuid is not null or :underretning::uuid is not null)
  and (:underretning::uuid is null or underretning_id = :underretning::uuid)
  and (:meeting::uuid is null or meeting_id = :meeting::uuid) and (:problem::uuid is null or problem_id = :problem::uuid)
  and (:key::text is null or key = :key::text) and (:task::text is null or task = :task::text)
  and (:person::uuid is null or person_id = :person::uuid)

-- name: cancel_deadlines
-- What they were for does not take place, or at another time.
update rundbord.deadline
set state = 'cancelled', settled_at = rundbord.business_now(), version = version + 1
where tenant_id = rundbord.current_tenant() and state = 'open'
  and (:meeting::uuid is not null or :problem::uuid is not null or :dossier::uuid is not null)
  and (:meeting::uuid is null or meeting_id = :meeting::uuid) and (:problem::uuid is null or problem_id = :problem::uuid)
  and (:dossier::uuid is null or dossier_id = :dossier::uuid)

-- name: deadlines_of_meeting
-- All deadlines of a meeting that the actor may see, the next one first.
select id, dossier_id, meeting_id, problem_id, key, task, role, person_id, due_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and meeting_id = :meeting and state <> 'cancelled'
order by due_at, key, id

-- name: deadlines_of_underretning
-- What the authority must do about an underretning, the next one first.
select id, dossier_id, meeting_id, problem_id, key, task, role, person_id, due_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and underretning_id = :underretning and state <> 'cancelled'
order by due_at, key, id

-- name: open_deadlines_of_person
-- What a person must do, the next first.
select id, dossier_id, meeting_id, problem_id, key, task, role, person_id, due_at, state, version
from rundbord.deadline
where tenant_id = rundbord.current_tenant() and person_id = :person and state = 'open'
order by due_at, key, id
limit :page

-- name: take_due_deadline
-- The deadline due for a look the longest, unless another worker has it, with those who follow up. Three rows at most.
with due as materialized (
    select d.id, d.dossier_id, d.meeting_id, d.problem_id, d.key, d.person_id, d.due_at, d.remind_at
    from rundbord.deadline d
    where d.tenant_id = rundbord.current_tenant() and d.state = 'open' and d.next_at <= rundbord.business_now()
    order by d.next_at
    limit 1
    for update skip locked
)
select d.id, d.dossier_id, d.meeting_id, d.problem_id, d.key, d.person_id, d.due_at, d.remind_at,
       m.convener_id, q.coordinator_id, m.status as meeting_status
from due d
left join lateral (
    select m.convener_id, m.problem_id, m.status from rundbord.meeting m
    where m.tenant_id = rundbord.current_tenant() and m.id = d.meeting_id limit 1) m on true
left join lateral (
    select q.coordinator_id from rundbord.problem q
    where q.tenant_id = rundbord.current_tenant() and q.id = coalesce(d.problem_id, m.problem_id) limit 1) q on true

-- name: look_again_at
-- After a reminder: the sweep looks again at the next reminder or at the deadline itself.
update rundbord.deadline set next_at = :next_at, failures = 0
where tenant_id = rundbord.current_tenant() and id = :id

-- name: settle_deadline
-- The end of a deadline as the sweep finds it.
update rundbord.deadline set state = :state, settled_at = rundbord.business_now(), version = version + 1
where tenant_id = rundbord.current_tenant() and id = :id and state = 'open'

-- name: set_deadline_aside
-- A deadline that could not be handled waits, longer each time, so that it delays only itself.
update rundbord.deadline
set failures = failures + 1, next_at = rundbord.business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = rundbord.current_tenant() and id = :id and state = 'open'

-- name: count_due_deadlines
-- How many the sweep would find now.
select count(*) as due from rundbord.deadline
where tenant_id = rundbord.current_tenant() and state = 'open' and next_at <= rundbord.business_now()
