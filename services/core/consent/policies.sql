-- Consents. A giver sees and answers their own alone: nothing tells one parent what the other said.

call rundbord.wall('consent', 'dossier_id', ' and giver_id = (select rundbord.current_person())');
-- A professional asks; what the answer is, they can neither write nor change.
drop policy if exists only_asked on rundbord.consent;
create policy only_asked on rundbord.consent as restrictive for insert to rundbord_relation, rundbord_unit
    with check (state = 'asked' and answered_at is null and withdrawn_at is null and expires_at is null
                and asked_by = (select rundbord.current_person()));
grant select on rundbord.consent to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant insert on rundbord.consent to rundbord_relation, rundbord_unit;
grant update (state, answered_at, withdrawn_at, expires_at, version) on rundbord.consent to rundbord_family;
grant select, insert, update, delete on rundbord.consent to rundbord_worker;
