-- The outbox. No capacity writes it: planning and taking back are two functions, so that what is told is always
-- decided by code that runs in the transaction of the change, and nobody can read what is told to another.

set role rundbord_definer;

drop function if exists rundbord.plan_message(uuid, uuid, uuid, text, text, uuid, uuid, uuid, text, timestamptz, uuid);
create or replace function rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean,
        p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamptz, p_about uuid default null)
    returns integer
    language plpgsql volatile security definer set search_path = '' as $$
declare
    n integer;
    about uuid := coalesce(p_about,
    (select coalesce(d.underretning_id, d.problem_id) from rundbord.deadline d
     where d.tenant_id = rundbord.current_tenant() and d.id = p_deadline),
    (select g.problem_id from rundbord.meeting g where g.tenant_id = rundbord.current_tenant() and g.id = coalesce(p_meeting,
        (select c.meeting_id from rundbord.consent c where c.tenant_id = rundbord.current_tenant() and c.id = p_consent),
        (select d.meeting_id from rundbord.deadline d where d.tenant_id = rundbord.current_tenant() and d.id = p_deadline))));
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence,
                                  consent_id, deadline_id, occurrence_key, not_before, planned_at, free_at, about_id)
    select rundbord.current_tenant(), p_ids[way.place], p.id, p_dossier, p_kind, way.channel, p_meeting,
           -- Of a meeting about nobody named: its dossier holds nothing else.
           case when p_meeting is not null then m.sequence else (
               select c.sequence from rundbord.consultation c where c.tenant_id = p.tenant_id and c.dossier_id = p_dossier) end,
           p_consent, p_deadline, p_key, p_not_before, rundbord.business_now(), rundbord.machine_now(), about
    from rundbord.person named
    join rundbord.person p on p.tenant_id = named.tenant_id and p.id = coalesce(named.alias_of, named.id)
    left join rundbord.contact_choice choice on choice.tenant_id = p.tenant_id and choice.person_id = p.id
    cross join lateral unnest(case when p_inbox then '{inbox}' else '{}'::text[] end || coalesce(choice.channels, '{mail}'))
        with ordinality way (channel, place)
    left join rundbord.meeting m on m.tenant_id = p.tenant_id and m.id = p_meeting
    where named.tenant_id = rundbord.current_tenant() and named.id = p_recipient
      -- Whoever plans it: what a shield keeps from somebody is not told to them.
      and not rundbord.is_kept_away(p.id, p_dossier, about)
      -- Nothing is told to the dead, nor to a family about its dead child.
      and not rundbord.is_silenced(p.id, p_dossier)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    get diagnostics n = row_count;
    -- How many ways somebody chose is theirs to know.
    return least(n, 1);
end $$;
comment on function rundbord.plan_message is
    'One message for the inbox and one for each way that the recipient chose. 0 when this occurrence was planned before, or is kept from the recipient; else 1.';

create or replace function rundbord.fall_back(p_message uuid, p_id uuid, p_channels text[]) returns text
    language plpgsql volatile security definer set search_path = '' as $$
declare
    lost rundbord.message;
    next_way text;
begin
    select * into lost from rundbord.message m where m.tenant_id = rundbord.current_tenant() and m.id = p_message;
    if not found then
        return 'none';
    end if;
    -- Two ways that fail in one moment wait for each other here, so that one of them sees that nothing is left.
    perform from rundbord.message m
    where m.tenant_id = lost.tenant_id and m.recipient_id = lost.recipient_id and m.occurrence_key = lost.occurrence_key
    order by m.id for update;
    if exists (select from rundbord.message m
               where m.tenant_id = lost.tenant_id and m.recipient_id = lost.recipient_id and m.occurrence_key = lost.occurrence_key
                 and m.id <> lost.id and m.channel <> 'inbox'
                 and (m.state in ('planned', 'sending', 'sent') or m.reason = 'told_together')) then
        return 'other';
    end if;
    select way.channel into next_way from unnest(p_channels) with ordinality way (channel, place)
    where not exists (select from rundbord.message m
                      where m.tenant_id = lost.tenant_id and m.recipient_id = lost.recipient_id
                        and m.occurrence_key = lost.occurrence_key and m.channel = way.channel)
    order by way.place limit 1;
    if next_way is null then
        return 'none';
    end if;
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence,
                                  consent_id, deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of)
    values (lost.tenant_id, p_id, lost.recipient_id, lost.dossier_id, lost.kind, next_way, lost.meeting_id, lost.meeting_sequence,
            lost.consent_id, lost.deadline_id, lost.occurrence_key, rundbord.business_now(), rundbord.business_now(),
            rundbord.machine_now(), lost.about_id, lost.on_behalf_of);
    return next_way;
end $$;
comment on function rundbord.fall_back is
    'What a way out could not bring goes by the next of p_channels that was not tried: its name. ''other'': another way has it or brought it. ''none'': nothing is left.';

create or replace function rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid,
        p_recipient uuid, p_except text[]) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
    if num_nonnulls(p_dossier, p_meeting, p_consent, p_deadline, p_recipient) = 0 then
        raise exception 'say whose messages' using errcode = '22023';
    end if;
    update rundbord.message m set state = 'cancelled', reason = p_reason, settled_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending')
      and (p_dossier is null or m.dossier_id = p_dossier) and (p_meeting is null or m.meeting_id = p_meeting)
      and (p_consent is null or m.consent_id = p_consent) and (p_deadline is null or m.deadline_id = p_deadline)
      and (p_recipient is null or m.recipient_id = p_recipient) and m.kind <> all (p_except);
    get diagnostics n = row_count;
    return n;
end $$;
comment on function rundbord.cancel_messages is
    'Takes back what is not sent yet. A message that a notifier holds at this moment is stopped by its last look.';

reset role;

call rundbord.wall_of_tenant('message', '');
call rundbord.wall_of_tenant('delivery_attempt', '');

drop policy if exists own_inbox on rundbord.message;
create policy own_inbox on rundbord.message to rundbord_family, rundbord_relation, rundbord_oversight
    using (recipient_id = (select rundbord.current_person()) and channel = 'inbox' and state = 'sent'
           and dossier_id = any ((select rundbord.granted_dossiers())::uuid[]));
drop policy if exists own_inbox_of_leader on rundbord.message;
create policy own_inbox_of_leader on rundbord.message to rundbord_unit
    using (recipient_id = (select rundbord.current_person()) and channel = 'inbox' and state = 'sent'
           and exists (select from rundbord.dossier d where d.tenant_id = message.tenant_id and d.id = message.dossier_id));

-- Who has a place in a meeting alone is told of what they can open.
call rundbord.within_reach('message', 'dossier_id', $sql$meeting_id is null and consent_id is null
    or meeting_id = any ((select rundbord.invited_to())::uuid[])$sql$, $sql$recipient_id = (select rundbord.current_person())$sql$);
-- Some are about no child that the recipient sees: what waits for those who run the system, or hear what is told upwards; that they stand in for somebody, and an emergency, to who watches over it.
drop policy if exists own_inbox_beside on rundbord.message;
create policy own_inbox_beside on rundbord.message to rundbord_relation, rundbord_unit, rundbord_oversight
    using (recipient_id = (select rundbord.current_person()) and channel = 'inbox' and state = 'sent'
           and (kind = 'delegated'
                or kind = 'model_proposed' and (select rundbord.current_capacity()) = 'administrator'
                or kind = 'series_short' and (select rundbord.current_capacity()) = 'leader'
                or kind = 'report_received' and (select rundbord.current_capacity()) in ('leader', 'administrator')
                or kind in ('emergency_access', 'access_request_received', 'access_request_due')
                   and (select rundbord.current_capacity()) = 'dpo'));

drop policy if exists kept_away on rundbord.message;
create policy kept_away on rundbord.message as restrictive to rundbord_family
    using (about_id is null or about_id <> all ((select rundbord.kept_from_me())::uuid[]));

grant select, update (read_at) on rundbord.message to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant select, insert, update on rundbord.message to rundbord_definer;
grant select, insert, update, delete on rundbord.message to rundbord_worker;
grant select, delete on rundbord.delivery_attempt to rundbord_worker;
-- The notifier sends what is planned, to whom it is planned: it can change neither, only when.
revoke update on rundbord.message, rundbord.delivery_attempt from rundbord_notifier;
grant select, update (state, reason, settled_at, attempt, free_at, first_attempt_at, not_before, delivered_at, told_by) on rundbord.message
    to rundbord_notifier;
grant select, insert, update (ended_at, outcome, failure, stage, code) on rundbord.delivery_attempt to rundbord_notifier;

set role rundbord_definer;
grant execute on function rundbord.plan_message, rundbord.cancel_messages
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;
grant execute on function rundbord.fall_back to rundbord_notifier;
reset role;

-- What is about no case is told by the database itself: the operator's command proposes versions too, and has neither
-- reactions nor a way to anybody's name. It stands in the recipient's own dossier.
set role rundbord_definer;
create or replace function rundbord.tell_in_office(p_people uuid[], p_kind text, p_key text) returns void language sql volatile
    security definer set search_path = '' as $$
    select rundbord.plan_message(array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()],
                                 p.id, p.dossier_id, p_kind, true, null, null, null, p_key, rundbord.business_now())
    from rundbord.person p
    where p.tenant_id = rundbord.current_tenant() and p.id = any (p_people)
$$;

-- At the end of the transaction: a version that needs no approval is in force by then, and waits for nobody.
create or replace function rundbord.tell_of_proposal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if not exists (select from rundbord.model_adoption a where a.tenant_id = new.tenant_id and a.version_id = new.id) then
        perform rundbord.tell_in_office(array(
            select distinct e.person_id from rundbord.employment e
            where e.tenant_id = new.tenant_id and e.role = 'administrator' and e.person_id is distinct from new.author_id
              and upper_inf(e.recorded) and e.valid @> rundbord.business_now()), 'model_proposed', 'model-proposed:' || new.id);
    end if;
    return null;
end $$;

-- Those it is addressed to: every administrator, and who leads a place where its writer works, or a place above.
create or replace function rundbord.tell_of_report(p_report uuid, p_key text) returns void language sql volatile security definer
    set search_path = '' as $$
    select rundbord.tell_in_office(array(
        with recursive above as (
            select e.unit_id as id from rundbord.employment e
            where e.tenant_id = r.tenant_id and e.person_id = r.written_by and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
            union
            select u.parent_id from rundbord.unit u join above on u.id = above.id
            where u.tenant_id = r.tenant_id and u.parent_id is not null)
        select distinct e.person_id from rundbord.employment e
        where e.tenant_id = r.tenant_id and e.role = any (r.addressed) and e.person_id <> r.written_by
          and (e.role = 'administrator' or e.unit_id in (select id from above))
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now()), 'report_received', p_key)
    from rundbord.upward_report r
    where r.tenant_id = rundbord.current_tenant() and r.id = p_report and r.status = 'received'
$$;
create or replace function rundbord.tell_of_report() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    perform rundbord.tell_of_report(new.id, 'report-received:' || new.id);
    return null;
end $$;
grant execute on function rundbord.tell_of_report(uuid, text) to rundbord_worker;
grant execute on function rundbord.tell_of_proposal(), rundbord.tell_of_report() to rundbord_owner;
reset role;
do $$
begin
    if not exists (select from pg_catalog.pg_trigger where tgname = 'tell_of_proposal' and tgrelid = 'rundbord.model_version'::regclass) then
        create constraint trigger tell_of_proposal after insert on rundbord.model_version
            deferrable initially deferred for each row execute function rundbord.tell_of_proposal();
    end if;
end $$;
create or replace trigger tell_of_report after insert on rundbord.upward_report
    for each row execute function rundbord.tell_of_report();
