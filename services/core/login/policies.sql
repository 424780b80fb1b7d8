-- Who logs in: an attempt under way, and whose the account is, before anyone is known. Sessions: session/policies.sql.
-- Machine time for attempts; employments, custody and lives are compared in business time.

set role rundbord_definer;

drop function if exists rundbord.login_begin(uuid, bytea, bytea, text, text, text, text, integer);
create or replace function rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text,
        p_verifier text, p_return_path text, p_silent boolean, p_ttl_seconds integer) returns void
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.login_attempt a where (a.tenant_id, a.state_hash) in (
        select b.tenant_id, b.state_hash from rundbord.login_attempt b
        where b.tenant_id = p_tenant and b.expires_at < rundbord.machine_now() limit 100);
    insert into rundbord.login_attempt values (p_tenant, p_state_hash, p_browser_hash, p_provider, p_nonce, p_verifier, p_return_path,
        rundbord.machine_now(), rundbord.machine_now() + make_interval(secs => p_ttl_seconds), p_silent);
end $$;

drop function if exists rundbord.login_take(uuid, bytea, bytea);
create function rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea)
    returns table (provider text, nonce text, verifier text, return_path text, silent boolean)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query delete from rundbord.login_attempt a
        where a.tenant_id = p_tenant and a.state_hash = p_state_hash and a.browser_hash = p_browser_hash
          and a.expires_at > rundbord.machine_now()
        returning a.provider, a.nonce, a.verifier, a.return_path, a.silent;
end $$;

create or replace function rundbord.family_for_login(p_tenant uuid, p_person uuid)
    returns table (person_id uuid, language text) language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query
        select q.id, q.language from rundbord.person p
        join rundbord.person q on q.tenant_id = p.tenant_id and q.id = coalesce(p.alias_of, p.id)
        where p.tenant_id = p_tenant and p.id = p_person
          and not exists (select from rundbord.departure x where x.tenant_id = p_tenant and x.person_id = q.id
                          and x.kind = 'death' and x.over_at is null)
          and (q.kind = 'adult' or exists (
              select from rundbord.access_grant g where g.tenant_id = p_tenant and g.person_id = q.id and g.reason = 'self'
                and g.valid_from <= rundbord.business_now()));
end $$;

create or replace function rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text)
    returns table (person_id uuid, language text, leads boolean, capacities text[])
    language plpgsql volatile security definer set search_path = '' as $$
declare found_person uuid; by_staff_id uuid;
begin
    perform rundbord.enter_tenant(p_tenant);
    select l.person_id into found_person from rundbord.professional_login l
        where l.tenant_id = p_tenant and l.issuer = p_issuer and l.subject = p_subject;
    select p.id into by_staff_id from rundbord.person p
        where p.tenant_id = p_tenant and p.kind = 'staff' and p.source_key = p_staff_id;
    -- An account that is one person's and says the staff number of another: one of the two is wrong.
    if by_staff_id <> found_person then
        return;
    end if;
    if found_person is null and by_staff_id is not null then
        found_person := by_staff_id;
        insert into rundbord.professional_login values (p_tenant, p_issuer, p_subject, found_person) on conflict do nothing;
    end if;
    return query
        select p.id, p.language, bool_or(e.role = 'leader'),
               array_agg(distinct e.role) || case when bool_or(e.role in ('leader', 'adviser')) then '{professional}' else '{}'::text[] end
        from rundbord.person p join rundbord.employment e on e.tenant_id = p.tenant_id and e.person_id = p.id
        where p.tenant_id = p_tenant and p.id = found_person and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
        group by p.id, p.language;
end $$;

-- Units by the municipality's own number for them, or by ours.
create or replace function rundbord.units_for_login(p_tenant uuid, p_keys text[]) returns table (key text, unit_id uuid)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select k, u.id from unnest(p_keys) k
        join rundbord.unit u on u.tenant_id = p_tenant and (u.source_key = k or u.id::text = lower(k));
end $$;

reset role;

call rundbord.wall_of_tenant('login_attempt', '');
call rundbord.wall_of_tenant('professional_login', '');

grant select, insert, delete on rundbord.login_attempt to rundbord_definer;
grant select, insert on rundbord.professional_login to rundbord_definer;
grant select, delete on rundbord.login_attempt to rundbord_worker;
grant select, insert, delete on rundbord.professional_login to rundbord_worker;

set role rundbord_definer;
grant execute on function rundbord.login_begin(uuid, bytea, bytea, text, text, text, text, boolean, integer),
    rundbord.login_take(uuid, bytea, bytea), rundbord.family_for_login(uuid, uuid),
    rundbord.professional_for_login(uuid, text, text, text), rundbord.units_for_login(uuid, text[])
    to rundbord_api;
reset role;
