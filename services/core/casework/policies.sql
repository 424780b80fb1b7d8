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
grant insert, update on rundbord.casework, rundbord.problem to rundbord_relation, rundbord_unit;
grant insert on rundbord.level_move to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.casework, rundbord.problem, rundbord.level_move to rundbord_worker;
