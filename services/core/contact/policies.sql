-- How somebody wants to be told is their own, in whatever capacity they act: they read it, those who plan and send read it,
-- and nobody else. It is written by the functions below alone, for the person who acts; so is where they are reached.

call rundbord.wall_of_tenant('contact_choice', '');
drop policy if exists own on rundbord.contact_choice;
create policy own on rundbord.contact_choice for select to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight
    using (person_id = (select rundbord.current_person()));
grant select on rundbord.contact_choice
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_notifier;
grant select, insert, update on rundbord.contact_choice to rundbord_definer;

-- Where somebody was reached before is for the one message that tells them of the change.
call rundbord.wall_of_tenant('contact_change', '');
grant select, insert on rundbord.contact_change to rundbord_definer;
grant select on rundbord.contact_change to rundbord_notifier;
grant select, delete on rundbord.contact_change to rundbord_worker;

grant update (language, sealed, version) on rundbord.person to rundbord_definer;
grant select on rundbord.digital_post_number to rundbord_definer;
grant delete on rundbord.message to rundbord_definer;

set role rundbord_definer;

-- Who the actor is to those who tell them something. A professional's own row is behind the wall of its dossier.
create or replace function rundbord.own_contact() returns table (id uuid, dossier_id uuid, kind text, language text, sealed bytea,
        version integer, work_email text, work_phone text, has_cpr boolean)
    language plpgsql stable security definer set search_path = '' as $$
begin
    return query
    select p.id, p.dossier_id, p.kind, p.language, p.sealed, p.version, s.work_email, s.work_phone,
           exists (select from rundbord.digital_post_number n where n.tenant_id = p.tenant_id and n.person_id = p.id)
    from rundbord.person p left join rundbord.staff s on s.tenant_id = p.tenant_id and s.person_id = p.id
    where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person();
end $$;
comment on function rundbord.own_contact() is 'The actor''s own row, whatever the capacity.';

create or replace function rundbord.choose_contact(p_version integer, p_channels text[], p_from time, p_until time, p_days integer,
        p_language text) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
begin
    if p_version = 0 then
        insert into rundbord.contact_choice (tenant_id, person_id, dossier_id, channels, quiet_from, quiet_until, remind_days,
                                             language, changed_at)
        select p.tenant_id, p.id, p.dossier_id, p_channels, p_from, p_until, p_days, p_language, rundbord.business_now()
        from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person()
        on conflict (tenant_id, person_id) do nothing;
    else
        update rundbord.contact_choice c
        set channels = p_channels, quiet_from = p_from, quiet_until = p_until, remind_days = p_days, language = p_language,
            changed_at = rundbord.business_now(), version = c.version + 1
        where c.tenant_id = rundbord.current_tenant() and c.person_id = rundbord.current_person() and c.version = p_version;
    end if;
    return found;
end $$;
comment on function rundbord.choose_contact is 'Records the actor''s own choice; false when it was changed meanwhile.';

-- A family's own address and telephone number: the person who acts, no other. What was reached before is kept with it.
create or replace function rundbord.change_own_contact(p_version integer, p_sealed bytea, p_change uuid, p_former bytea)
    returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
    if rundbord.current_capacity() <> 'family' then
        return false;
    end if;
    update rundbord.person p set sealed = p_sealed, version = p.version + 1
    where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person() and p.version = p_version
      and p.kind in ('adult', 'subject');
    if not found then
        return false;
    end if;
    if p_former is not null then
        insert into rundbord.contact_change (tenant_id, id, person_id, dossier_id, changed_at, sealed)
        select p.tenant_id, p_change, p.id, p.dossier_id, rundbord.business_now(), p_former from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person();
    end if;
    return true;
end $$;
comment on function rundbord.change_own_contact is 'Records where the actor is reached; false when it was changed meanwhile.';

-- That it was changed is told where they were reached before, whatever ways they chose, and in the inbox.
create or replace function rundbord.tell_of_contact_change(p_change uuid, p_ids uuid[], p_channels text[]) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, occurrence_key, not_before, planned_at, free_at)
    select x.tenant_id, p_ids[way.place], x.person_id, x.dossier_id, 'contact_changed', way.channel, 'contact-changed:' || x.id,
           rundbord.business_now(), rundbord.business_now(), rundbord.machine_now()
    from rundbord.contact_change x cross join unnest('{inbox}' || p_channels) with ordinality way (channel, place)
    where x.tenant_id = rundbord.current_tenant() and x.id = p_change and x.person_id = rundbord.current_person()
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return found;
end $$;
comment on function rundbord.tell_of_contact_change is 'True when it is told; false for a change that is not the actor''s, or was told before.';

-- When a reminder goes to somebody who wants it p_days ahead (null: as the municipality does); null: that is over.
create or replace function rundbord.reminder_at(p_at timestamptz[], p_days integer) returns timestamptz
    language sql stable security definer set search_path = '' as $$
    select case when p_at[p_days + 2] > rundbord.business_now() then p_at[p_days + 2]
                when p_at[1] > rundbord.business_now() then p_at[1] end
$$;
comment on function rundbord.reminder_at is 'Picks from message.reminds_at.';

-- Whoever plans a reminder learns nothing of when its recipient wants it.
create or replace function rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid,
        p_key text, p_at timestamptz[]) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
declare
    recipient uuid;
    at timestamptz;
begin
    select p.id, rundbord.reminder_at(p_at, c.remind_days) into recipient, at
    from rundbord.person named
    join rundbord.person p on p.tenant_id = named.tenant_id and p.id = coalesce(named.alias_of, named.id)
    left join rundbord.contact_choice c on c.tenant_id = p.tenant_id and c.person_id = p.id
    where named.tenant_id = rundbord.current_tenant() and named.id = p_recipient;
    if at is null then
        return false;
    end if;
    -- Who was taken out and is asked again, or whose consent stands again, is reminded after all.
    delete from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.recipient_id = recipient and m.occurrence_key = p_key
      and m.kind = 'meeting_reminder' and m.state = 'cancelled' and not exists (
          select from rundbord.message o
          where o.tenant_id = m.tenant_id and o.recipient_id = m.recipient_id and o.occurrence_key = m.occurrence_key
            and o.state <> 'cancelled');
    perform rundbord.plan_message(p_ids, recipient, p_dossier, 'meeting_reminder', p_inbox, p_meeting, null, null, p_key, at);
    update rundbord.message m set reminds_at = p_at
    where m.tenant_id = rundbord.current_tenant() and m.recipient_id = recipient and m.occurrence_key = p_key and m.id = any (p_ids);
    return true;
end $$;
comment on function rundbord.plan_reminder is 'False when its last day is over; not a word of which day was chosen.';

-- A choice holds from the moment it is made, also for what waits to be sent: reminders go on the day that is wanted now,
-- and everything that is to come by the ways that are chosen now. What is due this moment goes as it was planned.
create or replace function rundbord.choice_takes_effect() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if new.language is not null then
        update rundbord.person p set language = new.language
        where p.tenant_id = new.tenant_id and p.id = new.person_id and p.language <> new.language;
        update rundbord.session s set language = new.language
        where s.tenant_id = new.tenant_id and s.person_id = new.person_id and s.ended_at is null and s.language <> new.language;
    end if;
    update rundbord.message m set not_before = rundbord.reminder_at(m.reminds_at, new.remind_days)
    where m.tenant_id = new.tenant_id and m.recipient_id = new.person_id and m.state = 'planned' and m.reminds_at is not null
      and m.not_before <> rundbord.reminder_at(m.reminds_at, new.remind_days);
    -- In brackets: without them the first THEN would end the condition.
    if (new.channels = case tg_op when 'UPDATE' then old.channels else '{mail}' end) then
        return null;
    end if;
    with to_come as (
        select * from rundbord.message m
        where m.tenant_id = new.tenant_id and m.recipient_id = new.person_id and m.state = 'planned' and m.channel <> 'inbox'
          and m.kind <> 'contact_changed' and m.not_before > rundbord.business_now()
        for update
    )
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence, consent_id,
                                  deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of, reminds_at)
    select distinct on (m.occurrence_key, way.channel) m.tenant_id, gen_random_uuid(), m.recipient_id, m.dossier_id, m.kind, way.channel,
           m.meeting_id, m.meeting_sequence, m.consent_id, m.deadline_id, m.occurrence_key, m.not_before, m.planned_at,
           rundbord.machine_now(), m.about_id, m.on_behalf_of, m.reminds_at
    from to_come m cross join unnest(new.channels) way (channel)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    delete from rundbord.message m
    where m.tenant_id = new.tenant_id and m.recipient_id = new.person_id and m.state = 'planned' and m.channel <> 'inbox'
      and m.kind <> 'contact_changed' and m.not_before > rundbord.business_now() and m.channel <> all (new.channels)
      -- A way that was tried already is not tried again: then it stays with the one that it fell back on.
      and exists (select from rundbord.message o
                  where o.tenant_id = m.tenant_id and o.recipient_id = m.recipient_id and o.occurrence_key = m.occurrence_key
                    and o.channel = any (new.channels) and o.state in ('planned', 'sending', 'sent'));
    return null;
end $$;

grant execute on function rundbord.own_contact(), rundbord.choose_contact
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant execute on function rundbord.change_own_contact, rundbord.tell_of_contact_change to rundbord_family;
grant execute on function rundbord.plan_reminder
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;
grant execute on function rundbord.choice_takes_effect() to rundbord_owner;
reset role;

create or replace trigger takes_effect after insert or update on rundbord.contact_choice
    for each row execute function rundbord.choice_takes_effect();
