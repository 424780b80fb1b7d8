-- The plan is the family's to read; professionals write it, each in their own name.

call rundbord.wall('action_plan', 'dossier_id', '');
call rundbord.within_reach('action_plan', 'dossier_id', $sql$id = any ((select rundbord.shared_records())::uuid[])$sql$, '');
drop policy if exists own_words on rundbord.action_plan;
create policy own_words on rundbord.action_plan as restrictive for insert to rundbord_relation, rundbord_unit
    with check (written_by = (select rundbord.current_person()));
drop policy if exists own_change on rundbord.action_plan;
create policy own_change on rundbord.action_plan as restrictive for update to rundbord_relation, rundbord_unit
    using (true) with check (written_by = (select rundbord.current_person()) or sent_at is not null);

grant select on rundbord.action_plan to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.action_plan to rundbord_relation, rundbord_unit;
grant update (problem_id, written_by, written_at, completed_at, sent_at, sealed, version) on rundbord.action_plan
    to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.action_plan to rundbord_worker;
