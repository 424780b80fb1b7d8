-- A dossier is opened by a function, since INSERT … RETURNING under a grant policy would be refused: the grant
-- that would show the row is derived from what follows.

set role rundbord_definer;
create or replace function rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
declare at timestamptz := rundbord.business_now();
begin
    -- An actor may open a casework of a child they see, and a meeting about nobody named where they work or lead; the
    -- system opens any. Two statements, since the planner may call what the second one names before it knows the first,
    -- and the system is no person.
    if rundbord.current_capacity() <> 'system' then
        if p_kind = 'intake' then
            -- What an import brings is sealed by who starts it and read by the worker alone: nobody is granted anything.
            if rundbord.current_capacity() <> 'administrator' or p_unit is not null then
                raise exception 'no right to open this dossier' using errcode = '42501';
            end if;
        elsif p_kind in ('group', 'anonymous') then
            if not rundbord.works_at(p_unit) then
                raise exception 'no right to open this dossier' using errcode = '42501';
            end if;
            -- The day alone: no moment that could be laid beside another record's.
            at := date_trunc('day', at at time zone 'Europe/Copenhagen') at time zone 'Europe/Copenhagen';
        elsif p_kind <> 'casework' or not exists (
            select from rundbord.person p join rundbord.dossier d on d.tenant_id = p.tenant_id and d.id = p.dossier_id
            where p.tenant_id = rundbord.current_tenant() and p.id = p_subject and p.kind = 'subject'
              and rundbord.current_capacity() in ('professional', 'leader', 'adviser')
              and rundbord.unit_of(d.id) is not distinct from p_unit
              -- A place in a meeting is not enough.
              and rundbord.sees_whole(d.id))
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
grant execute on function rundbord.open_dossier(uuid, text, uuid, uuid, uuid)
    to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;

-- Where a child's dossiers belong, from moment to moment: in the enrolment that began last of those that hold. A casework
-- that is closed stays where it was.
create or replace function rundbord.place_dossiers(p_child uuid) returns void language sql volatile security definer
    set search_path = '' as $$
    with tenant as (select rundbord.current_tenant() as id),
    spans as (
        select e.id, e.unit_id, coalesce(lower(e.valid), '-infinity') as since, upper(e.valid) as until
        from rundbord.enrolment e, tenant
        where e.tenant_id = tenant.id and e.child_id = p_child and upper_inf(e.recorded) and not isempty(e.valid)
    ), edges as (
        select since as at from spans union select until from spans where until is not null
    ), steps as (
        select e.at, lead(e.at) over (order by e.at) as until,
               (select s.unit_id from spans s where s.since <= e.at and (s.until is null or s.until > e.at)
                order by s.since desc, s.id limit 1) as unit_id
        from edges e
    ), dossiers as (
        select p.dossier_id as id, null::timestamptz as closed_at from rundbord.person p, tenant
        where p.tenant_id = tenant.id and p.id = p_child and p.kind = 'subject'
        union all
        select c.dossier_id, c.closed_at from rundbord.casework c, tenant where c.tenant_id = tenant.id and c.child_id = p_child
    ), wanted as (
        select d.id as dossier_id, s.unit_id, s.at as since,
               case when d.closed_at is null or s.until <= d.closed_at then s.until end as until
        from dossiers d cross join steps s
        where s.unit_id is not null and (d.closed_at is null or s.at <= d.closed_at)
    ), gone as (
        delete from rundbord.dossier_place p using tenant, dossiers d
        where p.tenant_id = tenant.id and p.dossier_id = d.id
          and not exists (select from wanted w where w.dossier_id = p.dossier_id and w.since = p.valid_from)
    )
    insert into rundbord.dossier_place as p (tenant_id, dossier_id, unit_id, valid_from, valid_until)
    select tenant.id, w.dossier_id, w.unit_id, w.since, w.until from wanted w, tenant
    on conflict (tenant_id, dossier_id, valid_from) do update set unit_id = excluded.unit_id, valid_until = excluded.valid_until
        where (p.unit_id, p.valid_until) is distinct from (excluded.unit_id, excluded.valid_until)
$$;

create or replace function rundbord.unit_of(p_dossier uuid) returns uuid language sql stable security definer set search_path = '' as $$
    select p.unit_id from rundbord.dossier_place p
    where p.tenant_id = rundbord.current_tenant() and p.dossier_id = p_dossier and p.valid_from <= rundbord.business_now()
      and (p.valid_until is null or p.valid_until > rundbord.business_now())
$$;
comment on function rundbord.unit_of(uuid) is 'Where a dossier belongs at this moment; null: nowhere.';

create or replace function rundbord.place_on_change() returns trigger language plpgsql security definer set search_path = '' as $$
declare r record := coalesce(new, old);
begin
    if tg_table_name <> 'dossier' then
        perform rundbord.place_dossiers(r.child_id);
    elsif r.unit_id is not null and r.kind <> 'identity' then
        -- Opened at a unit; a child's is placed by its enrolments as soon as it is known whose it is.
        insert into rundbord.dossier_place (tenant_id, dossier_id, unit_id, valid_from) values (r.tenant_id, r.id, r.unit_id, '-infinity');
    end if;
    return null;
end $$;
grant execute on function rundbord.place_on_change() to rundbord_owner;
reset role;
create or replace trigger place_dossiers after insert or update or delete on rundbord.enrolment
    for each row execute function rundbord.place_on_change();
create or replace trigger place_dossiers after insert or update of closed_at on rundbord.casework
    for each row execute function rundbord.place_on_change();
create or replace trigger place_dossiers after insert on rundbord.dossier
    for each row execute function rundbord.place_on_change();

call rundbord.wall('dossier', 'id', '');
call rundbord.within_reach('dossier', 'id', 'true', '');
call rundbord.wall('dossier_place', 'dossier_id', '');
call rundbord.within_reach('dossier_place', 'dossier_id', 'true', '');
-- The unit's own wall reads the place itself, not through itself.
drop policy by_unit on rundbord.dossier_place;
create policy by_unit on rundbord.dossier_place to rundbord_unit using (unit_id = any ((select rundbord.led_units())::uuid[])
    and valid_from <= (select rundbord.business_now()) and (valid_until is null or valid_until > (select rundbord.business_now())));
grant select on rundbord.dossier_place to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant select, insert, update, delete on rundbord.dossier_place to rundbord_definer;
grant select on rundbord.dossier_place to rundbord_worker;
grant select on rundbord.dossier to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant select, insert on rundbord.dossier to rundbord_definer;
grant select, insert, update, delete on rundbord.dossier to rundbord_worker;
