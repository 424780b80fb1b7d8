-- What has been gone through: professionals' own work, which a family neither sees nor ticks.

call rundbord.wall('checklist_tick', 'dossier_id', '');
drop policy by_family on rundbord.checklist_tick;
drop policy if exists own_tick on rundbord.checklist_tick;
create policy own_tick on rundbord.checklist_tick as restrictive for insert to rundbord_relation, rundbord_unit
    with check (ticked_by = (select rundbord.current_person()));
grant select on rundbord.checklist_tick to rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.checklist_tick to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.checklist_tick to rundbord_worker;
