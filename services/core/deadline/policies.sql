-- Deadlines stand in the dossier they belong to. Of the family, what is private shows to its own person alone: what an
-- event calls for is private without a person, since no family is told what is confirmed.

call rundbord.wall('deadline', 'dossier_id', ' and (not private or person_id = (select rundbord.current_person()))');
-- What one is to do oneself; and an underretning's, which one sees where one sees the underretning. By when one's answer to
-- an invitation is taken up, and that it was, is for who asked: an invitation shows that one is asked and nothing else.
call rundbord.within_reach('deadline', 'dossier_id',
    $sql$person_id = (select rundbord.current_person()) and key not in ('await_invitation', 'await_times') or underretning_id is not null$sql$,
    $sql$person_id = (select rundbord.current_person()) and key not in ('await_invitation', 'await_times') or underretning_id is not null$sql$);
grant select on rundbord.deadline to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
revoke update on rundbord.deadline from rundbord_relation, rundbord_unit;
grant insert on rundbord.deadline to rundbord_relation, rundbord_unit;
grant update (state, person_id, settled_at, done_at, escalating, version) on rundbord.deadline to rundbord_relation, rundbord_unit;
grant update (state, settled_at, done_at, escalating, version) on rundbord.deadline to rundbord_family;
grant select, insert, update, delete on rundbord.deadline to rundbord_worker;
grant select, insert, update (state, settled_at, done_at, escalating, version) on rundbord.deadline to rundbord_definer;

set role rundbord_definer;

-- An answer that came, or that nobody waits for any more, settles what waited for it, whoever gave it and wherever: in the
-- statement itself, since some who answer may not see the case yet (a handover is taken on before anything of it is read).
create or replace function rundbord.settle_awaited(p_awaits uuid, p_key text, p_answered boolean) returns void language sql volatile
    security definer set search_path = '' as $$
    update rundbord.deadline
    set state = case when not p_answered then 'cancelled' when rundbord.business_now() < due_at then 'met' else 'missed' end,
        done_at = case when p_answered then rundbord.business_now() end,
        settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
    where tenant_id = (select rundbord.current_tenant()) and awaits_id = p_awaits and key = p_key and state in ('open', 'missed') and done_at is null
$$;

-- It was said too soon: it is waited for as before, and is late where its day has gone by.
create or replace function rundbord.await_again(p_awaits uuid, p_key text) returns void language sql volatile
    security definer set search_path = '' as $$
    update rundbord.deadline
    set state = case when state = 'met' then 'open' else state end, settled_at = case when state = 'met' then null else settled_at end,
        done_at = null, version = version + 1
    where tenant_id = (select rundbord.current_tenant()) and awaits_id = p_awaits and key = p_key and done_at is not null
$$;

create or replace function rundbord.settle_awaited_on_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    case tg_table_name
        when 'participant' then
            if new.status <> 'invited' then
                perform rundbord.settle_awaited(new.id, 'await_invitation', false);
            elsif new.answer <> 'none' then
                perform rundbord.settle_awaited(new.id, 'await_invitation', true);
            end if;
        when 'problem_coordinator' then
            perform rundbord.settle_awaited(old.id, 'await_coordinator', true);
        when 'handover' then
            perform rundbord.settle_awaited(new.id, 'await_handover', true);
        when 'circle_suggestion' then
            perform rundbord.settle_awaited(new.id, 'await_suggestion', true);
        when 'agreement' then
            if new.status = 'open' then
                perform rundbord.await_again(new.id, 'await_agreement');
            else
                perform rundbord.settle_awaited(new.id, 'await_agreement', new.status = 'done');
            end if;
    end case;
    return null;
end $$;

-- What was planned to be said of a deadline is not said once it is done or not so any more.
create or replace function rundbord.unsay_deadline() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update rundbord.message m set state = 'cancelled', reason = 'deadline_settled', settled_at = rundbord.business_now()
    where m.tenant_id = new.tenant_id and m.dossier_id = new.dossier_id and m.deadline_id = new.id and m.state in ('planned', 'sending')
      and (new.done_at is not null or new.state = 'cancelled' or m.kind = 'deadline_reminder');
    return null;
end $$;

-- A wish of the family waits for the convener's answer. A family writes no deadline: this one is the wish's own, once.
create or replace function rundbord.await_suggestion(p_id uuid, p_suggestion uuid, p_due timestamptz, p_remind timestamptz[]) returns void
    language sql volatile security definer set search_path = '' as $$
    insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, key, task, person_id, private, awaits_id, due_at, remind_at, next_at)
    select s.tenant_id, p_id, s.dossier_id, s.meeting_id, 'await_suggestion', 'await_suggestion', m.convener_id, true, s.id, p_due, p_remind,
           coalesce((select min(r) from unnest(p_remind) r), p_due)
    from rundbord.circle_suggestion s join rundbord.meeting m on m.tenant_id = s.tenant_id and m.id = s.meeting_id
    where s.tenant_id = (select rundbord.current_tenant()) and s.id = p_suggestion and s.state = 'open'
      and s.suggested_by = (select rundbord.current_person())
    on conflict do nothing
$$;
-- With a parent's yes those are invited who waited for it: they are to answer.
create or replace function rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamptz, p_remind timestamptz[]) returns void
    language sql volatile security definer set search_path = '' as $$
    insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, key, task, person_id, private, awaits_id, due_at, remind_at, next_at)
    select p.tenant_id, p_id, p.dossier_id, p.meeting_id, 'await_invitation', 'await_invitation', p.person_id, true, p.id, p_due, p_remind,
           coalesce((select min(r) from unnest(p_remind) r), p_due)
    from rundbord.participant p
    where p.tenant_id = (select rundbord.current_tenant()) and p.id = p_participant and p.status = 'invited' and p.answer = 'none'
      and p.person_id is not null and (select rundbord.sees_dossier(p.dossier_id))
    on conflict do nothing
$$;
comment on function rundbord.await_invitation is 'Plans by when somebody who is invited to a meeting of a case that the actor sees has answered.';
comment on function rundbord.await_suggestion is 'Plans by when the actor''s own wish about a circle is answered.';
grant execute on function rundbord.settle_awaited_on_change(), rundbord.unsay_deadline() to rundbord_owner;
grant execute on function rundbord.await_suggestion to rundbord_family;
grant execute on function rundbord.await_invitation to rundbord_family, rundbord_relation, rundbord_unit, rundbord_worker;
reset role;
grant select on rundbord.circle_suggestion to rundbord_definer;

create or replace trigger settle_awaited after update of status, answer on rundbord.participant
    for each row when (old.answer is distinct from new.answer or old.status is distinct from new.status)
    execute function rundbord.settle_awaited_on_change();
create or replace trigger settle_awaited after update of pending_id on rundbord.problem_coordinator
    for each row when (old.pending_id is not null and old.pending_id is distinct from new.pending_id)
    execute function rundbord.settle_awaited_on_change();
create or replace trigger settle_awaited after update of accepted_at on rundbord.handover
    for each row when (old.accepted_at is null and new.accepted_at is not null) execute function rundbord.settle_awaited_on_change();
create or replace trigger settle_awaited after update of state on rundbord.circle_suggestion
    for each row when (old.state = 'open' and new.state <> 'open') execute function rundbord.settle_awaited_on_change();
create or replace trigger settle_awaited after update of status on rundbord.agreement
    for each row when (old.status is distinct from new.status and 'open' in (old.status, new.status))
    execute function rundbord.settle_awaited_on_change();
create or replace trigger unsay after update of state, done_at on rundbord.deadline
    for each row when ((old.state, old.done_at) is distinct from (new.state, new.done_at)) execute function rundbord.unsay_deadline();
