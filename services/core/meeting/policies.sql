-- Meetings and what belongs to them. Families read; they write their own answer, agenda items and perspective.

call rundbord.wall('meeting', 'dossier_id', '');
call rundbord.wall('participant', 'dossier_id', '');
call rundbord.wall('agenda_item', 'dossier_id', '');
call rundbord.wall('form', 'dossier_id', '');
call rundbord.wall('perspective', 'dossier_id', '');
call rundbord.wall('agreement', 'dossier_id', '');
-- What one parent says of the circle is not the other's to read.
call rundbord.wall('circle_suggestion', 'dossier_id', ' and suggested_by = (select rundbord.current_person())');

drop policy if exists own_answer on rundbord.participant;
create policy own_answer on rundbord.participant as restrictive for update to rundbord_family
    using (person_id = (select rundbord.current_person()));
drop policy if exists own_item on rundbord.agenda_item;
create policy own_item on rundbord.agenda_item as restrictive for insert to rundbord_family
    with check (added_by = (select rundbord.current_person()) and origin = 'family');
drop policy if exists own_perspective on rundbord.perspective;
create policy own_perspective on rundbord.perspective as restrictive for insert
    to rundbord_family, rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person()));
-- The child speaks as the child, everyone else of a family as a parent.
drop policy if exists own_voice on rundbord.perspective;
create policy own_voice on rundbord.perspective as restrictive for insert to rundbord_family
    with check (obtained and whose = case when exists (
        select from rundbord.casework c where c.tenant_id = perspective.tenant_id and c.dossier_id = perspective.dossier_id
          and c.child_id = (select rundbord.current_person())) then 'child' else 'parent' end);
drop policy if exists own_point on rundbord.agenda_item;
create policy own_point on rundbord.agenda_item as restrictive for insert to rundbord_relation, rundbord_unit
    with check (origin = 'model' and added_by is null
                or origin = 'professional' and added_by = (select rundbord.current_person()));
drop policy if exists own_suggestion on rundbord.circle_suggestion;
create policy own_suggestion on rundbord.circle_suggestion as restrictive for insert to rundbord_family
    with check (suggested_by = (select rundbord.current_person()) and state = 'open');
drop policy if exists own_call on rundbord.meeting;
create policy own_call on rundbord.meeting as restrictive for insert to rundbord_relation, rundbord_unit
    with check (convener_id = (select rundbord.current_person()) and status = 'planned' and outcome is null);

grant select on rundbord.meeting, rundbord.participant, rundbord.agenda_item, rundbord.form, rundbord.perspective, rundbord.agreement
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant select on rundbord.meeting, rundbord.participant to rundbord_notifier, rundbord_definer;
-- What a row is about, whose it is and whom it lets in is written once; the columns below are what work changes.
revoke update on rundbord.meeting, rundbord.participant, rundbord.form, rundbord.agreement from rundbord_relation, rundbord_unit;
grant insert on rundbord.meeting, rundbord.participant, rundbord.form, rundbord.agreement to rundbord_relation, rundbord_unit;
grant update (status, starts_at, ends_at, sequence, chair_id, outcome, outcome_level, follow_up_by, sealed, version) on rundbord.meeting
    to rundbord_relation, rundbord_unit;
grant update (status, answer, answered_at, attended, heard_at, sealed, version) on rundbord.participant to rundbord_relation, rundbord_unit;
grant update (completed_at, sealed, version) on rundbord.form to rundbord_relation, rundbord_unit;
grant update (status, settled_at, version) on rundbord.agreement to rundbord_relation, rundbord_unit;
grant insert on rundbord.agenda_item, rundbord.perspective to rundbord_relation, rundbord_unit;
grant update (answer, answered_at, heard_at, sealed, version) on rundbord.participant to rundbord_family;
grant insert on rundbord.agenda_item, rundbord.perspective to rundbord_family;
grant select, insert on rundbord.circle_suggestion to rundbord_family;
grant select on rundbord.circle_suggestion to rundbord_relation, rundbord_unit;
grant update (state, settled_by, settled_at, sealed, version) on rundbord.circle_suggestion to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.meeting, rundbord.participant, rundbord.agenda_item, rundbord.form,
    rundbord.perspective, rundbord.agreement, rundbord.circle_suggestion to rundbord_worker;
