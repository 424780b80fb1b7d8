-- A child's casework and its problems.

call rundbord.wall('casework', 'dossier_id', '');
call rundbord.wall('problem', 'dossier_id', '');
call rundbord.wall('level_move', 'dossier_id', '');
-- A suspicion of violence stands here: a family has neither policy nor privilege.
call rundbord.wall('confirmation', 'dossier_id', '');
drop policy by_family on rundbord.confirmation;
grant select on rundbord.confirmation to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_definer;
grant insert on rundbord.confirmation to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.confirmation to rundbord_worker;
grant select on rundbord.casework, rundbord.problem, rundbord.level_move
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
-- Whose case it is, under which model, since when the young person sees it: never changed by those who work in it.
revoke update on rundbord.casework, rundbord.problem from rundbord_relation, rundbord_unit;
grant insert on rundbord.casework, rundbord.problem to rundbord_relation, rundbord_unit;
grant update (closed_at, last_activity_at, version) on rundbord.casework to rundbord_relation, rundbord_unit;
grant update (level, status, coordinator_id, pending_coordinator_id, version) on rundbord.problem to rundbord_relation, rundbord_unit;
drop policy if exists own_move on rundbord.level_move;
create policy own_move on rundbord.level_move as restrictive for insert to rundbord_relation, rundbord_unit
    with check (moved_by = (select rundbord.current_person()));
drop policy if exists own_confirmation on rundbord.confirmation;
create policy own_confirmation on rundbord.confirmation as restrictive for insert to rundbord_relation, rundbord_unit
    with check (confirmed_by = (select rundbord.current_person()));
grant insert on rundbord.level_move to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.casework, rundbord.problem, rundbord.level_move to rundbord_worker;
