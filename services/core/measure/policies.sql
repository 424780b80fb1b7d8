-- Measures stand in the child's casework. What was not decided with the family it sees once it has started.

call rundbord.wall('measure', 'dossier_id', ' and (with_family or started_on is not null)');
grant select on rundbord.measure to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant insert, update (with_family, cooperates, started_on, started_by, consent_purpose, ended_on, ended_by, sealed, version) on rundbord.measure
    to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.measure to rundbord_worker;
drop policy if exists decided_in_ones_own_name on rundbord.measure;
create policy decided_in_ones_own_name on rundbord.measure as restrictive for insert to rundbord_relation, rundbord_unit
    with check (decided_by = (select rundbord.current_person()) and started_on is null and ended_on is null);
grant select, update (look_at) on rundbord.measure to rundbord_definer;

set role rundbord_definer;
-- From its start on a measure rests on its consent: it is looked at once, and whenever that may have changed.
create or replace function rundbord.look_at_measure() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    new.look_at := rundbord.business_now();
    return new;
end $$;
grant execute on function rundbord.look_at_measure() to rundbord_owner;
reset role;
create or replace trigger look_at_measure before insert or update of started_on, consent_purpose on rundbord.measure
    for each row execute function rundbord.look_at_measure();
