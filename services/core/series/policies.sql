-- The fixed dates of a place. They hold nothing of what is spoken of; only those of the place, and who sees a child of
-- it, are shown them, and only who leads it sets them.

set role rundbord_definer;
create or replace function rundbord.own_units() returns uuid[] language sql stable security definer set search_path = '' as $$
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
comment on function rundbord.own_units() is 'Where the actor works, what stands above it, and what they lead.';

create or replace function rundbord.works_at(p_unit uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select p_unit = any (rundbord.led_units()) or (rundbord.current_capacity() in ('professional', 'adviser') and exists (
        select from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.person_id = rundbord.current_person() and e.unit_id = p_unit
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now()))
$$;
comment on function rundbord.works_at(uuid) is 'Whether the actor works there now, or leads it in this capacity.';
grant execute on function rundbord.own_units(), rundbord.works_at(uuid) to rundbord_relation, rundbord_unit;
reset role;

do $$
declare t text;
begin
    foreach t in array array['series', 'series_member', 'slot'] loop
        call rundbord.wall_of_tenant(t, '');
    end loop;
    foreach t in array array['series', 'slot'] loop
        execute format('drop policy if exists of_the_place on rundbord.%I', t);
        execute format('create policy of_the_place on rundbord.%1$I for select to rundbord_relation, rundbord_unit using (
            unit_id = any ((select rundbord.own_units())::uuid[])
            or exists (select from rundbord.dossier d where d.tenant_id = %1$I.tenant_id and d.unit_id = %1$I.unit_id))', t);
        execute format('drop policy if exists set_by_its_leader on rundbord.%I', t);
        execute format('create policy set_by_its_leader on rundbord.%I for insert to rundbord_unit with check (
            unit_id = any ((select rundbord.led_units())::uuid[]))', t);
    end loop;
end $$;
drop policy if exists cancelled_by_its_leader on rundbord.slot;
create policy cancelled_by_its_leader on rundbord.slot for update to rundbord_unit
    using (unit_id = any ((select rundbord.led_units())::uuid[]));
drop policy if exists of_its_series on rundbord.series_member;
create policy of_its_series on rundbord.series_member to rundbord_relation, rundbord_unit
    using (exists (select from rundbord.series s where s.tenant_id = series_member.tenant_id and s.id = series_member.series_id))
    with check (exists (
        select from rundbord.series s where s.tenant_id = series_member.tenant_id and s.id = series_member.series_id
          and s.leader_id = (select rundbord.current_person())));

grant select on rundbord.series, rundbord.series_member, rundbord.slot to rundbord_relation, rundbord_unit;
grant insert on rundbord.series, rundbord.series_member, rundbord.slot to rundbord_unit;
grant update (status, reason, version) on rundbord.slot to rundbord_unit;
grant select on rundbord.slot to rundbord_definer;
grant select, insert, update, delete on rundbord.series, rundbord.series_member, rundbord.slot to rundbord_worker;

-- The times have changed: it is asked anew whether enough are fixed.
set role rundbord_definer;
create or replace function rundbord.ask_of_series() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update rundbord.series s set next_at = date_trunc('day', rundbord.business_now()) where s.tenant_id = new.tenant_id and s.id = new.series_id;
    return null;
end $$;
grant execute on function rundbord.ask_of_series() to rundbord_owner;
-- It is about no case: it stands in the recipient's own dossier. Those who lead the place, or the nearest above.
create or replace function rundbord.tell_of_series(p_unit uuid, p_key text) returns integer language plpgsql volatile
    security definer set search_path = '' as $$
declare
    place uuid := p_unit;
    leads uuid[];
begin
    while place is not null loop
        select array_agg(distinct e.person_id) into leads from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.unit_id = place and e.role = 'leader'
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now();
        exit when leads is not null;
        select u.parent_id into place from rundbord.unit u where u.tenant_id = rundbord.current_tenant() and u.id = place;
    end loop;
    perform rundbord.tell_in_office(coalesce(leads, '{}'), 'series_short', p_key);
    return coalesce(cardinality(leads), 0);
end $$;
comment on function rundbord.tell_of_series is 'Tells who leads a place that its fixed times run out; answers how many lead it.';
grant execute on function rundbord.tell_of_series to rundbord_worker;
reset role;
grant select, update (next_at) on rundbord.series to rundbord_definer;
create or replace trigger ask_of_series after insert or update of status on rundbord.slot
    for each row execute function rundbord.ask_of_series();
