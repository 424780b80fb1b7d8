-- The keys instance. Every function takes the tenant and works behind its wall.
set role rundbord_definer;

create or replace function rundbord.enter_tenant(p_tenant uuid) returns void language sql volatile security definer set search_path = '' as $$
    select set_config('rundbord.tenant', p_tenant::text, true)
$$;

create or replace function rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[])
    returns table (dossier_id uuid, generation smallint, epoch_id uuid, wrapped bytea)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select k.dossier_id, k.generation, k.epoch_id, k.wrapped from rundbord.dossier_key k
        where k.tenant_id = p_tenant and k.dossier_id = any (p_dossiers);
end $$;

create or replace function rundbord.current_epoch() returns uuid language sql stable security definer set search_path = '' as $$
    select id from rundbord.key_epoch where retired_at is null order by created_at desc limit 1
$$;

create or replace function rundbord.add_key(p_tenant uuid, p_dossier uuid, p_epoch uuid, p_wrapped bytea) returns void
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.dossier_key (tenant_id, dossier_id, epoch_id, wrapped, created_at)
    values (p_tenant, p_dossier, p_epoch, p_wrapped, clock_timestamp());
end $$;

create or replace function rundbord.destroy_keys(p_tenant uuid, p_dossiers uuid[]) returns integer
    language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.dossier_key k where k.tenant_id = p_tenant and k.dossier_id = any (p_dossiers);
    get diagnostics n = row_count;
    return n;
end $$;

create or replace function rundbord.forget_person(p_tenant uuid, p_person uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.person_lookup l where l.tenant_id = p_tenant and l.person_id = p_person;
    delete from rundbord.birth b where b.tenant_id = p_tenant and b.person_id = p_person;
end $$;

create or replace function rundbord.list_keys(p_tenant uuid, p_before timestamptz, p_after uuid, p_limit integer)
    returns table (dossier_id uuid, generation smallint, epoch_id uuid, wrapped bytea)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select k.dossier_id, k.generation, k.epoch_id, k.wrapped from rundbord.dossier_key k
        where k.tenant_id = p_tenant and k.created_at < p_before and (p_after is null or k.dossier_id > p_after)
        order by k.dossier_id, k.generation limit p_limit;
end $$;

create or replace function rundbord.rewrap_key(p_tenant uuid, p_dossier uuid, p_generation smallint, p_old_epoch uuid, p_epoch uuid, p_wrapped bytea)
    returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    update rundbord.dossier_key k set epoch_id = p_epoch, wrapped = p_wrapped
        where k.tenant_id = p_tenant and k.dossier_id = p_dossier and k.generation = p_generation and k.epoch_id = p_old_epoch;
    return found;
end $$;

create or replace function rundbord.find_person(p_tenant uuid, p_kind text, p_lookup bytea) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    -- A number that was replaced finds nobody: whoever shows it is let in as no one.
    return (select l.person_id from rundbord.person_lookup l
            where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup and l.retired_at is null);
end $$;

create or replace function rundbord.remember_person(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.person_lookup values (p_tenant, p_kind, p_lookup, p_person) on conflict do nothing;
    return (select l.person_id from rundbord.person_lookup l where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup);
end $$;

-- Binds a number and says whose it is and how it stands: fresh, current, or retired (replaced before).
create or replace function rundbord.tell_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid)
    returns table (holder uuid, standing text) language plpgsql volatile security definer set search_path = '' as $$
declare fresh boolean;
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.person_lookup (tenant_id, kind, lookup, person_id) values (p_tenant, p_kind, p_lookup, p_person)
    on conflict do nothing;
    fresh := found;
    return query select l.person_id, case when fresh then 'fresh' when l.retired_at is null then 'current' else 'retired' end
        from rundbord.person_lookup l where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup;
end $$;

-- The person has this number of the kind and no other from now on. Answers whose it is and whether that is new:
-- another's changes nothing.
create or replace function rundbord.replace_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid)
    returns table (holder uuid, changed boolean) language plpgsql volatile security definer set search_path = '' as $$
declare found_holder uuid; was_new boolean; was_retired boolean;
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.person_lookup (tenant_id, kind, lookup, person_id) values (p_tenant, p_kind, p_lookup, p_person)
    on conflict do nothing;
    was_new := found;
    select l.person_id, l.retired_at is not null into found_holder, was_retired from rundbord.person_lookup l
        where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup;
    if found_holder = p_person then
        update rundbord.person_lookup l
        set retired_at = case when l.lookup = p_lookup then null else coalesce(l.retired_at, clock_timestamp()) end
        where l.tenant_id = p_tenant and l.kind = p_kind and l.person_id = p_person;
    end if;
    return query select found_holder, found_holder = p_person and (was_new or was_retired);
end $$;

-- The first birth date of somebody who had none: the api may say that a child was born, and change no birthday.
create or replace function rundbord.record_first_birth(p_tenant uuid, p_person uuid, p_born_on date) returns date
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.birth values (p_tenant, p_person, p_born_on) on conflict do nothing;
    return (select b.born_on from rundbord.birth b where b.tenant_id = p_tenant and b.person_id = p_person);
end $$;

create or replace function rundbord.births(p_tenant uuid, p_persons uuid[]) returns table (person_id uuid, born_on date)
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select b.person_id, b.born_on from rundbord.birth b where b.tenant_id = p_tenant and b.person_id = any (p_persons);
end $$;

-- Who has a birth date: for an emergency alone, in which a name must fit too (emergency_access/service.py).
create or replace function rundbord.born_on(p_tenant uuid, p_born_on date) returns setof uuid
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select b.person_id from rundbord.birth b where b.tenant_id = p_tenant and b.born_on = p_born_on limit 200;
end $$;
grant execute on function rundbord.born_on(uuid, date) to rundbord_api;

create or replace function rundbord.record_birth(p_tenant uuid, p_person uuid, p_born_on date) returns void
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.birth values (p_tenant, p_person, p_born_on)
    on conflict (tenant_id, person_id) do update set born_on = excluded.born_on;
end $$;

create or replace function rundbord.add_epoch(p_id uuid) returns void language sql volatile security definer set search_path = '' as $$
    insert into rundbord.key_epoch (id, created_at) values (p_id, clock_timestamp())
$$;
create or replace function rundbord.retire_epochs(p_except uuid) returns void language sql volatile security definer set search_path = '' as $$
    update rundbord.key_epoch set retired_at = clock_timestamp() where id <> p_except and retired_at is null
$$;
drop function if exists rundbord.empty_epochs();
create or replace function rundbord.epochs() returns table (id uuid, age interval, retired_for interval)
    language sql stable security definer set search_path = '' as $$
    select e.id, clock_timestamp() - e.created_at, clock_timestamp() - e.retired_at from rundbord.key_epoch e
    where e.destroyed_at is null order by e.created_at
$$;
create or replace function rundbord.keys_under(p_tenant uuid, p_epoch uuid) returns bigint
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return (select count(*) from rundbord.dossier_key k where k.tenant_id = p_tenant and k.epoch_id = p_epoch);
end $$;
create or replace function rundbord.mark_epoch_destroyed(p_id uuid) returns void language sql volatile security definer set search_path = '' as $$
    update rundbord.key_epoch set destroyed_at = clock_timestamp() where id = p_id and retired_at is not null
$$;

grant execute on function rundbord.fetch_keys(uuid, uuid[]), rundbord.current_epoch(), rundbord.births(uuid, uuid[])
    to rundbord_api, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.add_key(uuid, uuid, uuid, bytea), rundbord.find_person(uuid, text, bytea),
    rundbord.remember_person(uuid, text, bytea, uuid), rundbord.record_first_birth(uuid, uuid, date) to rundbord_api, rundbord_worker;
grant execute on function rundbord.destroy_keys(uuid, uuid[]), rundbord.forget_person(uuid, uuid),
    rundbord.list_keys(uuid, timestamptz, uuid, integer), rundbord.rewrap_key(uuid, uuid, smallint, uuid, uuid, bytea),
    rundbord.tell_identifier(uuid, text, bytea, uuid), rundbord.replace_identifier(uuid, text, bytea, uuid),
    rundbord.record_birth(uuid, uuid, date), rundbord.add_epoch(uuid), rundbord.retire_epochs(uuid), rundbord.epochs(),
    rundbord.keys_under(uuid, uuid),
    rundbord.mark_epoch_destroyed(uuid) to rundbord_worker;
reset role;

do $$
declare t text; tenant constant text := 'tenant_id = (select rundbord.current_tenant())';
begin
    foreach t in array array['dossier_key', 'person_lookup', 'birth'] loop
        execute format('drop policy if exists tenant_wall on rundbord.%I', t);
        execute format('create policy tenant_wall on rundbord.%I as restrictive to public using (%s) with check (%s)', t, tenant, tenant);
        execute format('drop policy if exists of_functions on rundbord.%I', t);
        execute format('create policy of_functions on rundbord.%I to rundbord_definer using (%s) with check (%s)', t, tenant, tenant);
        execute format('grant select, insert, update, delete on rundbord.%I to rundbord_definer', t);
    end loop;
end $$;
drop policy if exists of_functions on rundbord.key_epoch;
create policy of_functions on rundbord.key_epoch to rundbord_definer using (true) with check (true);
grant select, insert, update on rundbord.key_epoch to rundbord_definer;
