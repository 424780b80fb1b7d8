-- Processes stand in the child's casework. A family sees those that it has been told of, and no other.

call rundbord.wall('process', 'dossier_id', ' and family_told');
grant select on rundbord.process to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant insert, update (known_on, due_on, family_told, ended_by, ended_at, sealed, version) on rundbord.process
    to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.process to rundbord_worker;
drop policy if exists begun_in_ones_own_name on rundbord.process;
create policy begun_in_ones_own_name on rundbord.process as restrictive for insert to rundbord_relation, rundbord_unit
    with check (begun_by = (select rundbord.current_person()) and ended_at is null);
