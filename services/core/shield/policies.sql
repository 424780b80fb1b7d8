-- What is kept from whom of a family, and whose choice the readers of a record are.
--
-- Why this is safe: the wall stands in db/policies.sql, on every table that names a problem or a meeting, as a
-- restrictive policy: no resolver, page or message can pass it. A family has no privilege on these marks, so that
-- nothing tells it that there is something.

call rundbord.wall('kept_away', 'dossier_id', '');
drop policy by_family on rundbord.kept_away;
-- Who comes to a meeting must know from whom it is kept.
call rundbord.within_reach('kept_away', 'dossier_id', $sql$exists (
    select from rundbord.meeting m
    where m.tenant_id = kept_away.tenant_id and m.dossier_id = kept_away.dossier_id
      and (kept_away.problem_id is null or m.problem_id = kept_away.problem_id))$sql$, '');
grant select on rundbord.kept_away to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant insert, delete on rundbord.kept_away to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.kept_away to rundbord_worker;

-- What was opened for a thing that is kept from somebody is kept from them with it.
drop policy if exists kept_away on rundbord.casework;
create policy kept_away on rundbord.casework as restrictive to rundbord_family
    using (dossier_id <> all ((select rundbord.kept_from_me())::uuid[]));

-- What the log and the wall look up.
grant select on rundbord.agreement, rundbord.underretning, rundbord.process, rundbord.measure, rundbord.offer, rundbord.network,
    rundbord.action_plan, rundbord.conversation, rundbord.conversation_summary, rundbord.exchange to rundbord_definer;
grant update (consent_purpose, version) on rundbord.participant to rundbord_definer;
grant update (meeting_id, version), delete on rundbord.consent to rundbord_definer;
grant delete on rundbord.idempotency_key to rundbord_definer;
grant select (tenant_id, person_id) on rundbord.idempotency_key to rundbord_definer;

set role rundbord_definer;
-- A shield has begun: nothing that waits to be told is told, and no stored answer is given again.
create or replace function rundbord.fall_silent(p_dossier uuid) returns integer language plpgsql volatile security definer
    set search_path = '' as $$
declare n integer;
begin
    if rundbord.current_capacity() <> 'system' then
        if not (rundbord.sees_whole(p_dossier) and p_dossier <> all (rundbord.only_looked_at())
                or rundbord.leads(p_dossier)) then
            raise exception 'no right to this dossier' using errcode = '42501';
        end if;
    end if;
    -- What was asked or said first for a meeting that is kept away now, and serves another too, is that one's: it stays
    -- the giver's to answer and to take back.
    with kept as (
        select m.id from rundbord.meeting m
        where m.tenant_id = rundbord.current_tenant() and m.dossier_id = p_dossier and exists (
            select from rundbord.kept_away k where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
              and (k.problem_id is null or k.problem_id = m.problem_id))
    ), others as (
        select distinct on (a.consent_purpose) a.consent_purpose, a.meeting_id, m.problem_id
        from rundbord.participant a join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status <> 'cancelled'
        where a.tenant_id = rundbord.current_tenant() and a.dossier_id = p_dossier and a.consent_purpose is not null
          and a.meeting_id not in (select id from kept)
        order by a.consent_purpose, m.starts_at, m.id
    ), moved as (
        update rundbord.consent c set meeting_id = o.meeting_id, version = c.version + 1
        from others o
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier and c.purpose = o.consent_purpose
          and c.meeting_id in (select id from kept)
        returning c.id, o.problem_id)
    update rundbord.message m set about_id = moved.problem_id
    from moved where m.tenant_id = rundbord.current_tenant() and m.consent_id = moved.id;
    -- A question that nobody has answered is taken back: nobody may be asked it, and it would stand in the way of asking
    -- for something else.
    delete from rundbord.consent c
    where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier and c.state = 'asked' and exists (
        select from rundbord.meeting m join rundbord.kept_away k on k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
             and (k.problem_id is null or k.problem_id = m.problem_id) and k.kind in ('parent', 'child')
        where m.tenant_id = c.tenant_id and m.id = c.meeting_id);
    update rundbord.message m set state = 'cancelled', reason = 'kept_away', settled_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.dossier_id = p_dossier and m.state in ('planned', 'sending')
      and rundbord.is_kept_away(m.recipient_id, m.dossier_id, m.about_id);
    get diagnostics n = row_count;
    delete from rundbord.idempotency_key k
    where k.tenant_id = rundbord.current_tenant() and k.person_id in (
        select g.person_id from rundbord.access_grant g
        where g.tenant_id = rundbord.current_tenant() and g.dossier_id = p_dossier and g.capacity = 'family');
    return n;
end $$;
comment on function rundbord.fall_silent(uuid) is
    'How many messages were taken back. One that a notifier holds at this moment is stopped by its last look.';

-- Where nobody may be asked for a consent nobody waits for one: what is exchanged rests on the law. Answers those who
-- waited.
create or replace function rundbord.free_of_consent(p_dossier uuid) returns table (id uuid, meeting_id uuid, person_id uuid)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    if rundbord.current_capacity() <> 'system' then
        if not (rundbord.sees_whole(p_dossier) and p_dossier <> all (rundbord.only_looked_at())
                or rundbord.leads(p_dossier)) then
            raise exception 'no right to this dossier' using errcode = '42501';
        end if;
    end if;
    return query
        with freed as (
            update rundbord.participant a set consent_purpose = null, version = a.version + 1
            from rundbord.meeting m, rundbord.participant b left join lateral rundbord.consent_state(b.dossier_id, b.consent_purpose) s on true
            where a.tenant_id = rundbord.current_tenant() and a.dossier_id = p_dossier and a.consent_purpose is not null
              and b.tenant_id = a.tenant_id and b.id = a.id and m.tenant_id = a.tenant_id and m.id = a.meeting_id
              and m.status in ('planned', 'agenda_sent', 'held')
              and exists (select from rundbord.kept_away k
                          where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id and k.kind in ('parent', 'child')
                            and (k.problem_id is null or k.problem_id = m.problem_id))
            returning a.id, a.meeting_id, a.person_id, a.status, s.stands)
        select f.id, f.meeting_id, f.person_id from freed f
        where f.person_id is not null and f.status = 'invited' and not coalesce(f.stands, false);
    perform rundbord.derive_grants(c.child_id) from rundbord.casework c
    where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier;
end $$;
grant execute on function rundbord.fall_silent(uuid), rundbord.free_of_consent(uuid) to rundbord_relation, rundbord_unit, rundbord_worker;
reset role;
