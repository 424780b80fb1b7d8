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
    with event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants, about)
        select rundbord.current_tenant(), p_id, rundbord.business_now(),
               nullif(current_setting('rundbord.person', true), '')::uuid,
               nullif(current_setting('rundbord.session', true), '')::uuid,
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
            and (d.id = any (rundbord.granted_dossiers()) or d.unit_id = any (rundbord.led_units())))
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

grant execute on function rundbord.record_access(uuid, text, boolean, uuid[], uuid[], uuid[])
    to rundbord_api, rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.events_of_child(uuid, timestamptz, uuid, integer)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
reset role;

call rundbord.wall_of_tenant('access_event', '');
call rundbord.wall_of_tenant('unsealed_event', '');
call rundbord.wall_of_tenant('audit_seal', '');
grant select, insert on rundbord.access_event to rundbord_definer;
grant insert on rundbord.unsealed_event to rundbord_definer;
grant select on rundbord.access_event to rundbord_worker;
grant select, delete on rundbord.unsealed_event to rundbord_worker;
grant select, insert on rundbord.audit_seal to rundbord_worker;
