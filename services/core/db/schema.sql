CREATE SCHEMA rundbord;

ALTER SCHEMA rundbord OWNER TO rundbord_owner;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA rundbord;

CREATE FUNCTION rundbord.about_of(p_ids uuid[]) RETURNS TABLE(dossier_id uuid, id uuid, past_all_steps boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    tenant constant uuid := rundbord.current_tenant();
    direct uuid[];
    behind uuid[];
begin
    if cardinality(p_ids) = 0 then
        return;
    end if;
    select array_agg(f.id) into direct from (
        select q.id from rundbord.problem q where q.tenant_id = tenant and q.id = any (p_ids)
        union all select m.id from rundbord.meeting m where m.tenant_id = tenant and m.id = any (p_ids)
        union all select u.id from rundbord.underretning u where u.tenant_id = tenant and u.id = any (p_ids)
        union all select c.child_id from rundbord.casework c where c.tenant_id = tenant and c.child_id = any (p_ids)) f;
    if direct is null or not direct @> p_ids then
        select array_agg(f.id) into behind from (
            select a.meeting_id as id from rundbord.participant a where a.tenant_id = tenant and a.id = any (p_ids)
            union all select a.meeting_id from rundbord.agreement a where a.tenant_id = tenant and a.id = any (p_ids)
            union all select c.meeting_id from rundbord.consent c where c.tenant_id = tenant and c.id = any (p_ids)
            union all select unnest(array[d.meeting_id, d.problem_id, d.underretning_id]) from rundbord.deadline d
                where d.tenant_id = tenant and d.id = any (p_ids)
            union all select unnest(array[x.meeting_id, x.problem_id]) from rundbord.process x where x.tenant_id = tenant and x.id = any (p_ids)
            union all select x.problem_id from rundbord.measure x where x.tenant_id = tenant and x.id = any (p_ids)
            union all select g.about_id from rundbord.message g where g.tenant_id = tenant and g.id = any (p_ids)) f
        where f.id is not null;
        return query select c.dossier_id, c.dossier_id, false from rundbord.consent c
            where c.tenant_id = tenant and c.id = any (p_ids) and c.meeting_id is null;
        direct := direct || behind;
    end if;
    return query
        select q.dossier_id, q.id, false from rundbord.problem q where q.tenant_id = tenant and q.id = any (direct)
        union select m.dossier_id, coalesce(m.problem_id, m.dossier_id), false from rundbord.meeting m
            where m.tenant_id = tenant and m.id = any (direct)
        union select u.dossier_id, u.id, true from rundbord.underretning u where u.tenant_id = tenant and u.id = any (direct);
end $$;

ALTER FUNCTION rundbord.about_of(p_ids uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.access_to_child(p_child uuid) RETURNS TABLE(person_id uuid, person_name text, capacity text, reason text, valid_from timestamp with time zone, valid_until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.access_to_child(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) RETURNS TABLE(tenant_id uuid, tenant_slug text, session_id uuid, person_id uuid, capacity text, roles text[], units uuid[], language text, now timestamp with time zone, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    t record;
    s record;
    at timestamptz := rundbord.read_business_clock();
begin
    select x.id, x.slug into t from rundbord.tenant x where x.host = p_host;
    if t.id is null then
        return;
    end if;
    perform set_config('rundbord.tenant', t.id::text, true), set_config('rundbord.now', at::text, true);
    if p_hash is not null then
        select * into s from rundbord.live_session(t.id, p_kind, p_hash, at);
    end if;
    if s.id is null then
        perform set_config('rundbord.capacity', 'nobody', true);
        return query select t.id, t.slug, null::uuid, null::uuid, null::text, '{}'::text[], '{}'::uuid[], 'da', at, null::timestamptz;
        return;
    end if;
    perform set_config('rundbord.person', s.person_id::text, true), set_config('rundbord.capacity', s.capacity, true),
            set_config('rundbord.session', s.id::text, true);
    if s.last_seen_at < rundbord.machine_now() - interval '1 minute' then
        update rundbord.session x set last_seen_at = rundbord.machine_now() where x.tenant_id = t.id and x.id = s.id;
    end if;
    return query select t.id, t.slug, s.id, s.person_id, s.capacity, s.roles, s.units, s.language, at, s.expires_at;
end $$;

ALTER FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.begin_system(p_tenant uuid) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare at timestamptz := rundbord.read_business_clock();
begin
    perform set_config('rundbord.tenant', p_tenant::text, true), set_config('rundbord.now', at::text, true),
            set_config('rundbord.capacity', 'system', true);
    if not exists (select from rundbord.tenant where id = p_tenant) then
        raise exception 'unknown tenant' using errcode = 'RB002';
    end if;
    return at;
end $$;

ALTER FUNCTION rundbord.begin_system(p_tenant uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.business_now() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('now')::timestamptz; end $$;

ALTER FUNCTION rundbord.business_now() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.casework_of_child(p_child uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select c.dossier_id from rundbord.casework c
    where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and rundbord.current_capacity() = 'dpo'
$$;

ALTER FUNCTION rundbord.casework_of_child(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.closed_records() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(m.id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.record_for <> 'circle'
      and m.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
      and case (select rundbord.current_capacity())
          when 'family' then m.record_for = 'professionals'
          else m.record_for = 'chosen' and (select rundbord.current_person()) is distinct from m.convener_id
               and (select rundbord.current_person()) is distinct from m.chair_id
               and coalesce((
                   select bool_or(not exists (
                       select from rundbord.reader_choice r
                       join rundbord.participant a on a.tenant_id = r.tenant_id and a.id = any (r.readers)
                            and a.meeting_id = m.id and a.status = 'invited' and a.person_id = (select rundbord.current_person())
                       where r.tenant_id = m.tenant_id and r.meeting_id = m.id and r.chooser_id = g.person_id))
                   from rundbord.access_grant g
                   where g.tenant_id = m.tenant_id and g.dossier_id = m.dossier_id and g.capacity = 'family'
                     and g.valid_from <= (select rundbord.business_now())
                     and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
                     and not rundbord.is_kept_away(g.person_id, m.dossier_id, m.problem_id)),
                   -- Nobody is there to choose: because of a shield the law decides, else nobody has chosen.
                   not exists (select from rundbord.kept_away k where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
                               and (k.problem_id is null or k.problem_id = m.problem_id)))
          end
$$;

ALTER FUNCTION rundbord.closed_records() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) RETURNS TABLE(stands boolean, until timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) RETURNS TABLE(stands boolean, until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consultation_to_join(p_slot uuid) RETURNS TABLE(id uuid, dossier_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select c.id, c.dossier_id from rundbord.slot s
    join rundbord.consultation c on c.tenant_id = s.tenant_id and c.slot_id = s.id
    where s.tenant_id = rundbord.current_tenant() and s.id = p_slot and s.status = 'open'
      and s.unit_id = any (rundbord.own_units()) and c.status = 'planned' and c.starts_at > rundbord.business_now()
$$;

ALTER FUNCTION rundbord.consultation_to_join(p_slot uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.current_capacity() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('capacity'); end $$;

ALTER FUNCTION rundbord.current_capacity() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.current_person() RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('person')::uuid; end $$;

ALTER FUNCTION rundbord.current_person() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.current_tenant() RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('tenant')::uuid; end $$;

ALTER FUNCTION rundbord.current_tenant() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.danish_key(p text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO ''
    AS $$
    select pg_catalog.translate(pg_catalog.replace(pg_catalog.lower(p), 'aa', 'å'), 'æøåäöü', '{|}{|y') collate "C"
$$;

ALTER FUNCTION rundbord.danish_key(p text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.derive_grants(p_child uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.derive_grants(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_of_consultation(p_dossier uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.derive_grants_of_consultation(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_on_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.derive_grants_on_change() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_on_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.derive_grants_of_consultation((coalesce(new, old)).dossier_id);
    return null;
end $$;

ALTER FUNCTION rundbord.derive_grants_on_consultation() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.employing_units() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct e.unit_id), '{}')
    from rundbord.employment e
    where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
      and e.role = (select rundbord.current_capacity())
      and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
$$;

ALTER FUNCTION rundbord.employing_units() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.enter_tenant(p_tenant uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select set_config('rundbord.tenant', p_tenant::text, true),
           set_config('rundbord.now', rundbord.read_business_clock()::text, true)
$$;

ALTER FUNCTION rundbord.enter_tenant(p_tenant uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare about uuid[];
begin
    if cardinality(p_named) + cardinality(p_seen) = 0 then
        return p_dossiers;
    end if;
    with named as materialized (
        select n.* from rundbord.about_of(p_named) n where n.dossier_id = any (p_dossiers)
    ), caseworks as (
        select c.dossier_id, c.child_id, p.dossier_id as identity,
               not p_changed and c.child_id = any (p_named) and not exists (select from named n where n.dossier_id = c.dossier_id) as whole
        from rundbord.casework c
        join rundbord.person p on p.tenant_id = c.tenant_id and p.id = c.child_id
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = any (p_dossiers)
    ), seen as materialized (
        select o.dossier_id, o.id from rundbord.about_of(case when exists (
            select from caseworks c where not c.whole and not exists (select from named n where n.dossier_id = c.dossier_id))
            then p_seen else '{}' end) o
        where not exists (select from named n where n.dossier_id = o.dossier_id)
    ), particular as (
        -- Writing an underretning is about nothing else, whatever it is written beside.
        select n.dossier_id, n.id from named n
        where n.past_all_steps or not exists (select from named o where o.dossier_id = n.dossier_id and o.past_all_steps)
        union
        select o.dossier_id, o.id from seen o join caseworks c on c.dossier_id = o.dossier_id and not c.whole
    )
    select array_agg(distinct found.id) into about
    from (
        select p.id from particular p
        union all
        select d from unnest(p_dossiers) d
        where not exists (select from particular p where p.dossier_id = d)
          and not exists (select from caseworks c join particular p on p.dossier_id = c.dossier_id
                          where c.identity = d and p.id <> p.dossier_id)
    ) found (id);
    return coalesce(about, '{}');
end $$;

ALTER FUNCTION rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) RETURNS TABLE(id uuid, occurred_at timestamp with time zone, actor_id uuid, actor_name text, capacity text, operation text, changed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select e.id, e.occurred_at, e.actor_id,
           -- A professional acts in public office and is named; of the family only 'family' is told, for the other parent's sake.
           s.display_name, e.capacity, e.operation, e.changed
    from rundbord.access_event e
    left join rundbord.staff s on s.tenant_id = e.tenant_id and s.person_id = e.actor_id
    where e.tenant_id = rundbord.current_tenant()
      and e.subjects && (
          select coalesce(array_agg(d.audit_pseudonym), '{}') from rundbord.dossier d
          where d.tenant_id = rundbord.current_tenant()
            and d.id in (select p.dossier_id from rundbord.person p where p.tenant_id = d.tenant_id and p.id = p_child
                         union all
                         select c.dossier_id from rundbord.casework c where c.tenant_id = d.tenant_id and c.child_id = p_child)
            and (d.id = any (rundbord.granted_dossiers()) or d.unit_id = any (rundbord.led_units())))
      -- A family is told of what was about something it may know of. An underretning is never that, nor what is kept
      -- from it: neither the deed, nor that somebody looked because of it.
      and ((select rundbord.current_capacity()) <> 'family'
           or e.about is null and e.operation not like '%nderretning%'
           or e.about && (
               select coalesce(array_agg(x.id), '{}') from (
                   select p.dossier_id from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                   union all
                   select c.dossier_id from rundbord.casework c where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child
                      and c.dossier_id = any (rundbord.granted_dossiers())
                   union all
                   select q.id from rundbord.casework c join rundbord.problem q on q.tenant_id = c.tenant_id and q.dossier_id = c.dossier_id
                   where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child
                     and c.dossier_id = any (rundbord.granted_dossiers())) x (id)
               where x.id <> all (rundbord.kept_from_me())))
      and (p_before is null or (e.occurred_at, e.id) < (p_before, p_before_id))
    order by e.occurred_at desc, e.id desc
    limit p_limit
$$;

ALTER FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.fall_silent(p_dossier uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare n integer;
begin
    if rundbord.current_capacity() <> 'system' then
        if not (p_dossier = any (rundbord.granted_dossiers())
                or exists (select from rundbord.dossier d where d.tenant_id = rundbord.current_tenant() and d.id = p_dossier
                           and d.unit_id = any (rundbord.led_units()))) then
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

ALTER FUNCTION rundbord.fall_silent(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) RETURNS TABLE(person_id uuid, language text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query
        select q.id, q.language from rundbord.person p
        join rundbord.person q on q.tenant_id = p.tenant_id and q.id = coalesce(p.alias_of, p.id)
        where p.tenant_id = p_tenant and p.id = p_person
          and (q.kind = 'adult' or exists (
              select from rundbord.access_grant g where g.tenant_id = p_tenant and g.person_id = q.id and g.reason = 'self'
                and g.valid_from <= rundbord.business_now()));
end $$;

ALTER FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.free_of_consent(p_dossier uuid) RETURNS TABLE(id uuid, meeting_id uuid, person_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if rundbord.current_capacity() <> 'system' then
        if not (p_dossier = any (rundbord.granted_dossiers())
                or exists (select from rundbord.dossier d where d.tenant_id = rundbord.current_tenant() and d.id = p_dossier
                           and d.unit_id = any (rundbord.led_units()))) then
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

ALTER FUNCTION rundbord.free_of_consent(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.granted_dossiers() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.granted_dossiers() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.handovers_accepted() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(h.id), '{}')
    from rundbord.handover h
    left join lateral rundbord.consent_state(h.dossier_id, h.consent_purpose) c on h.consent_purpose is not null
    where h.tenant_id = (select rundbord.current_tenant()) and h.accepted_by = (select rundbord.current_person())
      and (h.to_person_id = (select rundbord.current_person()) or h.to_unit_id = any ((select rundbord.employing_units())::uuid[]))
      and (h.consent_purpose is null or c.stands)
$$;

ALTER FUNCTION rundbord.handovers_accepted() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.consultation_participant
        (tenant_id, id, dossier_id, consultation_id, person_id, role, strength, external, status, access_until, sealed)
    select rundbord.current_tenant(), p_participant, c.dossier_id, c.id, rundbord.current_person(), p_role, p_strength, false,
           'invited', p_access_until, p_sealed
    from rundbord.consultation_to_join(p_slot) c
    on conflict (tenant_id, consultation_id, person_id) do nothing
$$;

ALTER FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.judge_adoption() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
    today constant date := (rundbord.business_now() at time zone 'Europe/Copenhagen')::date;
    proposed record;
    wanted integer;
    given integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('rundbord.model:' || new.tenant_id::text, 0));
    select number, author_id, digest into proposed from rundbord.model_version
    where tenant_id = new.tenant_id and id = new.version_id;
    -- The version in force decides how many, or before any is in force the one that comes first.
    select v.approvals into wanted
    from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
    where a.tenant_id = new.tenant_id order by a.applies_from <= today desc, v.number desc limit 1;
    select count(distinct person_id) into given from rundbord.model_decision
    where tenant_id = new.tenant_id and version_id = new.version_id and decision = 'approved' and digest = proposed.digest
      and person_id is distinct from proposed.author_id;
    if given < wanted then
        raise exception 'approved by too few' using errcode = 'check_violation';
    elsif new.applies_from < today then
        raise exception 'a version does not apply to days gone by' using errcode = 'check_violation';
    elsif exists (select from rundbord.model_decision
                  where tenant_id = new.tenant_id and version_id = new.version_id and decision <> 'approved')
        or exists (select from rundbord.model_adoption a
                   join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
                   where a.tenant_id = new.tenant_id and v.number > proposed.number) then
        raise exception 'this version is settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_adoption() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.judge_casework_move() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
    if new.model_version_id = old.model_version_id or new.model_version_id is distinct from (
        select v.id from rundbord.model_adoption a
        join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
        where a.tenant_id = new.tenant_id and a.applies_from <= (rundbord.business_now() at time zone 'Europe/Copenhagen')::date
        order by v.number desc limit 1)
    then
        raise exception 'a case moves to the version in force, and its own access with it' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_casework_move() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.judge_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare v record;
begin
    perform pg_advisory_xact_lock(hashtextextended('rundbord.model:' || new.tenant_id::text, 0));
    select author_id, digest into v from rundbord.model_version where tenant_id = new.tenant_id and id = new.version_id;
    if v.digest is distinct from new.digest then
        raise exception 'not what stands in the version' using errcode = 'check_violation';
    elsif new.decision = 'approved' and v.author_id = new.person_id then
        raise exception 'nobody approves their own version' using errcode = 'check_violation';
    elsif new.decision = 'withdrawn' and v.author_id is distinct from new.person_id then
        raise exception 'its author alone takes a version back' using errcode = 'check_violation';
    elsif exists (select from rundbord.model_adoption where tenant_id = new.tenant_id and version_id = new.version_id)
        or exists (select from rundbord.model_decision
                   where tenant_id = new.tenant_id and version_id = new.version_id and decision <> 'approved') then
        raise exception 'this version is settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_decision() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.kept_from_me() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.kept_from_me() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return (select count(*) from rundbord.erasure e where e.tenant_id = p_tenant and e.id = any (p_ids));
end $$;

ALTER FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.led_units() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.led_units() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamp with time zone) RETURNS TABLE(id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, issuer text, last_seen_at timestamp with time zone, expires_at timestamp with time zone)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select s.id, s.person_id, s.capacity, s.capacities, s.roles, u.units, s.language, s.provider, s.issuer, s.last_seen_at,
           least(s.expires_at, s.last_seen_at + make_interval(secs => s.idle_seconds))
    from rundbord.session s
    cross join lateral (select rundbord.units_of(s.tenant_id, s.person_id, s.capacity, p_at) as units) u
    where s.tenant_id = p_tenant and s.kind = p_kind and s.credential_hash = p_hash and s.ended_at is null
      and rundbord.machine_now() < s.expires_at
      and rundbord.machine_now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
      -- An ended employment ends a professional's access in live sessions too.
      and (s.capacity = 'family' or cardinality(u.units) > 0)
$$;

ALTER FUNCTION rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_ttl_seconds integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.login_attempt a where (a.tenant_id, a.state_hash) in (
        select b.tenant_id, b.state_hash from rundbord.login_attempt b
        where b.tenant_id = p_tenant and b.expires_at < rundbord.machine_now() limit 100);
    insert into rundbord.login_attempt values (p_tenant, p_state_hash, p_browser_hash, p_provider, p_nonce, p_verifier, p_return_path,
        rundbord.machine_now(), rundbord.machine_now() + make_interval(secs => p_ttl_seconds));
end $$;

ALTER FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_ttl_seconds integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) RETURNS TABLE(provider text, nonce text, verifier text, return_path text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query delete from rundbord.login_attempt a
        where a.tenant_id = p_tenant and a.state_hash = p_state_hash and a.browser_hash = p_browser_hash
          and a.expires_at > rundbord.machine_now()
        returning a.provider, a.nonce, a.verifier, a.return_path;
end $$;

ALTER FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.machine_now() RETURNS timestamp with time zone
    LANGUAGE sql PARALLEL SAFE
    SET search_path TO ''
    AS $$ select pg_catalog.clock_timestamp() $$;

ALTER FUNCTION rundbord.machine_now() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.model_languages() RETURNS TABLE(slug text, language integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare t record;
begin
    for t in select x.id, x.slug from rundbord.tenant x loop
        perform set_config('rundbord.tenant', t.id::text, true);
        return query select t.slug, max(v.language)
            from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
            where a.tenant_id = t.id having count(*) > 0;
    end loop;
end $$;

ALTER FUNCTION rundbord.model_languages() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.nobody_stands_alone() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.nobody_stands_alone() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare at timestamptz := rundbord.business_now();
begin
    -- An actor may open a casework of a child they see, and a meeting about nobody named where they work or lead; the
    -- system opens any. Two statements, since the planner may call what the second one names before it knows the first,
    -- and the system is no person.
    if rundbord.current_capacity() <> 'system' then
        if p_kind in ('group', 'anonymous') then
            if not rundbord.works_at(p_unit) then
                raise exception 'no right to open this dossier' using errcode = '42501';
            end if;
            -- The day alone: no moment that could be laid beside another record's.
            at := date_trunc('day', at at time zone 'Europe/Copenhagen') at time zone 'Europe/Copenhagen';
        elsif p_kind <> 'casework' or not exists (
            select from rundbord.person p join rundbord.dossier d on d.tenant_id = p.tenant_id and d.id = p.dossier_id
            where p.tenant_id = rundbord.current_tenant() and p.id = p_subject and p.kind = 'subject'
              and rundbord.current_capacity() in ('professional', 'leader', 'adviser')
              and d.unit_id is not distinct from p_unit
              and (d.id = any (rundbord.granted_dossiers()) or d.unit_id = any (rundbord.led_units())))
        then
            raise exception 'no right to open this dossier' using errcode = '42501';
        end if;
    end if;
    insert into rundbord.dossier (tenant_id, id, kind, unit_id, audit_pseudonym, opened_at)
    values (rundbord.current_tenant(), p_id, p_kind, p_unit, p_pseudonym, at);
    if p_kind in ('group', 'anonymous') and rundbord.current_capacity() in ('professional', 'adviser') then
        insert into rundbord.access_grant (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from)
        values (rundbord.current_tenant(), gen_random_uuid(), rundbord.current_person(), p_id, rundbord.current_capacity(),
                'convener', p_id, at);
        return;
    end if;
    -- The first grant: what lets the actor see the child lets them write the casework's own row, after which all
    -- grants are derived anew. The unit's wall needs none.
    if rundbord.current_capacity() in ('professional', 'adviser') then
        insert into rundbord.access_grant (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until)
        select g.tenant_id, gen_random_uuid(), g.person_id, p_id, g.capacity, g.reason, g.source_id, g.valid_from, g.valid_until
        from rundbord.access_grant g
        join rundbord.person p on p.tenant_id = g.tenant_id and p.dossier_id = g.dossier_id
        where g.tenant_id = rundbord.current_tenant() and p.id = p_subject
          and g.person_id = rundbord.current_person() and g.capacity = rundbord.current_capacity();
    end if;
end $$;

ALTER FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.own_dossier() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select dossier_id from rundbord.person where tenant_id = rundbord.current_tenant() and id = rundbord.current_person()
$$;

ALTER FUNCTION rundbord.own_dossier() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.own_units() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with recursive own as (
        select e.unit_id as id from rundbord.employment e
        where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
          and (select rundbord.current_capacity()) in ('professional', 'leader', 'adviser')
          and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
        union
        select u.parent_id from rundbord.unit u join own on u.id = own.id
        where u.tenant_id = (select rundbord.current_tenant()) and u.parent_id is not null
    )
    select coalesce((select array_agg(id) from own), '{}') || rundbord.led_units()
$$;

ALTER FUNCTION rundbord.own_units() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid DEFAULT NULL::uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare about uuid := coalesce(p_about,
    (select coalesce(d.underretning_id, d.problem_id) from rundbord.deadline d
     where d.tenant_id = rundbord.current_tenant() and d.id = p_deadline),
    (select g.problem_id from rundbord.meeting g where g.tenant_id = rundbord.current_tenant() and g.id = coalesce(p_meeting,
        (select c.meeting_id from rundbord.consent c where c.tenant_id = rundbord.current_tenant() and c.id = p_consent),
        (select d.meeting_id from rundbord.deadline d where d.tenant_id = rundbord.current_tenant() and d.id = p_deadline))));
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence,
                                  consent_id, deadline_id, occurrence_key, not_before, planned_at, free_at, about_id)
    select rundbord.current_tenant(), p_id, coalesce(p.alias_of, p.id), p_dossier, p_kind, p_channel, p_meeting, m.sequence,
           p_consent, p_deadline, p_key, p_not_before, rundbord.business_now(), rundbord.machine_now(), about
    from rundbord.person p
    left join rundbord.meeting m on m.tenant_id = p.tenant_id and m.id = p_meeting
    where p.tenant_id = rundbord.current_tenant() and p.id = p_recipient
      -- Whoever plans it: what a shield keeps from somebody is not told to them.
      and not rundbord.is_kept_away(coalesce(p.alias_of, p.id), p_dossier, about)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return found;
end $$;

ALTER FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) RETURNS TABLE(person_id uuid, language text, leads boolean, capacities text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare found_person uuid;
begin
    perform rundbord.enter_tenant(p_tenant);
    select l.person_id into found_person from rundbord.professional_login l
        where l.tenant_id = p_tenant and l.issuer = p_issuer and l.subject = p_subject;
    if found_person is null and p_staff_id is not null then
        select p.id into found_person from rundbord.person p
            where p.tenant_id = p_tenant and p.kind = 'staff' and p.source_key = p_staff_id;
        if found_person is not null then
            insert into rundbord.professional_login values (p_tenant, p_issuer, p_subject, found_person) on conflict do nothing;
        end if;
    end if;
    return query
        select p.id, p.language, bool_or(e.role = 'leader'),
               array_agg(distinct e.role) || case when bool_or(e.role in ('leader', 'adviser')) then '{professional}' else '{}'::text[] end
        from rundbord.person p join rundbord.employment e on e.tenant_id = p.tenant_id and e.person_id = p.id
        where p.tenant_id = p_tenant and p.id = found_person and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
        group by p.id, p.language;
end $$;

ALTER FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.read_business_clock() RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    -- The gate of migrations (migrate.py), before any other lock of the transaction: so neither side can deadlock.
    select pg_advisory_xact_lock_shared(1920298597);
    select clock_timestamp() + make_interval(secs => offset_seconds) from rundbord.business_clock
$$;

ALTER FUNCTION rundbord.read_business_clock() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[] DEFAULT '{}'::uuid[], p_seen uuid[] DEFAULT '{}'::uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants, about)
        select rundbord.current_tenant(), p_id, rundbord.business_now(),
               nullif(current_setting('rundbord.person', true), '')::uuid,
               nullif(current_setting('rundbord.session', true), '')::uuid,
               rundbord.current_capacity(), p_operation, p_changed,
               coalesce((select array_agg(d.audit_pseudonym order by d.audit_pseudonym) from rundbord.dossier d
                         where d.tenant_id = rundbord.current_tenant() and d.id = any (p_dossiers)), '{}'),
               -- Not current_person(), which raises for the system, and which the planner may call before any row is read.
               coalesce((select array_agg(g.id order by g.id) from rundbord.access_grant g
                         where g.tenant_id = rundbord.current_tenant() and g.dossier_id = any (p_dossiers)
                           and g.person_id = nullif(current_setting('rundbord.person', true), '')::uuid
                           and g.capacity = rundbord.current_capacity()
                           and g.valid_from <= rundbord.business_now()
                           and (g.valid_until is null or g.valid_until > rundbord.business_now())), '{}'),
               rundbord.event_about(p_changed, p_dossiers, p_named, p_seen)
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

ALTER FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.released_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
    told jsonb := to_jsonb(coalesce(old, new));
    period uuid := coalesce(told ->> 'period_id', told ->> 'id');
begin
    if exists (select from rundbord.indicator_period p
               where p.tenant_id = (told ->> 'tenant_id')::uuid and p.id = period and p.released_at is not null) then
        raise exception 'released figures do not change' using errcode = 'RB003';
    end if;
    return coalesce(new, old);
end $$;

ALTER FUNCTION rundbord.released_stays() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) RETURNS TABLE(id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select s.id, s.person_id, s.capacity, s.capacities, s.roles, s.units, s.language, s.provider, s.expires_at
        from rundbord.live_session(p_tenant, 'cookie', p_cookie_hash, rundbord.business_now()) s;
end $$;

ALTER FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) RETURNS TABLE(provider text, hint bytea, id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    select x.* into s from rundbord.session x
        where x.tenant_id = p_tenant and x.credential_hash = p_cookie_hash and x.ended_at is null for update;
    if s.id is null then
        return;
    end if;
    update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = p_reason, hint = null
        where x.tenant_id = p_tenant and x.id = s.id;
    perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end');
    return query select s.provider, s.hint, s.id;
end $$;

ALTER FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare ended integer := 0; s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.logout_token_seen x where x.tenant_id = p_tenant and x.expires_at < rundbord.machine_now();
    insert into rundbord.logout_token_seen values (p_tenant, p_issuer, p_jti_hash, p_jti_expires_at) on conflict do nothing;
    if not found then
        return -1;
    end if;
    if p_sid_hash is null and p_subject_hash is null then
        return 0;
    end if;
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'provider', hint = null
        where x.tenant_id = p_tenant and x.issuer = p_issuer and x.ended_at is null
          and (p_sid_hash is null or x.sid_hash = p_sid_hash) and (p_subject_hash is null or x.subject_hash = p_subject_hash)
        returning x.id, x.person_id, x.capacity
    loop
        ended := ended + 1;
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_provider');
    end loop;
    return ended;
end $$;

ALTER FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants)
        values (rundbord.current_tenant(), gen_random_uuid(), rundbord.business_now(), p_person, p_session, p_capacity, p_operation, true, '{}', '{}')
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

ALTER FUNCTION rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare until timestamptz := rundbord.machine_now() + make_interval(secs => p_absolute_seconds);
begin
    perform rundbord.enter_tenant(p_tenant);
    if p_replaces is not null then
        update rundbord.session s set ended_at = rundbord.machine_now(), ended_reason = 'rotated', hint = null
            where s.tenant_id = p_tenant and s.credential_hash = p_replaces and s.ended_at is null;
    end if;
    insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles, language, provider,
        issuer, subject_hash, sid_hash, hint, created_at, last_seen_at, idle_seconds, expires_at)
    values (p_tenant, p_id, 'cookie', p_cookie_hash, p_person, p_capacity, p_capacities, p_roles, p_language, p_provider,
        p_issuer, p_subject_hash, p_sid_hash, p_hint, rundbord.machine_now(), rundbord.machine_now(), p_idle_seconds, until);
    perform rundbord.session_event(p_id, p_person, p_capacity, 'session.open');
    return until;
end $$;

ALTER FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare changed record;
begin
    perform rundbord.enter_tenant(p_tenant);
    update rundbord.session s set capacity = p_capacity, credential_hash = p_new_cookie_hash, hint = p_hint, last_seen_at = rundbord.machine_now()
        where s.tenant_id = p_tenant and s.kind = 'cookie' and p_capacity = any (s.capacities)
          and s.id = (select l.id from rundbord.live_session(p_tenant, 'cookie', p_cookie_hash, rundbord.business_now()) l)
        returning s.id, s.person_id, s.expires_at into changed;
    if changed.id is null then
        return null;
    end if;
    perform rundbord.session_event(changed.id, changed.person_id, p_capacity, 'session.switch');
    return changed.expires_at;
end $$;

ALTER FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.setting(p_name text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$
declare v text := pg_catalog.current_setting('rundbord.' || p_name, true);
begin
    if v is null or v = '' then
        raise exception 'this transaction has no %', p_name using errcode = 'RB001';
    end if;
    return v;
end $$;

ALTER FUNCTION rundbord.setting(p_name text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.tenant_by_host(p_host text) RETURNS TABLE(tenant_id uuid, slug text, cvr text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$ select id, slug, cvr, name from rundbord.tenant where host = p_host $$;

ALTER FUNCTION rundbord.tenant_by_host(p_host text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tenants() RETURNS TABLE(id uuid, slug text, host text, name text, cvr text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$ select id, slug, host, name, cvr from rundbord.tenant order by slug $$;

ALTER FUNCTION rundbord.tenants() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) RETURNS TABLE(id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select s.id, s.person_id, s.capacity, s.capacities, s.roles, s.units, s.language, s.provider, s.expires_at
        from rundbord.live_session(p_tenant, 'bearer', p_token_hash, rundbord.business_now()) s;
end $$;

ALTER FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamp with time zone) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct e.unit_id), '{}') from rundbord.employment e
    where e.tenant_id = p_tenant and e.person_id = p_person and upper_inf(e.recorded) and e.valid @> p_at
      and (e.role = p_capacity or p_capacity = 'professional')
$$;

ALTER FUNCTION rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE PROCEDURE rundbord.wall(IN p_table text, IN p_column text, IN p_family text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
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
end $_$;

ALTER PROCEDURE rundbord.wall(IN p_table text, IN p_column text, IN p_family text) OWNER TO rundbord_owner;

CREATE PROCEDURE rundbord.wall_of_tenant(IN p_table text, IN p_readers text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
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

ALTER PROCEDURE rundbord.wall_of_tenant(IN p_table text, IN p_readers text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.works_at(p_unit uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p_unit = any (rundbord.led_units()) or (rundbord.current_capacity() in ('professional', 'adviser') and exists (
        select from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.person_id = rundbord.current_person() and e.unit_id = p_unit
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.works_at(p_unit uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.works_here(p_person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (select from rundbord.employment e
                   where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = p_person
                     and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.works_here(p_person uuid) OWNER TO rundbord_definer;

CREATE TABLE rundbord.access_event (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    actor_id uuid,
    session_id uuid,
    capacity text NOT NULL,
    operation text NOT NULL,
    changed boolean NOT NULL,
    subjects uuid[] NOT NULL,
    grants uuid[] NOT NULL,
    about uuid[],
    CONSTRAINT access_event_operation_check CHECK ((operation ~ '^[A-Za-z0-9_.:,-]{1,200}$'::text))
);

ALTER TABLE ONLY rundbord.access_event FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_event OWNER TO rundbord_owner;

CREATE TABLE rundbord.access_grant (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    capacity text NOT NULL,
    reason text NOT NULL,
    source_id uuid NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    CONSTRAINT access_grant_capacity_check CHECK ((capacity = ANY (ARRAY['family'::text, 'professional'::text, 'adviser'::text, 'dpo'::text, 'administrator'::text])))
);

ALTER TABLE ONLY rundbord.access_grant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_grant OWNER TO rundbord_owner;

CREATE TABLE rundbord.action_plan (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    document_key text NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    completed_at timestamp with time zone,
    sent_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.action_plan FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.action_plan OWNER TO rundbord_owner;

CREATE TABLE rundbord.agenda_item (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    origin text NOT NULL,
    added_by uuid,
    sealed bytea NOT NULL,
    CONSTRAINT agenda_item_origin_check CHECK ((origin = ANY (ARRAY['model'::text, 'family'::text, 'professional'::text])))
);

ALTER TABLE ONLY rundbord.agenda_item FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agenda_item OWNER TO rundbord_owner;

CREATE TABLE rundbord.agreement (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    responsible_id uuid NOT NULL,
    due_on date,
    close_to_child boolean NOT NULL,
    status text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT agreement_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);

ALTER TABLE ONLY rundbord.agreement FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agreement OWNER TO rundbord_owner;

CREATE TABLE rundbord.audit_seal (
    tenant_id uuid NOT NULL,
    "position" bigint NOT NULL,
    segment text NOT NULL,
    kind text NOT NULL,
    event_id uuid,
    digest bytea NOT NULL,
    chain bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT audit_seal_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'restore'::text]))),
    CONSTRAINT audit_seal_position_check CHECK (("position" > 0)),
    CONSTRAINT audit_seal_segment_check CHECK ((segment ~ '^[0-9]{4}-[0-9]{2}$'::text))
);

ALTER TABLE ONLY rundbord.audit_seal FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.audit_seal OWNER TO rundbord_owner;

CREATE TABLE rundbord.business_clock (
    only_row boolean DEFAULT true NOT NULL,
    offset_seconds bigint DEFAULT 0 NOT NULL,
    CONSTRAINT business_clock_offset_seconds_check CHECK ((offset_seconds >= 0)),
    CONSTRAINT business_clock_only_row_check CHECK (only_row)
);

ALTER TABLE rundbord.business_clock OWNER TO rundbord_owner;

CREATE TABLE rundbord.casework (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    model_version_id uuid NOT NULL,
    self_access_from timestamp with time zone,
    closed_at timestamp with time zone,
    last_activity_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.casework FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.casework OWNER TO rundbord_owner;

CREATE TABLE rundbord.casework_move (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    from_version_id uuid NOT NULL,
    to_version_id uuid NOT NULL,
    moved_by uuid NOT NULL,
    moved_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.casework_move FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.casework_move OWNER TO rundbord_owner;

CREATE TABLE rundbord.checklist_tick (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    checklist_key text NOT NULL,
    item_key text NOT NULL,
    ticked_by uuid NOT NULL,
    ticked_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.checklist_tick FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.checklist_tick OWNER TO rundbord_owner;

CREATE TABLE rundbord.circle_suggestion (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    participant_id uuid,
    suggested_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    settled_by uuid,
    settled_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT circle_suggestion_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
    CONSTRAINT circle_suggestion_check1 CHECK (((settled_by IS NULL) = (settled_at IS NULL))),
    CONSTRAINT circle_suggestion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'followed'::text, 'not_followed'::text])))
);

ALTER TABLE ONLY rundbord.circle_suggestion FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.circle_suggestion OWNER TO rundbord_owner;

CREATE TABLE rundbord.conclusion (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.conclusion FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conclusion OWNER TO rundbord_owner;

CREATE TABLE rundbord.confirmation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.confirmation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.confirmation OWNER TO rundbord_owner;

CREATE TABLE rundbord.consent (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid,
    giver_id uuid NOT NULL,
    purpose text NOT NULL,
    basis text NOT NULL,
    text_version integer NOT NULL,
    model_version_id uuid NOT NULL,
    state text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by uuid NOT NULL,
    answered_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    expires_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT consent_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'declined'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY rundbord.consent FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    district text DEFAULT ''::text NOT NULL,
    slot_id uuid,
    type text NOT NULL,
    subject text NOT NULL,
    model_version_id uuid NOT NULL,
    status text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    convener_id uuid NOT NULL,
    chair_id uuid,
    outcome text,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT consultation_check CHECK ((ends_at > starts_at)),
    CONSTRAINT consultation_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'held'::text, 'concluded'::text, 'cancelled'::text]))),
    CONSTRAINT consultation_subject_check CHECK ((subject = ANY (ARRAY['nobody_named'::text, 'group'::text, 'all_of_a_place'::text])))
);

ALTER TABLE ONLY rundbord.consultation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_agreement (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    responsible_id uuid NOT NULL,
    due_on date,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.consultation_agreement FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_agreement OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_form (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    completed boolean DEFAULT false NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.consultation_form FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_form OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_item (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    "position" integer NOT NULL,
    origin text NOT NULL,
    subject text,
    anonymity text NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT consultation_item_anonymity_check CHECK ((anonymity = ANY (ARRAY['clean'::text, 'name_kept'::text]))),
    CONSTRAINT consultation_item_check CHECK (((origin = 'model'::text) = (subject IS NULL))),
    CONSTRAINT consultation_item_origin_check CHECK ((origin = ANY (ARRAY['model'::text, 'professional'::text]))),
    CONSTRAINT consultation_item_subject_check CHECK ((subject = ANY (ARRAY['nobody_named'::text, 'group'::text, 'all_of_a_place'::text])))
);

ALTER TABLE ONLY rundbord.consultation_item FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_item OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_participant (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    person_id uuid,
    role text NOT NULL,
    strength text NOT NULL,
    external boolean NOT NULL,
    status text NOT NULL,
    attended boolean,
    access_until timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT consultation_participant_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'left_out'::text])))
);

ALTER TABLE ONLY rundbord.consultation_participant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_participant OWNER TO rundbord_owner;

CREATE TABLE rundbord.counted_answer (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    measure text NOT NULL
);

ALTER TABLE ONLY rundbord.counted_answer FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.counted_answer OWNER TO rundbord_owner;

CREATE TABLE rundbord.custody (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    holder_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    majority_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.custody FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.custody OWNER TO rundbord_owner;

CREATE TABLE rundbord.deadline (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid,
    problem_id uuid,
    key text NOT NULL,
    task text NOT NULL,
    role text,
    person_id uuid,
    private boolean DEFAULT false NOT NULL,
    due_at timestamp with time zone NOT NULL,
    remind_at timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL,
    next_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    settled_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    underretning_id uuid,
    meeting_type text,
    done_at timestamp with time zone,
    escalating boolean DEFAULT false NOT NULL,
    process_id uuid,
    measure_id uuid,
    CONSTRAINT deadline_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
    CONSTRAINT deadline_check1 CHECK (((NOT escalating) OR (state = 'missed'::text))),
    CONSTRAINT deadline_check2 CHECK (((done_at IS NULL) OR (state = ANY (ARRAY['met'::text, 'missed'::text])))),
    CONSTRAINT deadline_state_check CHECK ((state = ANY (ARRAY['open'::text, 'met'::text, 'missed'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY rundbord.deadline FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.deadline OWNER TO rundbord_owner;

CREATE TABLE rundbord.delivery_attempt (
    tenant_id uuid NOT NULL,
    message_id uuid NOT NULL,
    attempt integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    failure text,
    stage text,
    code integer,
    CONSTRAINT delivery_attempt_attempt_check CHECK ((attempt > 0)),
    CONSTRAINT delivery_attempt_failure_check CHECK ((failure = ANY (ARRAY['busy'::text, 'network'::text, 'refused'::text, 'setup'::text, 'unknown_end'::text]))),
    CONSTRAINT delivery_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'retry'::text, 'dead'::text, 'cancelled'::text, 'lost'::text]))),
    CONSTRAINT delivery_attempt_stage_check CHECK ((stage = ANY (ARRAY['connect'::text, 'login'::text, 'sender'::text, 'recipient'::text, 'data'::text, 'after_data'::text])))
);

ALTER TABLE ONLY rundbord.delivery_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.delivery_attempt OWNER TO rundbord_owner;

CREATE TABLE rundbord.dossier (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    unit_id uuid,
    audit_pseudonym uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT dossier_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'casework'::text, 'group'::text, 'anonymous'::text])))
);

ALTER TABLE ONLY rundbord.dossier FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.dossier OWNER TO rundbord_owner;

CREATE TABLE rundbord.employment (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    role text NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    source_key text,
    CONSTRAINT employment_role_check CHECK ((role = ANY (ARRAY['professional'::text, 'leader'::text, 'adviser'::text, 'administrator'::text, 'dpo'::text])))
);

ALTER TABLE ONLY rundbord.employment FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.employment OWNER TO rundbord_owner;

CREATE TABLE rundbord.enrolment (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL
);

ALTER TABLE ONLY rundbord.enrolment FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.enrolment OWNER TO rundbord_owner;

CREATE TABLE rundbord.erasure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    record text NOT NULL,
    rule text NOT NULL,
    counted_from date NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    free_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    rows_gone_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT erasure_state_check CHECK ((state = ANY (ARRAY['begun'::text, 'rows_gone'::text, 'done'::text, 'stopped'::text])))
);

ALTER TABLE ONLY rundbord.erasure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure OWNER TO rundbord_owner;

CREATE TABLE rundbord.erasure_certificate (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    erasure_id uuid NOT NULL,
    record text NOT NULL,
    rule text NOT NULL,
    counted_from date NOT NULL,
    due_on date NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    backups_gone_on date NOT NULL
);

ALTER TABLE ONLY rundbord.erasure_certificate FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure_certificate OWNER TO rundbord_owner;

CREATE TABLE rundbord.exchange (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    exchange_key text NOT NULL,
    special boolean NOT NULL,
    told boolean NOT NULL,
    exchanged_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.exchange FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.exchange OWNER TO rundbord_owner;

CREATE TABLE rundbord.form (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    completed_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.form FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.form OWNER TO rundbord_owner;

CREATE TABLE rundbord.handover (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    handover_key text NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    consent_purpose text,
    to_unit_id uuid,
    to_person_id uuid,
    handed_by uuid NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    accepted_by uuid,
    accepted_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT handover_check CHECK (((to_unit_id IS NULL) <> (to_person_id IS NULL))),
    CONSTRAINT handover_check1 CHECK (((accepted_by IS NULL) = (accepted_at IS NULL)))
);

ALTER TABLE ONLY rundbord.handover FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover OWNER TO rundbord_owner;

CREATE TABLE rundbord.handover_document (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.handover_document FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover_document OWNER TO rundbord_owner;

CREATE TABLE rundbord.hold (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    placed_by uuid NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    lifted_by uuid,
    lifted_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT hold_check CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
);

ALTER TABLE ONLY rundbord.hold FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.hold OWNER TO rundbord_owner;

CREATE TABLE rundbord.idempotency_key (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    key_hash bytea NOT NULL,
    operation_digest bytea NOT NULL,
    dossier_id uuid NOT NULL,
    response_sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.idempotency_key FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.idempotency_key OWNER TO rundbord_owner;

CREATE TABLE rundbord.indicator_figure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    period_id uuid NOT NULL,
    during daterange NOT NULL,
    indicator text NOT NULL,
    measure text NOT NULL,
    part text NOT NULL,
    place integer NOT NULL,
    entered boolean NOT NULL,
    number double precision,
    small boolean NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    entered_by uuid,
    CONSTRAINT indicator_figure_check CHECK (((NOT small) OR (number IS NULL))),
    CONSTRAINT indicator_figure_check1 CHECK ((entered = (entered_by IS NOT NULL)))
);

ALTER TABLE ONLY rundbord.indicator_figure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_figure OWNER TO rundbord_owner;

CREATE TABLE rundbord.indicator_period (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    began_on date NOT NULL,
    ended_on date NOT NULL,
    model_version_id uuid NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    judgement text DEFAULT ''::text NOT NULL,
    kept_reason text DEFAULT ''::text NOT NULL,
    judged_by uuid,
    released_at timestamp with time zone,
    released_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT indicator_period_check CHECK ((ended_on > began_on)),
    CONSTRAINT indicator_period_check1 CHECK (((released_at IS NULL) = (released_by IS NULL)))
);

ALTER TABLE ONLY rundbord.indicator_period FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_period OWNER TO rundbord_owner;

CREATE TABLE rundbord.kept_away (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    kind text NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT kept_away_kind_check CHECK ((kind = ANY (ARRAY['child'::text, 'parent'::text, 'network'::text])))
);

ALTER TABLE ONLY rundbord.kept_away FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.kept_away OWNER TO rundbord_owner;

CREATE TABLE rundbord.level_move (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    from_level integer,
    to_level integer NOT NULL,
    meeting_id uuid,
    moved_at timestamp with time zone NOT NULL,
    moved_by uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.level_move FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.level_move OWNER TO rundbord_owner;

CREATE TABLE rundbord.login_attempt (
    tenant_id uuid NOT NULL,
    state_hash bytea NOT NULL,
    browser_hash bytea NOT NULL,
    provider text NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    return_path text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.login_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.login_attempt OWNER TO rundbord_owner;

CREATE TABLE rundbord.logout_token_seen (
    tenant_id uuid NOT NULL,
    issuer text NOT NULL,
    jti_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.logout_token_seen FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.logout_token_seen OWNER TO rundbord_owner;

CREATE TABLE rundbord.measure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    key text NOT NULL,
    decided_on date NOT NULL,
    decided_by uuid NOT NULL,
    with_family boolean NOT NULL,
    cooperates boolean DEFAULT false NOT NULL,
    started_on date,
    started_by uuid,
    ended_on date,
    ended_by uuid,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT measure_check CHECK (((started_by IS NULL) = (started_on IS NULL))),
    CONSTRAINT measure_check1 CHECK (((ended_by IS NULL) = (ended_on IS NULL))),
    CONSTRAINT measure_check2 CHECK (((started_on >= decided_on) AND (ended_on >= COALESCE(started_on, decided_on))))
);

ALTER TABLE ONLY rundbord.measure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.measure OWNER TO rundbord_owner;

CREATE TABLE rundbord.meeting (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    type text NOT NULL,
    level integer,
    model_version_id uuid NOT NULL,
    status text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    convener_id uuid NOT NULL,
    chair_id uuid,
    previous_id uuid,
    outcome text,
    outcome_level integer,
    follow_up_by date,
    called_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    record_for text DEFAULT 'circle'::text NOT NULL,
    CONSTRAINT meeting_check CHECK ((ends_at > starts_at)),
    CONSTRAINT meeting_record_for_check CHECK ((record_for = ANY (ARRAY['circle'::text, 'chosen'::text, 'professionals'::text]))),
    CONSTRAINT meeting_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'agenda_sent'::text, 'held'::text, 'concluded'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY rundbord.meeting FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.meeting OWNER TO rundbord_owner;

CREATE TABLE rundbord.message (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    meeting_id uuid,
    meeting_sequence integer,
    consent_id uuid,
    deadline_id uuid,
    occurrence_key text NOT NULL,
    not_before timestamp with time zone NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    reason text,
    settled_at timestamp with time zone,
    read_at timestamp with time zone,
    attempt integer DEFAULT 0 NOT NULL,
    free_at timestamp with time zone NOT NULL,
    first_attempt_at timestamp with time zone,
    about_id uuid,
    CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'inbox'::text]))),
    CONSTRAINT message_check CHECK (((state = ANY (ARRAY['planned'::text, 'sending'::text])) = (settled_at IS NULL))),
    CONSTRAINT message_check1 CHECK (((state = ANY (ARRAY['cancelled'::text, 'dead'::text])) = (reason IS NOT NULL))),
    CONSTRAINT message_check2 CHECK (((meeting_id IS NULL) = (meeting_sequence IS NULL))),
    CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'meeting_moved'::text, 'meeting_cancelled'::text, 'agenda_sent'::text, 'agenda_added'::text, 'answer_received'::text, 'meeting_reminder'::text, 'meeting_concluded'::text, 'deadline_reminder'::text, 'deadline_missed'::text, 'deadline_escalated'::text, 'consent_asked'::text, 'consent_answered'::text, 'consent_withdrawn'::text, 'coordinator_offered'::text, 'coordinator_changed'::text, 'access_ended'::text, 'case_news'::text, 'circle_suggested'::text, 'circle_answered'::text, 'chair_agreed'::text, 'action_plan_sent'::text]))),
    CONSTRAINT message_occurrence_key_check CHECK ((occurrence_key ~ '^[a-z0-9:._-]{1,200}$'::text)),
    CONSTRAINT message_reason_check CHECK ((reason = ANY (ARRAY['meeting_cancelled'::text, 'meeting_moved'::text, 'meeting_over'::text, 'not_invited'::text, 'access_ended'::text, 'consent_withdrawn'::text, 'consent_settled'::text, 'deadline_settled'::text, 'recipient_gone'::text, 'superseded'::text, 'no_address'::text, 'refused'::text, 'out_of_patience'::text, 'kept_away'::text]))),
    CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sending'::text, 'sent'::text, 'cancelled'::text, 'dead'::text])))
);

ALTER TABLE ONLY rundbord.message FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.message OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_adoption (
    tenant_id uuid NOT NULL,
    version_id uuid NOT NULL,
    applies_from date NOT NULL,
    adopted_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.model_adoption FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_adoption OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_decision (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version_id uuid NOT NULL,
    person_id uuid,
    decision text NOT NULL,
    digest bytea NOT NULL,
    applies_from date,
    note text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT model_decision_check CHECK (((person_id IS NOT NULL) OR (decision = 'withdrawn'::text))),
    CONSTRAINT model_decision_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY rundbord.model_decision FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_decision OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_version (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    language integer NOT NULL,
    digest bytea NOT NULL,
    content jsonb NOT NULL,
    wanted_from date CONSTRAINT model_version_applies_from_not_null NOT NULL,
    created_at timestamp with time zone NOT NULL,
    author_id uuid,
    approvals integer GENERATED ALWAYS AS (
CASE
    WHEN (content ? 'versions'::text) THEN COALESCE(((content #>> '{versions,approvals}'::text[]))::integer, 1)
    ELSE 0
END) STORED NOT NULL,
    CONSTRAINT model_version_number_check CHECK ((number > 0))
);

ALTER TABLE ONLY rundbord.model_version FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_version OWNER TO rundbord_owner;

CREATE TABLE rundbord.network (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    network_key text NOT NULL,
    model_version_id uuid NOT NULL,
    bearing_force_id uuid,
    contact_person_id uuid,
    services text[] NOT NULL,
    formed_by uuid NOT NULL,
    formed_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.network FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network OWNER TO rundbord_owner;

CREATE TABLE rundbord.network_evaluation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    network_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    by_family boolean NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.network_evaluation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network_evaluation OWNER TO rundbord_owner;

CREATE TABLE rundbord.offer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    offer_key text NOT NULL,
    model_version_id uuid NOT NULL,
    state text NOT NULL,
    offered_by uuid NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone,
    recorded_by uuid,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT offer_check CHECK (((state = 'offered'::text) = (answered_at IS NULL))),
    CONSTRAINT offer_check1 CHECK (((answered_at IS NULL) OR ((answered_by IS NULL) <> (recorded_by IS NULL)))),
    CONSTRAINT offer_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text])))
);

ALTER TABLE ONLY rundbord.offer FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.offer OWNER TO rundbord_owner;

CREATE TABLE rundbord.participant (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid,
    kind text NOT NULL,
    role text NOT NULL,
    strength text NOT NULL,
    external boolean NOT NULL,
    consent_purpose text,
    status text NOT NULL,
    answer text DEFAULT 'none'::text NOT NULL,
    answered_at timestamp with time zone,
    attended boolean,
    access_from timestamp with time zone NOT NULL,
    access_until timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    heard_at timestamp with time zone,
    CONSTRAINT participant_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'coming'::text, 'another_time'::text, 'not_coming'::text]))),
    CONSTRAINT participant_kind_check CHECK ((kind = ANY (ARRAY['child'::text, 'parent'::text, 'network'::text, 'professional'::text]))),
    CONSTRAINT participant_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'left_out'::text, 'removed'::text, 'suspended'::text])))
);

ALTER TABLE ONLY rundbord.participant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.participant OWNER TO rundbord_owner;

CREATE TABLE rundbord.person (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    alias_of uuid,
    language text DEFAULT 'da'::text NOT NULL,
    source_key text,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT person_kind_check CHECK ((kind = ANY (ARRAY['subject'::text, 'adult'::text, 'staff'::text])))
);

ALTER TABLE ONLY rundbord.person FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person OWNER TO rundbord_owner;

CREATE TABLE rundbord.perspective (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    whose text NOT NULL,
    obtained boolean NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT perspective_whose_check CHECK ((whose = ANY (ARRAY['child'::text, 'parent'::text])))
);

ALTER TABLE ONLY rundbord.perspective FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective OWNER TO rundbord_owner;

CREATE TABLE rundbord.problem (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    track text NOT NULL,
    level integer,
    status text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT problem_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

ALTER TABLE ONLY rundbord.problem FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem OWNER TO rundbord_owner;

CREATE TABLE rundbord.problem_coordinator (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    place text NOT NULL,
    person_id uuid,
    since timestamp with time zone,
    pending_id uuid,
    offered_by uuid,
    offered_at timestamp with time zone,
    CONSTRAINT problem_coordinator_check CHECK (((person_id IS NULL) = (since IS NULL))),
    CONSTRAINT problem_coordinator_check1 CHECK (((pending_id IS NULL) = (offered_at IS NULL)))
);

ALTER TABLE ONLY rundbord.problem_coordinator FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem_coordinator OWNER TO rundbord_owner;

CREATE TABLE rundbord.process (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    meeting_id uuid,
    key text NOT NULL,
    known_on date NOT NULL,
    due_on date NOT NULL,
    begun_by uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    family_told boolean NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT process_check CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);

ALTER TABLE ONLY rundbord.process FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.process OWNER TO rundbord_owner;

CREATE TABLE rundbord.professional_login (
    tenant_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.professional_login FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.professional_login OWNER TO rundbord_owner;

CREATE TABLE rundbord.reader_choice (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    chooser_id uuid NOT NULL,
    readers uuid[] NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.reader_choice FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.reader_choice OWNER TO rundbord_owner;

CREATE TABLE rundbord.relation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT relation_kind_check CHECK ((kind = ANY (ARRAY['class_teacher'::text, 'contact_pedagogue'::text, 'health_visitor'::text, 'adviser'::text, 'resource_person'::text])))
);

ALTER TABLE ONLY rundbord.relation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.relation OWNER TO rundbord_owner;

CREATE TABLE rundbord.retention_due (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    record text NOT NULL,
    rule text NOT NULL,
    counted_from date NOT NULL,
    due_on date NOT NULL,
    export_before boolean DEFAULT false NOT NULL,
    model_version_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.retention_due FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.retention_due OWNER TO rundbord_owner;

CREATE TABLE rundbord.series (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    unit_id uuid NOT NULL,
    district text DEFAULT ''::text NOT NULL,
    leader_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.series FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series OWNER TO rundbord_owner;

CREATE TABLE rundbord.series_member (
    tenant_id uuid NOT NULL,
    series_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL
);

ALTER TABLE ONLY rundbord.series_member FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series_member OWNER TO rundbord_owner;

CREATE TABLE rundbord.session (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    credential_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL,
    capacities text[] NOT NULL,
    roles text[] NOT NULL,
    language text NOT NULL,
    provider text NOT NULL,
    issuer text NOT NULL,
    subject_hash bytea NOT NULL,
    sid_hash bytea,
    hint bytea,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    idle_seconds integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_reason text,
    CONSTRAINT session_check CHECK ((capacity = ANY (capacities))),
    CONSTRAINT session_credential_hash_check CHECK ((length(credential_hash) = 32)),
    CONSTRAINT session_idle_seconds_check CHECK ((idle_seconds > 0)),
    CONSTRAINT session_kind_check CHECK ((kind = ANY (ARRAY['cookie'::text, 'bearer'::text])))
);

ALTER TABLE ONLY rundbord.session FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.session OWNER TO rundbord_owner;

CREATE TABLE rundbord.shared_plan (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.shared_plan FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.shared_plan OWNER TO rundbord_owner;

CREATE TABLE rundbord.slot (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    series_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT slot_check CHECK ((ends_at > starts_at)),
    CONSTRAINT slot_status_check CHECK ((status = ANY (ARRAY['open'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY rundbord.slot FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.slot OWNER TO rundbord_owner;

CREATE TABLE rundbord.staff (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    display_name text NOT NULL,
    work_email text NOT NULL,
    work_phone text DEFAULT ''::text NOT NULL,
    profession text NOT NULL
);

ALTER TABLE ONLY rundbord.staff FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.staff OWNER TO rundbord_owner;

CREATE TABLE rundbord.sweep_run (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    sweep text NOT NULL,
    occurrence timestamp with time zone NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    free_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    handled integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    CONSTRAINT sweep_run_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'failed'::text]))),
    CONSTRAINT sweep_run_sweep_check CHECK ((sweep = ANY (ARRAY['deadlines'::text, 'retention'::text, 'keys'::text, 'adulthood'::text, 'audit'::text, 'housekeeping'::text])))
);

ALTER TABLE ONLY rundbord.sweep_run FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.sweep_run OWNER TO rundbord_owner;

CREATE TABLE rundbord.tenant (
    id uuid NOT NULL,
    slug text NOT NULL,
    host text NOT NULL,
    name text NOT NULL,
    cvr text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT tenant_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text)),
    CONSTRAINT tenant_host_check CHECK (((host = lower(host)) AND (host !~ '[^a-z0-9.-]'::text))),
    CONSTRAINT tenant_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,39}$'::text))
);

ALTER TABLE ONLY rundbord.tenant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.tenant OWNER TO rundbord_owner;

CREATE TABLE rundbord.underretning (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    problem_id uuid,
    bypass text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    reader_id uuid,
    read_by uuid,
    read_at timestamp with time zone,
    sent_by uuid,
    sent_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT underretning_check CHECK (((read_by IS NULL) = (read_at IS NULL))),
    CONSTRAINT underretning_check1 CHECK (((sent_by IS NULL) = (sent_at IS NULL)))
);

ALTER TABLE ONLY rundbord.underretning FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.underretning OWNER TO rundbord_owner;

CREATE TABLE rundbord.unit (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    kind text NOT NULL,
    name text NOT NULL,
    source_key text NOT NULL,
    district text DEFAULT ''::text NOT NULL
);

ALTER TABLE ONLY rundbord.unit FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unit OWNER TO rundbord_owner;

CREATE TABLE rundbord.unsealed_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.unsealed_event FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unsealed_event OWNER TO rundbord_owner;

CREATE TABLE rundbord.upward_report (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    report text NOT NULL,
    model_version_id uuid NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    addressed text[] NOT NULL,
    content jsonb NOT NULL,
    kept_reason text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'received'::text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT upward_report_addressed_check CHECK (((addressed <@ ARRAY['leader'::text, 'administrator'::text]) AND (cardinality(addressed) > 0))),
    CONSTRAINT upward_report_check CHECK (((status = 'answered'::text) = (answered_at IS NOT NULL))),
    CONSTRAINT upward_report_check1 CHECK (((answered_by IS NULL) = (answered_at IS NULL))),
    CONSTRAINT upward_report_status_check CHECK ((status = ANY (ARRAY['received'::text, 'answered'::text])))
);

ALTER TABLE ONLY rundbord.upward_report FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.upward_report OWNER TO rundbord_owner;

ALTER TABLE ONLY rundbord.access_event
    ADD CONSTRAINT access_event_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_dossier_id_reason_source_id_key UNIQUE (tenant_id, dossier_id, reason, source_id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_dossier_id_document_key_key UNIQUE (tenant_id, dossier_id, document_key);

ALTER TABLE ONLY rundbord.agenda_item
    ADD CONSTRAINT agenda_item_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (tenant_id, "position");

ALTER TABLE ONLY rundbord.audit_seal
    ADD CONSTRAINT audit_seal_tenant_id_event_id_key UNIQUE (tenant_id, event_id);

ALTER TABLE ONLY rundbord.business_clock
    ADD CONSTRAINT business_clock_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_pkey PRIMARY KEY (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_pkey PRIMARY KEY (tenant_id, dossier_id, checklist_key, item_key);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_tenant_id_meeting_id_key UNIQUE (tenant_id, meeting_id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_consultation_id_key UNIQUE (tenant_id, consultation_id);

ALTER TABLE ONLY rundbord.consultation_item
    ADD CONSTRAINT consultation_item_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_consultation_id_person_i_key UNIQUE (tenant_id, consultation_id, person_id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_dossier_id_key UNIQUE (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.counted_answer
    ADD CONSTRAINT counted_answer_pkey PRIMARY KEY (tenant_id, meeting_id, measure);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT counted_once EXCLUDE USING gist (tenant_id WITH =, measure WITH =, part WITH =, during WITH &&) WHERE ((NOT entered));

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, holder_id WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (tenant_id, message_id, attempt);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_tenant_id_audit_pseudonym_key UNIQUE (tenant_id, audit_pseudonym);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_one_truth EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, unit_id WITH =, role WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, unit_id WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_tenant_id_erasure_id_key UNIQUE (tenant_id, erasure_id);

ALTER TABLE ONLY rundbord.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_meeting_id_form_key_key UNIQUE (tenant_id, meeting_id, form_key);

ALTER TABLE ONLY rundbord.handover_document
    ADD CONSTRAINT handover_document_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (tenant_id, person_id, key_hash);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_period_id_indicator_measure_part_key UNIQUE (tenant_id, period_id, indicator, measure, part);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_began_on_ended_on_key UNIQUE (tenant_id, began_on, ended_on);

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (tenant_id, state_hash);

ALTER TABLE ONLY rundbord.logout_token_seen
    ADD CONSTRAINT logout_token_seen_pkey PRIMARY KEY (tenant_id, issuer, jti_hash);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_recipient_id_channel_occurrence_key_key UNIQUE (tenant_id, recipient_id, channel, occurrence_key);

ALTER TABLE ONLY rundbord.model_adoption
    ADD CONSTRAINT model_adoption_pkey PRIMARY KEY (tenant_id, version_id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_version_id_person_id_decision_key UNIQUE NULLS NOT DISTINCT (tenant_id, version_id, person_id, decision);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_number_key UNIQUE (tenant_id, number);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_dossier_id_network_key_key UNIQUE (tenant_id, dossier_id, network_key);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_dossier_id_offer_key_key UNIQUE (tenant_id, dossier_id, offer_key);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_meeting_id_person_id_key UNIQUE (tenant_id, meeting_id, person_id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_dossier_id_key UNIQUE (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_source_key_key UNIQUE (tenant_id, source_key);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_problem_id_place_key UNIQUE (tenant_id, problem_id, place);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_pkey PRIMARY KEY (tenant_id, issuer, subject);

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_meeting_id_chooser_id_key UNIQUE (tenant_id, meeting_id, chooser_id);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, person_id WITH =, kind WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_pkey PRIMARY KEY (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_pkey PRIMARY KEY (tenant_id, series_id, person_id);

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_credential_hash_key UNIQUE (tenant_id, credential_hash);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_offer_id_key UNIQUE (tenant_id, offer_id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_series_id_starts_at_key UNIQUE (tenant_id, series_id, starts_at);

ALTER TABLE ONLY rundbord.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY rundbord.sweep_run
    ADD CONSTRAINT sweep_run_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.sweep_run
    ADD CONSTRAINT sweep_run_tenant_id_sweep_occurrence_key UNIQUE (tenant_id, sweep, occurrence);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_cvr_key UNIQUE (cvr);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_host_key UNIQUE (host);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_slug_key UNIQUE (slug);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_tenant_id_source_key_key UNIQUE (tenant_id, source_key);

ALTER TABLE ONLY rundbord.unsealed_event
    ADD CONSTRAINT unsealed_event_pkey PRIMARY KEY (tenant_id, event_id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_pkey PRIMARY KEY (tenant_id, id);

CREATE INDEX access_event_by_subject ON rundbord.access_event USING gin (subjects);

CREATE INDEX access_event_by_time ON rundbord.access_event USING btree (tenant_id, occurred_at, id);

CREATE INDEX access_grant_by_end ON rundbord.access_grant USING btree (tenant_id, valid_until) WHERE (reason = 'custody'::text);

CREATE INDEX access_grant_by_person ON rundbord.access_grant USING btree (tenant_id, person_id, capacity) INCLUDE (dossier_id, valid_from, valid_until);

CREATE INDEX agenda_item_by_meeting ON rundbord.agenda_item USING btree (tenant_id, meeting_id, "position");

CREATE INDEX agreement_by_dossier ON rundbord.agreement USING btree (tenant_id, dossier_id);

CREATE INDEX agreement_by_due ON rundbord.agreement USING btree (tenant_id, due_on) WHERE (due_on IS NOT NULL);

CREATE INDEX agreement_by_meeting ON rundbord.agreement USING btree (tenant_id, meeting_id);

CREATE INDEX casework_by_child ON rundbord.casework USING btree (tenant_id, child_id);

CREATE INDEX casework_move_by_dossier ON rundbord.casework_move USING btree (tenant_id, dossier_id, moved_at);

CREATE UNIQUE INDEX casework_open_once ON rundbord.casework USING btree (tenant_id, child_id) WHERE (closed_at IS NULL);

CREATE INDEX circle_suggestion_by_meeting ON rundbord.circle_suggestion USING btree (tenant_id, meeting_id, made_at);

CREATE INDEX confirmation_by_dossier ON rundbord.confirmation USING btree (tenant_id, dossier_id, confirmed_at);

CREATE UNIQUE INDEX consent_asked_once ON rundbord.consent USING btree (tenant_id, dossier_id, giver_id, purpose) WHERE (state = 'asked'::text);

CREATE INDEX consent_by_dossier ON rundbord.consent USING btree (tenant_id, dossier_id);

CREATE INDEX consent_by_giver ON rundbord.consent USING btree (tenant_id, giver_id);

CREATE INDEX consultation_agreement_by_consultation ON rundbord.consultation_agreement USING btree (tenant_id, consultation_id);

CREATE INDEX consultation_by_time ON rundbord.consultation USING btree (tenant_id, starts_at, id);

CREATE INDEX consultation_item_by_consultation ON rundbord.consultation_item USING btree (tenant_id, consultation_id, "position");

CREATE UNIQUE INDEX consultation_of_slot ON rundbord.consultation USING btree (tenant_id, slot_id) WHERE (slot_id IS NOT NULL);

CREATE INDEX consultation_participant_by_person ON rundbord.consultation_participant USING btree (tenant_id, person_id);

CREATE INDEX custody_by_holder ON rundbord.custody USING btree (tenant_id, holder_id);

CREATE INDEX deadline_by_dossier ON rundbord.deadline USING btree (tenant_id, dossier_id, due_at);

CREATE INDEX deadline_by_measure ON rundbord.deadline USING btree (tenant_id, measure_id) WHERE (measure_id IS NOT NULL);

CREATE INDEX deadline_by_meeting ON rundbord.deadline USING btree (tenant_id, meeting_id);

CREATE INDEX deadline_by_person ON rundbord.deadline USING btree (tenant_id, person_id, due_at) WHERE (state = 'open'::text);

CREATE INDEX deadline_by_process ON rundbord.deadline USING btree (tenant_id, process_id) WHERE (process_id IS NOT NULL);

CREATE INDEX deadline_by_underretning ON rundbord.deadline USING btree (tenant_id, underretning_id) WHERE (underretning_id IS NOT NULL);

CREATE INDEX deadline_next ON rundbord.deadline USING btree (tenant_id, next_at) WHERE ((state = 'open'::text) OR escalating);

CREATE UNIQUE INDEX deadline_once ON rundbord.deadline USING btree (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, process_id, measure_id, meeting_type, key, person_id) NULLS NOT DISTINCT WHERE (state = 'open'::text);

CREATE INDEX dossier_by_unit ON rundbord.dossier USING btree (tenant_id, unit_id);

CREATE INDEX employment_by_person ON rundbord.employment USING btree (tenant_id, person_id);

CREATE INDEX employment_by_unit ON rundbord.employment USING btree (tenant_id, unit_id);

CREATE INDEX erasure_certificate_by_time ON rundbord.erasure_certificate USING btree (tenant_id, erased_at DESC, id);

CREATE UNIQUE INDEX erasure_once ON rundbord.erasure USING btree (tenant_id, dossier_id) WHERE (state <> 'stopped'::text);

CREATE INDEX erasure_open ON rundbord.erasure USING btree (tenant_id, begun_at) WHERE (state = ANY (ARRAY['begun'::text, 'rows_gone'::text]));

CREATE INDEX exchange_by_child ON rundbord.exchange USING btree (tenant_id, child_id, exchange_key);

CREATE INDEX exchange_by_dossier ON rundbord.exchange USING btree (tenant_id, dossier_id);

CREATE INDEX handover_by_dossier ON rundbord.handover USING btree (tenant_id, dossier_id, handed_at);

CREATE INDEX handover_by_person ON rundbord.handover USING btree (tenant_id, to_person_id) WHERE (to_person_id IS NOT NULL);

CREATE INDEX handover_by_receiver ON rundbord.handover USING btree (tenant_id, accepted_by) WHERE (accepted_by IS NOT NULL);

CREATE INDEX handover_by_unit ON rundbord.handover USING btree (tenant_id, to_unit_id) WHERE (to_unit_id IS NOT NULL);

CREATE INDEX hold_by_dossier ON rundbord.hold USING btree (tenant_id, dossier_id);

CREATE UNIQUE INDEX kept_away_once ON rundbord.kept_away USING btree (tenant_id, dossier_id, problem_id, kind) NULLS NOT DISTINCT;

CREATE INDEX level_move_by_problem ON rundbord.level_move USING btree (tenant_id, problem_id, moved_at);

CREATE INDEX measure_by_dossier ON rundbord.measure USING btree (tenant_id, dossier_id, decided_on);

CREATE INDEX meeting_by_dossier ON rundbord.meeting USING btree (tenant_id, dossier_id, starts_at);

CREATE INDEX meeting_by_follow_up ON rundbord.meeting USING btree (tenant_id, follow_up_by) WHERE (follow_up_by IS NOT NULL);

CREATE INDEX meeting_by_previous ON rundbord.meeting USING btree (tenant_id, previous_id) WHERE (previous_id IS NOT NULL);

CREATE INDEX meeting_by_problem ON rundbord.meeting USING btree (tenant_id, problem_id, starts_at) WHERE (problem_id IS NOT NULL);

CREATE INDEX meeting_by_time ON rundbord.meeting USING btree (tenant_id, starts_at, id);

CREATE INDEX meeting_record_for ON rundbord.meeting USING btree (tenant_id, dossier_id) WHERE (record_for <> 'circle'::text);

CREATE INDEX message_by_about ON rundbord.message USING btree (tenant_id, about_id) WHERE (about_id IS NOT NULL);

CREATE INDEX message_by_recipient ON rundbord.message USING btree (tenant_id, recipient_id, settled_at DESC, id) WHERE ((channel = 'inbox'::text) AND (state = 'sent'::text));

CREATE INDEX message_dead ON rundbord.message USING btree (tenant_id, settled_at) WHERE (state = 'dead'::text);

CREATE INDEX message_due ON rundbord.message USING btree (tenant_id, not_before) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX message_open_by_dossier ON rundbord.message USING btree (tenant_id, dossier_id) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX network_evaluation_by_network ON rundbord.network_evaluation USING btree (tenant_id, network_id, recorded_at);

CREATE INDEX participant_by_meeting ON rundbord.participant USING btree (tenant_id, meeting_id);

CREATE INDEX participant_by_person ON rundbord.participant USING btree (tenant_id, person_id);

CREATE INDEX perspective_by_meeting ON rundbord.perspective USING btree (tenant_id, meeting_id);

CREATE INDEX problem_by_dossier ON rundbord.problem USING btree (tenant_id, dossier_id);

CREATE INDEX problem_coordinator_by_dossier ON rundbord.problem_coordinator USING btree (tenant_id, dossier_id);

CREATE INDEX problem_coordinator_by_pending ON rundbord.problem_coordinator USING btree (tenant_id, pending_id) WHERE (pending_id IS NOT NULL);

CREATE INDEX problem_coordinator_by_person ON rundbord.problem_coordinator USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX process_by_dossier ON rundbord.process USING btree (tenant_id, dossier_id, begun_at);

CREATE UNIQUE INDEX process_running_once ON rundbord.process USING btree (tenant_id, dossier_id, key) WHERE (ended_at IS NULL);

CREATE INDEX relation_by_person ON rundbord.relation USING btree (tenant_id, person_id);

CREATE INDEX retention_due_on ON rundbord.retention_due USING btree (tenant_id, due_on);

CREATE INDEX series_by_unit ON rundbord.series USING btree (tenant_id, unit_id);

CREATE INDEX session_by_sid ON rundbord.session USING btree (tenant_id, issuer, sid_hash) WHERE (ended_at IS NULL);

CREATE INDEX session_by_subject ON rundbord.session USING btree (tenant_id, issuer, subject_hash) WHERE (ended_at IS NULL);

CREATE INDEX shared_plan_by_dossier ON rundbord.shared_plan USING btree (tenant_id, dossier_id);

CREATE INDEX slot_by_unit ON rundbord.slot USING btree (tenant_id, unit_id, starts_at);

CREATE INDEX sweep_run_latest ON rundbord.sweep_run USING btree (tenant_id, sweep, ended_at DESC);

CREATE INDEX underretning_by_dossier ON rundbord.underretning USING btree (tenant_id, dossier_id, written_at);

CREATE INDEX underretning_by_reader ON rundbord.underretning USING btree (tenant_id, reader_id) WHERE (reader_id IS NOT NULL);

CREATE INDEX underretning_by_sending ON rundbord.underretning USING btree (tenant_id, sent_at) WHERE (sent_at IS NOT NULL);

CREATE INDEX underretning_by_writer ON rundbord.underretning USING btree (tenant_id, written_by);

CREATE INDEX upward_report_by_time ON rundbord.upward_report USING btree (tenant_id, written_at DESC, id);

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF self_access_from ON rundbord.casework FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF state, expires_at ON rundbord.consent FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT ON rundbord.consultation FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_consultation();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE ON rundbord.consultation_participant FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_consultation();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.custody FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF status, person_id, access_from, access_until ON rundbord.participant FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT ON rundbord.person FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER UPDATE OF status ON rundbord.problem FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF person_id, pending_id ON rundbord.problem_coordinator FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.relation FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants_of_meeting AFTER UPDATE OF status ON rundbord.meeting FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER judge_adoption BEFORE INSERT ON rundbord.model_adoption FOR EACH ROW EXECUTE FUNCTION rundbord.judge_adoption();

CREATE TRIGGER judge_casework_move BEFORE UPDATE OF model_version_id, self_access_from ON rundbord.casework FOR EACH ROW WHEN (((old.model_version_id IS DISTINCT FROM new.model_version_id) OR ((old.self_access_from IS DISTINCT FROM new.self_access_from) AND (CURRENT_USER = ANY (ARRAY['rundbord_relation'::name, 'rundbord_unit'::name]))))) EXECUTE FUNCTION rundbord.judge_casework_move();

CREATE TRIGGER judge_decision BEFORE INSERT ON rundbord.model_decision FOR EACH ROW EXECUTE FUNCTION rundbord.judge_decision();

CREATE TRIGGER nobody_stands_alone BEFORE INSERT ON rundbord.access_event FOR EACH ROW WHEN ((cardinality(new.subjects) > 0)) EXECUTE FUNCTION rundbord.nobody_stands_alone();

CREATE TRIGGER released_stays BEFORE INSERT OR DELETE OR UPDATE ON rundbord.indicator_figure FOR EACH ROW EXECUTE FUNCTION rundbord.released_stays();

CREATE TRIGGER released_stays BEFORE DELETE OR UPDATE ON rundbord.indicator_period FOR EACH ROW EXECUTE FUNCTION rundbord.released_stays();

ALTER TABLE ONLY rundbord.access_event
    ADD CONSTRAINT access_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.agenda_item
    ADD CONSTRAINT agenda_item_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.agenda_item
    ADD CONSTRAINT agenda_item_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_dossier_id_responsible_id_fkey FOREIGN KEY (tenant_id, dossier_id, responsible_id) REFERENCES rundbord.participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.audit_seal
    ADD CONSTRAINT audit_seal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_from_version_id_fkey FOREIGN KEY (tenant_id, from_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_moved_by_fkey FOREIGN KEY (tenant_id, moved_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_to_version_id_fkey FOREIGN KEY (tenant_id, to_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_tenant_id_ticked_by_fkey FOREIGN KEY (tenant_id, ticked_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_dossier_id_participant_id_fkey FOREIGN KEY (tenant_id, dossier_id, participant_id) REFERENCES rundbord.participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_suggested_by_fkey FOREIGN KEY (tenant_id, suggested_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_confirmed_by_fkey FOREIGN KEY (tenant_id, confirmed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_giver_id_fkey FOREIGN KEY (tenant_id, giver_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_tenant_id_dossier_id_consultation_i_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_tenant_id_dossier_id_responsible_id_fkey FOREIGN KEY (tenant_id, dossier_id, responsible_id) REFERENCES rundbord.consultation_participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_dossier_id_consultation_id_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_item
    ADD CONSTRAINT consultation_item_tenant_id_dossier_id_consultation_id_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_item
    ADD CONSTRAINT consultation_item_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_dossier_id_consultation_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_chair_id_fkey FOREIGN KEY (tenant_id, chair_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_convener_id_fkey FOREIGN KEY (tenant_id, convener_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_slot_id_fkey FOREIGN KEY (tenant_id, slot_id) REFERENCES rundbord.slot(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.counted_answer
    ADD CONSTRAINT counted_answer_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.counted_answer
    ADD CONSTRAINT counted_answer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_holder_id_fkey FOREIGN KEY (tenant_id, holder_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_measure_id_fkey FOREIGN KEY (tenant_id, dossier_id, measure_id) REFERENCES rundbord.measure(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_process_id_fkey FOREIGN KEY (tenant_id, dossier_id, process_id) REFERENCES rundbord.process(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_underretning_id_fkey FOREIGN KEY (tenant_id, dossier_id, underretning_id) REFERENCES rundbord.underretning(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.delivery_attempt
    ADD CONSTRAINT delivery_attempt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.delivery_attempt
    ADD CONSTRAINT delivery_attempt_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES rundbord.message(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_tenant_id_erasure_id_fkey FOREIGN KEY (tenant_id, erasure_id) REFERENCES rundbord.erasure(tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.erasure
    ADD CONSTRAINT erasure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.handover_document
    ADD CONSTRAINT handover_document_tenant_id_dossier_id_id_fkey FOREIGN KEY (tenant_id, dossier_id, id) REFERENCES rundbord.handover(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.handover_document
    ADD CONSTRAINT handover_document_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_accepted_by_fkey FOREIGN KEY (tenant_id, accepted_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_handed_by_fkey FOREIGN KEY (tenant_id, handed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_to_person_id_fkey FOREIGN KEY (tenant_id, to_person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_to_unit_id_fkey FOREIGN KEY (tenant_id, to_unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_lifted_by_fkey FOREIGN KEY (tenant_id, lifted_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_placed_by_fkey FOREIGN KEY (tenant_id, placed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_entered_by_fkey FOREIGN KEY (tenant_id, entered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_period_id_fkey FOREIGN KEY (tenant_id, period_id) REFERENCES rundbord.indicator_period(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_judged_by_fkey FOREIGN KEY (tenant_id, judged_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_released_by_fkey FOREIGN KEY (tenant_id, released_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.login_attempt
    ADD CONSTRAINT login_attempt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.logout_token_seen
    ADD CONSTRAINT logout_token_seen_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_started_by_fkey FOREIGN KEY (tenant_id, started_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_chair_id_fkey FOREIGN KEY (tenant_id, chair_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_convener_id_fkey FOREIGN KEY (tenant_id, convener_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_previous_id_fkey FOREIGN KEY (tenant_id, dossier_id, previous_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_consent_id_fkey FOREIGN KEY (tenant_id, consent_id) REFERENCES rundbord.consent(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.model_adoption
    ADD CONSTRAINT model_adoption_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.model_adoption
    ADD CONSTRAINT model_adoption_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_dossier_id_network_id_fkey FOREIGN KEY (tenant_id, dossier_id, network_id) REFERENCES rundbord.network(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_bearing_force_id_fkey FOREIGN KEY (tenant_id, bearing_force_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_contact_person_id_fkey FOREIGN KEY (tenant_id, contact_person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_formed_by_fkey FOREIGN KEY (tenant_id, formed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_offered_by_fkey FOREIGN KEY (tenant_id, offered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_alias_of_fkey FOREIGN KEY (tenant_id, alias_of) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_offered_by_fkey FOREIGN KEY (tenant_id, offered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_pending_id_fkey FOREIGN KEY (tenant_id, pending_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_begun_by_fkey FOREIGN KEY (tenant_id, begun_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_chooser_id_fkey FOREIGN KEY (tenant_id, chooser_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.staff(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES rundbord.series(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_tenant_id_leader_id_fkey FOREIGN KEY (tenant_id, leader_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_dossier_id_offer_id_fkey FOREIGN KEY (tenant_id, dossier_id, offer_id) REFERENCES rundbord.offer(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES rundbord.series(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.staff
    ADD CONSTRAINT staff_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.staff
    ADD CONSTRAINT staff_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.sweep_run
    ADD CONSTRAINT sweep_run_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_read_by_fkey FOREIGN KEY (tenant_id, read_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_reader_id_fkey FOREIGN KEY (tenant_id, reader_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_sent_by_fkey FOREIGN KEY (tenant_id, sent_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.unsealed_event
    ADD CONSTRAINT unsealed_event_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES rundbord.access_event(tenant_id, id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

CREATE POLICY accepted_by_the_addressed ON rundbord.handover AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (((accepted_by IS NULL) AND ((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))))) WITH CHECK ((accepted_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY accepted_here ON rundbord.handover FOR UPDATE TO rundbord_relation, rundbord_unit USING (((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))));

ALTER TABLE rundbord.access_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_grant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.action_plan ENABLE ROW LEVEL SECURITY;

CREATE POLICY added_by_owner ON rundbord.tenant TO rundbord_owner USING (true) WITH CHECK (true);

CREATE POLICY addressed ON rundbord.handover FOR SELECT TO rundbord_relation, rundbord_unit USING (((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))));

CREATE POLICY adopted_by_an_administrator ON rundbord.model_adoption FOR INSERT TO rundbord_oversight WITH CHECK (((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)));

ALTER TABLE rundbord.agenda_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agreement ENABLE ROW LEVEL SECURITY;

CREATE POLICY answered_once_by_addressed ON rundbord.upward_report FOR UPDATE TO rundbord_oversight, rundbord_unit USING (((( SELECT rundbord.current_capacity() AS current_capacity) = ANY (addressed)) AND (status = 'received'::text))) WITH CHECK (((answered_by = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'answered'::text)));

ALTER TABLE rundbord.audit_seal ENABLE ROW LEVEL SECURITY;

CREATE POLICY begun_in_ones_own_name ON rundbord.process AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((begun_by = ( SELECT rundbord.current_person() AS current_person)) AND (ended_at IS NULL)));

CREATE POLICY by_family ON rundbord.action_plan TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.agenda_item TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.agreement TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.casework TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.circle_suggestion TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (suggested_by = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (suggested_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.consent TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (giver_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (giver_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.custody TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (holder_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (holder_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.deadline TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((NOT private) OR (person_id = ( SELECT rundbord.current_person() AS current_person))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((NOT private) OR (person_id = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY by_family ON rundbord.dossier TO rundbord_family USING ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.exchange TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND told)) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND told));

CREATE POLICY by_family ON rundbord.form TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.handover TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.handover_document TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.level_move TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.measure TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (with_family OR (started_on IS NOT NULL)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (with_family OR (started_on IS NOT NULL))));

CREATE POLICY by_family ON rundbord.meeting TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.network TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.network_evaluation TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.offer TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.participant TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.person TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.perspective TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.problem TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.problem_coordinator TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.process TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND family_told)) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND family_told));

CREATE POLICY by_family ON rundbord.reader_choice TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (chooser_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (chooser_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.retention_due TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.shared_plan TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.action_plan TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.agenda_item TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.agreement TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.casework TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.casework_move TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.checklist_tick TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.circle_suggestion TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.conclusion TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.confirmation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consent TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consultation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consultation_agreement TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consultation_form TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consultation_item TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consultation_participant TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.counted_answer TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.custody TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.deadline TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.dossier TO rundbord_oversight, rundbord_relation USING ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.exchange TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.form TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.handover TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.handover_document TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.kept_away TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.level_move TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.measure TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.meeting TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.network TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.network_evaluation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.offer TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.participant TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.person TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.perspective TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.problem TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.problem_coordinator TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.process TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.retention_due TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.shared_plan TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_underretning ON rundbord.deadline TO rundbord_relation USING (((underretning_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM rundbord.underretning u
  WHERE ((u.tenant_id = deadline.tenant_id) AND (u.id = deadline.underretning_id))))));

CREATE POLICY by_unit ON rundbord.action_plan TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = action_plan.tenant_id) AND (d.id = action_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = action_plan.tenant_id) AND (d.id = action_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.agenda_item TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = agenda_item.tenant_id) AND (d.id = agenda_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = agenda_item.tenant_id) AND (d.id = agenda_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.agreement TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = agreement.tenant_id) AND (d.id = agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = agreement.tenant_id) AND (d.id = agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.casework TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = casework.tenant_id) AND (d.id = casework.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = casework.tenant_id) AND (d.id = casework.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.casework_move TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = casework_move.tenant_id) AND (d.id = casework_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = casework_move.tenant_id) AND (d.id = casework_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.checklist_tick TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = checklist_tick.tenant_id) AND (d.id = checklist_tick.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = checklist_tick.tenant_id) AND (d.id = checklist_tick.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.circle_suggestion TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = circle_suggestion.tenant_id) AND (d.id = circle_suggestion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = circle_suggestion.tenant_id) AND (d.id = circle_suggestion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.conclusion TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = conclusion.tenant_id) AND (d.id = conclusion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = conclusion.tenant_id) AND (d.id = conclusion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.confirmation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = confirmation.tenant_id) AND (d.id = confirmation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = confirmation.tenant_id) AND (d.id = confirmation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.consent TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consent.tenant_id) AND (d.id = consent.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consent.tenant_id) AND (d.id = consent.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.consultation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation.tenant_id) AND (d.id = consultation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation.tenant_id) AND (d.id = consultation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.consultation_agreement TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_agreement.tenant_id) AND (d.id = consultation_agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_agreement.tenant_id) AND (d.id = consultation_agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.consultation_form TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_form.tenant_id) AND (d.id = consultation_form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_form.tenant_id) AND (d.id = consultation_form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.consultation_item TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_item.tenant_id) AND (d.id = consultation_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_item.tenant_id) AND (d.id = consultation_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.consultation_participant TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_participant.tenant_id) AND (d.id = consultation_participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = consultation_participant.tenant_id) AND (d.id = consultation_participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.counted_answer TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = counted_answer.tenant_id) AND (d.id = counted_answer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = counted_answer.tenant_id) AND (d.id = counted_answer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.custody TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = custody.tenant_id) AND (d.id = custody.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = custody.tenant_id) AND (d.id = custody.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.deadline TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = deadline.tenant_id) AND (d.id = deadline.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = deadline.tenant_id) AND (d.id = deadline.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.dossier TO rundbord_unit USING ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

CREATE POLICY by_unit ON rundbord.exchange TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = exchange.tenant_id) AND (d.id = exchange.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = exchange.tenant_id) AND (d.id = exchange.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.form TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = form.tenant_id) AND (d.id = form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = form.tenant_id) AND (d.id = form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.handover TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = handover.tenant_id) AND (d.id = handover.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = handover.tenant_id) AND (d.id = handover.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.handover_document TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = handover_document.tenant_id) AND (d.id = handover_document.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = handover_document.tenant_id) AND (d.id = handover_document.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.kept_away TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = kept_away.tenant_id) AND (d.id = kept_away.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = kept_away.tenant_id) AND (d.id = kept_away.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.level_move TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = level_move.tenant_id) AND (d.id = level_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = level_move.tenant_id) AND (d.id = level_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.measure TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = measure.tenant_id) AND (d.id = measure.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = measure.tenant_id) AND (d.id = measure.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.meeting TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = meeting.tenant_id) AND (d.id = meeting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = meeting.tenant_id) AND (d.id = meeting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.network TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = network.tenant_id) AND (d.id = network.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = network.tenant_id) AND (d.id = network.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.network_evaluation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = network_evaluation.tenant_id) AND (d.id = network_evaluation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = network_evaluation.tenant_id) AND (d.id = network_evaluation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.offer TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = offer.tenant_id) AND (d.id = offer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = offer.tenant_id) AND (d.id = offer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.participant TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = participant.tenant_id) AND (d.id = participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = participant.tenant_id) AND (d.id = participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.person TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = person.tenant_id) AND (d.id = person.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = person.tenant_id) AND (d.id = person.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.perspective TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = perspective.tenant_id) AND (d.id = perspective.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = perspective.tenant_id) AND (d.id = perspective.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.problem TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = problem.tenant_id) AND (d.id = problem.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = problem.tenant_id) AND (d.id = problem.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.problem_coordinator TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = problem_coordinator.tenant_id) AND (d.id = problem_coordinator.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = problem_coordinator.tenant_id) AND (d.id = problem_coordinator.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.process TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = process.tenant_id) AND (d.id = process.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = process.tenant_id) AND (d.id = process.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.retention_due TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = retention_due.tenant_id) AND (d.id = retention_due.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = retention_due.tenant_id) AND (d.id = retention_due.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.shared_plan TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = shared_plan.tenant_id) AND (d.id = shared_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = shared_plan.tenant_id) AND (d.id = shared_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.underretning TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = underretning.tenant_id) AND (d.id = underretning.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = underretning.tenant_id) AND (d.id = underretning.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY cancelled_by_its_leader ON rundbord.slot FOR UPDATE TO rundbord_unit USING ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

CREATE POLICY carried_on_by_the_few ON rundbord.underretning FOR UPDATE TO rundbord_relation USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)) OR ((( SELECT rundbord.current_capacity() AS current_capacity) = 'adviser'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])))));

ALTER TABLE rundbord.casework ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.casework_move ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.checklist_tick ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.circle_suggestion ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conclusion ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.counted_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.custody ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.deadline ENABLE ROW LEVEL SECURITY;

CREATE POLICY decided_in_ones_own_name ON rundbord.measure AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((decided_by = ( SELECT rundbord.current_person() AS current_person)) AND (started_on IS NULL) AND (ended_on IS NULL)));

CREATE POLICY decided_in_own_name ON rundbord.model_decision FOR INSERT TO rundbord_oversight WITH CHECK (((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)) AND (person_id = ( SELECT rundbord.current_person() AS current_person)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)));

ALTER TABLE rundbord.delivery_attempt ENABLE ROW LEVEL SECURITY;

CREATE POLICY directory ON rundbord.tenant FOR SELECT TO rundbord_definer, rundbord_notifier, rundbord_worker USING (true);

ALTER TABLE rundbord.dossier ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.employment ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.enrolment ENABLE ROW LEVEL SECURITY;

CREATE POLICY entered_again ON rundbord.indicator_figure FOR DELETE TO rundbord_oversight, rundbord_unit USING ((entered AND (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))));

CREATE POLICY entered_by_hand ON rundbord.indicator_figure FOR INSERT TO rundbord_oversight, rundbord_unit WITH CHECK ((entered AND (entered_by = ( SELECT rundbord.current_person() AS current_person)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))));

ALTER TABLE rundbord.erasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure_certificate ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.exchange ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_its_readers ON rundbord.agreement AS RESTRICTIVE FOR SELECT TO rundbord_family, rundbord_relation USING (((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = agreement.tenant_id) AND (a.id = agreement.responsible_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY for_its_readers ON rundbord.conclusion AS RESTRICTIVE FOR SELECT TO rundbord_relation USING ((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])));

CREATE POLICY for_its_readers ON rundbord.form AS RESTRICTIVE FOR SELECT TO rundbord_family, rundbord_relation USING ((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])));

CREATE POLICY for_its_readers ON rundbord.perspective AS RESTRICTIVE FOR SELECT TO rundbord_family, rundbord_relation USING (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) OR (meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[]))));

ALTER TABLE rundbord.form ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.hold ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_figure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_period ENABLE ROW LEVEL SECURITY;

CREATE POLICY judged ON rundbord.indicator_period FOR UPDATE TO rundbord_oversight, rundbord_unit USING (((( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text])) AND (released_at IS NULL))) WITH CHECK (((judged_by = ( SELECT rundbord.current_person() AS current_person)) OR (released_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY kept_away ON rundbord.agenda_item AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.agreement AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.casework AS RESTRICTIVE TO rundbord_family USING ((dossier_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])));

CREATE POLICY kept_away ON rundbord.circle_suggestion AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.conclusion AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.confirmation AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.consent AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.counted_answer AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.deadline AS RESTRICTIVE TO rundbord_family USING ((((measure_id IS NULL) OR (measure_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((process_id IS NULL) OR (process_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((measure_id IS NULL) OR (measure_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((process_id IS NULL) OR (process_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.form AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

ALTER TABLE rundbord.kept_away ENABLE ROW LEVEL SECURITY;

CREATE POLICY kept_away ON rundbord.kept_away AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.level_move AS RESTRICTIVE TO rundbord_family USING ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.measure AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.meeting AS RESTRICTIVE TO rundbord_family USING ((((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.message AS RESTRICTIVE TO rundbord_family USING (((about_id IS NULL) OR (about_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.participant AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.perspective AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.problem AS RESTRICTIVE TO rundbord_family USING (((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.problem_coordinator AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.process AS RESTRICTIVE TO rundbord_family USING ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.reader_choice AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.underretning AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

ALTER TABLE rundbord.level_move ENABLE ROW LEVEL SECURITY;

CREATE POLICY lifted_once ON rundbord.hold AS RESTRICTIVE FOR UPDATE TO rundbord_oversight USING ((lifted_at IS NULL)) WITH CHECK ((lifted_by = ( SELECT rundbord.current_person() AS current_person)));

ALTER TABLE rundbord.login_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.logout_token_seen ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.measure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.message ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_adoption ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network_evaluation ENABLE ROW LEVEL SECURITY;

CREATE POLICY none_of_an_underretning ON rundbord.deadline AS RESTRICTIVE TO rundbord_family, rundbord_oversight USING ((underretning_id IS NULL)) WITH CHECK ((underretning_id IS NULL));

CREATE POLICY noted_in_own_name ON rundbord.offer AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK (((answered_by IS NULL) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY of_actor ON rundbord.idempotency_key TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((person_id = ( SELECT rundbord.current_person() AS current_person))) WITH CHECK ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY of_an_underretning_one_sees ON rundbord.deadline AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((underretning_id IS NULL) OR (EXISTS ( SELECT
   FROM rundbord.underretning u
  WHERE ((u.tenant_id = deadline.tenant_id) AND (u.id = deadline.underretning_id))))));

CREATE POLICY of_its_series ON rundbord.series_member TO rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.series s
  WHERE ((s.tenant_id = series_member.tenant_id) AND (s.id = series_member.series_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.series s
  WHERE ((s.tenant_id = series_member.tenant_id) AND (s.id = series_member.series_id) AND (s.leader_id = ( SELECT rundbord.current_person() AS current_person))))));

CREATE POLICY of_oversight ON rundbord.hold TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_event TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_grant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.action_plan TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.agenda_item TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.agreement TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.audit_seal TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.casework TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.casework_move TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.checklist_tick TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.circle_suggestion TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.conclusion TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.confirmation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consent TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_agreement TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_form TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_item TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_participant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.counted_answer TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.custody TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.deadline TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.delivery_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.dossier TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.employment TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.enrolment TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.erasure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.erasure_certificate TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.exchange TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.form TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.handover TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.handover_document TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.hold TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.idempotency_key TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.indicator_figure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.indicator_period TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.kept_away TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.level_move TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.login_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.logout_token_seen TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.measure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.meeting TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.message TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_adoption TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_decision TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_version TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.network TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.network_evaluation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.offer TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.participant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.person TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.perspective TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.problem TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.problem_coordinator TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.process TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.professional_login TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.reader_choice TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.relation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.retention_due TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.series TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.series_member TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.session TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.shared_plan TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.slot TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.staff TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.sweep_run TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.underretning TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.unit TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.unsealed_event TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.upward_report TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_the_dpo ON rundbord.hold AS RESTRICTIVE TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text)) WITH CHECK ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text));

CREATE POLICY of_the_few ON rundbord.underretning FOR SELECT TO rundbord_relation USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)) OR ((( SELECT rundbord.current_capacity() AS current_capacity) = 'adviser'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])))));

CREATE POLICY of_the_place ON rundbord.series FOR SELECT TO rundbord_relation, rundbord_unit USING (((unit_id = ANY (( SELECT rundbord.own_units() AS own_units)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = series.tenant_id) AND (d.unit_id = series.unit_id))))));

CREATE POLICY of_the_place ON rundbord.slot FOR SELECT TO rundbord_relation, rundbord_unit USING (((unit_id = ANY (( SELECT rundbord.own_units() AS own_units)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = slot.tenant_id) AND (d.unit_id = slot.unit_id))))));

CREATE POLICY of_visible_child ON rundbord.enrolment FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = enrolment.tenant_id) AND (p.id = enrolment.child_id)))));

CREATE POLICY of_visible_child ON rundbord.relation FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = relation.tenant_id) AND (p.id = relation.child_id)))));

CREATE POLICY of_writer_and_addressed ON rundbord.upward_report FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (addressed))));

ALTER TABLE rundbord.offer ENABLE ROW LEVEL SECURITY;

CREATE POLICY offered_in_ones_own_name ON rundbord.problem_coordinator AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((offered_by IS NULL) OR (offered_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY only_asked ON rundbord.consent AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((state = 'asked'::text) AND (answered_at IS NULL) AND (withdrawn_at IS NULL) AND (expires_at IS NULL) AND (asked_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY own ON rundbord.tenant FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY own_answer ON rundbord.offer AS RESTRICTIVE FOR UPDATE TO rundbord_family USING (true) WITH CHECK (((answered_by = ( SELECT rundbord.current_person() AS current_person)) AND (recorded_by IS NULL) AND (state <> 'offered'::text)));

CREATE POLICY own_answer ON rundbord.participant AS RESTRICTIVE FOR UPDATE TO rundbord_family USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_call ON rundbord.consultation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((convener_id = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'planned'::text) AND (outcome IS NULL)));

CREATE POLICY own_call ON rundbord.meeting AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((convener_id = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'planned'::text) AND (outcome IS NULL)));

CREATE POLICY own_casework_move ON rundbord.casework_move AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((moved_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_change ON rundbord.action_plan AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (sent_at IS NOT NULL)));

CREATE POLICY own_change ON rundbord.shared_plan AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_confirmation ON rundbord.confirmation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((confirmed_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_evaluation ON rundbord.network_evaluation AS RESTRICTIVE FOR INSERT TO rundbord_family, rundbord_relation, rundbord_unit WITH CHECK (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND (by_family = (( SELECT rundbord.current_capacity() AS current_capacity) = 'family'::text))));

CREATE POLICY own_exchange ON rundbord.exchange AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((recorded_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_handover ON rundbord.handover AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((handed_by = ( SELECT rundbord.current_person() AS current_person)) AND (accepted_by IS NULL)));

CREATE POLICY own_hold ON rundbord.hold AS RESTRICTIVE FOR INSERT TO rundbord_oversight WITH CHECK (((placed_by = ( SELECT rundbord.current_person() AS current_person)) AND (lifted_at IS NULL)));

CREATE POLICY own_inbox ON rundbord.message TO rundbord_family, rundbord_oversight, rundbord_relation USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))));

CREATE POLICY own_inbox_of_leader ON rundbord.message TO rundbord_unit USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = message.tenant_id) AND (d.id = message.dossier_id))))));

CREATE POLICY own_item ON rundbord.agenda_item AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK (((added_by = ( SELECT rundbord.current_person() AS current_person)) AND (origin = 'family'::text)));

CREATE POLICY own_move ON rundbord.level_move AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((moved_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_network ON rundbord.network AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((formed_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_offer ON rundbord.offer AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((offered_by = ( SELECT rundbord.current_person() AS current_person)) AND (answered_by IS NULL) AND ((recorded_by IS NULL) OR (recorded_by = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY own_perspective ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_family, rundbord_relation, rundbord_unit WITH CHECK ((recorded_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_point ON rundbord.agenda_item AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((((origin = 'model'::text) AND (added_by IS NULL)) OR ((origin = 'professional'::text) AND (added_by = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY own_report ON rundbord.upward_report FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'received'::text)));

CREATE POLICY own_suggestion ON rundbord.circle_suggestion AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK (((suggested_by = ( SELECT rundbord.current_person() AS current_person)) AND (state = 'open'::text)));

CREATE POLICY own_tick ON rundbord.checklist_tick AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((ticked_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_voice ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK ((obtained AND (whose =
CASE
    WHEN (EXISTS ( SELECT
       FROM rundbord.casework c
      WHERE ((c.tenant_id = perspective.tenant_id) AND (c.dossier_id = perspective.dossier_id) AND (c.child_id = ( SELECT rundbord.current_person() AS current_person))))) THEN 'child'::text
    ELSE 'parent'::text
END)));

CREATE POLICY own_words ON rundbord.action_plan AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_words ON rundbord.shared_plan AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

ALTER TABLE rundbord.participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem_coordinator ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.process ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.professional_login ENABLE ROW LEVEL SECURITY;

CREATE POLICY proposed_in_own_name ON rundbord.model_version FOR INSERT TO rundbord_oversight WITH CHECK (((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)) AND (author_id = ( SELECT rundbord.current_person() AS current_person)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)));

CREATE POLICY read_by_the_receiver ON rundbord.handover_document FOR SELECT TO rundbord_relation, rundbord_unit USING ((id = ANY (( SELECT rundbord.handovers_accepted() AS handovers_accepted)::uuid[])));

CREATE POLICY readable ON rundbord.employment FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.erasure_certificate FOR SELECT TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_adoption FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_decision FOR SELECT TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_version FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.staff FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.unit FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

ALTER TABLE rundbord.reader_choice ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.relation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.retention_due ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON rundbord.indicator_figure FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.indicator_period p
  WHERE ((p.tenant_id = indicator_figure.tenant_id) AND (p.id = indicator_figure.period_id)))));

CREATE POLICY seen ON rundbord.indicator_period FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING (((released_at IS NOT NULL) OR (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))));

ALTER TABLE rundbord.series ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.session ENABLE ROW LEVEL SECURITY;

CREATE POLICY set_by_its_leader ON rundbord.series FOR INSERT TO rundbord_unit WITH CHECK ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

CREATE POLICY set_by_its_leader ON rundbord.slot FOR INSERT TO rundbord_unit WITH CHECK ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

ALTER TABLE rundbord.shared_plan ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.slot ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.staff ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.sweep_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.tenant ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_wall ON rundbord.access_event AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.access_grant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.action_plan AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.agenda_item AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.agreement AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.audit_seal AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.casework AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.casework_move AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.checklist_tick AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.circle_suggestion AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.conclusion AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.confirmation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consent AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_agreement AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_form AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_item AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_participant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.counted_answer AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.custody AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.deadline AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.delivery_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.dossier AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.employment AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.enrolment AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.erasure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.erasure_certificate AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.exchange AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.form AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.handover AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.handover_document AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.hold AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.idempotency_key AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.indicator_figure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.indicator_period AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.kept_away AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.level_move AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.login_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.logout_token_seen AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.measure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.meeting AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.message AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_adoption AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_decision AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_version AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.network AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.network_evaluation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.offer AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.participant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.person AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.perspective AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.problem AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.problem_coordinator AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.process AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.professional_login AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.reader_choice AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.relation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.retention_due AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.series AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.series_member AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.session AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.shared_plan AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.slot AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.staff AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.sweep_run AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.underretning AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.unit AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.unsealed_event AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.upward_report AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY the_operator_is_nobody ON rundbord.model_version AS RESTRICTIVE FOR INSERT TO rundbord_worker WITH CHECK ((author_id IS NULL));

CREATE POLICY the_operator_only_withdraws ON rundbord.model_decision AS RESTRICTIVE FOR INSERT TO rundbord_worker WITH CHECK (((person_id IS NULL) AND (decision = 'withdrawn'::text)));

ALTER TABLE rundbord.underretning ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unsealed_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.upward_report ENABLE ROW LEVEL SECURITY;

CREATE POLICY written_by_one_who_sees_the_child ON rundbord.underretning FOR INSERT TO rundbord_relation WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))));

GRANT USAGE ON SCHEMA rundbord TO rundbord_api;
GRANT USAGE ON SCHEMA rundbord TO rundbord_worker;
GRANT USAGE ON SCHEMA rundbord TO rundbord_notifier;
GRANT ALL ON SCHEMA rundbord TO rundbord_definer;
GRANT USAGE ON SCHEMA rundbord TO rundbord_family;
GRANT USAGE ON SCHEMA rundbord TO rundbord_relation;
GRANT USAGE ON SCHEMA rundbord TO rundbord_unit;
GRANT USAGE ON SCHEMA rundbord TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.about_of(p_ids uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.access_to_child(p_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.begin_system(p_tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.begin_system(p_tenant uuid) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.begin_system(p_tenant uuid) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.casework_of_child(p_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.casework_of_child(p_child uuid) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.closed_records() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.closed_records() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.closed_records() TO rundbord_relation;

REVOKE ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.consultation_to_join(p_slot uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consultation_to_join(p_slot uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consultation_to_join(p_slot uuid) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.derive_grants(p_child uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.derive_grants_of_consultation(p_dossier uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.derive_grants_on_change() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.derive_grants_on_change() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.derive_grants_on_consultation() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.derive_grants_on_consultation() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.employing_units() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.employing_units() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.employing_units() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.enter_tenant(p_tenant uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.granted_dossiers() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.handovers_accepted() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.handovers_accepted() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.handovers_accepted() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.judge_adoption() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_casework_move() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_decision() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.kept_from_me() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.kept_from_me() TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.led_units() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_ttl_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_ttl_seconds integer) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.model_languages() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.model_languages() TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.nobody_stands_alone() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.nobody_stands_alone() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.own_dossier() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.own_units() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.own_units() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.own_units() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.read_business_clock() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.read_business_clock() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.read_business_clock() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.tenant_by_host(p_host text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tenant_by_host(p_host text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.tenants() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tenants() TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.tenants() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.tenants() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.works_at(p_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.works_at(p_unit uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.works_at(p_unit uuid) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.works_here(p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.access_event TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.access_event TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.access_grant TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.access_grant TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.access_grant TO rundbord_notifier;

GRANT SELECT ON TABLE rundbord.action_plan TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.action_plan TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.action_plan TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.action_plan TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.action_plan TO rundbord_definer;

GRANT UPDATE(written_by) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(written_by) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(written_at) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(written_at) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(completed_at) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(completed_at) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(sent_at) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(sent_at) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.agenda_item TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.agenda_item TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.agenda_item TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.agenda_item TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.agenda_item TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.agreement TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.agreement TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.agreement TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.agreement TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.agreement TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.agreement TO rundbord_definer;

GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_unit;

GRANT UPDATE(settled_at) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.agreement TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.audit_seal TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.business_clock TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.business_clock TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.casework TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.casework TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.casework TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.casework TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.casework TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.casework TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.casework TO rundbord_worker;

GRANT UPDATE(model_version_id) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(model_version_id) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(self_access_from) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(self_access_from) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(closed_at) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(closed_at) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.casework TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.casework_move TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.casework_move TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.casework_move TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.casework_move TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.checklist_tick TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.checklist_tick TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.checklist_tick TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.checklist_tick TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.circle_suggestion TO rundbord_family;
GRANT SELECT ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.circle_suggestion TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.circle_suggestion TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(settled_by) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(settled_by) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(settled_at) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.conclusion TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.conclusion TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.conclusion TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.confirmation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.confirmation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.confirmation TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.confirmation TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.confirmation TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.consent TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.consent TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consent TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.consent TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.consent TO rundbord_notifier;
GRANT SELECT,DELETE ON TABLE rundbord.consent TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent TO rundbord_worker;

GRANT UPDATE(meeting_id) ON TABLE rundbord.consent TO rundbord_definer;

GRANT UPDATE(state) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(answered_at) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(withdrawn_at) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(expires_at) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_definer;

GRANT SELECT,INSERT ON TABLE rundbord.consultation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.consultation TO rundbord_definer;

GRANT UPDATE(slot_id) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(slot_id) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(status) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(starts_at) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(starts_at) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(ends_at) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(ends_at) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(sequence) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(sequence) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(outcome) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(outcome) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_agreement TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_agreement TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_agreement TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_form TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_form TO rundbord_worker;

GRANT UPDATE(completed) ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT UPDATE(completed) ON TABLE rundbord.consultation_form TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.consultation_form TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consultation_form TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_item TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_item TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_item TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_participant TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_participant TO rundbord_worker;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_participant TO rundbord_definer;

GRANT UPDATE(attended) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(attended) ON TABLE rundbord.consultation_participant TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consultation_participant TO rundbord_unit;

GRANT INSERT ON TABLE rundbord.counted_answer TO rundbord_relation;
GRANT INSERT ON TABLE rundbord.counted_answer TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.counted_answer TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.custody TO rundbord_family;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.custody TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.deadline TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.deadline TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.deadline TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.deadline TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.deadline TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.deadline TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.deadline TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_family;

GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_family;

GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_family;

GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_family;

GRANT SELECT,DELETE ON TABLE rundbord.delivery_attempt TO rundbord_worker;
GRANT SELECT,INSERT ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(ended_at) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(outcome) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(failure) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(stage) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(code) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT SELECT ON TABLE rundbord.dossier TO rundbord_family;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.dossier TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.dossier TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.employment TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.employment TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.enrolment TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.erasure TO rundbord_definer;
GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.erasure TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.erasure_certificate TO rundbord_oversight;
GRANT SELECT,INSERT ON TABLE rundbord.erasure_certificate TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.exchange TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.exchange TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.exchange TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.exchange TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.exchange TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.exchange TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.form TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.form TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.form TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.form TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.form TO rundbord_worker;

GRANT UPDATE(completed_at) ON TABLE rundbord.form TO rundbord_relation;
GRANT UPDATE(completed_at) ON TABLE rundbord.form TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.form TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.form TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.form TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.form TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.handover TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.handover TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.handover TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.handover TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.handover TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.handover TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.handover TO rundbord_worker;

GRANT UPDATE(accepted_by) ON TABLE rundbord.handover TO rundbord_relation;
GRANT UPDATE(accepted_by) ON TABLE rundbord.handover TO rundbord_unit;

GRANT UPDATE(accepted_at) ON TABLE rundbord.handover TO rundbord_relation;
GRANT UPDATE(accepted_at) ON TABLE rundbord.handover TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.handover TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.handover TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.handover_document TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.handover_document TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.handover_document TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.handover_document TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.handover_document TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.hold TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.hold TO rundbord_worker;

GRANT UPDATE(lifted_by) ON TABLE rundbord.hold TO rundbord_oversight;

GRANT UPDATE(lifted_at) ON TABLE rundbord.hold TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.hold TO rundbord_oversight;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_family;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_unit;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_oversight;
GRANT SELECT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_worker;
GRANT DELETE ON TABLE rundbord.idempotency_key TO rundbord_definer;

GRANT SELECT(tenant_id) ON TABLE rundbord.idempotency_key TO rundbord_definer;

GRANT SELECT(person_id) ON TABLE rundbord.idempotency_key TO rundbord_definer;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.indicator_figure TO rundbord_unit;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.indicator_figure TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.indicator_figure TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.indicator_figure TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_oversight;
GRANT SELECT,INSERT ON TABLE rundbord.indicator_period TO rundbord_worker;

GRANT UPDATE(judgement) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(judgement) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(kept_reason) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(kept_reason) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(judged_by) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(judged_by) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(released_at) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(released_at) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(released_by) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(released_by) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.kept_away TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.kept_away TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.kept_away TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.kept_away TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.kept_away TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.kept_away TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.level_move TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.level_move TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.level_move TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.level_move TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.level_move TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.level_move TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.level_move TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.login_attempt TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.login_attempt TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.logout_token_seen TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.logout_token_seen TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.measure TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.measure TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.measure TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.measure TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.measure TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.measure TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.measure TO rundbord_definer;

GRANT UPDATE(with_family) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(with_family) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(cooperates) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(cooperates) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(started_on) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(started_on) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(started_by) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(started_by) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(ended_on) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(ended_on) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(ended_by) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(ended_by) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.measure TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.meeting TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.meeting TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.meeting TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.meeting TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.meeting TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.meeting TO rundbord_worker;

GRANT UPDATE(status) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(starts_at) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(starts_at) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(ends_at) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(ends_at) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(sequence) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(sequence) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(chair_id) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(chair_id) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(outcome) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(outcome) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(outcome_level) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(outcome_level) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(follow_up_by) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(follow_up_by) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.message TO rundbord_family;
GRANT SELECT ON TABLE rundbord.message TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.message TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.message TO rundbord_oversight;
GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.message TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.message TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(state) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(reason) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(settled_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_family;
GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_relation;
GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_unit;
GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_oversight;

GRANT UPDATE(attempt) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(free_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(first_attempt_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_family;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_unit;
GRANT SELECT,INSERT ON TABLE rundbord.model_adoption TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.model_adoption TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_definer;

GRANT SELECT,INSERT ON TABLE rundbord.model_decision TO rundbord_oversight;
GRANT SELECT,INSERT ON TABLE rundbord.model_decision TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.model_version TO rundbord_family;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_unit;
GRANT SELECT,INSERT ON TABLE rundbord.model_version TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.model_version TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.network TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.network TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.network TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.network TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.network TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.network TO rundbord_definer;

GRANT UPDATE(bearing_force_id) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(bearing_force_id) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(contact_person_id) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(contact_person_id) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(services) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(services) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.network TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.network_evaluation TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.network_evaluation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.network_evaluation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.network_evaluation TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.network_evaluation TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.offer TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.offer TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.offer TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.offer TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.offer TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.offer TO rundbord_definer;

GRANT UPDATE(state) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(state) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(answered_by) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(answered_by) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(answered_by) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(answered_at) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(answered_at) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(answered_at) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(recorded_by) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(recorded_by) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(recorded_by) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(sealed) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.offer TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.offer TO rundbord_family;

GRANT SELECT ON TABLE rundbord.participant TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.participant TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.participant TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.participant TO rundbord_worker;

GRANT UPDATE(consent_purpose) ON TABLE rundbord.participant TO rundbord_definer;

GRANT UPDATE(status) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.participant TO rundbord_unit;

GRANT UPDATE(answer) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(answer) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(answer) ON TABLE rundbord.participant TO rundbord_family;

GRANT UPDATE(answered_at) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(answered_at) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(answered_at) ON TABLE rundbord.participant TO rundbord_family;

GRANT UPDATE(attended) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(attended) ON TABLE rundbord.participant TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(sealed) ON TABLE rundbord.participant TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_family;
GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_definer;

GRANT UPDATE(heard_at) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(heard_at) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(heard_at) ON TABLE rundbord.participant TO rundbord_family;

GRANT SELECT ON TABLE rundbord.person TO rundbord_family;
GRANT SELECT ON TABLE rundbord.person TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.person TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.person TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.person TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.person TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.person TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.perspective TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.perspective TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.perspective TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.perspective TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.perspective TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.problem TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.problem TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.problem TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.problem TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.problem TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.problem TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.problem TO rundbord_worker;

GRANT UPDATE(level) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(level) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(status) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.problem TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.problem_coordinator TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.problem_coordinator TO rundbord_worker;

GRANT UPDATE(person_id) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(person_id) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(since) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(since) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(pending_id) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(pending_id) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(offered_by) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(offered_by) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(offered_at) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(offered_at) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.process TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.process TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.process TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.process TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.process TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.process TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.process TO rundbord_definer;

GRANT UPDATE(known_on) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(known_on) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(due_on) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(due_on) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(family_told) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(family_told) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(ended_by) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(ended_by) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(ended_at) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(ended_at) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.process TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.professional_login TO rundbord_definer;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.professional_login TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.reader_choice TO rundbord_family;
GRANT SELECT ON TABLE rundbord.reader_choice TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.reader_choice TO rundbord_worker;

GRANT UPDATE(readers) ON TABLE rundbord.reader_choice TO rundbord_family;

GRANT UPDATE(chosen_at) ON TABLE rundbord.reader_choice TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.reader_choice TO rundbord_family;

GRANT SELECT ON TABLE rundbord.relation TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.relation TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.retention_due TO rundbord_family;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.retention_due TO rundbord_relation;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.retention_due TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.retention_due TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.retention_due TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.series TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.series TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.series TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.series_member TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.series_member TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.series_member TO rundbord_worker;

GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.session TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.session TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.shared_plan TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.shared_plan TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.shared_plan TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.shared_plan TO rundbord_worker;

GRANT UPDATE(written_by) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(written_by) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT UPDATE(written_at) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(written_at) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.slot TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.slot TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.slot TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.slot TO rundbord_worker;

GRANT UPDATE(status) ON TABLE rundbord.slot TO rundbord_unit;

GRANT UPDATE(reason) ON TABLE rundbord.slot TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.slot TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.staff TO rundbord_family;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.staff TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.sweep_run TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.tenant TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_family;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_oversight;

GRANT SELECT ON TABLE rundbord.underretning TO rundbord_definer;
GRANT SELECT,INSERT ON TABLE rundbord.underretning TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.underretning TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.underretning TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT SELECT(dossier_id) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT SELECT(reader_id) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT UPDATE(read_by) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(read_by) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(read_at) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(read_at) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(sent_by) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(sent_by) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(sent_at) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(sent_at) ON TABLE rundbord.underretning TO rundbord_unit;
GRANT SELECT(sent_at) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT UPDATE(sealed) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.unit TO rundbord_family;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.unit TO rundbord_worker;

GRANT INSERT ON TABLE rundbord.unsealed_event TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.unsealed_event TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.upward_report TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.upward_report TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.upward_report TO rundbord_worker;

GRANT UPDATE(status) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(status) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(answer) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(answer) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(answered_by) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(answered_by) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(answered_at) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(answered_at) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.upward_report TO rundbord_oversight;
