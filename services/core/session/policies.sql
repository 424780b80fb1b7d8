-- How a transaction learns who it runs for, and how sessions begin, change and end. Who logs in: login/policies.sql.
-- Machine time throughout, but for employments and rights, which are compared in business time.

set role rundbord_definer;

create or replace function rundbord.read_business_clock() returns timestamptz language sql volatile security definer
    set search_path = '' as $$
    -- The gate of migrations (migrate.py), before any other lock of the transaction: so neither side can deadlock.
    select pg_advisory_xact_lock_shared(1920298597);
    select clock_timestamp() + make_interval(secs => offset_seconds) from rundbord.business_clock
$$;

-- Units in which the person holds this capacity now; professional: any employment among those who work with children.
create or replace function rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamptz)
    returns uuid[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(distinct e.unit_id), '{}') from rundbord.employment e
    where e.tenant_id = p_tenant and e.person_id = p_person and upper_inf(e.recorded) and e.valid @> p_at
      and (e.role = p_capacity or p_capacity = 'professional' and e.role in ('leader', 'adviser'))
$$;

-- These units and all below them.
create or replace function rundbord.units_below(p_tenant uuid, p_units uuid[]) returns uuid[] language sql stable security definer
    set search_path = '' as $$
    with recursive below as (
        select u.id from rundbord.unit u where u.tenant_id = p_tenant and u.id = any (p_units)
        union
        select u.id from rundbord.unit u join below on u.parent_id = below.id where u.tenant_id = p_tenant
    )
    select coalesce(array_agg(id), '{}') from below
$$;

-- How far a session's role reaches, as the provider said: null, or the units it is for.
create or replace function rundbord.limit_of(p_tenant uuid, p_limits jsonb, p_capacity text) returns uuid[] language sql stable
    security definer set search_path = '' as $$
    select case when p_limits -> p_capacity ? 'units' then rundbord.units_below(p_tenant,
        array(select x::uuid from jsonb_array_elements_text(p_limits -> p_capacity -> 'units') x)) end
$$;

drop function if exists rundbord.live_session(uuid, text, bytea, timestamptz);
create function rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamptz)
    returns table (id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text,
                   provider text, issuer text, last_seen_at timestamptz, expires_at timestamptz, within uuid[], closed text)
    language sql volatile security definer set search_path = '' as $$
    select s.id, s.person_id, s.capacity, s.capacities, s.roles,
           case when w.units is null then u.units else array(select x from unnest(u.units) x where x = any (w.units)) end,
           s.language, s.provider, s.issuer, s.last_seen_at,
           least(s.expires_at, s.last_seen_at + make_interval(secs => s.idle_seconds)), w.units,
           array(select jsonb_array_elements_text(s.limits -> s.capacity -> 'closed'))::text
    from rundbord.session s
    cross join lateral (select rundbord.units_of(s.tenant_id, s.person_id, s.capacity, p_at) as units) u
    cross join lateral (select rundbord.limit_of(s.tenant_id, s.limits, s.capacity) as units) w
    where s.tenant_id = p_tenant and s.kind = p_kind and s.credential_hash = p_hash and s.ended_at is null
      and rundbord.machine_now() < s.expires_at
      and rundbord.machine_now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
      -- An ended employment ends a professional's access in live sessions too.
      and (s.capacity = 'family' or cardinality(u.units) > 0)
$$;

-- The begin of every request's transaction: tenant by host, actor by credential, business time once.
-- No row: unknown host. Person null: nobody is logged in (or the session is over).
create or replace function rundbord.begin_request(p_host text, p_kind text, p_hash bytea)
    returns table (tenant_id uuid, tenant_slug text, session_id uuid, person_id uuid, capacity text, roles text[], units uuid[],
                   language text, now timestamptz, expires_at timestamptz)
    language plpgsql volatile security definer set search_path = '' as $$
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
            set_config('rundbord.session', s.id::text, true),
            set_config('rundbord.units', coalesce(s.within::text, ''), true), set_config('rundbord.closed', s.closed, true);
    if s.last_seen_at < rundbord.machine_now() - interval '1 minute' then
        update rundbord.session x set last_seen_at = rundbord.machine_now() where x.tenant_id = t.id and x.id = s.id;
    end if;
    return query select t.id, t.slug, s.id, s.person_id, s.capacity, s.roles, s.units, s.language, at, s.expires_at;
end $$;

-- The begin of the worker's and the notifier's transactions: one tenant, as the system.
create or replace function rundbord.begin_system(p_tenant uuid) returns timestamptz
    language plpgsql volatile security definer set search_path = '' as $$
declare at timestamptz := rundbord.read_business_clock();
begin
    perform set_config('rundbord.tenant', p_tenant::text, true), set_config('rundbord.now', at::text, true),
            set_config('rundbord.capacity', 'system', true);
    if not exists (select from rundbord.tenant where id = p_tenant) then
        raise exception 'unknown tenant' using errcode = 'RB002';
    end if;
    return at;
end $$;

create or replace function rundbord.tenants() returns table (id uuid, slug text, host text, name text, cvr text) language sql stable
    security definer set search_path = '' as $$ select id, slug, host, name, cvr from rundbord.tenant order by slug $$;

create or replace function rundbord.tenant_by_host(p_host text)
    returns table (tenant_id uuid, slug text, cvr text, name text) language sql stable
    security definer set search_path = '' as $$ select id, slug, cvr, name from rundbord.tenant where host = p_host $$;

-- The actor's own identity dossier: stored answers are sealed under it. A leader's own row is behind the unit's wall.
create or replace function rundbord.own_dossier() returns uuid language sql stable security definer set search_path = '' as $$
    select dossier_id from rundbord.person where tenant_id = rundbord.current_tenant() and id = rundbord.current_person()
$$;

-- ---------------------------------------------------------------- sessions, before there is an actor

create or replace function rundbord.enter_tenant(p_tenant uuid) returns void language sql volatile security definer set search_path = '' as $$
    select set_config('rundbord.tenant', p_tenant::text, true),
           set_config('rundbord.now', rundbord.read_business_clock()::text, true)
$$;

create or replace function rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) returns void
    language sql volatile security definer set search_path = '' as $$
    with event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants)
        values (rundbord.current_tenant(), gen_random_uuid(), rundbord.business_now(), p_person, p_session, p_capacity, p_operation, true, '{}', '{}')
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

-- Ends what an account has open, all of it or what says other than its newest token.
create or replace function rundbord.session_end_of_account(p_tenant uuid, p_issuer text, p_subject_hash bytea, p_like uuid) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
declare ended integer := 0; s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'roles', hint = null
        where x.tenant_id = p_tenant and x.issuer = p_issuer and x.subject_hash = p_subject_hash and x.ended_at is null
          and not exists (select from rundbord.session y where y.tenant_id = p_tenant and y.id = p_like
                          and (y.person_id, y.capacities, y.roles, y.limits) = (x.person_id, x.capacities, x.roles, x.limits))
        returning x.id, x.person_id, x.capacity
    loop
        ended := ended + 1;
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_roles');
    end loop;
    if p_like is null then
        delete from rundbord.calendar_feed f
        where f.tenant_id = p_tenant and f.issuer = p_issuer and f.subject_hash = p_subject_hash and f.capacity <> 'family';
    end if;
    return ended;
end $$;

-- Null: the provider has ended the session that the login was made in. The token's age counts: a role is good for so long
-- after the provider said it, not after we heard it.
drop function if exists
    rundbord.session_open(uuid, uuid, bytea, bytea, uuid, text, text[], text[], text, text, text, bytea, bytea, bytea, integer, integer);
create or replace function rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid,
        p_capacity text, p_capacities text[], p_roles text[], p_limits jsonb, p_language text, p_provider text, p_issuer text,
        p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer,
        p_issued_at timestamptz) returns timestamptz
    language plpgsql volatile security definer set search_path = '' as $$
declare
    until timestamptz := least(p_issued_at, rundbord.machine_now()) + make_interval(secs => p_absolute_seconds);
    acting text := p_capacity; before record;
begin
    perform rundbord.enter_tenant(p_tenant);
    if p_sid_hash is not null and exists (select from rundbord.logout_token_seen x where x.tenant_id = p_tenant
                                          and x.issuer = p_issuer and x.sid_hash = p_sid_hash) then
        return null;
    end if;
    if p_replaces is not null then
        update rundbord.session s set ended_at = rundbord.machine_now(), ended_reason = 'rotated', hint = null
            where s.tenant_id = p_tenant and s.credential_hash = p_replaces and s.ended_at is null
            returning s.person_id, s.capacity into before;
        -- Whoever goes on with a fresh token goes on in what they had chosen.
        if before.person_id = p_person and before.capacity = any (p_capacities) then
            acting := before.capacity;
        end if;
    end if;
    insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles, limits, language,
        provider, issuer, subject_hash, sid_hash, hint, created_at, last_seen_at, idle_seconds, expires_at)
    values (p_tenant, p_id, 'cookie', p_cookie_hash, p_person, acting, p_capacities, p_roles, p_limits, p_language,
        p_provider, p_issuer, p_subject_hash, p_sid_hash, p_hint, rundbord.machine_now(), rundbord.machine_now(), p_idle_seconds,
        until);
    if p_capacity <> 'family' then
        perform rundbord.session_end_of_account(p_tenant, p_issuer, p_subject_hash, p_id);
    end if;
    perform rundbord.session_event(p_id, p_person, acting, 'session.open');
    return until;
end $$;

create or replace function rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea)
    returns table (id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, expires_at timestamptz)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select s.id, s.person_id, s.capacity, s.capacities, s.roles, s.units, s.language, s.provider, s.expires_at
        from rundbord.live_session(p_tenant, 'cookie', p_cookie_hash, rundbord.business_now()) s;
end $$;

create or replace function rundbord.token_describe(p_tenant uuid, p_token_hash bytea)
    returns table (id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, expires_at timestamptz)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select s.id, s.person_id, s.capacity, s.capacities, s.roles, s.units, s.language, s.provider, s.expires_at
        from rundbord.live_session(p_tenant, 'bearer', p_token_hash, rundbord.business_now()) s;
end $$;

create or replace function rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea)
    returns timestamptz language plpgsql volatile security definer set search_path = '' as $$
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

create or replace function rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text)
    returns table (provider text, hint bytea, id uuid) language plpgsql volatile security definer set search_path = '' as $$
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

-- p_whole: whatever the token names, all that its account has open. A municipality's provider does not say whether
-- somebody logged out or lost a role.
drop function if exists rundbord.session_end_by_provider(uuid, text, bytea, bytea, bytea, timestamptz);
create or replace function rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea,
        p_whole boolean, p_jti_hash bytea, p_jti_expires_at timestamptz) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
declare ended integer := 0; s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.logout_token_seen x where x.tenant_id = p_tenant and x.expires_at < rundbord.machine_now();
    insert into rundbord.logout_token_seen values (p_tenant, p_issuer, p_jti_hash, p_jti_expires_at, p_sid_hash)
        on conflict do nothing;
    if not found then
        return -1;
    end if;
    if p_sid_hash is null and p_subject_hash is null then
        return 0;
    end if;
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'provider', hint = null
        where x.tenant_id = p_tenant and x.issuer = p_issuer and x.ended_at is null
          and case when p_whole then x.subject_hash = p_subject_hash or x.subject_hash in (
                  select y.subject_hash from rundbord.session y
                  where y.tenant_id = p_tenant and y.issuer = p_issuer and y.sid_hash = p_sid_hash)
              else (p_sid_hash is null or x.sid_hash = p_sid_hash) and (p_subject_hash is null or x.subject_hash = p_subject_hash) end
        returning x.id, x.person_id, x.capacity
    loop
        ended := ended + 1;
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_provider');
    end loop;
    return ended;
end $$;

reset role;

call rundbord.wall_of_tenant('session', '');
call rundbord.wall_of_tenant('logout_token_seen', '');
call rundbord.wall_of_tenant('idempotency_key', '');

-- Who is a tenant is no secret between services; what a tenant holds is.
drop policy if exists directory on rundbord.tenant;
create policy directory on rundbord.tenant for select
    to rundbord_definer, rundbord_worker, rundbord_notifier using (true);
drop policy if exists own on rundbord.tenant;
create policy own on rundbord.tenant for select
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor
    using (id = (select rundbord.current_tenant()));
drop policy if exists added_by_owner on rundbord.tenant;
create policy added_by_owner on rundbord.tenant to rundbord_owner using (true) with check (true);
grant select on rundbord.tenant to rundbord_definer, rundbord_worker, rundbord_notifier, rundbord_family, rundbord_relation,
    rundbord_unit, rundbord_oversight, rundbord_auditor;

-- The actor's own stored answers; the key is read and written inside the request's own transaction.
drop policy if exists of_actor on rundbord.idempotency_key;
create policy of_actor on rundbord.idempotency_key to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight
    using (person_id = (select rundbord.current_person())) with check (person_id = (select rundbord.current_person()));
grant select, insert, delete on rundbord.idempotency_key to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant select, delete on rundbord.idempotency_key to rundbord_worker;

grant select, insert, delete on rundbord.logout_token_seen to rundbord_definer;
grant select, insert, update on rundbord.session to rundbord_definer;
grant select, insert, update, delete on rundbord.session to rundbord_worker;
grant select, delete on rundbord.logout_token_seen to rundbord_worker;

set role rundbord_definer;
grant execute on function rundbord.begin_request(text, text, bytea), rundbord.tenant_by_host(text),
    rundbord.session_open(uuid, uuid, bytea, bytea, uuid, text, text[], text[], jsonb, text, text, text, bytea, bytea, bytea, integer,
        integer, timestamptz), rundbord.session_end_of_account(uuid, text, bytea, uuid),
    rundbord.session_describe(uuid, bytea), rundbord.token_describe(uuid, bytea),
    rundbord.session_switch(uuid, bytea, bytea, text, bytea), rundbord.session_end(uuid, bytea, text),
    rundbord.session_end_by_provider(uuid, text, bytea, bytea, boolean, bytea, timestamptz)
    to rundbord_api;
grant execute on function rundbord.own_dossier() to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant execute on function rundbord.tenants() to rundbord_api, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.begin_system(uuid) to rundbord_worker, rundbord_notifier;
grant execute on function rundbord.read_business_clock() to rundbord_worker, rundbord_notifier;
reset role;
