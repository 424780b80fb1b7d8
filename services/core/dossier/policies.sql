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
grant execute on function rundbord.open_dossier(uuid, text, uuid, uuid, uuid)
    to rundbord_relation, rundbord_unit, rundbord_worker;
reset role;

call rundbord.wall('dossier', 'id', '');
-- The unit's own wall reads the dossier itself, not through itself.
drop policy by_unit on rundbord.dossier;
create policy by_unit on rundbord.dossier to rundbord_unit using (unit_id = any ((select rundbord.led_units())::uuid[]));
grant select on rundbord.dossier to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant select, insert on rundbord.dossier to rundbord_definer;
grant select, insert, update, delete on rundbord.dossier to rundbord_worker;
