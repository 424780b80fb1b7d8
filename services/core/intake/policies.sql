-- Imports: for the administrator, who starts them, and for the worker, who carries them out.
--
-- Why this is safe: an administrator has no wall open to any child, and gets none here. They may put sealed rows in and
-- never read one again; what they read are numbers, row numbers, names of columns and codes. The DPO shares the
-- administrator's role and not the capacity, so each policy asks for the capacity.

call rundbord.wall_of_tenant('intake_run', '');
call rundbord.wall_of_tenant('intake_part', '');
call rundbord.wall_of_tenant('intake_seen', '');
call rundbord.wall_of_tenant('intake_key', '');
call rundbord.wall_of_tenant('intake_error', '');
call rundbord.wall_of_tenant('intake_change', '');
call rundbord.wall_of_tenant('intake_count', '');

do $$
declare t text;
begin
    foreach t in array array['intake_run', 'intake_error', 'intake_change', 'intake_count'] loop
        execute format('drop policy if exists of_administrator on rundbord.%I', t);
        execute format('create policy of_administrator on rundbord.%I for select to rundbord_oversight
            using ((select rundbord.current_capacity()) = ''administrator'')', t);
        execute format('grant select on rundbord.%I to rundbord_oversight', t);
    end loop;
    -- What is put in belongs to a run that still receives, one's own.
    foreach t in array array['intake_part', 'intake_seen', 'intake_error'] loop
        execute format('drop policy if exists received on rundbord.%I', t);
        execute format('create policy received on rundbord.%1$I for insert to rundbord_oversight with check (
            (select rundbord.current_capacity()) = ''administrator'' and exists (
                select from rundbord.intake_run r where r.tenant_id = %1$I.tenant_id and r.id = %1$I.run_id
                  and r.state = ''receiving'' and r.started_by = (select rundbord.current_person())))', t);
        execute format('grant insert on rundbord.%I to rundbord_oversight', t);
    end loop;
    foreach t in array array['intake_run', 'intake_part', 'intake_seen', 'intake_key', 'intake_error', 'intake_change', 'intake_count'] loop
        execute format('grant select, insert, update, delete on rundbord.%I to rundbord_worker', t);
    end loop;
end $$;

drop policy if exists started on rundbord.intake_run;
create policy started on rundbord.intake_run for insert to rundbord_oversight with check (
    (select rundbord.current_capacity()) = 'administrator' and started_by = (select rundbord.current_person())
    and state = 'receiving');
-- Whatever an administrator changes: they receive more, ask for a check, say yes, or stop. That it is done says the worker.
drop policy if exists led on rundbord.intake_run;
create policy led on rundbord.intake_run for update to rundbord_oversight
    using ((select rundbord.current_capacity()) = 'administrator' and state not in ('done', 'cancelled', 'failed'))
    with check (state in ('receiving', 'checking', 'applying', 'cancelled'));
grant insert on rundbord.intake_run to rundbord_oversight;
grant update (state, row_count, part_count, unreadable, row_done, part_done, accepted, begun, ended_at, version)
    on rundbord.intake_run to rundbord_oversight;
