CREATE SCHEMA rundbord;

ALTER SCHEMA rundbord OWNER TO rundbord_owner;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA rundbord;

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
    where g.valid_until is null or g.valid_until > rundbord.business_now()
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
        select q.coordinator_id, 'professional', 'coordinator', q.id, q.opened_at, null
        from rundbord.problem q join rundbord.casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id, tenant
        where q.tenant_id = tenant.id and c.child_id = p_child and q.status = 'open' and q.coordinator_id is not null
        union all
        select q.pending_coordinator_id, 'professional', 'coordinator_offered', q.id, q.opened_at, null
        from rundbord.problem q join rundbord.casework c on c.tenant_id = q.tenant_id and c.dossier_id = q.dossier_id, tenant
        where q.tenant_id = tenant.id and c.child_id = p_child and q.status = 'open' and q.pending_coordinator_id is not null
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

CREATE FUNCTION rundbord.enter_tenant(p_tenant uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select set_config('rundbord.tenant', p_tenant::text, true),
           set_config('rundbord.now', rundbord.read_business_clock()::text, true)
$$;

ALTER FUNCTION rundbord.enter_tenant(p_tenant uuid) OWNER TO rundbord_definer;

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
      and (p_before is null or (e.occurred_at, e.id) < (p_before, p_before_id))
    order by e.occurred_at desc, e.id desc
    limit p_limit
$$;

ALTER FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) OWNER TO rundbord_definer;

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
$$;

ALTER FUNCTION rundbord.granted_dossiers() OWNER TO rundbord_definer;

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

CREATE FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    -- An actor may open only a casework, of a child they see; the system opens any. Two statements, since the planner
    -- may call what the second one names before it knows the first, and the system is no person.
    if rundbord.current_capacity() <> 'system' then
        if p_kind <> 'casework' or not exists (
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
    values (rundbord.current_tenant(), p_id, p_kind, p_unit, p_pseudonym, rundbord.business_now());
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

CREATE FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence,
                                  consent_id, deadline_id, occurrence_key, not_before, planned_at, free_at)
    select rundbord.current_tenant(), p_id, coalesce(p.alias_of, p.id), p_dossier, p_kind, p_channel, p_meeting, m.sequence,
           p_consent, p_deadline, p_key, p_not_before, rundbord.business_now(), rundbord.machine_now()
    from rundbord.person p
    left join rundbord.meeting m on m.tenant_id = p.tenant_id and m.id = p_meeting
    where p.tenant_id = rundbord.current_tenant() and p.id = p_recipient
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return found;
end $$;

ALTER FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) OWNER TO rundbord_definer;

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

CREATE FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants)
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
                           and (g.valid_until is null or g.valid_until > rundbord.business_now())), '{}')
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

ALTER FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) OWNER TO rundbord_definer;

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
begin
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

CREATE TABLE rundbord.confirmation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid NOT NULL,
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
    CONSTRAINT deadline_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
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
    CONSTRAINT meeting_check CHECK ((ends_at > starts_at)),
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
    CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'inbox'::text]))),
    CONSTRAINT message_check CHECK (((state = ANY (ARRAY['planned'::text, 'sending'::text])) = (settled_at IS NULL))),
    CONSTRAINT message_check1 CHECK (((state = ANY (ARRAY['cancelled'::text, 'dead'::text])) = (reason IS NOT NULL))),
    CONSTRAINT message_check2 CHECK (((meeting_id IS NULL) = (meeting_sequence IS NULL))),
    CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'meeting_moved'::text, 'meeting_cancelled'::text, 'agenda_sent'::text, 'agenda_added'::text, 'answer_received'::text, 'meeting_reminder'::text, 'meeting_concluded'::text, 'deadline_reminder'::text, 'deadline_missed'::text, 'deadline_escalated'::text, 'consent_asked'::text, 'consent_answered'::text, 'consent_withdrawn'::text, 'coordinator_offered'::text, 'coordinator_changed'::text, 'access_ended'::text, 'case_news'::text]))),
    CONSTRAINT message_occurrence_key_check CHECK ((occurrence_key ~ '^[a-z0-9:._-]{1,200}$'::text)),
    CONSTRAINT message_reason_check CHECK ((reason = ANY (ARRAY['meeting_cancelled'::text, 'meeting_moved'::text, 'meeting_over'::text, 'not_invited'::text, 'access_ended'::text, 'consent_withdrawn'::text, 'consent_settled'::text, 'deadline_settled'::text, 'recipient_gone'::text, 'superseded'::text, 'no_address'::text, 'refused'::text, 'out_of_patience'::text]))),
    CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sending'::text, 'sent'::text, 'cancelled'::text, 'dead'::text])))
);

ALTER TABLE ONLY rundbord.message FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.message OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_version (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    language integer NOT NULL,
    digest bytea NOT NULL,
    content jsonb NOT NULL,
    applies_from date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT model_version_number_check CHECK ((number > 0))
);

ALTER TABLE ONLY rundbord.model_version FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_version OWNER TO rundbord_owner;

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
    CONSTRAINT participant_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'coming'::text, 'another_time'::text, 'not_coming'::text]))),
    CONSTRAINT participant_kind_check CHECK ((kind = ANY (ARRAY['child'::text, 'parent'::text, 'network'::text, 'professional'::text]))),
    CONSTRAINT participant_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'left_out'::text, 'removed'::text])))
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
    coordinator_id uuid,
    pending_coordinator_id uuid,
    opened_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT problem_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

ALTER TABLE ONLY rundbord.problem FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem OWNER TO rundbord_owner;

CREATE TABLE rundbord.professional_login (
    tenant_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.professional_login FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.professional_login OWNER TO rundbord_owner;

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
    source_key text NOT NULL
);

ALTER TABLE ONLY rundbord.unit FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unit OWNER TO rundbord_owner;

CREATE TABLE rundbord.unsealed_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.unsealed_event FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unsealed_event OWNER TO rundbord_owner;

ALTER TABLE ONLY rundbord.access_event
    ADD CONSTRAINT access_event_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_dossier_id_reason_source_id_key UNIQUE (tenant_id, dossier_id, reason, source_id);

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

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_pkey PRIMARY KEY (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (tenant_id, id);

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

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_meeting_id_form_key_key UNIQUE (tenant_id, meeting_id, form_key);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (tenant_id, person_id, key_hash);

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (tenant_id, state_hash);

ALTER TABLE ONLY rundbord.logout_token_seen
    ADD CONSTRAINT logout_token_seen_pkey PRIMARY KEY (tenant_id, issuer, jti_hash);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_recipient_id_channel_occurrence_key_key UNIQUE (tenant_id, recipient_id, channel, occurrence_key);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_number_key UNIQUE (tenant_id, number);

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

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_pkey PRIMARY KEY (tenant_id, issuer, subject);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, person_id WITH =, kind WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_pkey PRIMARY KEY (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_credential_hash_key UNIQUE (tenant_id, credential_hash);

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

CREATE INDEX access_event_by_subject ON rundbord.access_event USING gin (subjects);

CREATE INDEX access_event_by_time ON rundbord.access_event USING btree (tenant_id, occurred_at, id);

CREATE INDEX access_grant_by_end ON rundbord.access_grant USING btree (tenant_id, valid_until) WHERE (reason = 'custody'::text);

CREATE INDEX access_grant_by_person ON rundbord.access_grant USING btree (tenant_id, person_id, capacity) INCLUDE (dossier_id, valid_from, valid_until);

CREATE INDEX agenda_item_by_meeting ON rundbord.agenda_item USING btree (tenant_id, meeting_id, "position");

CREATE INDEX agreement_by_dossier ON rundbord.agreement USING btree (tenant_id, dossier_id);

CREATE INDEX agreement_by_meeting ON rundbord.agreement USING btree (tenant_id, meeting_id);

CREATE INDEX casework_by_child ON rundbord.casework USING btree (tenant_id, child_id);

CREATE UNIQUE INDEX casework_open_once ON rundbord.casework USING btree (tenant_id, child_id) WHERE (closed_at IS NULL);

CREATE INDEX confirmation_by_dossier ON rundbord.confirmation USING btree (tenant_id, dossier_id, confirmed_at);

CREATE UNIQUE INDEX consent_asked_once ON rundbord.consent USING btree (tenant_id, dossier_id, giver_id, purpose) WHERE (state = 'asked'::text);

CREATE INDEX consent_by_dossier ON rundbord.consent USING btree (tenant_id, dossier_id);

CREATE INDEX consent_by_giver ON rundbord.consent USING btree (tenant_id, giver_id);

CREATE INDEX custody_by_holder ON rundbord.custody USING btree (tenant_id, holder_id);

CREATE INDEX deadline_by_meeting ON rundbord.deadline USING btree (tenant_id, meeting_id);

CREATE INDEX deadline_by_person ON rundbord.deadline USING btree (tenant_id, person_id, due_at) WHERE (state = 'open'::text);

CREATE INDEX deadline_by_underretning ON rundbord.deadline USING btree (tenant_id, underretning_id) WHERE (underretning_id IS NOT NULL);

CREATE INDEX deadline_next ON rundbord.deadline USING btree (tenant_id, next_at) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX deadline_once ON rundbord.deadline USING btree (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, key, person_id) NULLS NOT DISTINCT WHERE (state = 'open'::text);

CREATE INDEX dossier_by_unit ON rundbord.dossier USING btree (tenant_id, unit_id);

CREATE INDEX employment_by_person ON rundbord.employment USING btree (tenant_id, person_id);

CREATE INDEX employment_by_unit ON rundbord.employment USING btree (tenant_id, unit_id);

CREATE INDEX erasure_certificate_by_time ON rundbord.erasure_certificate USING btree (tenant_id, erased_at DESC, id);

CREATE UNIQUE INDEX erasure_once ON rundbord.erasure USING btree (tenant_id, dossier_id) WHERE (state <> 'stopped'::text);

CREATE INDEX erasure_open ON rundbord.erasure USING btree (tenant_id, begun_at) WHERE (state = ANY (ARRAY['begun'::text, 'rows_gone'::text]));

CREATE INDEX hold_by_dossier ON rundbord.hold USING btree (tenant_id, dossier_id);

CREATE INDEX level_move_by_problem ON rundbord.level_move USING btree (tenant_id, problem_id, moved_at);

CREATE INDEX meeting_by_dossier ON rundbord.meeting USING btree (tenant_id, dossier_id, starts_at);

CREATE INDEX meeting_by_time ON rundbord.meeting USING btree (tenant_id, starts_at, id);

CREATE INDEX message_by_recipient ON rundbord.message USING btree (tenant_id, recipient_id, settled_at DESC, id) WHERE ((channel = 'inbox'::text) AND (state = 'sent'::text));

CREATE INDEX message_dead ON rundbord.message USING btree (tenant_id, settled_at) WHERE (state = 'dead'::text);

CREATE INDEX message_due ON rundbord.message USING btree (tenant_id, not_before) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX message_open_by_dossier ON rundbord.message USING btree (tenant_id, dossier_id) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX participant_by_meeting ON rundbord.participant USING btree (tenant_id, meeting_id);

CREATE INDEX participant_by_person ON rundbord.participant USING btree (tenant_id, person_id);

CREATE INDEX perspective_by_meeting ON rundbord.perspective USING btree (tenant_id, meeting_id);

CREATE INDEX problem_by_dossier ON rundbord.problem USING btree (tenant_id, dossier_id);

CREATE INDEX relation_by_person ON rundbord.relation USING btree (tenant_id, person_id);

CREATE INDEX retention_due_on ON rundbord.retention_due USING btree (tenant_id, due_on);

CREATE INDEX session_by_sid ON rundbord.session USING btree (tenant_id, issuer, sid_hash) WHERE (ended_at IS NULL);

CREATE INDEX session_by_subject ON rundbord.session USING btree (tenant_id, issuer, subject_hash) WHERE (ended_at IS NULL);

CREATE INDEX sweep_run_latest ON rundbord.sweep_run USING btree (tenant_id, sweep, ended_at DESC);

CREATE INDEX underretning_by_dossier ON rundbord.underretning USING btree (tenant_id, dossier_id, written_at);

CREATE INDEX underretning_by_reader ON rundbord.underretning USING btree (tenant_id, reader_id) WHERE (reader_id IS NOT NULL);

CREATE INDEX underretning_by_writer ON rundbord.underretning USING btree (tenant_id, written_by);

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF self_access_from ON rundbord.casework FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF state, expires_at ON rundbord.consent FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.custody FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF status, person_id, access_from, access_until ON rundbord.participant FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT ON rundbord.person FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF coordinator_id, pending_coordinator_id, status ON rundbord.problem FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.relation FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants_of_meeting AFTER UPDATE OF status ON rundbord.meeting FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

ALTER TABLE ONLY rundbord.access_event
    ADD CONSTRAINT access_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

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

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_confirmed_by_fkey FOREIGN KEY (tenant_id, confirmed_by) REFERENCES rundbord.person(tenant_id, id);

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
    ADD CONSTRAINT deadline_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

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

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

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

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

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

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_coordinator_id_fkey FOREIGN KEY (tenant_id, coordinator_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_pending_coordinator_id_fkey FOREIGN KEY (tenant_id, pending_coordinator_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

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

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

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

ALTER TABLE rundbord.access_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_grant ENABLE ROW LEVEL SECURITY;

CREATE POLICY added_by_owner ON rundbord.tenant TO rundbord_owner USING (true) WITH CHECK (true);

ALTER TABLE rundbord.agenda_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.audit_seal ENABLE ROW LEVEL SECURITY;

CREATE POLICY by_family ON rundbord.agenda_item TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.agreement TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.casework TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.consent TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (giver_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (giver_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.custody TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (holder_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (holder_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.deadline TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((NOT private) OR (person_id = ( SELECT rundbord.current_person() AS current_person))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((NOT private) OR (person_id = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY by_family ON rundbord.dossier TO rundbord_family USING ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.form TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.level_move TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.meeting TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.participant TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.person TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.perspective TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.problem TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.retention_due TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.agenda_item TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.agreement TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.casework TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.confirmation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.consent TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.custody TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.deadline TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.dossier TO rundbord_oversight, rundbord_relation USING ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.form TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.level_move TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.meeting TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.participant TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.person TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.perspective TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.problem TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.retention_due TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_underretning ON rundbord.deadline TO rundbord_relation USING (((underretning_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM rundbord.underretning u
  WHERE ((u.tenant_id = deadline.tenant_id) AND (u.id = deadline.underretning_id))))));

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

CREATE POLICY by_unit ON rundbord.form TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = form.tenant_id) AND (d.id = form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = form.tenant_id) AND (d.id = form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.level_move TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = level_move.tenant_id) AND (d.id = level_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = level_move.tenant_id) AND (d.id = level_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.meeting TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = meeting.tenant_id) AND (d.id = meeting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = meeting.tenant_id) AND (d.id = meeting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

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

CREATE POLICY by_unit ON rundbord.retention_due TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = retention_due.tenant_id) AND (d.id = retention_due.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = retention_due.tenant_id) AND (d.id = retention_due.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY by_unit ON rundbord.underretning TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = underretning.tenant_id) AND (d.id = underretning.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = underretning.tenant_id) AND (d.id = underretning.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[]))))));

CREATE POLICY carried_on_by_the_few ON rundbord.underretning FOR UPDATE TO rundbord_relation USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)) OR ((( SELECT rundbord.current_capacity() AS current_capacity) = 'adviser'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])))));

ALTER TABLE rundbord.casework ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.custody ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.deadline ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.delivery_attempt ENABLE ROW LEVEL SECURITY;

CREATE POLICY directory ON rundbord.tenant FOR SELECT TO rundbord_definer, rundbord_notifier, rundbord_worker USING (true);

ALTER TABLE rundbord.dossier ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.employment ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.enrolment ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure_certificate ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.form ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.hold ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.level_move ENABLE ROW LEVEL SECURITY;

CREATE POLICY lifted_once ON rundbord.hold AS RESTRICTIVE FOR UPDATE TO rundbord_oversight USING ((lifted_at IS NULL)) WITH CHECK ((lifted_by = ( SELECT rundbord.current_person() AS current_person)));

ALTER TABLE rundbord.login_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.logout_token_seen ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.message ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_version ENABLE ROW LEVEL SECURITY;

CREATE POLICY none_of_an_underretning ON rundbord.deadline AS RESTRICTIVE TO rundbord_family, rundbord_oversight USING ((underretning_id IS NULL)) WITH CHECK ((underretning_id IS NULL));

CREATE POLICY of_actor ON rundbord.idempotency_key TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((person_id = ( SELECT rundbord.current_person() AS current_person))) WITH CHECK ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY of_an_underretning_one_sees ON rundbord.deadline AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((underretning_id IS NULL) OR (EXISTS ( SELECT
   FROM rundbord.underretning u
  WHERE ((u.tenant_id = deadline.tenant_id) AND (u.id = deadline.underretning_id))))));

CREATE POLICY of_oversight ON rundbord.hold TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_event TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_grant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.agenda_item TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.agreement TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.audit_seal TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.casework TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.confirmation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consent TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.custody TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.deadline TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.delivery_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.dossier TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.employment TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.enrolment TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.erasure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.erasure_certificate TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.form TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.hold TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.idempotency_key TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.level_move TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.login_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.logout_token_seen TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.meeting TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.message TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_version TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.participant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.person TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.perspective TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.problem TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.professional_login TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.relation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.retention_due TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.session TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.staff TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.sweep_run TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.underretning TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.unit TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.unsealed_event TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_the_dpo ON rundbord.hold AS RESTRICTIVE TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text)) WITH CHECK ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text));

CREATE POLICY of_the_few ON rundbord.underretning FOR SELECT TO rundbord_relation USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)) OR ((( SELECT rundbord.current_capacity() AS current_capacity) = 'adviser'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])))));

CREATE POLICY of_visible_child ON rundbord.enrolment FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = enrolment.tenant_id) AND (p.id = enrolment.child_id)))));

CREATE POLICY of_visible_child ON rundbord.relation FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = relation.tenant_id) AND (p.id = relation.child_id)))));

CREATE POLICY only_asked ON rundbord.consent AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((state = 'asked'::text) AND (answered_at IS NULL) AND (withdrawn_at IS NULL) AND (expires_at IS NULL) AND (asked_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY own ON rundbord.tenant FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY own_answer ON rundbord.participant AS RESTRICTIVE FOR UPDATE TO rundbord_family USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_call ON rundbord.meeting AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((convener_id = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'planned'::text) AND (outcome IS NULL)));

CREATE POLICY own_confirmation ON rundbord.confirmation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((confirmed_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_hold ON rundbord.hold AS RESTRICTIVE FOR INSERT TO rundbord_oversight WITH CHECK (((placed_by = ( SELECT rundbord.current_person() AS current_person)) AND (lifted_at IS NULL)));

CREATE POLICY own_inbox ON rundbord.message TO rundbord_family, rundbord_oversight, rundbord_relation USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))));

CREATE POLICY own_inbox_of_leader ON rundbord.message TO rundbord_unit USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = message.tenant_id) AND (d.id = message.dossier_id))))));

CREATE POLICY own_item ON rundbord.agenda_item AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK (((added_by = ( SELECT rundbord.current_person() AS current_person)) AND (origin = 'family'::text)));

CREATE POLICY own_move ON rundbord.level_move AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((moved_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_perspective ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_family, rundbord_relation, rundbord_unit WITH CHECK ((recorded_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_point ON rundbord.agenda_item AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((((origin = 'model'::text) AND (added_by IS NULL)) OR ((origin = 'professional'::text) AND (added_by = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY own_voice ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK ((obtained AND (whose =
CASE
    WHEN (EXISTS ( SELECT
       FROM rundbord.casework c
      WHERE ((c.tenant_id = perspective.tenant_id) AND (c.dossier_id = perspective.dossier_id) AND (c.child_id = ( SELECT rundbord.current_person() AS current_person))))) THEN 'child'::text
    ELSE 'parent'::text
END)));

ALTER TABLE rundbord.participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.professional_login ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON rundbord.employment FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.erasure_certificate FOR SELECT TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_version FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.staff FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.unit FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

ALTER TABLE rundbord.relation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.retention_due ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.staff ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.sweep_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.tenant ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_wall ON rundbord.access_event AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.access_grant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.agenda_item AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.agreement AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.audit_seal AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.casework AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.confirmation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consent AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.custody AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.deadline AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.delivery_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.dossier AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.employment AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.enrolment AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.erasure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.erasure_certificate AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.form AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.hold AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.idempotency_key AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.level_move AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.login_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.logout_token_seen AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.meeting AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.message AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_version AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.participant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.person AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.perspective AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.problem AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.professional_login AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.relation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.retention_due AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.session AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.staff AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.sweep_run AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.underretning AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.unit AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.unsealed_event AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

ALTER TABLE rundbord.underretning ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unsealed_event ENABLE ROW LEVEL SECURITY;

CREATE POLICY written_by_one_who_sees_the_child ON rundbord.underretning FOR INSERT TO rundbord_relation WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))));

GRANT USAGE ON SCHEMA rundbord TO rundbord_api;
GRANT USAGE ON SCHEMA rundbord TO rundbord_worker;
GRANT USAGE ON SCHEMA rundbord TO rundbord_notifier;
GRANT ALL ON SCHEMA rundbord TO rundbord_definer;
GRANT USAGE ON SCHEMA rundbord TO rundbord_family;
GRANT USAGE ON SCHEMA rundbord TO rundbord_relation;
GRANT USAGE ON SCHEMA rundbord TO rundbord_unit;
GRANT USAGE ON SCHEMA rundbord TO rundbord_oversight;

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

REVOKE ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.derive_grants(p_child uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.derive_grants_on_change() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.derive_grants_on_change() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.enter_tenant(p_tenant uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.granted_dossiers() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_oversight;

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

REVOKE ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.own_dossier() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.plan_message(p_id uuid, p_recipient uuid, p_dossier uuid, p_kind text, p_channel text, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.read_business_clock() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.read_business_clock() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.read_business_clock() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[]) TO rundbord_notifier;

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

GRANT SELECT,INSERT ON TABLE rundbord.access_event TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.access_event TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.access_grant TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.access_grant TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.access_grant TO rundbord_notifier;

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

GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_unit;

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

GRANT UPDATE(closed_at) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(closed_at) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.casework TO rundbord_unit;

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
GRANT SELECT ON TABLE rundbord.consent TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(answered_at) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(withdrawn_at) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(expires_at) ON TABLE rundbord.consent TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_family;

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

GRANT SELECT ON TABLE rundbord.model_version TO rundbord_family;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.model_version TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.participant TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.participant TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.participant TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.participant TO rundbord_worker;

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

GRANT UPDATE(coordinator_id) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(coordinator_id) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(pending_coordinator_id) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(pending_coordinator_id) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.problem TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.professional_login TO rundbord_definer;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.professional_login TO rundbord_worker;

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

GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.session TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.session TO rundbord_worker;

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
