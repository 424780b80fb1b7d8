-- The end of a record. Holds are placed by oversight without a look into the child's case: the hold itself names a
-- dossier and nothing of what is in it.

set role rundbord_definer;
create or replace function rundbord.casework_of_child(p_child uuid) returns setof uuid language sql stable security definer
    set search_path = '' as $$
    select c.dossier_id from rundbord.casework c
    where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and rundbord.current_capacity() = 'dpo'
$$;
comment on function rundbord.casework_of_child(uuid) is 'The dossiers that a hold on a child concerns: ids alone.';
grant execute on function rundbord.casework_of_child(uuid) to rundbord_oversight;

create or replace function rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) returns integer language plpgsql volatile
    security definer set search_path = '' as $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return (select count(*) from rundbord.erasure e where e.tenant_id = p_tenant and e.id = any (p_ids));
end $$;
comment on function rundbord.known_erasures(uuid, uuid[]) is
    'How many of these erasures this database has heard of; fewer than were anchored: it was restored and must forget first.';
grant execute on function rundbord.known_erasures(uuid, uuid[]) to rundbord_api, rundbord_notifier;
reset role;

call rundbord.wall('retention_due', 'dossier_id', '');
grant select on rundbord.retention_due to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert, update, delete on rundbord.retention_due to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.retention_due to rundbord_worker;

call rundbord.wall_of_tenant('hold', '');
drop policy if exists of_oversight on rundbord.hold;
create policy of_oversight on rundbord.hold to rundbord_oversight
    using (tenant_id = (select rundbord.current_tenant())) with check (tenant_id = (select rundbord.current_tenant()));
drop policy if exists own_hold on rundbord.hold;
create policy own_hold on rundbord.hold as restrictive for insert to rundbord_oversight
    with check (placed_by = (select rundbord.current_person()) and lifted_at is null);
drop policy if exists lifted_once on rundbord.hold;
create policy lifted_once on rundbord.hold as restrictive for update to rundbord_oversight
    using (lifted_at is null) with check (lifted_by = (select rundbord.current_person()));
-- An administrator has no part in it: the data protection officer alone answers for what must stay.
drop policy if exists of_the_dpo on rundbord.hold;
create policy of_the_dpo on rundbord.hold as restrictive to rundbord_oversight
    using ((select rundbord.current_capacity()) = 'dpo') with check ((select rundbord.current_capacity()) = 'dpo');
revoke update on rundbord.hold from rundbord_oversight;
grant select, insert, update (lifted_by, lifted_at, version) on rundbord.hold to rundbord_oversight;
grant select on rundbord.hold to rundbord_worker;

call rundbord.wall_of_tenant('erasure', '');
grant select on rundbord.erasure to rundbord_definer;
grant select, insert, update on rundbord.erasure to rundbord_worker;

call rundbord.wall_of_tenant('erasure_certificate', 'rundbord_oversight');
grant select on rundbord.erasure_certificate to rundbord_oversight;
grant select, insert on rundbord.erasure_certificate to rundbord_worker;

-- What is held is marked where it is found, so that a sweep passes by all of it; whether it may go is asked of the holds.
set role rundbord_definer;
create or replace function rundbord.mark_held() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if tg_table_name = 'hold' then
        update rundbord.retention_due r
        set held = exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id and h.lifted_at is null)
        where r.tenant_id = new.tenant_id and r.dossier_id = new.dossier_id;
        return null;
    end if;
    new.held := exists (select from rundbord.hold h where h.tenant_id = new.tenant_id and h.dossier_id = new.dossier_id and h.lifted_at is null);
    return new;
end $$;
grant execute on function rundbord.mark_held() to rundbord_owner;
reset role;
grant select, update (held) on rundbord.retention_due to rundbord_definer;
grant select on rundbord.hold to rundbord_definer;
create or replace trigger mark_held after insert or update of lifted_at on rundbord.hold
    for each row execute function rundbord.mark_held();
create or replace trigger mark_held before insert on rundbord.retention_due for each row execute function rundbord.mark_held();
