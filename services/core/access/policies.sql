-- Access: who sees which dossier. Every other noun's policies call what stands here.
--
-- Why this is safe: a service's role owns nothing and inherits nothing. Policies compare with arrays that
-- security-definer functions read for the transaction's own tenant, person and capacity; those settings are made
-- by begin_request alone from a live session. Grants are written by rundbord_definer's triggers alone.

set role rundbord_definer;

-- The units for which the municipality's provider gave this role, and those below them; null: no such limit.
create or replace function rundbord.unit_limit() returns uuid[] language sql stable parallel safe set search_path = '' as $$
    select nullif(current_setting('rundbord.units', true), '')::uuid[]
$$;
comment on function rundbord.unit_limit() is 'Units outside which this session sees no child; null when it has no such limit.';

create or replace function rundbord.dossiers_within() returns uuid[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(d.id), '{}') from (
        select p.dossier_id as id from rundbord.dossier_place p
        where p.tenant_id = (select rundbord.current_tenant()) and p.unit_id = any ((select rundbord.unit_limit())::uuid[])
          and p.valid_from <= (select rundbord.business_now())
          and (p.valid_until is null or p.valid_until > (select rundbord.business_now()))
        -- An emergency knows no such limit: that is what it is for.
        union all select unnest(rundbord.only_looked_at())) d
$$;
comment on function rundbord.dossiers_within() is 'Dossiers of the units that this session is limited to; asked only where there is a limit.';

-- Areas that the sensitivity of the session's role leaves closed.
create or replace function rundbord.is_closed(p_area text) returns boolean language sql stable parallel safe set search_path = '' as $$
    select p_area = any (coalesce(nullif(current_setting('rundbord.closed', true), ''), '{}')::text[])
$$;
comment on function rundbord.is_closed(text) is 'Whether the actor''s role is not for this area (services/api/auth/system_roles.toml).';

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
      and ((select rundbord.unit_limit()) is null or g.dossier_id = any ((select rundbord.dossiers_within())::uuid[]))
$$;
comment on function rundbord.granted_dossiers() is 'Dossiers the actor may see now, in this capacity.';

create or replace function rundbord.only_looked_at() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    with opened as (
        select e.dossier_id, e.child_id from rundbord.emergency_access e
        where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
          and e.capacity = (select rundbord.current_capacity()) and e.ended_at is null
          and e.valid_until > (select rundbord.business_now())
    ), dossiers as (
        select dossier_id as id from opened
        union
        select c.dossier_id from opened o join rundbord.casework c
            on c.tenant_id = (select rundbord.current_tenant()) and c.child_id = o.child_id
        -- The one that is opened at this moment is opened to hold an underretning.
        join rundbord.dossier x on x.tenant_id = c.tenant_id and x.id = c.dossier_id and x.opened_at < (select rundbord.business_now())
    )
    select coalesce(array_agg(d.id), '{}') from dossiers d
    where not exists (
        select from rundbord.access_grant g
        where g.tenant_id = (select rundbord.current_tenant()) and g.dossier_id = d.id
          and g.reason not in ('emergency', 'invited', 'accepted')
          and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid) and g.capacity = (select rundbord.current_capacity())
          and g.valid_from <= (select rundbord.business_now())
          and (g.valid_until is null or g.valid_until > (select rundbord.business_now())))
$$;
comment on function rundbord.only_looked_at() is 'Dossiers that the actor sees for no other reason than that they broke the glass.';

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
        union select o.id from problems q join rundbord.offer o on o.tenant_id = (select rundbord.current_tenant()) and o.problem_id = q.id
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
          and not exists (select from rundbord.offer o where o.tenant_id = c.tenant_id and o.dossier_id = c.dossier_id
                          and (o.problem_id is null or o.problem_id not in (select id from problems)))
          and not exists (select from rundbord.network n where n.tenant_id = c.tenant_id and n.dossier_id = c.dossier_id)
          and not exists (select from rundbord.conversation_summary s where s.tenant_id = c.tenant_id and s.dossier_id = c.dossier_id)
          and not (c.child_id = (select rundbord.current_person())
                   and exists (select from rundbord.conversation s where s.tenant_id = c.tenant_id and s.dossier_id = c.dossier_id))
          and not exists (select from rundbord.action_plan a where a.tenant_id = c.tenant_id and a.dossier_id = c.dossier_id
                          and (a.problem_id is null or a.problem_id not in (select id from problems)))
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
    where (select rundbord.unit_limit()) is null or unit_id = any ((select rundbord.unit_limit())::uuid[])
$$;
comment on function rundbord.led_units() is 'Units (and the units below them) that the actor leads now, in a role that reaches there.';

create or replace function rundbord.leads(p_dossier uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select exists (
        select from rundbord.dossier_place d
        where d.tenant_id = (select rundbord.current_tenant()) and d.dossier_id = p_dossier
          and d.unit_id = any ((select rundbord.led_units())::uuid[]) and d.valid_from <= (select rundbord.business_now())
          and (d.valid_until is null or d.valid_until > (select rundbord.business_now())))
$$;
comment on function rundbord.leads(uuid) is 'Whether the actor leads the unit that the dossier belongs to at this moment.';

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
        -- Who has a place in a meeting has the reach of an invitation, from their yes on that of the meeting itself
        -- (sharing/policies.sql); who runs it needs the whole case for it.
        select a.person_id, 'professional',
               case when a.person_id = m.convener_id then 'convener' when a.person_id = m.chair_id then 'chair'
                    when a.answer = 'coming' or a.attended then 'accepted' else 'invited' end,
               a.id,
               case when a.person_id in (m.convener_id, m.chair_id) then a.access_from
                    when a.answer = 'coming' then greatest(a.access_from, a.answered_at)
                    when a.attended then greatest(a.access_from, m.starts_at) else a.access_from end,
               least(a.access_until, s.until)
        from rundbord.participant a join rundbord.casework c on c.tenant_id = a.tenant_id and c.dossier_id = a.dossier_id
        join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
             -- A cancelled meeting shows nobody the child any more, but those who led it what became of it. Nobody is invited
             -- to one that is over, but who was there, and who is to do something that was agreed.
             and (a.person_id in (m.convener_id, m.chair_id) or m.status <> 'cancelled' and (
                  m.status in ('planned', 'agenda_sent') or a.answer = 'coming' or a.attended
                  or exists (select from rundbord.agreement g where g.tenant_id = a.tenant_id and g.responsible_id = a.id)))
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
        union all
        select e.person_id, e.capacity, 'emergency', e.id, e.opened_at, least(e.valid_until, e.ended_at)
        from rundbord.emergency_access e, tenant where e.tenant_id = tenant.id and e.child_id = p_child
    ),
    all_sources as (
        select s.*, null::uuid as on_behalf_of from sources s
        union all
        -- For who is away: what they have by themselves, as it stands; never an invitation, nor what was delegated to them.
        select d.delegate_id, s.capacity, 'delegated', md5(d.id::text || s.source_id::text)::uuid,
               greatest(s.valid_from, d.valid_from),
               least(s.valid_until, d.valid_until, d.ended_at, nullif(w.until, 'infinity')), d.absent_id
        from sources s, tenant, rundbord.delegation d, rundbord.employed_until(d.absent_id) w (until)
        where d.tenant_id = tenant.id and d.absent_id = s.person_id and (d.child_id is null or d.child_id = p_child)
          and w.until is not null and s.capacity <> 'family'
          and (s.reason = 'coordinator'
               or exists (select from rundbord.relation r where r.tenant_id = tenant.id and r.id = s.source_id))
    ),
    asked as (
        select s.person_id, d.id as dossier_id, s.capacity, s.reason, s.source_id, s.valid_from, s.valid_until, s.on_behalf_of
        from all_sources s cross join dossiers d
        union all
        select p_child, d.id, 'family', 'self', p_child, d.self_access_from, null, null
        from dossiers d where d.kind = 'casework' and d.self_access_from is not null
        union all
        select p_child, i.id, 'family', 'self', p_child, min(d.self_access_from), null, null
        from dossiers d, dossiers i where i.kind = 'identity' and d.self_access_from is not null group by i.id
    ),
    -- The dead see nothing; a child that has moved away is seen through no grant any more, and one that has died by
    -- those alone who work on its case and bring it to an end.
    wanted as (
        select a.person_id, a.dossier_id, a.capacity, a.reason, a.source_id, a.valid_from,
               least(a.valid_until, ended.since) as valid_until, a.on_behalf_of
        from asked a cross join tenant left join lateral (
            select min(x.effective_at) as since from rundbord.departure x
            where x.tenant_id = tenant.id and x.over_at is null
              and (x.kind = 'death' and x.person_id = a.person_id
                   or x.person_id = p_child and (x.kind = 'move_out' or a.capacity = 'family'
                                                 or a.reason in ('invited', 'accepted', 'coordinator_offered')))) ended on true
        where least(a.valid_until, ended.since) is null or least(a.valid_until, ended.since) > a.valid_from
    ),
    gone as (
        delete from rundbord.access_grant g using tenant, dossiers d
        where g.tenant_id = tenant.id and g.dossier_id = d.id
          and not exists (select from wanted w where w.dossier_id = g.dossier_id and w.reason = g.reason and w.source_id = g.source_id)
    )
    insert into rundbord.access_grant as g
        (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until, on_behalf_of)
    select tenant.id, gen_random_uuid(), w.person_id, w.dossier_id, w.capacity, w.reason, w.source_id, w.valid_from, w.valid_until,
           w.on_behalf_of
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
    if tg_table_name in ('custody', 'relation', 'casework', 'emergency_access') then
        perform rundbord.derive_grants(r.child_id);
        if tg_table_name = 'custody' then
            perform rundbord.judge_resting(c.dossier_id) from rundbord.casework c where c.tenant_id = r.tenant_id and c.child_id = r.child_id;
        end if;
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
            if tg_table_name in ('consent', 'consent_term') then
                perform rundbord.judge_resting(r.dossier_id);
            end if;
        end if;
    end if;
    return null;
end $$;

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
create or replace trigger derive_grants after insert or update or delete on rundbord.consent_term
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants_of_answer after update of answer, attended on rundbord.participant
    for each row when (new.kind = 'professional' and (old.answer, old.attended) is distinct from (new.answer, new.attended))
    execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert or delete on rundbord.agreement
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants_of_meeting after update of status, chair_id on rundbord.meeting
    for each row execute function rundbord.derive_grants_on_change();
create or replace trigger derive_grants after insert on rundbord.person
    for each row execute function rundbord.derive_grants_on_change();

set role rundbord_definer;
grant execute on function rundbord.granted_dossiers(), rundbord.only_looked_at(), rundbord.led_units(), rundbord.leads(uuid)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant execute on function rundbord.unit_limit(), rundbord.dossiers_within(), rundbord.is_closed(text)
    to rundbord_relation, rundbord_unit;
grant execute on function rundbord.kept_from_me() to rundbord_family;
grant execute on function rundbord.is_kept_away(uuid, uuid, uuid) to rundbord_relation, rundbord_unit, rundbord_worker, rundbord_notifier;
reset role;

call rundbord.wall_of_tenant('access_grant', '');
grant select, insert, update, delete on rundbord.access_grant to rundbord_definer;
grant select on rundbord.access_grant to rundbord_worker;
grant select on rundbord.access_grant to rundbord_notifier;
