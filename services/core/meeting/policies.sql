-- Meetings and what belongs to them. Families read; they write their own answer, agenda items and perspective.

call rundbord.wall('meeting', 'dossier_id', '');
call rundbord.wall('participant', 'dossier_id', '');
call rundbord.wall('agenda_item', 'dossier_id', '');
call rundbord.wall('form', 'dossier_id', '');
call rundbord.wall('perspective', 'dossier_id', '');
call rundbord.wall('agreement', 'dossier_id', '');

drop policy if exists own_answer on rundbord.participant;
create policy own_answer on rundbord.participant as restrictive for update to rundbord_family
    using (person_id = (select rundbord.current_person()));
drop policy if exists own_item on rundbord.agenda_item;
create policy own_item on rundbord.agenda_item as restrictive for insert to rundbord_family
    with check (added_by = (select rundbord.current_person()) and origin = 'family');
drop policy if exists own_perspective on rundbord.perspective;
create policy own_perspective on rundbord.perspective as restrictive for insert to rundbord_family
    with check (recorded_by = (select rundbord.current_person()));

grant select on rundbord.meeting, rundbord.participant, rundbord.agenda_item, rundbord.form, rundbord.perspective, rundbord.agreement
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant select on rundbord.meeting, rundbord.participant to rundbord_notifier, rundbord_definer;
grant insert, update on rundbord.meeting, rundbord.participant, rundbord.form, rundbord.agreement to rundbord_relation, rundbord_unit;
grant insert on rundbord.agenda_item, rundbord.perspective to rundbord_relation, rundbord_unit;
grant update (answer, answered_at, sealed, version) on rundbord.participant to rundbord_family;
grant insert on rundbord.agenda_item, rundbord.perspective to rundbord_family;
grant select, insert, update, delete on rundbord.meeting, rundbord.participant, rundbord.agenda_item, rundbord.form,
    rundbord.perspective, rundbord.agreement to rundbord_worker;
