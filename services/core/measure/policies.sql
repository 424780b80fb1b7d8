-- Measures stand in the child's casework. What was not decided with the family it sees once it has started.

call rundbord.wall('measure', 'dossier_id', ' and (with_family or started_on is not null)');
grant select on rundbord.measure to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant insert, update (with_family, cooperates, started_on, started_by, consent_purpose, ended_on, ended_by, sealed, version) on rundbord.measure
    to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.measure to rundbord_worker;
drop policy if exists decided_in_ones_own_name on rundbord.measure;
create policy decided_in_ones_own_name on rundbord.measure as restrictive for insert to rundbord_relation, rundbord_unit
    with check (decided_by = (select rundbord.current_person()) and started_on is null and ended_on is null);
