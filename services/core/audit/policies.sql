-- The log of what was seen and changed: its one writer, and what a family is told of it.
--
-- Why this is safe: no service's role can write an event, read another's or change one; record_access alone writes,
-- and takes actor, capacity and time from the transaction's own settings (access/policies.sql).

set role rundbord_definer;

-- What these ids are about, whatever they name: a problem, an underretning, or the dossier alone. Ids that name nothing
-- of a dossier answer nothing. In two steps, since nearly always the first has found all: it runs in every transaction.
create or replace function rundbord.about_of(p_ids uuid[]) returns table (dossier_id uuid, id uuid, past_all_steps boolean)
    language plpgsql stable security definer set search_path = '' as $$
declare
    tenant constant uuid := rundbord.current_tenant();
    direct uuid[];
    behind uuid[];
begin
    if cardinality(p_ids) = 0 then
        return;
    end if;
    select array_agg(f.id) into direct from (
        select q.id from rundbord.problem q where q.tenant_id = tenant and q.id = any (p_ids)
        union all select m.id from rundbord.meeting m where m.tenant_id = tenant and m.id = any (p_ids)
        union all select u.id from rundbord.underretning u where u.tenant_id = tenant and u.id = any (p_ids)
        union all select c.child_id from rundbord.casework c where c.tenant_id = tenant and c.child_id = any (p_ids)) f;
    if direct is null or not direct @> p_ids then
        select array_agg(f.id) into behind from (
            select a.meeting_id as id from rundbord.participant a where a.tenant_id = tenant and a.id = any (p_ids)
            union all select a.meeting_id from rundbord.agreement a where a.tenant_id = tenant and a.id = any (p_ids)
            union all select c.meeting_id from rundbord.consent c where c.tenant_id = tenant and c.id = any (p_ids)
            union all select unnest(array[d.meeting_id, d.problem_id, d.underretning_id]) from rundbord.deadline d
                where d.tenant_id = tenant and d.id = any (p_ids)
            union all select unnest(array[x.meeting_id, x.problem_id]) from rundbord.process x where x.tenant_id = tenant and x.id = any (p_ids)
            union all select x.problem_id from rundbord.measure x where x.tenant_id = tenant and x.id = any (p_ids)
            union all select g.about_id from rundbord.message g where g.tenant_id = tenant and g.id = any (p_ids)) f
        where f.id is not null;
        return query select c.dossier_id, c.dossier_id, false from rundbord.consent c
            where c.tenant_id = tenant and c.id = any (p_ids) and c.meeting_id is null;
        direct := direct || behind;
    end if;
    return query
        select q.dossier_id, q.id, false from rundbord.problem q where q.tenant_id = tenant and q.id = any (direct)
        union select m.dossier_id, coalesce(m.problem_id, m.dossier_id), false from rundbord.meeting m
            where m.tenant_id = tenant and m.id = any (direct)
        union select u.dossier_id, u.id, true from rundbord.underretning u where u.tenant_id = tenant and u.id = any (direct);
end $$;

-- What an event was about, dossier by dossier: what was asked for or written by name, else what was seen of it, else
-- the dossier itself. A child's identity counts for itself only where no one thing of its casework was the reason.
-- A look at the child by name is a look at all of it.
create or replace function rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) returns uuid[]
    language plpgsql stable security definer set search_path = '' as $$
declare about uuid[];
begin
    if cardinality(p_named) + cardinality(p_seen) = 0 then
        return p_dossiers;
    end if;
    with named as materialized (
        select n.* from rundbord.about_of(p_named) n where n.dossier_id = any (p_dossiers)
    ), caseworks as (
        select c.dossier_id, c.child_id, p.dossier_id as identity,
               not p_changed and c.child_id = any (p_named) and not exists (select from named n where n.dossier_id = c.dossier_id) as whole
        from rundbord.casework c
        join rundbord.person p on p.tenant_id = c.tenant_id and p.id = c.child_id
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = any (p_dossiers)
    ), seen as materialized (
        select o.dossier_id, o.id from rundbord.about_of(case when exists (
            select from caseworks c where not c.whole and not exists (select from named n where n.dossier_id = c.dossier_id))
            then p_seen else '{}' end) o
        where not exists (select from named n where n.dossier_id = o.dossier_id)
    ), particular as (
        -- Writing an underretning is about nothing else, whatever it is written beside.
        select n.dossier_id, n.id from named n
        where n.past_all_steps or not exists (select from named o where o.dossier_id = n.dossier_id and o.past_all_steps)
        union
        select o.dossier_id, o.id from seen o join caseworks c on c.dossier_id = o.dossier_id and not c.whole
    )
    select array_agg(distinct found.id) into about
    from (
        select p.id from particular p
        union all
        select d from unnest(p_dossiers) d
        where not exists (select from particular p where p.dossier_id = d)
          and not exists (select from caseworks c join particular p on p.dossier_id = c.dossier_id
                          where c.identity = d and p.id <> p.dossier_id)
    ) found (id);
    return coalesce(about, '{}');
end $$;

-- Writes the one access event of the running transaction. Callable by every service role; it alone writes events.
drop function if exists rundbord.record_access(uuid, text, boolean, uuid[]);
create or replace function rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[],
        p_named uuid[] default '{}', p_seen uuid[] default '{}')
    returns void language sql volatile security definer set search_path = '' as $$
    with nameless as (
        -- Of a meeting about nobody named the log keeps who and on which day: the moment and the session would lay it
        -- beside the child whom the same person looked at next.
        select exists (select from rundbord.dossier d where d.tenant_id = rundbord.current_tenant() and d.id = any (p_dossiers)
                       and d.kind in ('anonymous', 'group')) as is_so
    ), event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants, about)
        select rundbord.current_tenant(), p_id,
               case when nameless.is_so
                    then date_trunc('day', rundbord.business_now() at time zone 'Europe/Copenhagen') at time zone 'Europe/Copenhagen'
                    else rundbord.business_now() end,
               nullif(current_setting('rundbord.person', true), '')::uuid,
               case when not nameless.is_so then nullif(current_setting('rundbord.session', true), '')::uuid end,
               rundbord.current_capacity(), p_operation, p_changed,
               coalesce((select array_agg(d.audit_pseudonym order by d.audit_pseudonym) from rundbord.dossier d
                         where d.tenant_id = rundbord.current_tenant() and d.id = any (p_dossiers)), '{}'),
               -- Not current_person(), which raises for the system, and which the planner may call before any row is read.
               coalesce((select array_agg(g.id order by g.id) from rundbord.access_grant g
                         where g.tenant_id = rundbord.current_tenant() and g.dossier_id = any (p_dossiers)
                           and g.person_id = nullif(current_setting('rundbord.person', true), '')::uuid
                           and g.capacity = rundbord.current_capacity()
                           and g.valid_from <= rundbord.business_now()
                           and (g.valid_until is null or g.valid_until > rundbord.business_now())), '{}'),
               rundbord.event_about(p_changed, p_dossiers, p_named, p_seen)
        from nameless
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

-- Who has looked at this child's dossiers (GDPR art. 15). Only for one who may see the child.
create or replace function rundbord.events_of_child(p_child uuid, p_before timestamptz, p_before_id uuid, p_limit integer)
    returns table (id uuid, occurred_at timestamptz, actor_id uuid, actor_name text, capacity text, operation text, changed boolean)
    language sql stable security definer set search_path = '' as $$
    select e.id, e.occurred_at, e.actor_id,
           -- A professional acts in public office and is named; of the family only 'family' is told, for the other parent's sake.
           s.display_name, e.capacity, e.operation, e.changed
    from rundbord.access_event e
    left join rundbord.staff s on s.tenant_id = e.tenant_id and s.person_id = e.actor_id
    where e.tenant_id = rundbord.current_tenant()
      and e.subjects && (
          select coalesce(array_agg(d.audit_pseudonym), '{}') from rundbord.dossier d
          where d.tenant_id = rundbord.current_tenant()
            and d.id in (select p.dossier_id from rundbord.person p where p.tenant_id = d.tenant_id and p.id = p_child
                         union all
                         select c.dossier_id from rundbord.casework c where c.tenant_id = d.tenant_id and c.child_id = p_child)
            and (d.id = any (rundbord.granted_dossiers()) or rundbord.leads(d.id) or rundbord.current_capacity() = 'dpo')
            -- What was done in a case is not theirs to read who have a place in one meeting of it.
            and d.id <> all (rundbord.only_reached()))
      -- What somebody did in an emergency that is kept from a family they are not told either.
      and (rundbord.current_capacity() <> 'family' or not exists (
          select from rundbord.emergency_access x
          where x.tenant_id = e.tenant_id and x.child_id = p_child and x.person_id = e.actor_id
            and e.occurred_at >= x.opened_at and e.occurred_at <= x.valid_until
            and rundbord.emergency_is_kept(p_child, x.category)))
      -- A family is told of what was about something it may know of. An underretning is never that, nor what is kept
      -- from it: neither the deed, nor that somebody looked because of it.
      and ((select rundbord.current_capacity()) <> 'family'
           or e.about is null and e.operation not like '%nderretning%'
           or e.about && (
               select coalesce(array_agg(x.id), '{}') from (
                   select p.dossier_id from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                   union all
                   select c.dossier_id from rundbord.casework c where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child
                      and c.dossier_id = any (rundbord.granted_dossiers())
                   union all
                   select q.id from rundbord.casework c join rundbord.problem q on q.tenant_id = c.tenant_id and q.dossier_id = c.dossier_id
                   where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child
                     and c.dossier_id = any (rundbord.granted_dossiers())) x (id)
               where x.id <> all (rundbord.kept_from_me())))
      and (p_before is null or (e.occurred_at, e.id) < (p_before, p_before_id))
    order by e.occurred_at desc, e.id desc
    limit p_limit
$$;

-- The whole log, for those who look after the looking. A professional acts in public office and is named; of a family it
-- says no more than that, and of whom it was about only how many.
create or replace function rundbord.events_for_auditor(p_actor uuid, p_before timestamptz, p_before_id uuid, p_limit integer)
    returns table (id uuid, occurred_at timestamptz, actor_id uuid, actor_name text, capacity text, operation text, changed boolean,
                   subjects integer, reasons integer)
    language plpgsql stable security definer set search_path = '' as $$
declare
    tenant constant uuid := rundbord.current_tenant();
    -- One end for both, so that each page is a stretch of an index.
    at constant timestamptz := coalesce(p_before, 'infinity');
    after constant uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
    if rundbord.current_capacity() <> 'auditor' then
        return;
    end if;
    return query
        select e.id, e.occurred_at, s.person_id, s.display_name, e.capacity, e.operation, e.changed,
               cardinality(e.subjects), cardinality(e.grants)
        from (select x.* from rundbord.access_event x
              where p_actor is null and x.tenant_id = tenant and (x.occurred_at, x.id) < (at, after)
              order by x.occurred_at desc, x.id desc limit p_limit) e
        left join rundbord.staff s on s.tenant_id = tenant and s.person_id = e.actor_id
        union all
        select e.id, e.occurred_at, s.person_id, s.display_name, e.capacity, e.operation, e.changed,
               cardinality(e.subjects), cardinality(e.grants)
        from rundbord.staff s
        cross join lateral (select x.* from rundbord.access_event x
              where x.tenant_id = tenant and x.actor_id = p_actor and (x.occurred_at, x.id) < (at, after)
              order by x.occurred_at desc, x.id desc limit p_limit) e
        where s.tenant_id = tenant and s.person_id = p_actor
        order by 2 desc, 1 desc;
end $$;

-- How far the log is sealed: the chain's newest link, and what waits for the next.
create or replace function rundbord.seal_standing() returns table (sealed bigint, sealed_at timestamptz, waiting bigint)
    language sql stable security definer set search_path = '' as $$
    select coalesce(max(a.position), 0), max(a.sealed_at),
           (select count(*) from rundbord.unsealed_event u where u.tenant_id = rundbord.current_tenant())
    from (select position, sealed_at from rundbord.audit_seal where tenant_id = rundbord.current_tenant()
          order by position desc limit 1) a
$$;
grant execute on function rundbord.events_for_auditor(uuid, timestamptz, uuid, integer), rundbord.seal_standing()
    to rundbord_auditor;

-- ---------------------------------------------------------------- who can look

-- Whether the actor may ask who can see this child: whoever sees the child, and who watches over all of it.
create or replace function rundbord.may_ask_who_sees(p_child uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select exists (
        select from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and p.kind = 'subject'
          and (rundbord.current_capacity() = 'dpo' or p.dossier_id = any (rundbord.granted_dossiers()) or rundbord.leads(p.dossier_id))
          -- Not who has a place in one meeting alone.
          and p.dossier_id <> all (rundbord.only_reached()))
$$;

create or replace function rundbord.child_asked_about(p_child uuid) returns uuid language sql stable security definer
    set search_path = '' as $$
    select p.dossier_id from rundbord.person p
    where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
$$;
comment on function rundbord.child_asked_about(uuid) is 'The identity dossier, for the log: whoever asks who sees a child is on record too.';

-- Who has a place in one meeting alone is told of their own access and nobody else's.
create or replace function rundbord.asks_as_guest(p_child uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select exists (select from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                   and p.dossier_id = any (rundbord.only_reached()))
$$;

-- Whether this source of somebody's access is kept from the actor, one of the family: who sees the child by way of what is
-- kept from them is kept from them too, and so is that the child itself sees, where that began with what they do not know.
create or replace function rundbord.source_is_kept(p_child uuid, p_reason text, p_source uuid) returns boolean language sql stable
    security definer set search_path = '' as $$
    select rundbord.current_capacity() = 'family' and case
        when p_reason = 'emergency' then exists (
            select from rundbord.emergency_access e
            where e.tenant_id = rundbord.current_tenant() and e.id = p_source and rundbord.emergency_is_kept(p_child, e.category))
        when p_reason = 'self' then not exists (
            select from rundbord.casework c
            where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and c.self_access_from is not null
              and c.dossier_id = any (rundbord.granted_dossiers()) and c.dossier_id <> all (rundbord.kept_from_me()))
        else exists (
            select from unnest(rundbord.kept_from_me()) kept (id)
            where kept.id in (
                select a.meeting_id from rundbord.participant a where a.tenant_id = rundbord.current_tenant() and a.id = p_source
                union all
                select k.problem_id from rundbord.problem_coordinator k where k.tenant_id = rundbord.current_tenant() and k.id = p_source
                union all
                -- A delegate of whoever holds a thread that is kept.
                select k.problem_id from rundbord.problem_coordinator k join rundbord.delegation d
                    on d.tenant_id = k.tenant_id and d.absent_id = k.person_id and md5(d.id::text || k.id::text)::uuid = p_source
                where k.tenant_id = rundbord.current_tenant()))
        end
$$;

-- Who can see this child now or later, and why. "whose": for whom a delegate acts; "place": what a leader leads;
-- "meeting": where a participant's place is; "category": what an emergency was opened for.
drop function if exists rundbord.access_to_child(uuid);
create or replace function rundbord.access_to_child(p_child uuid)
    returns table (person_id uuid, person_name text, capacity text, reason text, valid_from timestamptz, valid_until timestamptz,
                   whose text, place text, meeting_id uuid, meeting_at timestamptz, category text)
    language sql stable security definer set search_path = '' as $$
    with recursive above as (
        select l.unit_id as id, l.valid_from, l.valid_until
        from rundbord.person p
        join rundbord.dossier_place l on l.tenant_id = p.tenant_id and l.dossier_id = p.dossier_id
             and (l.valid_until is null or l.valid_until > rundbord.business_now())
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
        union
        select u.parent_id, above.valid_from, above.valid_until from rundbord.unit u join above on u.id = above.id
        where u.tenant_id = rundbord.current_tenant() and u.parent_id is not null
    )
    select g.person_id, s.display_name, g.capacity, g.reason, g.valid_from, g.valid_until,
           b.display_name, null, m.id, m.starts_at, e.category
    from rundbord.person p
    join rundbord.access_grant g on g.tenant_id = p.tenant_id and g.dossier_id = p.dossier_id
    left join rundbord.staff s on s.tenant_id = g.tenant_id and s.person_id = g.person_id
    left join rundbord.staff b on b.tenant_id = g.tenant_id and b.person_id = g.on_behalf_of
    left join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    left join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    left join rundbord.emergency_access e on e.tenant_id = g.tenant_id and e.id = g.source_id
    where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
      and (g.valid_until is null or g.valid_until > rundbord.business_now())
      and not rundbord.source_is_kept(p_child, g.reason, g.source_id)
      and (g.person_id = rundbord.current_person() or not rundbord.asks_as_guest(p_child))
    union all
    -- As led_units() has it: who leads a unit leads those below it, from when both are so until one is no more.
    select e.person_id, s.display_name, 'leader', 'leader_of_unit',
           nullif(greatest(coalesce(lower(e.valid), '-infinity'), above.valid_from), '-infinity'),
           least(upper(e.valid), above.valid_until), null, u.name, null, null, null
    from above join rundbord.employment e on e.tenant_id = rundbord.current_tenant() and e.unit_id = above.id
    join rundbord.unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id
    left join rundbord.staff s on s.tenant_id = e.tenant_id and s.person_id = e.person_id
    where e.role = 'leader' and upper_inf(e.recorded)
      and (upper(e.valid) is null or upper(e.valid) > rundbord.business_now())
      and e.valid && tstzrange(nullif(above.valid_from, '-infinity'), above.valid_until)
      and not rundbord.asks_as_guest(p_child)
$$;

-- Who could see this child at some time between two moments, by what the municipality knew then. Where rows are replaced
-- and not kept (threads, places in meetings) it is as they stand now.
create or replace function rundbord.access_to_child_then(p_child uuid, p_from timestamptz, p_until timestamptz)
    returns table (person_id uuid, person_name text, capacity text, reason text, valid_from timestamptz, valid_until timestamptz,
                   whose text, place text, meeting_id uuid, meeting_at timestamptz, category text)
    language sql stable security definer set search_path = '' as $$
    with recursive asked as (
        select p.id, p.dossier_id, tstzrange(p_from, p_until) as day from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
    ), above as (
        select e.unit_id as id, e.valid * e.recorded as during from asked
        join rundbord.enrolment e on e.tenant_id = rundbord.current_tenant() and e.child_id = asked.id
        where e.valid && asked.day and e.recorded && asked.day
        union
        select u.parent_id, above.during from rundbord.unit u join above on u.id = above.id
        where u.tenant_id = rundbord.current_tenant() and u.parent_id is not null
    ), relations as (
        select r.id, r.person_id, case r.kind when 'adviser' then 'adviser' else 'professional' end as capacity, r.kind,
               r.valid * r.recorded as during
        from asked join rundbord.relation r on r.tenant_id = rundbord.current_tenant() and r.child_id = asked.id
        where r.valid && asked.day and r.recorded && asked.day
    ), found as (
        select c.holder_id as person_id, 'family' as capacity, 'custody' as reason, c.id as source_id,
               tstzrange(lower(c.valid), least(upper(c.valid), c.majority_at)) as during,
               null::uuid as behalf, null::text as place, null::text as category
        from asked join rundbord.custody c on c.tenant_id = rundbord.current_tenant() and c.child_id = asked.id
        where c.valid && asked.day and c.recorded && asked.day and c.majority_at > greatest(lower(c.valid), p_from)
        union all
        select r.person_id, r.capacity, r.kind, r.id, r.during, null, null, null from relations r
        union all
        select d.delegate_id, r.capacity, 'delegated', d.id,
               r.during * tstzrange(d.valid_from, least(d.valid_until, greatest(d.ended_at, d.valid_from))), d.absent_id, null, null
        from relations r join rundbord.delegation d on d.tenant_id = rundbord.current_tenant() and d.absent_id = r.person_id
             and (d.child_id is null or d.child_id = p_child)
        union all
        select e.person_id, e.capacity, 'emergency', e.id, tstzrange(e.opened_at, least(e.valid_until, e.ended_at)), null, null, e.category
        from asked join rundbord.emergency_access e on e.tenant_id = rundbord.current_tenant() and e.child_id = asked.id
        union all
        select e.person_id, 'leader', 'leader_of_unit', e.id, e.valid * e.recorded * above.during, null, u.name, null
        from above join rundbord.employment e on e.tenant_id = rundbord.current_tenant() and e.unit_id = above.id and e.role = 'leader'
        join rundbord.unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id
        union all
        select g.person_id, g.capacity, g.reason, g.source_id, tstzrange(g.valid_from, greatest(g.valid_until, g.valid_from)), null, null, null
        from asked join rundbord.access_grant g on g.tenant_id = rundbord.current_tenant() and g.dossier_id = asked.dossier_id
        where g.reason in ('coordinator', 'coordinator_offered', 'convener', 'chair', 'invited', 'accepted', 'self')
    )
    select f.person_id, s.display_name, f.capacity, f.reason, lower(f.during), upper(f.during), b.display_name, f.place,
           m.id, m.starts_at, f.category
    from asked join found f on f.during && asked.day
    left join rundbord.staff s on s.tenant_id = rundbord.current_tenant() and s.person_id = f.person_id
    left join rundbord.staff b on b.tenant_id = rundbord.current_tenant() and b.person_id = f.behalf
    left join rundbord.participant a on a.tenant_id = rundbord.current_tenant() and a.id = f.source_id
    left join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    where not rundbord.source_is_kept(p_child, f.reason, f.source_id)
      and (f.person_id = rundbord.current_person() or not rundbord.asks_as_guest(p_child))
$$;
grant execute on function rundbord.access_to_child(uuid), rundbord.access_to_child_then(uuid, timestamptz, timestamptz),
    rundbord.child_asked_about(uuid)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;

grant execute on function rundbord.record_access(uuid, text, boolean, uuid[], uuid[], uuid[])
    to rundbord_api, rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor,
    rundbord_worker, rundbord_notifier;
grant execute on function rundbord.events_of_child(uuid, timestamptz, uuid, integer)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
reset role;

call rundbord.wall_of_tenant('access_event', '');
call rundbord.wall_of_tenant('unsealed_event', '');
call rundbord.wall_of_tenant('audit_seal', '');
grant select, insert on rundbord.access_event to rundbord_definer;
grant select, insert on rundbord.unsealed_event to rundbord_definer;
grant select on rundbord.audit_seal to rundbord_definer;
grant select on rundbord.access_event to rundbord_worker;
grant select, delete on rundbord.unsealed_event to rundbord_worker;
grant select, insert on rundbord.audit_seal to rundbord_worker;

call rundbord.wall_of_tenant('audit_verification', 'rundbord_auditor');
grant select on rundbord.audit_verification to rundbord_auditor;
grant select, insert on rundbord.audit_verification to rundbord_worker;
