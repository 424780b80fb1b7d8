-- Finding a time: whose busy hours are whose, and who of a circle reads which answer.
--
-- Why this is safe: nobody but the person reads an interval of theirs. Others ask whether somebody is busy at moments that
-- they name themselves, and only of people of a circle that they are calling together; yes or no is all that comes back.
-- An answer is written by whoever it is of, while it is asked for, and read by them and by who leads the meeting.

call rundbord.wall_of_tenant('busy_time', '');
drop policy if exists own on rundbord.busy_time;
create policy own on rundbord.busy_time to rundbord_relation, rundbord_unit
    using (person_id = (select rundbord.current_person()))
    with check (person_id = (select rundbord.current_person()) and source = 'file');
grant select, insert, delete on rundbord.busy_time to rundbord_relation, rundbord_unit;
grant select, insert, delete on rundbord.busy_time to rundbord_definer;
grant select, delete on rundbord.busy_time to rundbord_worker;

set role rundbord_definer;

-- Meetings that the actor calls together: its convener or chair, who stands in for one of them, or the leader of the place.
create or replace function rundbord.led_meetings() returns uuid[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(m.id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
      and ((select rundbord.current_person()) in (m.convener_id, m.chair_id) or exists (
          select from rundbord.stood_in_for() f where f.in_dossier = m.dossier_id and f.person_id in (m.convener_id, m.chair_id)))
$$;
comment on function rundbord.led_meetings() is 'Meetings that the actor convenes or chairs, or stands in for who does.';

-- Meetings to which the actor is asked to come, and that nothing they rest on has been taken back from.
create or replace function rundbord.asked_to() returns uuid[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(a.meeting_id), '{}')
    from rundbord.participant a
    join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status in ('planned', 'agenda_sent')
    left join lateral rundbord.consent_state(a.dossier_id, a.consent_purpose) s on true
    where a.tenant_id = (select rundbord.current_tenant()) and a.person_id = (select rundbord.current_person())
      and a.status = 'invited' and (a.consent_purpose is null or s.stands)
      and (a.dossier_id = any ((select rundbord.granted_dossiers())::uuid[]) or rundbord.leads(a.dossier_id))
$$;
comment on function rundbord.asked_to() is 'Meetings still to come in whose circle the actor is.';

-- Who is busy when, of these people, from these moments on for so long; never which part of it, nor what it is.
create or replace function rundbord.busy_among(p_people uuid[], p_starts timestamptz[], p_minutes integer, p_besides uuid)
    returns table (person_id uuid, busy integer[]) language sql stable security definer set search_path = '' as $$
    with window_of as (
        select min(s.at) as begins, max(s.at) + make_interval(mins => p_minutes) as ends from unnest(p_starts) s (at)
    ), intervals as (
        select b.person_id, b.starts_at, b.ends_at from window_of w join rundbord.busy_time b
            on b.tenant_id = (select rundbord.current_tenant()) and b.person_id = any (p_people) and b.ends_at > w.begins and b.starts_at < w.ends
        union all
        select a.person_id, m.starts_at, m.ends_at
        from window_of w join rundbord.participant a
            on a.tenant_id = (select rundbord.current_tenant()) and a.person_id = any (p_people) and a.status = 'invited' and a.answer <> 'not_coming'
        join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status in ('planned', 'agenda_sent')
            and m.ends_at > w.begins and m.starts_at < w.ends and m.id is distinct from p_besides
        union all
        select p.id, m.starts_at, m.ends_at
        from window_of w join rundbord.meeting m on m.tenant_id = (select rundbord.current_tenant()) and m.status in ('planned', 'agenda_sent')
            and m.ends_at > w.begins and m.starts_at < w.ends and m.id is distinct from p_besides
        join unnest(p_people) p (id) on p.id in (m.convener_id, m.chair_id)
        union all
        select a.person_id, c.starts_at, c.ends_at
        from window_of w join rundbord.consultation_participant a
            on a.tenant_id = (select rundbord.current_tenant()) and a.person_id = any (p_people) and a.status = 'invited'
        join rundbord.consultation c on c.tenant_id = a.tenant_id and c.id = a.consultation_id and c.status in ('planned', 'agenda_sent')
            and c.ends_at > w.begins and c.starts_at < w.ends
        union all
        select p.id, c.starts_at, c.ends_at
        from window_of w join rundbord.consultation c on c.tenant_id = (select rundbord.current_tenant()) and c.status in ('planned', 'agenda_sent')
            and c.ends_at > w.begins and c.starts_at < w.ends
        join unnest(p_people) p (id) on p.id in (c.convener_id, c.chair_id)
    ), taken as (
        select i.person_id, range_agg(tstzrange(i.starts_at, i.ends_at)) as of_it from intervals i group by i.person_id
    )
    select t.person_id, array_agg((s.number - 1)::integer order by s.number)
    from taken t cross join unnest(p_starts) with ordinality s (at, number)
    where t.of_it && tstzrange(s.at, s.at + make_interval(mins => p_minutes))
    group by t.person_id
$$;
revoke execute on function rundbord.busy_among(uuid[], timestamptz[], integer, uuid) from public;

-- The same of the professionals of a meeting that the actor leads. It is not in the way of itself.
create or replace function rundbord.busy_of_meeting(p_meeting uuid, p_starts timestamptz[], p_minutes integer)
    returns table (person_id uuid, busy integer[]) language plpgsql stable security definer set search_path = '' as $$
declare
    circle uuid[];
begin
    select array_agg(distinct x.id) into circle
    from rundbord.meeting m
    left join rundbord.participant a on a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.kind = 'professional' and a.status = 'invited'
    cross join lateral unnest(array[m.convener_id, m.chair_id, a.person_id]) x (id)
    where m.tenant_id = rundbord.current_tenant() and m.id = p_meeting and x.id is not null
      and (m.id = any (rundbord.led_meetings()) or rundbord.leads(m.dossier_id));
    if circle is not null and cardinality(p_starts) <= 2000 then
        return query select b.person_id, b.busy from rundbord.busy_among(circle, p_starts, p_minutes, p_meeting) b;
    end if;
end $$;
comment on function rundbord.busy_of_meeting is
    'Of each professional of a meeting that the actor leads: at which of these moments (by number, from 0) they are busy. Families are never among them.';

-- The same of those whom the actor thinks of calling to a meeting about a child: it takes that they work with the child.
create or replace function rundbord.busy_around(p_child uuid, p_people uuid[], p_starts timestamptz[], p_minutes integer)
    returns table (person_id uuid, busy integer[]) language plpgsql stable security definer set search_path = '' as $$
declare
    circle uuid[];
begin
    select array_agg(distinct s.person_id) into circle
    from rundbord.staff s
    where s.tenant_id = rundbord.current_tenant() and s.person_id = any (p_people) and rundbord.works_here(s.person_id);
    if circle is not null and cardinality(p_people) <= 40 and cardinality(p_starts) <= 2000 and exists (
        select from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child
          and rundbord.sees_dossier(p.dossier_id) and p.dossier_id <> all (rundbord.only_looked_at())) then
        return query select b.person_id, b.busy from rundbord.busy_among(circle, p_starts, p_minutes, null) b;
    end if;
end $$;
comment on function rundbord.busy_around is
    'Of professionals who might be called to a meeting about a child with whom the actor works: at which of these moments they are busy.';

-- What the municipality's calendar knows of one professional replaces what it told before. Times alone.
create or replace function rundbord.tell_busy(p_email text, p_starts timestamptz[], p_ends timestamptz[]) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
declare
    who uuid;
    told integer;
begin
    if rundbord.current_capacity() <> 'administrator' then
        return null;
    end if;
    select s.person_id into strict who from rundbord.staff s
    where s.tenant_id = rundbord.current_tenant() and lower(s.work_email) = lower(p_email) and rundbord.works_here(s.person_id);
    delete from rundbord.busy_time b where b.tenant_id = rundbord.current_tenant() and b.person_id = who and b.source = 'system';
    insert into rundbord.busy_time (tenant_id, id, person_id, source, starts_at, ends_at, told_at)
    select rundbord.current_tenant(), gen_random_uuid(), who, 'system', t.starts_at, t.ends_at, rundbord.business_now()
    from unnest(p_starts, p_ends) t (starts_at, ends_at);
    get diagnostics told = row_count;
    return told;
exception when no_data_found or too_many_rows then
    return null;
end $$;
comment on function rundbord.tell_busy(text, timestamptz[], timestamptz[]) is
    'How many intervals of a professional, known by their work address, were kept; null where no one professional has it.';

-- What waits for answers does so no longer than they are asked for.
create or replace function rundbord.end_times_awaited(p_meeting uuid, p_participant uuid, p_answered boolean) returns void language sql volatile
    security definer set search_path = '' as $$
    select rundbord.settle_awaited(a.id, 'await_times', p_answered)
    from rundbord.participant a
    where a.tenant_id = (select rundbord.current_tenant()) and a.meeting_id = p_meeting and a.id = coalesce(p_participant, a.id)
$$;
revoke execute on function rundbord.end_times_awaited(uuid, uuid, boolean) from public;

-- That a time is being found is known to everyone's doing in the case: whom it invites is asked the one question and not the other.
create or replace function rundbord.finding_a_time(p_meeting uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (select from rundbord.time_proposal p
                   where p.tenant_id = (select rundbord.current_tenant()) and p.meeting_id = p_meeting and p.state = 'open'
                     and (select rundbord.sees_dossier(p.dossier_id)))
$$;
comment on function rundbord.finding_a_time(uuid) is 'Whether the circle of a meeting of a case that the actor sees is being asked when it suits.';

create or replace function rundbord.await_times(p_id uuid, p_participant uuid) returns void language sql volatile
    security definer set search_path = '' as $$
    insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, key, task, person_id, private, awaits_id, due_at, remind_at, next_at)
    select a.tenant_id, p_id, a.dossier_id, a.meeting_id, 'await_times', 'await_times', a.person_id, true, a.id, p.answer_by,
           array_remove(array[r.at], null), coalesce(r.at, p.answer_by)
    from rundbord.participant a
    join rundbord.time_proposal p on p.tenant_id = a.tenant_id and p.meeting_id = a.meeting_id and p.state = 'open'
    cross join lateral (select case when p.remind_at > (select rundbord.business_now()) then p.remind_at end) r (at)
    where a.tenant_id = (select rundbord.current_tenant()) and a.id = p_participant and a.status = 'invited' and a.person_id is not null
      and p.answer_by > (select rundbord.business_now()) and (select rundbord.sees_dossier(a.dossier_id))
      and not exists (select from rundbord.time_answer w where w.tenant_id = p.tenant_id and w.proposal_id = p.id and w.participant_id = a.id)
    on conflict do nothing
$$;
comment on function rundbord.await_times(uuid, uuid) is 'Plans by when somebody has said when it suits them, in a case that the actor sees.';

create or replace function rundbord.note_time_answer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if (select count(*) from rundbord.time_answer a
        where a.tenant_id = new.tenant_id and a.proposal_id = new.proposal_id and a.participant_id = new.participant_id)
       = (select count(*) from rundbord.proposed_time t where t.tenant_id = new.tenant_id and t.proposal_id = new.proposal_id) then
        perform rundbord.end_times_awaited(new.meeting_id, new.participant_id, true);
    end if;
    return null;
end $$;

create or replace function rundbord.end_times_of_proposal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    perform rundbord.end_times_awaited(new.meeting_id, null, false);
    return null;
end $$;

create or replace function rundbord.end_times_of_participant() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    perform rundbord.end_times_awaited(new.meeting_id, new.id, false);
    return null;
end $$;

-- A meeting that is moved, held or cancelled is not looking for a time any more, whoever did it and however.
create or replace function rundbord.close_time_proposal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update rundbord.time_proposal p set state = 'closed', settled_at = rundbord.business_now(), version = p.version + 1
    where p.tenant_id = new.tenant_id and p.meeting_id = new.id and p.state = 'open';
    return null;
end $$;

grant execute on function rundbord.led_meetings(), rundbord.asked_to() to rundbord_relation, rundbord_unit, rundbord_family, rundbord_oversight;
grant execute on function rundbord.busy_of_meeting(uuid, timestamptz[], integer), rundbord.busy_around(uuid, uuid[], timestamptz[], integer)
    to rundbord_relation, rundbord_unit;
grant execute on function rundbord.finding_a_time(uuid), rundbord.await_times(uuid, uuid)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_worker;
grant execute on function rundbord.finding_a_time(uuid) to rundbord_calendar;
grant execute on function rundbord.tell_busy(text, timestamptz[], timestamptz[]) to rundbord_oversight;
grant execute on function rundbord.note_time_answer(), rundbord.end_times_of_proposal(), rundbord.end_times_of_participant(),
    rundbord.close_time_proposal() to rundbord_owner;
reset role;

create or replace trigger note_answered after insert on rundbord.time_answer
    for each row execute function rundbord.note_time_answer();
create or replace trigger end_awaited after update of state on rundbord.time_proposal
    for each row when (old.state = 'open' and new.state <> 'open') execute function rundbord.end_times_of_proposal();
create or replace trigger end_times_awaited after update of status on rundbord.participant
    for each row when (old.status = 'invited' and new.status <> 'invited') execute function rundbord.end_times_of_participant();
create or replace trigger close_time_proposal after update of status, starts_at, sequence on rundbord.meeting
    for each row when (old.sequence <> new.sequence or new.status not in ('planned', 'agenda_sent'))
    execute function rundbord.close_time_proposal();

-- That a time is being found, and which times are proposed: of the family, for whoever of it is asked.
call rundbord.wall('time_proposal', 'dossier_id', ' and meeting_id = any ((select rundbord.asked_to())::uuid[])');
call rundbord.wall('proposed_time', 'dossier_id', ' and meeting_id = any ((select rundbord.asked_to())::uuid[])');
call rundbord.wall('time_answer', 'dossier_id',
    ' and person_id = (select rundbord.current_person()) and meeting_id = any ((select rundbord.asked_to())::uuid[])');
call rundbord.within_reach('time_proposal', 'dossier_id', $sql$meeting_id = any ((select rundbord.invited_to())::uuid[])$sql$, '');
call rundbord.within_reach('proposed_time', 'dossier_id', $sql$meeting_id = any ((select rundbord.invited_to())::uuid[])$sql$, '');
call rundbord.within_reach('time_answer', 'dossier_id',
    $sql$person_id = (select rundbord.current_person()) and meeting_id = any ((select rundbord.invited_to())::uuid[])$sql$,
    $sql$person_id = (select rundbord.current_person()) and meeting_id = any ((select rundbord.invited_to())::uuid[])$sql$);

-- Who sees the case need not lead the meeting.
drop policy if exists proposed_by_who_leads on rundbord.time_proposal;
create policy proposed_by_who_leads on rundbord.time_proposal as restrictive for insert to rundbord_relation, rundbord_unit
    with check (made_by = (select rundbord.current_person()) and state = 'open'
                and (meeting_id = any ((select rundbord.led_meetings())::uuid[]) or (select rundbord.current_capacity()) = 'leader'));
drop policy if exists settled_by_who_leads on rundbord.time_proposal;
create policy settled_by_who_leads on rundbord.time_proposal as restrictive for update to rundbord_relation, rundbord_unit
    using (state = 'open' and (meeting_id = any ((select rundbord.led_meetings())::uuid[]) or (select rundbord.current_capacity()) = 'leader'))
    with check (state <> 'open');
drop policy if exists proposed_by_who_leads on rundbord.proposed_time;
create policy proposed_by_who_leads on rundbord.proposed_time as restrictive for insert to rundbord_relation, rundbord_unit
    with check (exists (select from rundbord.time_proposal p where p.tenant_id = proposed_time.tenant_id and p.id = proposal_id
                        and p.made_by = (select rundbord.current_person()) and p.made_at = (select rundbord.business_now())));
drop policy if exists own_or_led on rundbord.time_answer;
create policy own_or_led on rundbord.time_answer as restrictive for select to rundbord_relation, rundbord_oversight
    using (person_id = (select rundbord.current_person()) or meeting_id = any ((select rundbord.led_meetings())::uuid[]));
-- One's own word, in one's own place, while it is asked for.
drop policy if exists own_word on rundbord.time_answer;
create policy own_word on rundbord.time_answer as restrictive for insert to rundbord_family, rundbord_relation, rundbord_unit
    with check (person_id = (select rundbord.current_person()) and meeting_id = any ((select rundbord.asked_to())::uuid[])
                and exists (select from rundbord.participant a where a.tenant_id = time_answer.tenant_id and a.id = participant_id
                            and a.meeting_id = time_answer.meeting_id and a.person_id = (select rundbord.current_person()))
                and exists (select from rundbord.time_proposal p where p.tenant_id = time_answer.tenant_id and p.id = proposal_id
                            and p.state = 'open' and p.answer_by > (select rundbord.business_now())));
drop policy if exists own_word_again on rundbord.time_answer;
create policy own_word_again on rundbord.time_answer as restrictive for update to rundbord_family, rundbord_relation, rundbord_unit
    using (person_id = (select rundbord.current_person()) and meeting_id = any ((select rundbord.asked_to())::uuid[])
           and exists (select from rundbord.time_proposal p where p.tenant_id = time_answer.tenant_id and p.id = proposal_id
                       and p.state = 'open' and p.answer_by > (select rundbord.business_now())));

grant select on rundbord.time_proposal, rundbord.proposed_time, rundbord.time_answer
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_definer;
grant insert, update (state, fixed_id, settled_at, version) on rundbord.time_proposal to rundbord_relation, rundbord_unit;
grant update (state, settled_at, version) on rundbord.time_proposal to rundbord_definer;
grant insert on rundbord.proposed_time to rundbord_relation, rundbord_unit;
grant insert, update (answer, answered_at) on rundbord.time_answer to rundbord_family, rundbord_relation, rundbord_unit;
grant select on rundbord.time_proposal to rundbord_notifier;
grant select, insert, update, delete on rundbord.time_proposal, rundbord.proposed_time, rundbord.time_answer to rundbord_worker;
