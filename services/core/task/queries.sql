-- name: tasks_of_actor
-- Everything that waits for the actor, the most urgent first; each row says where it can be done.
with me as (select current_person() as id, business_now() as now),
-- The actor, and whoever is away and left a child to them: what waits for those waits for the actor, of that child.
us as (select id, null::uuid as in_dossier, now from me
       union all select f.person_id, f.in_dossier, business_now() from stood_in_for() f)
select distinct t.kind, t.due_at, t.dossier_id, t.child_id, t.meeting_id, t.consent_id, t.problem_id, t.meeting_type, t.model_version_id,
       t.deadline_key, t.deadline_id, d.version as deadline_version, d.task as deadline_task, d.meeting_type is not null as after_event,
       null::uuid as person_id
from (
    select 'answer' as kind, m.starts_at as due_at, m.dossier_id, c.child_id, m.id as meeting_id, null::uuid as consent_id,
           null::uuid as problem_id, m.type as meeting_type, m.model_version_id, null::text as deadline_key, null::uuid as deadline_id
    from participant a
    join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, me
    where a.tenant_id = current_tenant() and a.person_id = me.id and a.status = 'invited' and a.answer = 'none'
      and m.status in ('planned', 'agenda_sent') and m.starts_at > me.now and m.convener_id <> me.id
      -- Who is asked when it suits is not asked whether they come before the time is fixed.
      and not exists (select from time_proposal t where t.tenant_id = m.tenant_id and t.meeting_id = m.id and t.state = 'open')
    union all
    select 'times', t.answer_by, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null, null
    from time_proposal t
    join meeting m on m.tenant_id = t.tenant_id and m.id = t.meeting_id
    join participant a on a.tenant_id = t.tenant_id and a.meeting_id = t.meeting_id
    join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, me
    where t.tenant_id = current_tenant() and t.state = 'open' and t.answer_by > me.now and a.person_id = me.id and a.status = 'invited'
      and m.convener_id <> me.id
      and not exists (select from time_answer w where w.tenant_id = t.tenant_id and w.proposal_id = t.id and w.person_id = me.id)
    union all
    select 'fix_time', t.answer_by, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null, null
    from time_proposal t
    join meeting m on m.tenant_id = t.tenant_id and m.id = t.meeting_id
    join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, us me
    where t.tenant_id = current_tenant() and t.state = 'open' and m.convener_id = me.id and (me.in_dossier is null or me.in_dossier = m.dossier_id)
    union all
    select 'consent', m.starts_at, k.dossier_id, c.child_id, k.meeting_id, k.id, null, m.type, m.model_version_id, null, null
    from consent k
    join casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
    left join meeting m on m.tenant_id = k.tenant_id and m.id = k.meeting_id, me
    where k.tenant_id = current_tenant() and k.giver_id = me.id and k.state = 'asked' and m.status is distinct from 'cancelled'
    union all
    -- What is nobody's by name is for who fills its role, who holds the thread and, where it has neither, who leads.
    select 'deadline', d.due_at, d.dossier_id, c.child_id, d.meeting_id, null, d.problem_id, coalesce(m.type, d.meeting_type),
           coalesce(m.model_version_id, c.model_version_id), d.key, d.id
    from deadline d
    join casework c on c.tenant_id = d.tenant_id and c.dossier_id = d.dossier_id
    left join meeting m on m.tenant_id = d.tenant_id and m.id = d.meeting_id, us me
    where d.tenant_id = current_tenant() and d.state in ('open', 'missed') and d.done_at is null and d.awaits_id is null
      and (me.in_dossier is null or me.in_dossier = d.dossier_id)
      and (d.person_id = me.id or (d.person_id is null and m.convener_id = me.id)
           or (d.person_id is null and d.meeting_id is null and d.underretning_id is null
               and (me.in_dossier is null and d.role = any(:roles::text[]) or (me.in_dossier is null and :leads and d.role is null and d.problem_id is null)
                    or exists (select from problem_coordinator k
                               where k.tenant_id = d.tenant_id and k.problem_id = d.problem_id and k.person_id = me.id))))
      -- What was to be done before a meeting waits no more once it is over.
      and (m.status is null or m.status in ('planned', 'agenda_sent')
           or (m.status <> 'cancelled' and d.task not in ('answer', 'send_agenda', 'hold_meeting')))
    union all
    select 'hold', m.ends_at, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null, null
    from meeting m join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, us me
    where m.tenant_id = current_tenant() and m.convener_id = me.id and (me.in_dossier is null or me.in_dossier = m.dossier_id) and m.status in ('planned', 'agenda_sent') and m.ends_at <= me.now
    union all
    select 'conclude', null, m.dossier_id, c.child_id, m.id, null, null, m.type, m.model_version_id, null, null
    from meeting m join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id, us me
    where m.tenant_id = current_tenant() and m.convener_id = me.id and (me.in_dossier is null or me.in_dossier = m.dossier_id) and m.status = 'held'
    union all
    select 'coordinator', null, q.dossier_id, c.child_id, null, null, q.id, null, null, null, null
    from problem_coordinator k join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
    join casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id, me
    where k.tenant_id = current_tenant() and k.pending_id = me.id
    union all
    -- Whoever holds a thread and works here no more holds it until the leader has found the next.
    select 'coordinator_left', null, q.dossier_id, c.child_id, null, null, q.id, null, null, null, null
    from dossier_place d join problem_coordinator k on k.tenant_id = d.tenant_id and k.dossier_id = d.dossier_id
    join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
    join casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id
    where d.tenant_id = current_tenant() and d.unit_id = any ((select led_units())::uuid[])
      and d.valid_from <= business_now() and (d.valid_until is null or d.valid_until > business_now())
      and k.person_id is not null and not works_here(k.person_id)
      and (k.pending_id is null or not works_here(k.pending_id))
) t
left join deadline d on d.tenant_id = current_tenant() and d.id = t.deadline_id
order by t.due_at nulls last, t.kind, t.meeting_id, t.consent_id, t.problem_id, t.deadline_id
limit :limit

-- name: undelivered_of_actor
-- What did not reach somebody and the actor answers for: one task for a meeting, or for what else of a child it was about.
select 'undelivered' as kind, coalesce(m.starts_at, min(u.failed_at)) as due_at, u.dossier_id, u.child_id, u.meeting_id,
       null::uuid as consent_id, null::uuid as problem_id, m.type as meeting_type, m.model_version_id, null::text as deadline_key,
       null::uuid as deadline_id, null::integer as deadline_version, null::text as deadline_task, false as after_event,
       null::uuid as person_id
from undelivered_to_deal_with() u
left join meeting m on m.tenant_id = current_tenant() and m.id = u.meeting_id
group by u.dossier_id, u.child_id, u.meeting_id, m.starts_at, m.type, m.model_version_id
order by 2, u.dossier_id
limit :limit

-- name: awaited_of_actor
-- What somebody waits for from the actor, and what the actor asked somebody and nobody answers: that is theirs to take up.
with me as (select current_person() as id, business_now() as now),
us as (select id, null::uuid as in_dossier, now from me
       union all select f.person_id, f.in_dossier, business_now() from stood_in_for() f),
found as (
    select distinct d.id, case when d.person_id = us.id then substr(d.key, 7) else 'silent_' || substr(d.key, 7) end as kind
    from deadline d cross join us
    left join meeting m on m.tenant_id = d.tenant_id and m.id = d.meeting_id
    where d.tenant_id = current_tenant() and d.awaits_id is not null and d.done_at is null and d.state in ('open', 'missed')
      and (us.in_dossier is null or us.in_dossier = d.dossier_id)
      and (d.key not in ('await_invitation', 'await_suggestion', 'await_times') or m.status in ('planned', 'agenda_sent') and m.starts_at > us.now)
      and (d.person_id = us.id and d.key in ('await_handover', 'await_suggestion', 'await_agreement')
           or d.state = 'missed' and d.person_id is distinct from us.id and (
               d.follower_id = us.id
               or d.follower_id is null and d.key <> 'await_suggestion' and m.convener_id = us.id
               or d.key = 'await_agreement' and exists (
                   select from problem_coordinator k
                   where k.tenant_id = d.tenant_id and k.problem_id = m.problem_id and k.person_id = us.id)
               -- A wish that the convener leaves unanswered, and whatever was asked by somebody who has left, is the leader's.
               or us.in_dossier is null and :leads and (
                   d.key = 'await_suggestion' or not works_here(coalesce(d.follower_id, m.convener_id)))))
)
select f.kind, coalesce(case when d.key = 'await_invitation' then m.starts_at end, d.due_at) as due_at, d.dossier_id, c.child_id, d.meeting_id,
       null::uuid as consent_id, d.problem_id, m.type as meeting_type, coalesce(m.model_version_id, c.model_version_id) as model_version_id,
       d.key as deadline_key, d.id as deadline_id, d.version as deadline_version, d.task as deadline_task, false as after_event,
       case when f.kind like 'silent_%' then d.person_id end as person_id
from found f
join deadline d on d.tenant_id = current_tenant() and d.id = f.id
join casework c on c.tenant_id = d.tenant_id and c.dossier_id = d.dossier_id
left join meeting m on m.tenant_id = d.tenant_id and m.id = d.meeting_id
union all
select 'silent_consent', m.starts_at, k.dossier_id, c.child_id, k.meeting_id, k.id, null, m.type, k.model_version_id, null, null, null, null, false,
       k.giver_id
from consent k
join casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
left join meeting m on m.tenant_id = k.tenant_id and m.id = k.meeting_id
where k.tenant_id = current_tenant() and k.state = 'asked' and k.silent_since is not null
  and (m.id is null or m.status in ('planned', 'agenda_sent') and m.starts_at > business_now())
  and (exists (select from us where us.id = k.asked_by and (us.in_dossier is null or us.in_dossier = k.dossier_id))
       or :leads and not works_here(k.asked_by))
order by 2 nulls last, 1, 11, 6
limit :limit

-- name: requests_of_office
-- Requests for access and correction that wait for the data protection officer.
select 'access_request' as kind, r.due_at, r.id, null::text as series_type, null::uuid as unit_id
from access_request r where r.tenant_id = current_tenant() and r.state in ('asked', 'extended')
order by r.due_at, r.id
limit :limit

-- name: emergencies_to_judge
-- Emergencies that the actor answers for and has not judged: of the units they lead, or of the municipality; nobody judges their own.
select 'emergency' as kind, null::timestamptz as due_at, e.id, null::text as series_type, null::uuid as unit_id
from emergency_access e
where e.tenant_id = current_tenant() and e.person_id <> current_person()
  and not exists (select from emergency_review w
                  where w.tenant_id = e.tenant_id and w.emergency_id = e.id and w.reviewed_by = current_person())
order by e.opened_at, e.id
limit :limit

-- name: tasks_of_office
-- What waits for whoever leads a place, or answers what is told upwards: no child's.
select 'series' as kind, s.short_since as due_at, s.id, s.type as series_type, s.unit_id
from series s
where s.tenant_id = current_tenant() and s.short_since is not null and s.unit_id = any ((select led_units())::uuid[])
union all
select 'report', r.next_at, r.id, null, null from upward_report r
where r.tenant_id = current_tenant() and r.status = 'received' and r.reminded > 0 and (select current_capacity()) = any (r.addressed)
order by 2 nulls last, 3
limit :limit
