-- Deadlines stand in the dossier they belong to. Of the family, what is private shows to its own person alone: what an
-- event calls for is private without a person, since no family is told what is confirmed.

call rundbord.wall('deadline', 'dossier_id', ' and (not private or person_id = (select rundbord.current_person()))');
-- What one is to do oneself; and an underretning's, which one sees where one sees the underretning.
call rundbord.within_reach('deadline', 'dossier_id', 'person_id = (select rundbord.current_person()) or underretning_id is not null',
    'person_id = (select rundbord.current_person()) or underretning_id is not null');
grant select on rundbord.deadline to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
revoke update on rundbord.deadline from rundbord_relation, rundbord_unit;
grant insert on rundbord.deadline to rundbord_relation, rundbord_unit;
grant update (state, person_id, settled_at, done_at, escalating, version) on rundbord.deadline to rundbord_relation, rundbord_unit;
grant update (state, settled_at, done_at, escalating, version) on rundbord.deadline to rundbord_family;
grant select, insert, update, delete on rundbord.deadline to rundbord_worker;
