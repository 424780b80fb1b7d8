-- name: count_period
-- Children of a period by measure, part and unit, in one pass: counts alone, never a row of anybody. The worker's.
with met as materialized (
    select m.id, k.child_id, d.unit_id, m.type, m.level, m.starts_at, m.problem_id
    from meeting m
    join casework k on k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
    join dossier d on d.tenant_id = m.tenant_id and d.id = m.dossier_id
    where m.tenant_id = current_tenant() and m.status in ('held', 'concluded')
      and m.starts_at >= :from_at and m.starts_at < :until_at
), known as (
    select met.*, coalesce(v.child_told, false) as child_told, coalesce(v.child_tried, false) as child_tried,
           coalesce(v.parent_told, false) as parent_told, coalesce(f.there, false) as there, coalesce(f.heard, false) as heard,
           met.problem_id is not null and not exists (
               select from meeting e where e.tenant_id = current_tenant() and e.problem_id = met.problem_id
                 and e.status in ('held', 'concluded') and e.starts_at < met.starts_at) as first_of_problem,
           met.starts_at < q.opened_at + make_interval(days => :soon_days::integer) as soon
    from met
    left join lateral (
        select bool_or(p.whose = 'child' and p.obtained) as child_told, bool_or(p.whose = 'child') as child_tried,
               bool_or(p.whose = 'parent' and p.obtained) as parent_told
        from perspective p where p.tenant_id = current_tenant() and p.meeting_id = met.id
          and p.taken_back_at is null) v on true
    left join lateral (
        select bool_or(a.attended) as there, bool_and(a.heard_at < met.starts_at) as heard
        from participant a where a.tenant_id = current_tenant() and a.meeting_id = met.id
          and a.kind in ('child', 'parent') and a.status = 'invited') f on true
    left join problem q on q.tenant_id = current_tenant() and q.id = met.problem_id
), per_child as (
    select child_id, min(unit_id::text) as unit,
           bool_and(child_told) as child_told, bool_and(child_tried) as child_tried, bool_and(parent_told) as parent_told,
           bool_and(there) as there, bool_and(heard) as heard,
           bool_or(first_of_problem) as began, bool_and(soon) filter (where first_of_problem) as soon,
           (array_agg(type order by starts_at desc, id))[1] as type, (array_agg(level order by starts_at desc, id))[1] as level
    from known group by child_id
), due as (
    select k.child_id, min(d.unit_id::text) as unit,
           bool_and(a.status = 'done'
                    and coalesce((a.settled_at at time zone 'Europe/Copenhagen')::date <= a.due_on, true)) as in_time
    from agreement a
    join casework k on k.tenant_id = a.tenant_id and k.dossier_id = a.dossier_id
    join dossier d on d.tenant_id = a.tenant_id and d.id = a.dossier_id
    where a.tenant_id = current_tenant() and a.status <> 'dropped' and a.due_on between :first_day and :last_day
    group by k.child_id
), followed as (
    select k.child_id, min(d.unit_id::text) as unit,
           bool_and(exists (
               select from meeting n where n.tenant_id = current_tenant() and n.previous_id = m.id
                 and n.status in ('held', 'concluded')
                 and (n.starts_at at time zone 'Europe/Copenhagen')::date <= m.follow_up_by)) as in_time
    from meeting m
    join casework k on k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
    join dossier d on d.tenant_id = m.tenant_id and d.id = m.dossier_id
    where m.tenant_id = current_tenant() and m.follow_up_by between :first_day and :last_day
    group by k.child_id
), evaluated as (
    -- A network's evaluation in the form that asks, each child once.
    select k.child_id, min(d.unit_id::text) as unit, b.measure, bool_and(b.measure = any (e.counted)) as said
    from unnest(:evaluations::text[]) b (measure)
    join network_evaluation e on e.tenant_id = current_tenant() and e.form_key = split_part(split_part(b.measure, ':', 2), '.', 1)
     and e.recorded_at >= :from_at and e.recorded_at < :until_at
    join casework k on k.tenant_id = e.tenant_id and k.dossier_id = e.dossier_id
    join dossier d on d.tenant_id = e.tenant_id and d.id = e.dossier_id
    group by k.child_id, b.measure
), told as (
    select v.measure, v.part, c.unit from per_child c cross join lateral (values
        ('perspectives', case when c.child_told then 'obtained' when c.child_tried then 'attempted' else 'missing' end),
        ('parent_perspectives', case when c.parent_told then 'yes' else 'no' end),
        ('family_attended', case when c.there then 'yes' else 'no' end),
        ('family_heard', case when c.heard then 'yes' else 'no' end),
        ('first_meeting', case when not c.began then 'further' when c.soon then 'soon' else 'later' end),
        ('meetings_by_type', c.type),
        ('meetings_by_level', coalesce(c.level::text, ''))) v (measure, part)
    union all
    select b.measure, case when exists (
        select from met join counted_answer t on t.tenant_id = current_tenant() and t.meeting_id = met.id
        where met.child_id = c.child_id and t.measure = b.measure) then 'yes' else 'no' end, c.unit
    from per_child c cross join unnest(:boxes::text[]) b (measure)
    union all
    select measure, case when said then 'yes' else 'no' end, unit from evaluated
    union all
    select 'agreements_done', case when in_time then 'yes' else 'no' end, unit from due
    union all
    select 'follow_ups_in_time', case when in_time then 'yes' else 'no' end, unit from followed
    union all
    select 'underretninger', '', min(d.unit_id::text)
    from underretning u join dossier d on d.tenant_id = u.tenant_id and d.id = u.dossier_id
    where u.tenant_id = current_tenant() and u.sent_at >= :from_at and u.sent_at < :until_at
    group by u.child_id
)
select measure, part, coalesce(unit, '') as unit, count(*)::integer as children from told group by 1, 2, 3

-- name: first_model_day
-- Since when the municipality uses the system: no period before that is counted.
select min(applies_from) as day from model_adoption where tenant_id = current_tenant()

-- name: find_period
-- One period.
select id, began_on, ended_on, model_version_id, counted_at, judgement, kept_reason, judged_by, released_at, released_by, version
from indicator_period where tenant_id = current_tenant() and id = :id

-- name: periods
-- A page of the periods that the actor may see, the latest first.
select id, began_on, ended_on, model_version_id, counted_at, judgement, kept_reason, judged_by, released_at, released_by, version
from indicator_period
where tenant_id = current_tenant()
  and (:before::date is null or (ended_on, id) < (:before::date, :before_id::uuid))
order by ended_on desc, id desc
limit :limit

-- name: counted_periods
-- Which periods have been counted since a day.
select began_on, ended_on from indicator_period where tenant_id = current_tenant() and ended_on >= :since

-- name: insert_period
-- A period is over and counted; counted by another at the same moment, nothing happens.
insert into indicator_period (tenant_id, id, began_on, ended_on, model_version_id, counted_at)
values (current_tenant(), :id, :began_on, :ended_on, :model_version_id, business_now())
on conflict (tenant_id, began_on, ended_on) do nothing

-- name: figures_of_periods
-- What may be seen of periods, in the order in which it is told.
select id, period_id, indicator, measure, part, place, entered, number, small, source, entered_by
from indicator_figure where tenant_id = current_tenant() and period_id = any(:periods::uuid[])
order by period_id, indicator, measure, place

-- name: insert_figures
-- Keep the figures of a measure. One that overlaps a period counted before is left out.
insert into indicator_figure (tenant_id, id, period_id, during, indicator, measure, part, place, entered, number, small, source, entered_by)
select current_tenant(), f.id, :period, daterange(:began_on, :ended_on, '[]'), :indicator, :measure, f.part, f.place,
       :entered_by::uuid is not null, f.number, f.small, :source, :entered_by::uuid
from unnest(:ids::uuid[], :parts::text[], :numbers::double precision[], :smalls::boolean[])
     with ordinality f (id, part, number, small, place)
where :entered_by::uuid is not null or not exists (
    select from indicator_figure e where e.tenant_id = current_tenant() and e.measure = :measure and not e.entered
      and e.during && daterange(:began_on, :ended_on, '[]'))

-- name: hold_draft
-- Nobody releases it or enters into it beside us until this transaction ends; none where somebody was first.
select id from indicator_period where tenant_id = current_tenant() and id = :id and released_at is null for update

-- name: drop_entered
-- A figure is entered again.
delete from indicator_figure
where tenant_id = current_tenant() and period_id = :period and indicator = :indicator and measure = :measure and entered

-- name: judge_period
-- The overall judgement in words, while it is a draft.
update indicator_period set judgement = :judgement, kept_reason = :kept_reason, judged_by = :person, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and released_at is null

-- name: release_period
-- From now on it stays as it is.
update indicator_period set released_at = business_now(), released_by = :person, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and released_at is null

-- name: note_answer
-- A box that is counted was ticked.
insert into counted_answer (tenant_id, dossier_id, meeting_id, measure)
values (current_tenant(), :dossier_id, :meeting_id, :measure)
