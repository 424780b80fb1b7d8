-- Access: who sees which dossier. Applied first, since every other noun's policies call what stands here.
--
-- Why this is safe: a service's role owns nothing and inherits nothing. Policies compare with arrays that
-- security-definer functions read for the transaction's own tenant, person and capacity; those settings are made
-- by begin_request alone from a live session. Grants are written by rundbord_definer's triggers alone.

-- The wall every dossier's table stands behind. p_extra is a further condition for families (may be '').
create or replace procedure rundbord.wall(p_table text, p_column text, p_family text) language plpgsql
    set search_path = '' as $$
declare
    tenant constant text := 'tenant_id = (select rundbord.current_tenant())';
    granted constant text := format('%I = any ((select rundbord.granted_dossiers())::uuid[])', p_column);
    -- By hashed array for lists, since a unit's dossiers are one index range.
    of_unit constant text := format(
        'exists (select from rundbord.dossier d where d.tenant_id = %1$I.tenant_id and d.id = %1$I.%2$I
                 and d.unit_id = any ((select rundbord.led_units())::uuid[]))', p_table, p_column);
    -- What a row is about: whatever a shield keeps from somebody of the family, it keeps in every table that leads there.
    kept constant text := (
        select string_agg(format('(%1$I is null or %1$I <> all ((select rundbord.kept_from_me())::uuid[]))', a.attname), ' and '
                          order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = format('rundbord.%I', p_table)::regclass and not a.attisdropped
          and (a.attname in ('problem_id', 'meeting_id', 'process_id', 'measure_id') or a.attname = 'id' and p_table in ('problem', 'meeting')));
begin
    execute format('drop policy if exists kept_away on rundbord.%I', p_table);
    if kept is not null then
        execute format('create policy kept_away on rundbord.%I as restrictive to rundbord_family using (%s) with check (%s)',
            p_table, kept, kept);
    end if;
    execute format('drop policy if exists tenant_wall on rundbord.%I', p_table);
    execute format('create policy tenant_wall on rundbord.%I as restrictive to public using (%s) with check (%s)',
        p_table, tenant, tenant);
    execute format('drop policy if exists by_grant on rundbord.%I', p_table);
    execute format('create policy by_grant on rundbord.%I to rundbord_relation, rundbord_oversight using (%s) with check (%s)',
        p_table, granted, granted);
    execute format('drop policy if exists by_unit on rundbord.%I', p_table);
    execute format('create policy by_unit on rundbord.%I to rundbord_unit using (%s) with check (%s)', p_table, of_unit, of_unit);
    execute format('drop policy if exists by_family on rundbord.%I', p_table);
    execute format('create policy by_family on rundbord.%I to rundbord_family using (%s%s) with check (%s%s)',
        p_table, granted, p_family, granted, p_family);
    execute format('drop policy if exists of_system on rundbord.%I', p_table);
    execute format('create policy of_system on rundbord.%I to rundbord_worker, rundbord_notifier, rundbord_definer using (%s) with check (%s)',
        p_table, tenant, tenant);
end $$;

-- The wall of a table that belongs to the tenant and no child: readable to named roles within the tenant.
create or replace procedure rundbord.wall_of_tenant(p_table text, p_readers text) language plpgsql set search_path = '' as $$
declare tenant constant text := 'tenant_id = (select rundbord.current_tenant())';
begin
    execute format('drop policy if exists tenant_wall on rundbord.%I', p_table);
    execute format('create policy tenant_wall on rundbord.%I as restrictive to public using (%s) with check (%s)',
        p_table, tenant, tenant);
    execute format('drop policy if exists of_system on rundbord.%I', p_table);
    execute format('create policy of_system on rundbord.%I to rundbord_worker, rundbord_notifier, rundbord_definer using (%s) with check (%s)',
        p_table, tenant, tenant);
    execute format('drop policy if exists readable on rundbord.%I', p_table);
    if p_readers <> '' then
        execute format('create policy readable on rundbord.%I for select to %s using (%s)', p_table, p_readers, tenant);
    end if;
end $$;

set role rundbord_definer;

create or replace function rundbord.granted_dossiers() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(distinct g.dossier_id), '{}')
    from rundbord.access_grant g
    where g.tenant_id = (select rundbord.current_tenant()) and g.person_id = (select rundbord.current_person())
      and g.capacity = (select rundbord.current_capacity())
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
      -- A shield over the whole case: to whom it keeps the case from there is none.
      and (g.capacity <> 'family' or not exists (
          select from rundbord.kept_away k
          where k.tenant_id = g.tenant_id and k.dossier_id = g.dossier_id and k.problem_id is null
            and k.kind = case g.reason when 'self' then 'child' else 'parent' end))
$$;
comment on function rundbord.granted_dossiers() is 'Dossiers the actor may see now, in this capacity.';

create or replace function rundbord.kept_from_me() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    with behind as (
        select distinct k.tenant_id, k.dossier_id, k.problem_id
        from rundbord.access_grant g
        join rundbord.kept_away k on k.tenant_id = g.tenant_id and k.dossier_id = g.dossier_id
             and k.kind = case g.reason when 'self' then 'child' else 'parent' end
        where g.tenant_id = (select rundbord.current_tenant()) and g.person_id = (select rundbord.current_person())
          and g.capacity = 'family' and (select rundbord.current_capacity()) = 'family'
    ), problems as (
        select q.id from behind b join rundbord.problem q
            on q.tenant_id = b.tenant_id and q.dossier_id = b.dossier_id and (b.problem_id is null or q.id = b.problem_id)
    ), meetings as (
        select m.id from behind b join rundbord.meeting m
            on m.tenant_id = b.tenant_id and m.dossier_id = b.dossier_id and (b.problem_id is null or m.problem_id = b.problem_id)
    ), found as (
        select id from problems
        union select id from meetings
        union select p.id from behind b join rundbord.process p
            on p.tenant_id = b.tenant_id and p.dossier_id = b.dossier_id
           and (b.problem_id is null or p.problem_id = b.problem_id or p.meeting_id in (select id from meetings))
        union select p.id from behind b join rundbord.measure p
            on p.tenant_id = b.tenant_id and p.dossier_id = b.dossier_id and (b.problem_id is null or p.problem_id = b.problem_id)
        -- A casework in which nothing else is: that it was opened, for an underretning or for what is kept away, would
        -- tell that there is something.
        union select c.dossier_id
        from rundbord.access_grant g
        join rundbord.casework c on c.tenant_id = g.tenant_id and c.dossier_id = g.dossier_id
        where g.tenant_id = (select rundbord.current_tenant()) and g.person_id = (select rundbord.current_person())
          and g.capacity = 'family' and (select rundbord.current_capacity()) = 'family'
          and not exists (select from rundbord.problem q where q.tenant_id = c.tenant_id and q.dossier_id = c.dossier_id
                          and q.id not in (select id from problems))
          and not exists (select from rundbord.meeting m where m.tenant_id = c.tenant_id and m.dossier_id = c.dossier_id
                          and m.id not in (select id from meetings))
          and not exists (select from rundbord.consent k where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id
                          and (k.meeting_id is null or k.meeting_id not in (select id from meetings)))
          and not exists (select from rundbord.offer o where o.tenant_id = c.tenant_id and o.dossier_id = c.dossier_id)
          and not exists (select from rundbord.network n where n.tenant_id = c.tenant_id and n.dossier_id = c.dossier_id)
          and not exists (select from rundbord.action_plan a where a.tenant_id = c.tenant_id and a.dossier_id = c.dossier_id)
          and not exists (select from rundbord.exchange x where x.tenant_id = c.tenant_id and x.dossier_id = c.dossier_id and x.told)
          and not exists (select from rundbord.process p where p.tenant_id = c.tenant_id and p.dossier_id = c.dossier_id
                          and p.family_told and p.problem_id is null and p.meeting_id is null)
    )
    select coalesce(array_agg(id), '{}') from found
$$;
comment on function rundbord.kept_from_me() is
    'Problems, meetings and what hangs on them that the actor, one of the family, must not learn of; caseworks that hold nothing for them.';

-- Whether a person must not learn of something: for what is written for others than the actor.
create or replace function rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) returns boolean language sql stable
    security definer set search_path = '' as $$
    select exists (
        select from rundbord.kept_away k
        join rundbord.casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
        join rundbord.person p on p.tenant_id = k.tenant_id and p.id = p_person and p.kind <> 'staff'
        where k.tenant_id = rundbord.current_tenant() and k.dossier_id = p_dossier
          and (k.problem_id is null or k.problem_id = p_about)
          and k.kind = any (case
              when c.child_id = p.id then array['child']
              when exists (select from rundbord.custody x where x.tenant_id = k.tenant_id and x.child_id = c.child_id
                           and x.holder_id = p.id and upper_inf(x.recorded)) then array['parent']
              -- Neither child nor holder: a parent without custody or one of the network, who can say?
              else array['parent', 'network'] end))
$$;

create or replace function rundbord.led_units() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    with recursive led as (
        select e.unit_id from rundbord.employment e
        where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
          and (select rundbord.current_capacity()) = 'leader' and e.role = 'leader'
          and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
        union
        select u.id from rundbord.unit u join led on u.parent_id = led.unit_id
        where u.tenant_id = (select rundbord.current_tenant())
    )
    select coalesce(array_agg(unit_id), '{}') from led
$$;
comment on function rundbord.led_units() is 'Units (and the units below them) that the actor leads now.';

-- Whether a consent stands: everyone asked has said yes, by their latest answer, and until when the first one lapses.
create or replace function rundbord.consent_state(p_dossier uuid, p_purpose text)
    returns table (stands boolean, until timestamptz) language sql stable security definer set search_path = '' as $$
    with latest as (
        select distinct on (c.giver_id) c.state, c.expires_at
        from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose
        order by c.giver_id, c.asked_at desc, c.id
    )
    select count(*) > 0 and bool_and(state = 'given' and (expires_at is null or expires_at > rundbord.business_now())),
           min(expires_at)
    from latest
$$;

-- The same for those who may see the dossier: whether a stranger's parents have agreed is nobody else's.
create or replace function rundbord.consent_standing(p_dossier uuid, p_purpose text)
    returns table (stands boolean, until timestamptz) language plpgsql stable security definer set search_path = '' as $$
begin
    if rundbord.current_capacity() <> 'system' then
        if not (p_dossier = any (rundbord.granted_dossiers())
                or exists (select from rundbord.dossier d where d.tenant_id = rundbord.current_tenant() and d.id = p_dossier
                           and d.unit_id = any (rundbord.led_units()))) then
            return query select false, null::timestamptz;
            return;
        end if;
    end if;
    return query select s.stands, s.until from rundbord.consent_state(p_dossier, p_purpose) s;
end $$;

-- All grants of one child, from its sources, compared with those that stand: the one place where grants are made.
create or replace function rundbord.derive_grants(p_child uuid) returns void language sql volatile security definer
    set search_path = '' as $$
    with tenant as (select rundbord.current_tenant() as id),
    dossiers as (
        select p.dossier_id as id, 'identity' as kind, null::timestamptz as self_access_from
        from rundbord.person p, tenant where p.tenant_id = tenant.id and p.id = p_child
        union all
        select c.dossier_id, 'casework', c.self_access_from
        from rundbord.casework c, tenant where c.tenant_id = tenant.id and c.child_id = p_child
    ),
    sources as (
        select c.holder_id as person_id, 'family' as capacity, 'custody' as reason, c.id as source_id,
               lower(c.valid) as valid_from, least(upper(c.valid), c.majority_at) as valid_until
        from rundbord.custody c, tenant
        where c.tenant_id = tenant.id and c.child_id = p_child and upper_inf(c.recorded)
        union all
        select r.person_id, case r.kind when 'adviser' then 'adviser' else 'professional' end, r.kind, r.id,
               lower(r.valid), upper(r.valid)
        from rundbord.relation r, tenant
        where r.tenant_id = tenant.id and r.child_id = p_child and upper_inf(r.recorded)
        union all
        select a.person_id, 'professional', 'participant', a.id, a.access_from, least(a.access_until, s.until)
        from rundbord.participant a join rundbord.casework c on c.tenant_id = a.tenant_id and c.dossier_id = a.dossier_id
        join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
             -- A cancelled meeting shows nobody the child any more, but those who led it what became of it.
             and (m.status <> 'cancelled' or a.person_id in (m.convener_id, m.chair_id))
        -- What rests on a consent lasts as long as the consent.
        left join lateral rundbord.consent_state(a.dossier_id, a.consent_purpose) s on true, tenant
        where a.tenant_id = tenant.id and c.child_id = p_child and a.kind = 'professional' and a.status = 'invited'
          and a.person_id is not null and (a.consent_purpose is null or s.stands)
        union all
        select h.person_id, 'professional', h.reason, k.id, h.valid_from, null
        from rundbord.problem_coordinator k
        join rundbord.problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
        join rundbord.casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
        -- Who holds a place, and who is offered it: each sees the child for as long as that is so.
        cross join lateral (values (k.person_id, 'coordinator', k.since),
                                   (k.pending_id, 'coordinator_offered', k.offered_at)) h (person_id, reason, valid_from), tenant
        where k.tenant_id = tenant.id and c.child_id = p_child and h.person_id is not null
    ),
    wanted as (
        select s.person_id, d.id as dossier_id, s.capacity, s.reason, s.source_id, s.valid_from, s.valid_until
        from sources s cross join dossiers d
        where s.valid_until is null or s.valid_until > s.valid_from
        union all
        select p_child, d.id, 'family', 'self', p_child, d.self_access_from, null
        from dossiers d where d.kind = 'casework' and d.self_access_from is not null
        union all
        select p_child, i.id, 'family', 'self', p_child, min(d.self_access_from), null
        from dossiers d, dossiers i where i.kind = 'identity' and d.self_access_from is not null group by i.id
    ),
    gone as (
        delete from rundbord.access_grant g using tenant, dossiers d
        where g.tenant_id = tenant.id and g.dossier_id = d.id
          and not exists (select from wanted w where w.dossier_id = g.dossier_id and w.reason = g.reason and w.source_id = g.source_id)
    )
    insert into rundbord.access_grant as g
        (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until)
    select tenant.id, gen_random_uuid(), w.person_id, w.dossier_id, w.capacity, w.reason, w.source_id, w.valid_from, w.valid_until
    from wanted w, tenant
    on conflict (tenant_id, dossier_id, reason, source_id) do update
        set person_id = excluded.person_id, capacity = excluded.capacity,
            valid_from = excluded.valid_from, valid_until = excluded.valid_until
        where (g.person_id, g.capacity, g.valid_from) is distinct from (excluded.person_id, excluded.capacity, excluded.valid_from)
           or g.valid_until is distinct from excluded.valid_until
$$;

create or replace function rundbord.derive_grants_on_change() returns trigger language plpgsql security definer
    set search_path = '' as $$
declare
    r record := coalesce(new, old);
    child uuid;
begin
    if tg_table_name in ('custody', 'relation', 'casework') then
        perform rundbord.derive_grants(r.child_id);
    elsif tg_table_name = 'person' then
        if r.kind = 'adult' then
            insert into rundbord.access_grant (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from)
            values (r.tenant_id, gen_random_uuid(), r.id, r.dossier_id, 'family', 'self', r.id, rundbord.business_now());
        end if;
    else
        select c.child_id into child from rundbord.casework c where c.tenant_id = r.tenant_id and c.dossier_id = r.dossier_id;
        -- No casework left: it is being erased, and its grants go with the dossier.
        if child is not null then
            perform rundbord.derive_grants(child);
        end if;
    end if;
    return null;
end $$;

-- Who can see this child now or later, and why. Only for one who may see the child.
create or replace function rundbord.access_to_child(p_child uuid)
    returns table (person_id uuid, person_name text, capacity text, reason text, valid_from timestamptz, valid_until timestamptz)
    language sql stable security definer set search_path = '' as $$
    with recursive identity as (
        select d.id, d.unit_id from rundbord.person p
        join rundbord.dossier d on d.tenant_id = p.tenant_id and d.id = p.dossier_id
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child
          and (d.id = any (rundbord.granted_dossiers()) or d.unit_id = any (rundbord.led_units()))
    ), above as (
        select i.unit_id as id from identity i
        union
        select u.parent_id from rundbord.unit u join above on u.id = above.id
        where u.tenant_id = rundbord.current_tenant() and u.parent_id is not null
    )
    select g.person_id, s.display_name, g.capacity, g.reason, g.valid_from, g.valid_until
    from identity i join rundbord.access_grant g on g.tenant_id = rundbord.current_tenant() and g.dossier_id = i.id
    left join rundbord.staff s on s.tenant_id = g.tenant_id and s.person_id = g.person_id
    where (g.valid_until is null or g.valid_until > rundbord.business_now())
      -- Who sees the child by way of what is kept from the one who asks is kept from them too.
      and (rundbord.current_capacity() <> 'family' or not exists (
          select from unnest(rundbord.kept_from_me()) kept (id)
          where kept.id in (select a.meeting_id from rundbord.participant a where a.tenant_id = g.tenant_id and a.id = g.source_id
                            union all
                            select k.problem_id from rundbord.problem_coordinator k where k.tenant_id = g.tenant_id and k.id = g.source_id)))
      -- So is that the child itself can see it, where that began with a casework of which they know nothing.
      and (rundbord.current_capacity() <> 'family' or g.reason <> 'self' or exists (
          select from rundbord.casework c
          where c.tenant_id = g.tenant_id and c.child_id = p_child and c.self_access_from is not null
            and c.dossier_id = any (rundbord.granted_dossiers()) and c.dossier_id <> all (rundbord.kept_from_me())))
    union all
    -- As led_units() has it: who leads a unit leads those below it.
    select e.person_id, s.display_name, 'leader', 'leader_of_unit', lower(e.valid), upper(e.valid)
    from above join rundbord.employment e on e.tenant_id = rundbord.current_tenant() and e.unit_id = above.id
    left join rundbord.staff s on s.tenant_id = e.tenant_id and s.person_id = e.person_id
    where e.role = 'leader' and upper_inf(e.recorded)
      and (upper(e.valid) is null or upper(e.valid) > rundbord.business_now())
$$;

grant execute on function rundbord.derive_grants_on_change() to rundbord_owner;
reset role;

create or replace trigger derive_grants after insert or update or delete on rundbord.custody
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert or update or delete on rundbord.relation
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert or update of self_access_from on rundbord.casework
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert or update of status, person_id, access_from, access_until or delete on rundbord.participant
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after update of status on rundbord.problem
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert or update of person_id, pending_id on rundbord.problem_coordinator
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert or update of state, expires_at or delete on rundbord.consent
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants_of_meeting after update of status on rundbord.meeting
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert on rundbord.person
    for each row execute function rundbord.derive_grants_on_change();

set role rundbord_definer;
grant execute on function rundbord.granted_dossiers(), rundbord.led_units()
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
-- A family's answer must know whether it was the last one awaited, to invite those who rest on it.
grant execute on function rundbord.consent_standing(uuid, text)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.kept_from_me() to rundbord_family;
grant execute on function rundbord.is_kept_away(uuid, uuid, uuid) to rundbord_relation, rundbord_unit, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.access_to_child(uuid)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
reset role;

call rundbord.wall_of_tenant('access_grant', '');
grant select, insert, update, delete on rundbord.access_grant to rundbord_definer;
grant select on rundbord.access_grant to rundbord_worker;
grant select on rundbord.access_grant to rundbord_notifier;
