-- Dead letters: what reached nobody, for those who can do something about it.
--
-- Why this is safe: no capacity has a policy for such a message; each sees them through its own function here. Who runs the
-- meeting, asked for the consent or holds the deadline sees those of children they see anyway; where nobody of them works
-- here, whoever leads the place does. Who runs the system sees no dossier and no name of a family, and resends by what
-- failed. A family has none of these functions: what did not reach one parent would tell the other about them.
-- Nothing is sent from here: sending again plans a new message, which is judged again when it goes.

set role rundbord_definer;

create or replace function rundbord.first_occurrence(p_key text) returns text language sql immutable parallel safe set search_path = '' as $$
    select pg_catalog.regexp_replace(p_key, '[.]again[0-9]+$', '')
$$;
comment on function rundbord.first_occurrence(text) is 'The occurrence that was sent again, however often.';

-- Still of use to anybody: what was answered, settled, moved or is over needs to reach nobody any more.
create or replace function rundbord.open_undelivered() returns setof rundbord.message language sql stable security definer
    set search_path = '' as $$
    select m.* from rundbord.message m
    left join rundbord.meeting g on g.tenant_id = m.tenant_id and g.id = m.meeting_id
    left join rundbord.participant a on a.tenant_id = m.tenant_id and a.meeting_id = m.meeting_id and a.person_id = m.recipient_id
    left join rundbord.consent c on c.tenant_id = m.tenant_id and c.id = m.consent_id
    left join rundbord.deadline d on d.tenant_id = m.tenant_id and d.id = m.deadline_id
    where m.tenant_id = (select rundbord.current_tenant()) and m.state = 'dead' and m.resolved_at is null
      and case
            when m.kind in ('meeting_cancelled', 'invitation_withdrawn') then g.starts_at > (select rundbord.business_now())
            when m.kind in ('consent_asked', 'consent_reminder') then c.state = 'asked'
            when m.kind = 'coordinator_offered' then exists (
                select from rundbord.problem_coordinator k
                where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id and k.pending_id = m.recipient_id)
            when m.kind in ('deadline_missed', 'deadline_escalated', 'answer_missing') then d.state = 'missed' and d.done_at is null
            when m.kind = 'deadline_reminder' then d.state = 'open' and d.done_at is null
            when m.kind = 'time_asked' then exists (
                select from rundbord.time_proposal t
                where t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.state = 'open'
                  and t.answer_by > (select rundbord.business_now())) and coalesce(a.status, 'invited') = 'invited'
            when m.kind in ('invitation', 'meeting_moved', 'time_fixed', 'agenda_sent', 'agenda_added', 'answer_received', 'meeting_reminder',
                            'circle_suggested', 'chair_agreed', 'invitation_paused') then
                g.status in ('planned', 'agenda_sent') and g.sequence = m.meeting_sequence
                and g.starts_at > (select rundbord.business_now()) and coalesce(a.status, 'invited') = 'invited'
                and (m.kind not in ('invitation', 'meeting_moved', 'time_fixed') or coalesce(a.answer, 'none') = 'none')
            else true
          end
$$;
comment on function rundbord.open_undelivered() is 'Dead letters of the tenant that nobody has dealt with and that still matter.';

-- What people are told of it: the way that failed for good, not a way that was tried after it and was never set up.
create or replace function rundbord.first_failure(p_message rundbord.message) returns rundbord.message language sql stable
    security definer set search_path = '' as $$
    select m from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.recipient_id = p_message.recipient_id
      and m.occurrence_key = p_message.occurrence_key and m.channel <> 'inbox'
      and (m.id = p_message.id or m.reason in ('refused', 'bounced', 'out_of_patience', 'no_address'))
    order by m.reason = 'channel_off', m.reason = 'no_address', m.settled_at, m.id
    limit 1
$$;
comment on function rundbord.first_failure(rundbord.message) is
    'Of a dead letter and the ways that were tried before it: the one whose failure says most.';

-- Who can do something about one: never the recipient, and nobody who has left.
create or replace function rundbord.answer_for(p_message rundbord.message) returns uuid[] language plpgsql stable security definer
    set search_path = '' as $$
declare
    tenant constant uuid := rundbord.current_tenant();
    found_ uuid[];
    -- A deadline of an underretning tells that there is one: only who leads the place hears of it.
    hidden constant boolean := exists (
        select from rundbord.deadline d
        where d.tenant_id = tenant and d.id = p_message.deadline_id and d.underretning_id is not null);
begin
    if not hidden then
        select array_agg(distinct n.id) into found_ from (
            select unnest(array[g.convener_id, g.chair_id]) as id from rundbord.meeting g
            where g.tenant_id = tenant and g.id = coalesce(p_message.meeting_id,
                (select c.meeting_id from rundbord.consent c where c.tenant_id = tenant and c.id = p_message.consent_id),
                (select d.meeting_id from rundbord.deadline d where d.tenant_id = tenant and d.id = p_message.deadline_id))
            union all
            select c.asked_by from rundbord.consent c where c.tenant_id = tenant and c.id = p_message.consent_id
            union all
            select d.person_id from rundbord.deadline d where d.tenant_id = tenant and d.id = p_message.deadline_id
            union all
            select k.offered_by from rundbord.problem_coordinator k
            where k.tenant_id = tenant and k.dossier_id = p_message.dossier_id and p_message.kind = 'coordinator_offered'
              and k.pending_id = p_message.recipient_id) n
        where n.id <> p_message.recipient_id and rundbord.works_here(n.id);
        if found_ is null then
            select array_agg(distinct k.person_id) into found_ from rundbord.problem_coordinator k
            where k.tenant_id = tenant and k.dossier_id = p_message.dossier_id and k.person_id <> p_message.recipient_id
              and (p_message.about_id is null or k.problem_id = p_message.about_id) and rundbord.works_here(k.person_id);
        end if;
    end if;
    if found_ is null then
        with recursive above as (
            select u.id, u.parent_id, 0 as steps from rundbord.dossier_place p
            join rundbord.unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
            where p.tenant_id = tenant and p.dossier_id = p_message.dossier_id and p.valid_from <= rundbord.business_now()
              and (p.valid_until is null or p.valid_until > rundbord.business_now())
            union all
            select u.id, u.parent_id, above.steps + 1 from rundbord.unit u join above on u.id = above.parent_id
            where u.tenant_id = tenant
        ), led as (
            select e.person_id, above.steps from rundbord.employment e join above on above.id = e.unit_id
            where e.tenant_id = tenant and e.role = 'leader' and e.person_id <> p_message.recipient_id
              and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
        )
        select array_agg(distinct l.person_id) into found_ from led l where l.steps = (select min(steps) from led);
    end if;
    return coalesce(found_, '{}');
end $$;
comment on function rundbord.answer_for(rundbord.message) is
    'Who called the meeting, asked, offered or holds the deadline; else who holds the thread; else who leads the place.';

-- What waits for people, or what they have settled in so many days, of what the actor answers for: one wall for both.
create or replace function rundbord.undelivered_of_actor(p_settled_days integer) returns setof rundbord.message
    language sql stable security definer set search_path = '' as $$
    select u.* from (
        select o.* from rundbord.open_undelivered() o where p_settled_days = 0
        union all
        select m.* from rundbord.message m
        where m.tenant_id = (select rundbord.current_tenant()) and p_settled_days > 0
          and m.resolved_at > (select rundbord.business_now()) - make_interval(days => p_settled_days)) u
    cross join lateral (select rundbord.answer_for(u) as people) who
    where case (select rundbord.current_capacity())
            when 'leader' then rundbord.leads(u.dossier_id)
            when 'professional' then u.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
            when 'adviser' then u.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
            else false
          end
      and u.dossier_id <> all ((select rundbord.only_looked_at())::uuid[])
      and u.dossier_id <> all ((select rundbord.only_reached())::uuid[])
      and u.recipient_id <> (select rundbord.current_person())
      -- A role that is not for underretninger is told of none here either.
      and not ((select rundbord.is_closed('underretning')) and exists (
          select from rundbord.deadline d
          where d.tenant_id = u.tenant_id and d.id = u.deadline_id and d.underretning_id is not null))
      and ((select rundbord.current_person()) = any (who.people)
           or exists (select from rundbord.stood_in_for() s where s.in_dossier = u.dossier_id and s.person_id = any (who.people)))
$$;

drop function if exists rundbord.undelivered_to_deal_with();
create function rundbord.undelivered_to_deal_with() returns table (id uuid, dossier_id uuid, child_id uuid, recipient_id uuid,
        kind text, channel text, reason text, failed_at timestamptz, meeting_id uuid, consent_id uuid, deadline_id uuid, about_id uuid)
    language sql stable security definer set search_path = '' as $$
    select u.id, u.dossier_id, c.child_id, u.recipient_id, u.kind, (f.it).channel, (f.it).reason, u.settled_at, u.meeting_id,
           u.consent_id, u.deadline_id, u.about_id
    from rundbord.undelivered_of_actor(0) u
    join rundbord.casework c on c.tenant_id = u.tenant_id and c.dossier_id = u.dossier_id
    cross join lateral (select rundbord.first_failure(u::rundbord.message) as it) f
$$;
comment on function rundbord.undelivered_to_deal_with() is 'Dead letters that the actor answers for, about children they see.';

create or replace function rundbord.undelivered_settled() returns table (id uuid, dossier_id uuid, child_id uuid, recipient_id uuid,
        kind text, meeting_id uuid, about_id uuid, failed_at timestamptz, resolution text, resolved_at timestamptz, resolved_by uuid,
        said_sealed bytea)
    language sql stable security definer set search_path = '' as $$
    select u.id, u.dossier_id, c.child_id, u.recipient_id, u.kind, u.meeting_id, u.about_id, u.settled_at, u.resolution,
           u.resolved_at, u.resolved_by, u.said_sealed
    from rundbord.undelivered_of_actor(90) u
    join rundbord.casework c on c.tenant_id = u.tenant_id and c.dossier_id = u.dossier_id
$$;
comment on function rundbord.undelivered_settled() is
    'Of the same, what was settled in the last 90 days: by whom, when, how, and what they wrote of it.';

drop function if exists rundbord.undelivered_in_office();
create function rundbord.undelivered_in_office() returns table (id uuid, kind text, channel text, reason text, failed_at timestamptz,
        failure text, stage text, code integer, attempts integer, staff_id uuid)
    language sql stable security definer set search_path = '' as $$
    select u.id, u.kind, (f.it).channel, (f.it).reason, u.settled_at, a.failure, a.stage, a.code, (f.it).attempt, s.person_id
    from rundbord.open_undelivered() u
    cross join lateral (select rundbord.first_failure(u) as it) f
    left join rundbord.staff s on s.tenant_id = u.tenant_id and s.person_id = u.recipient_id
    left join lateral (
        select t.failure, t.stage, t.code from rundbord.delivery_attempt t
        where t.tenant_id = u.tenant_id and t.message_id = (f.it).id and t.failure is not null
        order by t.attempt desc limit 1) a on true
    where (select rundbord.current_capacity()) in ('administrator', 'dpo')
$$;
comment on function rundbord.undelivered_in_office() is
    'Dead letters of the municipality without anything that leads to a family: professionals alone are named.';

-- Planned anew for the ways that the recipient chooses now; judged again when it goes.
drop function if exists rundbord.send_again(uuid, text);
create or replace function rundbord.send_again(p_message uuid, p_resolution text, p_said bytea default null) returns boolean language plpgsql volatile
    security definer set search_path = '' as $$
declare
    dead rundbord.message;
    first_key text;
    times integer;
begin
    select * into dead from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.id = p_message and m.state = 'dead' and m.resolved_at is null for update;
    if not found then
        return false;
    end if;
    first_key := rundbord.first_occurrence(dead.occurrence_key);
    if p_resolution = 'sent_again' then
        select 1 + coalesce(max(substring(m.occurrence_key from '[.]again([0-9]+)$')::integer), 0) into times
        from rundbord.message m
        where m.tenant_id = dead.tenant_id and m.recipient_id = dead.recipient_id
          and rundbord.first_occurrence(m.occurrence_key) = first_key;
        insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence, consent_id,
                                      deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of)
        select dead.tenant_id, gen_random_uuid(), p.id, dead.dossier_id, dead.kind, way.channel, dead.meeting_id, dead.meeting_sequence,
               dead.consent_id, dead.deadline_id, left(first_key, 190) || '.again' || times, rundbord.business_now(),
               rundbord.business_now(), rundbord.machine_now(), dead.about_id, dead.on_behalf_of
        from rundbord.person named
        join rundbord.person p on p.tenant_id = named.tenant_id and p.id = coalesce(named.alias_of, named.id)
        left join rundbord.contact_choice choice on choice.tenant_id = p.tenant_id and choice.person_id = p.id
        cross join lateral unnest(coalesce(choice.channels, '{mail}')) way (channel)
        where named.tenant_id = dead.tenant_id and named.id = dead.recipient_id;
    end if;
    update rundbord.message m
    set resolved_at = rundbord.business_now(), resolved_by = rundbord.current_person(), resolution = p_resolution,
        said_sealed = case when m.id = dead.id then p_said end
    where m.tenant_id = dead.tenant_id and m.recipient_id = dead.recipient_id and m.state = 'dead' and m.resolved_at is null
      and rundbord.first_occurrence(m.occurrence_key) = first_key;
    return true;
end $$;
comment on function rundbord.send_again(uuid, text, bytea) is
    'Ends a dead letter with this resolution, planning it anew where that is ''sent_again''; false where somebody was first.';

drop function if exists rundbord.deal_with_undelivered(uuid, text);
create or replace function rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
begin
    if p_resolution not in ('sent_again', 'told_otherwise', 'not_needed') then
        raise exception 'people resend it, tell otherwise or need not' using errcode = '22023';
    end if;
    return case when rundbord.current_capacity() = 'administrator'
                then exists (select from rundbord.open_undelivered() u where u.id = p_message)
                else exists (select from rundbord.undelivered_to_deal_with() u where u.id = p_message) end
        and rundbord.send_again(p_message, p_resolution, p_said);
end $$;
comment on function rundbord.deal_with_undelivered(uuid, text, bytea) is
    'By who answers for it or runs the system; false where it is none of theirs, or dealt with.';

-- After an outage: a piece at a time, so that it can be watched and stopped, and whoever asks again goes on.
create or replace function rundbord.resend_undelivered(p_channel text, p_reason text, p_since timestamptz, p_until timestamptz,
        p_most integer) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare
    one uuid;
    n integer := 0;
begin
    if rundbord.current_capacity() <> 'administrator' then
        raise exception 'not for this capacity' using errcode = '42501';
    end if;
    for one in
        select u.id from rundbord.open_undelivered() u
        cross join lateral (select rundbord.first_failure(u) as it) f
        where (p_channel is null or (f.it).channel = p_channel) and (p_reason is null or (f.it).reason = p_reason)
          and u.settled_at >= p_since and u.settled_at <= p_until
        order by u.settled_at, u.id limit p_most
    loop
        n := n + rundbord.send_again(one, 'sent_again')::integer;
    end loop;
    return n;
end $$;
comment on function rundbord.resend_undelivered(text, text, timestamptz, timestamptz, integer) is
    'Sends again what died in this time, the oldest first; how many. Null: any channel, any reason.';

-- ---------------------------------------------------------------- by itself

-- Who opened it in the portal has been told, before the mail died or after.
create or replace function rundbord.read_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update rundbord.message m set resolved_at = rundbord.business_now(), resolved_by = new.recipient_id, resolution = 'read_in_portal'
    where m.tenant_id = new.tenant_id and m.recipient_id = new.recipient_id and m.state = 'dead' and m.resolved_at is null
      and rundbord.first_occurrence(m.occurrence_key) = rundbord.first_occurrence(new.occurrence_key);
    return null;
end $$;

-- Those who answer for it find it among their tasks; in the inbox once a day for a case, whatever an outage takes with it.
-- To the inbox alone, which nothing can keep it from: a dead letter about a dead letter there is none.
create or replace function rundbord.tell_of_undelivered() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if exists (select from rundbord.message m
               where m.tenant_id = new.tenant_id and m.recipient_id = new.recipient_id and m.channel = 'inbox' and m.read_at is not null
                 and rundbord.first_occurrence(m.occurrence_key) = rundbord.first_occurrence(new.occurrence_key)) then
        update rundbord.message m
        set resolved_at = rundbord.business_now(), resolved_by = new.recipient_id, resolution = 'read_in_portal'
        where m.tenant_id = new.tenant_id and m.id = new.id;
        return null;
    end if;
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, occurrence_key, not_before, planned_at,
                                  free_at, about_id)
    select new.tenant_id, gen_random_uuid(), who.id, new.dossier_id, 'undelivered', 'inbox',
           'undelivered:' || new.dossier_id || ':' || to_char(rundbord.business_now(), 'YYYY-MM-DD'),
           rundbord.business_now(), rundbord.business_now(), rundbord.machine_now(), new.about_id
    from unnest(rundbord.answer_for(new)) who (id)
    where exists (select from rundbord.open_undelivered() u where u.id = new.id)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return null;
end $$;

grant execute on function rundbord.read_is_told(), rundbord.tell_of_undelivered() to rundbord_owner;
grant execute on function rundbord.undelivered_to_deal_with(), rundbord.undelivered_settled() to rundbord_relation, rundbord_unit;
grant execute on function rundbord.undelivered_in_office(), rundbord.resend_undelivered to rundbord_oversight;
grant execute on function rundbord.deal_with_undelivered to rundbord_relation, rundbord_unit, rundbord_oversight;
reset role;

create or replace trigger read_is_told after update of read_at on rundbord.message
    for each row when (old.read_at is null and new.read_at is not null and new.channel = 'inbox')
    execute function rundbord.read_is_told();
create or replace trigger tell_of_undelivered after update of state on rundbord.message
    for each row when (old.state <> 'dead' and new.state = 'dead' and new.kind <> 'undelivered')
    execute function rundbord.tell_of_undelivered();

grant select on rundbord.delivery_attempt to rundbord_definer;
grant select (tenant_id, person_id) on rundbord.staff to rundbord_definer;

call rundbord.wall_of_tenant('sending_rate', '');
grant select, insert, update on rundbord.sending_rate to rundbord_notifier;
