-- Perspectives: who may read what somebody has said, and what they may still do with it.
--
-- Why this is safe: a child decides whether its parents read its words (Barnets lov paragraph 5), and no other word opens
-- them; what was taken back or corrected is kept from everybody but its speaker and who wrote it down, for the professionals
-- as long as it was not taken back. A row can be given to the speaker alone that the meeting itself names.

call rundbord.wall('perspective', 'dossier_id', '');
-- Who sees no more of the case than this meeting reads what was said to be for them too.
call rundbord.within_reach('perspective', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])
    and for_guests and superseded_at is null and taken_back_at is null$sql$, '');

drop policy if exists own_perspective on rundbord.perspective;
create policy own_perspective on rundbord.perspective as restrictive for insert
    to rundbord_family, rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person()) and superseded_at is null and taken_back_at is null);
-- The child speaks as the child, everyone else of a family as a parent, or passes on what the child has told them.
drop policy if exists own_voice on rundbord.perspective;
create policy own_voice on rundbord.perspective as restrictive for insert to rundbord_family
    with check (obtained and exists (
        select from rundbord.casework c
        where c.tenant_id = perspective.tenant_id and c.dossier_id = perspective.dossier_id
          and case when c.child_id = (select rundbord.current_person())
                  then whose = 'child' and speaker_id = c.child_id and way = 'written'
                  else whose = 'parent' and speaker_id = (select rundbord.current_person()) and way = 'written'
                       or whose = 'child' and speaker_id = c.child_id and way = 'told' end));
drop policy if exists known_speaker on rundbord.perspective;
create policy known_speaker on rundbord.perspective as restrictive for insert to rundbord_relation, rundbord_unit
    with check (case whose
        when 'child' then speaker_id is null or exists (
            select from rundbord.casework c where c.tenant_id = perspective.tenant_id and c.dossier_id = perspective.dossier_id
              and c.child_id = perspective.speaker_id)
        when 'parent' then speaker_id is null or exists (
            select from rundbord.participant a where a.tenant_id = perspective.tenant_id and a.meeting_id = perspective.meeting_id
              and a.person_id = perspective.speaker_id and a.kind = 'parent')
        else speaker_id = (select rundbord.current_person()) end);

-- Of what others said, a family reads the professionals' view and the child's words, and the parents those for them.
drop policy if exists told_to_family on rundbord.perspective;
create policy told_to_family on rundbord.perspective as restrictive for select to rundbord_family
    using (recorded_by = (select rundbord.current_person()) or speaker_id = (select rundbord.current_person())
           or superseded_at is null and taken_back_at is null and (
               whose = 'professional'
               or whose = 'child' and (for_parents or exists (
                   select from rundbord.casework c where c.tenant_id = perspective.tenant_id and c.dossier_id = perspective.dossier_id
                     and c.child_id = (select rundbord.current_person())))));
drop policy if exists taken_back on rundbord.perspective;
create policy taken_back on rundbord.perspective as restrictive for select to rundbord_relation, rundbord_unit, rundbord_oversight
    using (taken_back_at is null or recorded_by = (select rundbord.current_person()));
-- What one has said oneself one may read, whoever the record is for.
drop policy if exists for_its_readers on rundbord.perspective;
create policy for_its_readers on rundbord.perspective as restrictive for select to rundbord_family, rundbord_relation
    using (recorded_by = (select rundbord.current_person()) or speaker_id = (select rundbord.current_person())
           or meeting_id <> all ((select rundbord.closed_records())::uuid[]));
drop policy if exists open_to_the_role on rundbord.perspective;
create policy open_to_the_role on rundbord.perspective as restrictive for select to rundbord_relation, rundbord_unit
    using (recorded_by = (select rundbord.current_person()) or not (select rundbord.is_closed('perspective')));

-- Taken back by whose it is, or who wrote it down, before the meeting, once.
drop policy if exists own_taking_back on rundbord.perspective;
create policy own_taking_back on rundbord.perspective as restrictive for update to rundbord_family, rundbord_relation, rundbord_unit
    using (taken_back_at is null and (recorded_by = (select rundbord.current_person()) or speaker_id = (select rundbord.current_person()))
           and exists (select from rundbord.meeting m where m.tenant_id = perspective.tenant_id and m.id = perspective.meeting_id
                       and m.status in ('planned', 'agenda_sent')))
    with check (taken_back_at is not null);

set role rundbord_definer;
-- A correction takes the place of the newest version of its line, if that is one's own, of the same voice and standing.
create or replace function rundbord.supersede_perspective() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update rundbord.perspective p set superseded_at = rundbord.business_now()
    where p.tenant_id = new.tenant_id and p.line_id = new.line_id and p.dossier_id = new.dossier_id and p.meeting_id = new.meeting_id
      and p.whose = new.whose and p.speaker_id is not distinct from new.speaker_id
      and p.superseded_at is null and p.taken_back_at is null
      and (p.recorded_by = rundbord.current_person() or p.speaker_id = rundbord.current_person());
    if not found then
        raise exception 'nothing of one''s own to correct' using errcode = 'check_violation';
    end if;
    return new;
end $$;
revoke execute on function rundbord.supersede_perspective() from public;
grant execute on function rundbord.supersede_perspective() to rundbord_owner;
reset role;
create or replace trigger supersede_perspective before insert on rundbord.perspective
    for each row when (new.line_id <> new.id) execute function rundbord.supersede_perspective();

grant select on rundbord.perspective to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert, update (taken_back_at) on rundbord.perspective to rundbord_family, rundbord_relation, rundbord_unit;
grant select, update (superseded_at) on rundbord.perspective to rundbord_definer;
grant select, insert, update, delete on rundbord.perspective to rundbord_worker;

-- The drawing is read by whoever reads what it belongs to.
call rundbord.wall('perspective_drawing', 'dossier_id', '');
call rundbord.within_reach('perspective_drawing', 'dossier_id',
    $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$, '');
drop policy if exists of_its_perspective on rundbord.perspective_drawing;
create policy of_its_perspective on rundbord.perspective_drawing as restrictive
    to rundbord_family, rundbord_relation, rundbord_unit
    using (exists (select from rundbord.perspective p where p.tenant_id = perspective_drawing.tenant_id and p.id = perspective_drawing.id))
    with check (uploaded_by = (select rundbord.current_person()) and exists (
        select from rundbord.perspective p where p.tenant_id = perspective_drawing.tenant_id and p.id = perspective_drawing.id
          and p.meeting_id = perspective_drawing.meeting_id and p.recorded_by = (select rundbord.current_person())));
grant select, insert on rundbord.perspective_drawing to rundbord_family, rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.perspective_drawing to rundbord_worker;
