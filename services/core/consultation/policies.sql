-- Meetings about nobody named. They are for the professionals who take part and the leader of the unit that owns them.
-- A family has neither policy nor privilege, oversight has none, and a participant is a professional by foreign key.

do $$
declare t text;
begin
    foreach t in array array['consultation', 'consultation_participant', 'consultation_item', 'consultation_form',
                             'consultation_agreement']
    loop
        call rundbord.wall(t, 'dossier_id', '');
        execute format('drop policy by_family on rundbord.%I', t);
        execute format('grant select, insert on rundbord.%I to rundbord_relation, rundbord_unit', t);
        execute format('grant select, insert, update, delete on rundbord.%I to rundbord_worker', t);
    end loop;
end $$;
drop policy if exists own_call on rundbord.consultation;
create policy own_call on rundbord.consultation as restrictive for insert to rundbord_relation, rundbord_unit
    with check (convener_id = (select rundbord.current_person()) and status = 'planned' and outcome is null);

-- What a row is about and whom it lets in is written once; the columns below are what work changes.
grant update (status, starts_at, ends_at, slot_id, sequence, outcome, sealed, version) on rundbord.consultation
    to rundbord_relation, rundbord_unit;
grant update (status, answer, sealed, attended, version) on rundbord.consultation_participant
    to rundbord_relation, rundbord_unit;
grant update (completed, sealed, version) on rundbord.consultation_form to rundbord_relation, rundbord_unit;
grant select on rundbord.consultation, rundbord.consultation_participant to rundbord_definer;
grant insert on rundbord.consultation_participant to rundbord_definer;

-- Whoever leads it takes an invitation back and gives it again; an answer is the invited's own word (trap 2).
create or replace function rundbord.judge_seat_change() returns trigger language plpgsql set search_path = '' as $$
begin
    if new.answer is distinct from old.answer and new.person_id is distinct from rundbord.current_person() and new.answer <> 'none' then
        raise exception 'an answer is given by whom it is of' using errcode = 'check_violation';
    end if;
    return new;
end $$;
revoke execute on function rundbord.judge_seat_change() from public;

set role rundbord_definer;

-- Who may see one: its convener and chair, and who is invited. An adviser is let in also in that capacity. From the day
-- it was opened, so that no grant tells the moment at which somebody joined.
create or replace function rundbord.derive_grants_of_consultation(p_dossier uuid) returns void language sql volatile
    security definer set search_path = '' as $$
    with meeting as (
        select c.*, d.opened_at from rundbord.consultation c
        join rundbord.dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier
    ), people as (
        select m.convener_id as person_id, 'convener' as reason, m.id as source_id, null::timestamptz as until from meeting m
        union all
        select m.chair_id, 'chair', m.id, null from meeting m where m.chair_id is not null and m.chair_id <> m.convener_id
        union all
        select a.person_id, 'participant', a.id, a.access_until
        from rundbord.consultation_participant a join meeting m on m.tenant_id = a.tenant_id and m.id = a.consultation_id
        where a.status = 'invited' and a.person_id is not null
    ), wanted as (
        select p.person_id, 'professional' as capacity, p.reason, p.source_id, p.until from people p
        union all
        select p.person_id, 'adviser', p.reason || '_as_adviser', p.source_id, p.until from people p
        where exists (select from rundbord.employment e
                      where e.tenant_id = rundbord.current_tenant() and e.person_id = p.person_id and e.role = 'adviser'
                        and upper_inf(e.recorded) and e.valid @> rundbord.business_now())
    ), gone as (
        delete from rundbord.access_grant g
        where g.tenant_id = rundbord.current_tenant() and g.dossier_id = p_dossier
          and not exists (select from wanted w where w.reason = g.reason and w.source_id = g.source_id)
    )
    insert into rundbord.access_grant as g
        (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until)
    select m.tenant_id, gen_random_uuid(), w.person_id, p_dossier, w.capacity, w.reason, w.source_id, m.opened_at, w.until
    from wanted w cross join meeting m
    on conflict (tenant_id, dossier_id, reason, source_id) do update
        set person_id = excluded.person_id, valid_until = excluded.valid_until
        where g.person_id is distinct from excluded.person_id or g.valid_until is distinct from excluded.valid_until
$$;

create or replace function rundbord.derive_grants_on_consultation() returns trigger language plpgsql security definer
    set search_path = '' as $$
begin
    perform rundbord.derive_grants_of_consultation((coalesce(new, old)).dossier_id);
    return null;
end $$;
grant execute on function rundbord.derive_grants_on_consultation() to rundbord_owner;

-- An event that holds such a meeting holds nothing else (RB003): beside a child it would lead from one to the other, for
-- as long as events are kept. The system's own events, over many at once, say nothing of anybody's doing.
create or replace function rundbord.nobody_stands_alone() returns trigger language plpgsql security definer set search_path = '' as $$
declare
    about_nobody boolean;
    about_somebody boolean;
begin
    select bool_or(d.kind in ('group', 'anonymous')), bool_or(d.kind not in ('group', 'anonymous'))
    into about_nobody, about_somebody
    from rundbord.dossier d where d.tenant_id = new.tenant_id and d.audit_pseudonym = any (new.subjects);
    if about_nobody then
        if about_somebody and new.capacity <> 'system' then
            raise exception 'a meeting about nobody named beside somebody' using errcode = 'RB003';
        end if;
        new.about := '{}';
    end if;
    return new;
end $$;
grant execute on function rundbord.nobody_stands_alone() to rundbord_owner;

-- The meeting that stands at a fixed time, for one who works there: that it is there, and the dossier to write a request
-- into. Nothing of what is in it.
create or replace function rundbord.consultation_to_join(p_slot uuid) returns table (id uuid, dossier_id uuid)
    language sql stable security definer set search_path = '' as $$
    select c.id, c.dossier_id from rundbord.slot s
    join rundbord.consultation c on c.tenant_id = s.tenant_id and c.slot_id = s.id
    where s.tenant_id = rundbord.current_tenant() and s.id = p_slot and s.status = 'open'
      and s.unit_id = any (rundbord.own_units()) and c.status = 'planned' and c.starts_at > rundbord.business_now()
$$;

-- Whoever brings something takes part; the one who asks lets in nobody but themselves.
create or replace function rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text,
        p_access_until timestamptz, p_sealed bytea) returns void
    language sql volatile security definer set search_path = '' as $$
    insert into rundbord.consultation_participant
        (tenant_id, id, dossier_id, consultation_id, person_id, role, strength, external, status, access_until, sealed)
    select rundbord.current_tenant(), p_participant, c.dossier_id, c.id, rundbord.current_person(), p_role, p_strength, false,
           'invited', p_access_until, p_sealed
    from rundbord.consultation_to_join(p_slot) c
    on conflict (tenant_id, consultation_id, person_id) do nothing
$$;

-- Which of these stand in somebody's calendar by a mail that brought them, for who takes the person out of them: ids alone.
-- A mail that is on its way, or whose end nobody knows, counts: an entry too few can be taken out, one too many can't.
create or replace function rundbord.consultations_mailed_to(p_person uuid, p_dossiers uuid[]) returns table (dossier_id uuid)
    language sql stable security definer set search_path = '' as $$
    select c.dossier_id from rundbord.consultation c
    where c.tenant_id = rundbord.current_tenant() and c.dossier_id = any (p_dossiers)
      and (rundbord.current_person() in (c.convener_id, c.chair_id)
           or rundbord.current_capacity() = 'leader' and c.unit_id = any (rundbord.led_units()))
      and exists (
          select from rundbord.message m
          where m.tenant_id = c.tenant_id and m.dossier_id = c.dossier_id and m.recipient_id = p_person and m.channel = 'mail'
            and m.kind in ('invitation', 'meeting_moved')
            and (m.state in ('sent', 'sending') or exists (
                select from rundbord.delivery_attempt a
                where a.tenant_id = m.tenant_id and a.message_id = m.id and a.outcome is null)))
$$;
grant execute on function rundbord.consultation_to_join(uuid), rundbord.consultations_mailed_to(uuid, uuid[]),
    rundbord.join_consultation(uuid, uuid, text, text, timestamptz, bytea) to rundbord_relation, rundbord_unit;
reset role;

create or replace trigger nobody_stands_alone before insert on rundbord.access_event
    for each row when (cardinality(new.subjects) > 0) execute function rundbord.nobody_stands_alone();
create or replace trigger judge_seat_change before update of answer on rundbord.consultation_participant
    for each row execute function rundbord.judge_seat_change();
create or replace trigger derive_grants after insert on rundbord.consultation
    for each row execute function rundbord.derive_grants_on_consultation();
create or replace trigger derive_grants after insert or delete or update of status on rundbord.consultation_participant
    for each row execute function rundbord.derive_grants_on_consultation();

-- A private calendar (calendar_feed/policies.sql) shows a professional when these are; a family's, nothing of them.
call rundbord.feed_sees('consultation');
call rundbord.feed_sees('consultation_participant');
create policy not_for_families_in_feed on rundbord.consultation as restrictive for select to rundbord_calendar
    using ((select rundbord.current_capacity()) <> 'family');
create policy own_place_in_feed on rundbord.consultation_participant as restrictive for select to rundbord_calendar
    using (person_id = (select rundbord.current_person()));
grant select (tenant_id, id, dossier_id, status, starts_at, ends_at, sequence, convener_id, chair_id) on rundbord.consultation
    to rundbord_calendar;
grant select (tenant_id, consultation_id, person_id, status) on rundbord.consultation_participant to rundbord_calendar;
-- A mail that tells of one brings its time for the calendar.
grant select (tenant_id, id, dossier_id, status, starts_at, ends_at, sequence) on rundbord.consultation to rundbord_notifier;
-- And whether the recipient still has a place there.
grant select (tenant_id, consultation_id, person_id, status) on rundbord.consultation_participant to rundbord_notifier;
