-- The two walls that tables stand behind. Applied first: each noun's own policies raise them around its tables.

-- The wall every dossier's table stands behind. p_extra is a further condition for families (may be '').
create or replace procedure rundbord.wall(p_table text, p_column text, p_family text) language plpgsql
    set search_path = '' as $$
declare
    tenant constant text := 'tenant_id = (select rundbord.current_tenant())';
    granted constant text := format('%I = any ((select rundbord.granted_dossiers())::uuid[])', p_column);
    beyond constant text := format('%I <> all ((select rundbord.only_reached())::uuid[])', p_column);
    -- Where the dossier belongs at this moment, with no sweep between: a unit's dossiers are one index range.
    of_unit constant text := format(
        'exists (select from rundbord.dossier_place d where d.tenant_id = %1$I.tenant_id and d.dossier_id = %1$I.%2$I
                 and d.unit_id = any ((select rundbord.led_units())::uuid[])
                 and d.valid_from <= (select rundbord.business_now())
                 and (d.valid_until is null or d.valid_until > (select rundbord.business_now())))', p_table, p_column);
    -- Who broke the glass reads; that they change nothing stands in every check on what is written.
    worked constant text := granted || format(' and %I <> all ((select rundbord.only_looked_at())::uuid[])', p_column);
    within constant text := format(
        '((select rundbord.unit_limit()) is null or %I = any ((select rundbord.dossiers_within())::uuid[]))', p_column);
    -- What a row is about: whatever a shield keeps from somebody of the family, it keeps in every table that leads there.
    kept constant text := (
        select string_agg(format('(%1$I is null or %1$I <> all ((select rundbord.kept_from_me())::uuid[]))', a.attname), ' and '
                          order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = format('rundbord.%I', p_table)::regclass and not a.attisdropped
          and (a.attname in ('problem_id', 'meeting_id', 'process_id', 'measure_id', 'offer_id') or a.attname = 'id' and p_table in ('problem', 'meeting')));
begin
    execute format('drop policy if exists kept_away on rundbord.%I', p_table);
    if kept is not null then
        execute format('create policy kept_away on rundbord.%I as restrictive to rundbord_family using (%s) with check (%s)',
            p_table, kept, kept);
    end if;
    execute format('drop policy if exists tenant_wall on rundbord.%I', p_table);
    execute format('create policy tenant_wall on rundbord.%I as restrictive to public using (%s) with check (%s)',
        p_table, tenant, tenant);
    -- Whatever lets somebody employed see a row, their role may be for certain places alone.
    execute format('drop policy if exists within_units on rundbord.%I', p_table);
    execute format('create policy within_units on rundbord.%I as restrictive to rundbord_relation, rundbord_unit using (%s) with check (%s)',
        p_table, within, within);
    -- Who sees no more of the child than their own meeting: nothing, until within_reach() opens it (sharing/policies.sql).
    execute format('drop policy if exists within_reach on rundbord.%I', p_table);
    execute format('create policy within_reach on rundbord.%I as restrictive to rundbord_relation using (%s) with check (%s)',
        p_table, beyond, beyond);
    execute format('drop policy if exists by_grant on rundbord.%I', p_table);
    execute format('create policy by_grant on rundbord.%I to rundbord_relation, rundbord_oversight using (%s) with check (%s)',
        p_table, granted, worked);
    execute format('drop policy if exists kept_in_emergency on rundbord.%I', p_table);
    execute format('create policy kept_in_emergency on rundbord.%I as restrictive for delete to rundbord_relation using (%s)',
        p_table, worked);
    execute format('drop policy if exists by_unit on rundbord.%I', p_table);
    execute format('create policy by_unit on rundbord.%I to rundbord_unit using (%s) with check (%s)', p_table, of_unit, of_unit);
    execute format('drop policy if exists by_family on rundbord.%I', p_table);
    execute format('create policy by_family on rundbord.%I to rundbord_family using (%s%s) with check (%s%s)',
        p_table, granted, p_family, granted, p_family);
    execute format('drop policy if exists of_system on rundbord.%I', p_table);
    execute format('create policy of_system on rundbord.%I to rundbord_worker, rundbord_notifier, rundbord_definer using (%s) with check (%s)',
        p_table, tenant, tenant);
end $$;

-- The wall of a table that belongs to the tenant and no child: readable to named roles within the tenant.
create or replace procedure rundbord.wall_of_tenant(p_table text, p_readers text) language plpgsql set search_path = '' as $$
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
