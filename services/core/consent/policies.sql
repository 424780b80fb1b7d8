-- Consents: what stands is reckoned here, from who must answer now and what each of them said last.
--
-- Why this is safe: whether a consent stands is one function of rows and an instant. A custody holder who was never
-- asked is missing, one of former days does not count, nobody's silence is a yes, and what was never valid was never
-- said. Grants, messages and pages ask this function, and an end that lies ahead is known before it comes (`until`), so
-- that expiry, a birthday or the end of a custody act in the second they happen. A giver sees their own answers alone.

set role rundbord_definer;

-- Whether everyone who must answer at an instant has said yes, by their last word until then.
create or replace function rundbord.consent_stands_at(p_dossier uuid, p_purpose text, p_at timestamptz) returns boolean
    language sql stable security definer set search_path = '' as $$
    with term as (
        select t.tenant_id, c.child_id, t.asked_of, coalesce(t.own_from <= p_at, false) as own, coalesce(t.alone_from <= p_at, false) as alone
        from rundbord.consent_term t join rundbord.casework c on c.tenant_id = t.tenant_id and c.dossier_id = t.dossier_id
        where t.tenant_id = (select rundbord.current_tenant()) and t.dossier_id = p_dossier and t.purpose = p_purpose
    ), required as (
        select x.holder_id as giver_id from term t
        join rundbord.custody x on x.tenant_id = t.tenant_id and x.child_id = t.child_id
             and upper_inf(x.recorded) and x.valid @> p_at and x.majority_at > p_at
        where not t.alone and (t.asked_of <> 'young_person' or not t.own)
        union
        select t.child_id from term t where t.alone or (t.own and t.asked_of <> 'each_custody_holder')
    )
    select count(*) > 0 and bool_and(coalesce(w.state = 'given' and (w.expires_at is null or w.expires_at > p_at), false))
    from required r
    left join lateral (
        select c.state, c.expires_at from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose
          and c.giver_id = r.giver_id and c.state in ('given', 'declined', 'withdrawn') and coalesce(c.withdrawn_at, c.answered_at) <= p_at
        -- Of two words in one instant a yes is not the last.
        order by coalesce(c.withdrawn_at, c.answered_at) desc, c.state = 'given', c.id
        limit 1) w on true
$$;

-- Whether a consent stands now, and the first instant at which it will no longer, as things are known.
create or replace function rundbord.consent_state(p_dossier uuid, p_purpose text)
    returns table (stands boolean, until timestamptz) language sql stable security definer set search_path = '' as $$
    select s.stands, case when s.stands then (
        select min(turn.at) from (
            select c.expires_at as at from rundbord.consent c
            where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose and c.state = 'given'
            union
            select unnest(array[t.own_from, t.alone_from]) from rundbord.consent_term t
            where t.tenant_id = (select rundbord.current_tenant()) and t.dossier_id = p_dossier and t.purpose = p_purpose
            union
            select unnest(array[lower(x.valid), upper(x.valid), x.majority_at])
            from rundbord.casework c join rundbord.custody x on x.tenant_id = c.tenant_id and x.child_id = c.child_id and upper_inf(x.recorded)
            where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier) turn
        where turn.at > rundbord.business_now() and not rundbord.consent_stands_at(p_dossier, p_purpose, turn.at)) end
    from (select rundbord.consent_stands_at(p_dossier, p_purpose, rundbord.business_now()) as stands where p_purpose is not null) s
$$;
comment on function rundbord.consent_state is 'No row without a purpose.';

-- Whether the actor may see a dossier: for functions that answer about one.
create or replace function rundbord.sees_dossier(p_dossier uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select coalesce(rundbord.current_capacity() = 'system'
        or p_dossier = any (rundbord.granted_dossiers()) and p_dossier <> all (rundbord.only_reached()) or rundbord.leads(p_dossier), false)
$$;

-- The same for those who may see the dossier: whether a stranger's parents have agreed is nobody else's.
create or replace function rundbord.consent_standing(p_dossier uuid, p_purpose text)
    returns table (stands boolean, until timestamptz) language plpgsql stable security definer set search_path = '' as $$
begin
    if not rundbord.sees_dossier(p_dossier) then
        return query select false, null::timestamptz;
        return;
    end if;
    return query select s.stands, s.until from rundbord.consent_state(p_dossier, p_purpose) s;
end $$;
reset role;

call rundbord.wall('consent', 'dossier_id', ' and giver_id = (select rundbord.current_person())');
-- A professional asks, or writes down what was said to them on paper or in a meeting: never in the giver's own way.
drop policy if exists only_asked on rundbord.consent;
create policy only_asked on rundbord.consent as restrictive for insert to rundbord_relation, rundbord_unit
    with check (asked_by = (select rundbord.current_person()) and withdrawn_at is null and (
        state = 'asked' and answered_at is null and channel is null and expires_at is null
        or state in ('given', 'declined') and channel in ('paper', 'oral') and recorded_by = (select rundbord.current_person())));

-- What may become of an answer, and in whose name. The system moves nothing but its own reminders.
create or replace function rundbord.judge_consent() returns trigger language plpgsql set search_path = '' as $$
declare
    family constant boolean := rundbord.current_capacity() = 'family';
    me uuid;
begin
    if new.state is not distinct from old.state or rundbord.current_capacity() = 'system' then
        if new.state is distinct from old.state or (new.answered_at, new.withdrawn_at, new.expires_at, new.channel)
           is distinct from (old.answered_at, old.withdrawn_at, old.expires_at, old.channel) then
            raise exception 'nobody answers for a giver' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    me := rundbord.current_person();
    -- Coalesced: an answer without its way of being given makes the condition unknown, and what is unknown is refused.
    if not coalesce(case
        when old.state = 'asked' and new.state in ('given', 'declined') then
            family and new.channel = 'portal' or not family and new.channel in ('paper', 'oral') and new.recorded_by = me
        when old.state = 'given' and new.state = 'withdrawn' then
            new.withdrawn_at is not null and (family and new.withdrawn_by is null or not family and new.withdrawn_by = me)
        when old.state in ('given', 'withdrawn') and new.state = 'invalidated' then not family and new.invalidated_by = me
        else false end, false) then
        raise exception 'not an answer this actor can give' using errcode = 'check_violation';
    end if;
    return new;
end $$;
revoke execute on function rundbord.judge_consent() from public;
create or replace trigger judge_consent before update of state, answered_at, withdrawn_at, expires_at, channel on rundbord.consent
    for each row execute function rundbord.judge_consent();

grant select on rundbord.consent to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant insert on rundbord.consent to rundbord_relation, rundbord_unit;
grant update (state, channel, answered_at, withdrawn_at, expires_at, warn_at, version) on rundbord.consent to rundbord_family;
grant update (state, channel, answered_at, withdrawn_at, expires_at, warn_at, recorded_by, recorded_at, withdrawn_by, invalidated_at,
              invalidated_by, sealed, version)
    on rundbord.consent to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.consent to rundbord_worker;

call rundbord.wall('consent_term', 'dossier_id', '');
drop policy by_family on rundbord.consent_term;
grant select, insert, update, delete on rundbord.consent_term to rundbord_relation, rundbord_unit, rundbord_worker;
grant select on rundbord.consent_term to rundbord_definer;

-- The paper: for its giver and for who works with the case. Who sees no more than a meeting of theirs sees no answer and no
-- paper: the wall's own reach keeps them out (db/policies.sql).
call rundbord.wall('consent_document', 'dossier_id', ' and exists (select from rundbord.consent c
    where c.tenant_id = consent_document.tenant_id and c.id = consent_document.id)');
drop policy if exists own_document on rundbord.consent_document;
create policy own_document on rundbord.consent_document as restrictive for insert to rundbord_relation, rundbord_unit
    with check (uploaded_by = (select rundbord.current_person()));
grant select on rundbord.consent_document to rundbord_family, rundbord_relation, rundbord_unit;
grant insert on rundbord.consent_document to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.consent_document to rundbord_worker;

-- That somebody was told: in the recorder's own name, for the one who was told and for those who work with it.
call rundbord.wall('informing', 'dossier_id', ' and person_id = (select rundbord.current_person())');
drop policy if exists own_informing on rundbord.informing;
create policy own_informing on rundbord.informing as restrictive for insert to rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person()));
grant select on rundbord.informing to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.informing to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.informing to rundbord_worker;
-- What was shared, and what it rests on. Written by one function alone, which looks itself whether the consent stands:
-- a share without ground can't be written, and none loses its ground unseen.

set role rundbord_definer;

-- The answers on which a consent stands now, one of each who must answer; none while it does not stand.
create or replace function rundbord.consent_words(p_dossier uuid, p_purpose text) returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(w.id order by w.id) filter (where w.state = 'given'), '{}')
    from (
        select distinct on (c.giver_id) c.id, c.state, c.giver_id
        from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose
          and c.state in ('given', 'declined', 'withdrawn')
        order by c.giver_id, coalesce(c.withdrawn_at, c.answered_at) desc, c.state = 'given', c.id) w
    join rundbord.casework k on k.tenant_id = (select rundbord.current_tenant()) and k.dossier_id = p_dossier
    where rundbord.sees_dossier(p_dossier) and rundbord.consent_stands_at(p_dossier, p_purpose, rundbord.business_now())
      and (w.giver_id = k.child_id or exists (
          select from rundbord.custody x where x.tenant_id = k.tenant_id and x.child_id = k.child_id and x.holder_id = w.giver_id
            and upper_inf(x.recorded) and x.valid @> rundbord.business_now() and x.majority_at > rundbord.business_now()))
$$;

-- Keep what a share rests on. Without a purpose it rests on p_basis; false where the consent does not stand.
create or replace function rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid,
        p_purpose text, p_basis text, p_law text[]) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
declare
    words uuid[] := '{}';
    last_until timestamptz;
begin
    if not rundbord.sees_dossier(p_dossier) then
        raise exception 'no right to this dossier' using errcode = '42501';
    end if;
    if p_purpose is not null then
        words := rundbord.consent_words(p_dossier, p_purpose);
        select s.until into last_until from rundbord.consent_state(p_dossier, p_purpose) s;
        if words = '{}' then
            return false;
        end if;
    end if;
    insert into rundbord.resting (tenant_id, id, dossier_id, kind, about_id, meeting_id, receiver_id, purpose, consents, basis, law, until,
                                  shared_by, shared_at)
    values (rundbord.current_tenant(), p_id, p_dossier, p_kind, p_about, p_meeting, p_receiver, p_purpose, words,
            case when p_purpose is null then p_basis end, p_law, last_until,
            case when rundbord.current_capacity() <> 'system' then rundbord.current_person() end, rundbord.business_now());
    return true;
end $$;

-- Until when what rests on a casework's consents is covered: reckoned again whenever something it hangs on changed.
create or replace function rundbord.judge_resting(p_dossier uuid) returns void language sql volatile security definer set search_path = '' as $$
    with standing as (
        select o.purpose, s.stands, s.until
        from (select distinct r.purpose from rundbord.resting r
              where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.stopped_at is null and r.purpose is not null) o
        cross join lateral rundbord.consent_state(p_dossier, o.purpose) s)
    update rundbord.resting r set until = case when s.stands then s.until else rundbord.business_now() end
    from standing s
    where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.purpose = s.purpose and r.stopped_at is null
      and r.until is distinct from case when s.stands then s.until else rundbord.business_now() end;
    -- A running measure rests on its consent too, and is looked at again (sweep/measures.py).
    update rundbord.measure m set look_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.dossier_id = p_dossier
      and m.started_on is not null and m.ended_on is null and m.consent_purpose is not null
$$;

-- When the state of a consent can next change by itself: a birthday from which somebody answers alone, custody that begins
-- or ends, a yes that lapses. Null: never, as far as is known.
create or replace function rundbord.consent_turns(p_dossier uuid, p_purpose text) returns timestamptz language sql stable
    security definer set search_path = '' as $$
    select min(turn.at) from (
        select c.expires_at as at from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose and c.state = 'given'
        union all
        select unnest(array[t.own_from, t.alone_from]) from rundbord.consent_term t
        where t.tenant_id = (select rundbord.current_tenant()) and t.dossier_id = p_dossier and t.purpose = p_purpose
        union all
        select unnest(array[lower(x.valid), upper(x.valid), x.majority_at])
        from rundbord.casework c join rundbord.custody x on x.tenant_id = c.tenant_id and x.child_id = c.child_id and upper_inf(x.recorded)
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier) turn
    where turn.at > rundbord.business_now() and (select rundbord.sees_dossier(p_dossier))
$$;

-- End what has lost its ground in a casework, and answer it, so that whoever it concerns is told.
create or replace function rundbord.stop_resting(p_dossier uuid)
    returns table (id uuid, dossier_id uuid, kind text, meeting_id uuid, receiver_id uuid, purpose text, convener_id uuid)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    if not rundbord.sees_dossier(p_dossier) then
        raise exception 'no right to this dossier' using errcode = '42501';
    end if;
    -- Whose place waits for a consent again is not awaited meanwhile.
    perform rundbord.settle_awaited(r.about_id, 'await_invitation', false) from rundbord.resting r
    where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.stopped_at is null and r.purpose is not null
      and r.until <= rundbord.business_now() and r.kind = 'invitation';
    return query
        with stopped as (
            update rundbord.resting r set stopped_at = rundbord.business_now()
            where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.stopped_at is null and r.purpose is not null
              and r.until <= rundbord.business_now()
            returning r.id, r.dossier_id, r.kind, r.meeting_id, r.receiver_id, r.purpose)
        select s.id, s.dossier_id, s.kind, s.meeting_id, s.receiver_id, s.purpose, m.convener_id
        from stopped s
        -- Of a meeting that is over nobody needs to be told.
        left join rundbord.meeting m on m.tenant_id = rundbord.current_tenant() and m.id = s.meeting_id and m.status in ('planned', 'agenda_sent')
        order by s.kind desc, s.id;
end $$;

-- When the ground of a share ended, as far as the asker may know it. Of a family each is told when their own answer ended:
-- that it ended through somebody else's would tell one parent what the other said (trap 6).
create or replace function rundbord.resting_ended(p_id uuid) returns timestamptz language sql stable security definer set search_path = '' as $$
    select case when rundbord.current_capacity() <> 'family' then r.stopped_at else (
        select min(least(c.withdrawn_at, c.invalidated_at,
                         case when c.expires_at <= rundbord.business_now() then c.expires_at end,
                         -- A no to a question that was open beside it ends a yes, too.
                         (select min(n.answered_at) from rundbord.consent n
                          where n.tenant_id = c.tenant_id and n.dossier_id = c.dossier_id and n.giver_id = c.giver_id
                            and n.purpose = c.purpose and n.state = 'declined' and n.answered_at >= c.answered_at)))
        from rundbord.consent c
        where c.tenant_id = r.tenant_id and c.id = any (r.consents) and c.giver_id = rundbord.current_person()) end
    from rundbord.resting r
    where r.tenant_id = rundbord.current_tenant() and r.id = p_id and rundbord.sees_dossier(r.dossier_id)
$$;

grant execute on function rundbord.resting_ended(uuid)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;
grant execute on function rundbord.consent_words(uuid, text) to rundbord_relation, rundbord_unit, rundbord_worker;
grant execute on function rundbord.keep_resting(uuid, uuid, text, uuid, uuid, uuid, text, text, text[])
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_worker;
grant execute on function rundbord.consent_turns(uuid, text) to rundbord_worker;
grant execute on function rundbord.stop_resting(uuid) to rundbord_family, rundbord_relation, rundbord_unit, rundbord_worker;
-- A family's answer must know whether it was the last one awaited, to invite those who rest on it.
grant execute on function rundbord.consent_standing(uuid, text)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_notifier;
reset role;

-- A giver sees what rests on an answer of their own.
call rundbord.wall('resting', 'dossier_id', ' and exists (select from rundbord.consent c
    where c.tenant_id = resting.tenant_id and c.id = any (resting.consents))');
grant select on rundbord.resting to rundbord_relation, rundbord_unit, rundbord_oversight;
-- When it ended, and until when all have said yes, depends on the other parent too: a family asks `resting_ended`.
revoke select on rundbord.resting from rundbord_family;
grant select (tenant_id, id, dossier_id, kind, about_id, meeting_id, receiver_id, purpose, consents, basis, law, shared_by, shared_at)
    on rundbord.resting to rundbord_family;
grant select, insert, update on rundbord.resting to rundbord_definer;
grant select, delete, update (failures, put_off_until) on rundbord.resting to rundbord_worker;
