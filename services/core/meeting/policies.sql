-- Meetings and what belongs to them. Families read; they write their own answer and agenda items.

call rundbord.wall('meeting', 'dossier_id', '');
call rundbord.wall('participant', 'dossier_id', '');
call rundbord.wall('agenda_item', 'dossier_id', '');
call rundbord.wall('form', 'dossier_id', '');
call rundbord.wall('agreement', 'dossier_id', '');
-- What one parent says of the circle is not the other's to read.
call rundbord.wall('circle_suggestion', 'dossier_id', ' and suggested_by = (select rundbord.current_person())');

-- A place in a meeting, or a record that was shared (sharing/policies.sql): that one is asked, when, where and with whom;
-- and what belongs to a meeting once one has said yes to it.
call rundbord.within_reach('meeting', 'dossier_id', $sql$id = any ((select rundbord.invited_to())::uuid[])
    or id = any ((select rundbord.shared_records())::uuid[])$sql$, '');
call rundbord.within_reach('participant', 'dossier_id', $sql$meeting_id = any ((select rundbord.invited_to())::uuid[])
    or meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$,
    -- Their own answer, and no place for themselves in another meeting.
    $sql$person_id = (select rundbord.current_person()) and meeting_id = any ((select rundbord.invited_to())::uuid[])$sql$);
call rundbord.within_reach('agenda_item', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$,
    $sql$meeting_id = any ((select rundbord.accepted_meetings())::uuid[])$sql$);
call rundbord.within_reach('form', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])
    or id = any ((select rundbord.shared_records())::uuid[])$sql$, '');
call rundbord.within_reach('agreement', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])
    or exists (select from rundbord.participant a where a.tenant_id = agreement.tenant_id and a.id = agreement.responsible_id
               and a.person_id = (select rundbord.current_person()))$sql$,
    $sql$meeting_id = any ((select rundbord.invited_to())::uuid[]) and exists (
        select from rundbord.participant a where a.tenant_id = agreement.tenant_id and a.id = agreement.responsible_id
          and a.person_id = (select rundbord.current_person()))$sql$);

drop policy if exists own_answer on rundbord.participant;
create policy own_answer on rundbord.participant as restrictive for update to rundbord_family
    using (person_id = (select rundbord.current_person()));
drop policy if exists own_item on rundbord.agenda_item;
create policy own_item on rundbord.agenda_item as restrictive for insert to rundbord_family
    with check (added_by = (select rundbord.current_person()) and origin = 'family');
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

grant select on rundbord.meeting, rundbord.participant, rundbord.agenda_item, rundbord.form, rundbord.agreement
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant select on rundbord.meeting, rundbord.participant to rundbord_notifier, rundbord_definer;
-- What a row is about, whose it is and whom it lets in is written once; the columns below are what work changes.
revoke update on rundbord.meeting, rundbord.participant, rundbord.form, rundbord.agreement from rundbord_relation, rundbord_unit;
grant insert on rundbord.meeting, rundbord.participant, rundbord.form, rundbord.agreement to rundbord_relation, rundbord_unit;
grant update (status, starts_at, ends_at, sequence, chair_id, outcome, outcome_level, follow_up_by, gathering_id, sealed, version) on rundbord.meeting
    to rundbord_relation, rundbord_unit;
grant update (status, answer, answered_at, attended, heard_at, sealed, version) on rundbord.participant to rundbord_relation, rundbord_unit;
grant update (completed_at, sealed, version) on rundbord.form to rundbord_relation, rundbord_unit;
grant update (status, settled_at, settled_by, version) on rundbord.agreement to rundbord_relation, rundbord_unit;
grant insert on rundbord.agenda_item to rundbord_relation, rundbord_unit;
grant update (answer, answered_at, heard_at, sealed, version) on rundbord.participant to rundbord_family;
grant insert on rundbord.agenda_item to rundbord_family;
grant select, insert on rundbord.circle_suggestion to rundbord_family;
grant select on rundbord.circle_suggestion to rundbord_relation, rundbord_unit;
grant update (state, settled_by, settled_at, sealed, version) on rundbord.circle_suggestion to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.meeting, rundbord.participant, rundbord.agenda_item, rundbord.form,
    rundbord.agreement, rundbord.circle_suggestion to rundbord_worker;

-- Whom the family lets read the record. Each chooses for themselves, and sees their own choice alone.
call rundbord.wall('reader_choice', 'dossier_id', ' and chooser_id = (select rundbord.current_person())');
drop policy by_grant on rundbord.reader_choice;
drop policy by_unit on rundbord.reader_choice;
grant select, insert, update (readers, chosen_at, version) on rundbord.reader_choice to rundbord_family;
grant select on rundbord.reader_choice, rundbord.agreement to rundbord_definer;
grant select, insert, update, delete on rundbord.reader_choice to rundbord_worker;

set role rundbord_definer;
-- Meetings whose record is not for the actor. Where the family chooses, it is read by those whom everyone of it has
-- chosen who sees the case now: so a choice of one tells nothing of the other's, and custody that ends or begins counts
-- at once. Who must not know of the meeting is not asked and does not count. Convener and chair write it; the leader of
-- the unit (rundbord_unit) answers for it.
create or replace function rundbord.closed_records() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(m.id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.record_for <> 'circle'
      and m.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
      and case (select rundbord.current_capacity())
          when 'family' then m.record_for = 'professionals'
          else m.record_for = 'chosen' and (select rundbord.current_person()) is distinct from m.convener_id
               and (select rundbord.current_person()) is distinct from m.chair_id
               and coalesce((
                   select bool_or(not exists (
                       select from rundbord.reader_choice r
                       join rundbord.participant a on a.tenant_id = r.tenant_id and a.id = any (r.readers)
                            and a.meeting_id = m.id and a.status = 'invited' and a.person_id = (select rundbord.current_person())
                       where r.tenant_id = m.tenant_id and r.meeting_id = m.id and r.chooser_id = g.person_id))
                   from rundbord.access_grant g
                   where g.tenant_id = m.tenant_id and g.dossier_id = m.dossier_id and g.capacity = 'family'
                     and g.valid_from <= (select rundbord.business_now())
                     and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
                     and not rundbord.is_kept_away(g.person_id, m.dossier_id, m.problem_id)),
                   -- Nobody is there to choose: because of a shield the law decides, else nobody has chosen.
                   not exists (select from rundbord.kept_away k where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
                               and (k.problem_id is null or k.problem_id = m.problem_id)))
          end
$$;
comment on function rundbord.closed_records() is 'Meetings the actor sees whose record is not theirs to read.';
grant execute on function rundbord.closed_records() to rundbord_family, rundbord_relation;
reset role;

drop policy if exists for_its_readers on rundbord.form;
create policy for_its_readers on rundbord.form as restrictive for select to rundbord_family, rundbord_relation
    using (meeting_id <> all ((select rundbord.closed_records())::uuid[]));
-- What one is to do, one may read.
drop policy if exists for_its_readers on rundbord.agreement;
create policy for_its_readers on rundbord.agreement as restrictive for select to rundbord_family, rundbord_relation
    using (meeting_id <> all ((select rundbord.closed_records())::uuid[]) or exists (
        select from rundbord.participant a
        where a.tenant_id = agreement.tenant_id and a.id = agreement.responsible_id and a.person_id = (select rundbord.current_person())));

-- Of a family, who is to do something says that it is done, and takes it back within the hour; what was agreed is not theirs
-- to write.
drop policy if exists own_deed on rundbord.agreement;
create policy own_deed on rundbord.agreement as restrictive for update to rundbord_family
    using ((status = 'open' or status = 'done' and settled_by = (select rundbord.current_person())
            and settled_at > (select rundbord.business_now()) - interval '1 hour')
        and exists (select from rundbord.participant a where a.tenant_id = agreement.tenant_id and a.id = agreement.responsible_id
                    and a.person_id = (select rundbord.current_person())))
    with check (status = 'open' or status = 'done' and settled_by = (select rundbord.current_person())
        and settled_at = (select rundbord.business_now()));
drop policy if exists own_word on rundbord.agreement;
create policy own_word on rundbord.agreement as restrictive for update to rundbord_relation, rundbord_unit
    using (true) with check (settled_by is null or settled_by = (select rundbord.current_person()));
grant update (status, settled_at, settled_by, said_sealed, version) on rundbord.agreement to rundbord_family;

-- The reason of the outcome is for professionals, and of them for the readers of the record.
call rundbord.wall('conclusion', 'dossier_id', '');
drop policy by_family on rundbord.conclusion;
call rundbord.within_reach('conclusion', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$, '');
drop policy if exists for_its_readers on rundbord.conclusion;
create policy for_its_readers on rundbord.conclusion as restrictive for select to rundbord_relation
    using (meeting_id <> all ((select rundbord.closed_records())::uuid[]));
grant select, insert on rundbord.conclusion to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.conclusion to rundbord_worker;

-- A private calendar (calendar_feed/policies.sql): when the meetings are that its actor sees, and which of them are theirs
-- to come to. Below all policies for reading, which it copies.
call rundbord.feed_sees('meeting');
call rundbord.feed_sees('participant');
create policy own_place_in_feed on rundbord.participant as restrictive for select to rundbord_calendar
    using (person_id = (select rundbord.current_person()));
grant select (tenant_id, id, dossier_id, status, starts_at, ends_at, sequence, convener_id, chair_id) on rundbord.meeting
    to rundbord_calendar;
grant select (tenant_id, meeting_id, person_id, status, answer) on rundbord.participant to rundbord_calendar;

-- How a form was filled, each time: for professionals alone, and of them for the readers of the record.
call rundbord.wall('form_version', 'dossier_id', '');
drop policy by_family on rundbord.form_version;
call rundbord.within_reach('form_version', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$, '');
drop policy if exists own_filling on rundbord.form_version;
create policy own_filling on rundbord.form_version as restrictive for insert to rundbord_relation, rundbord_unit
    with check (filled_by = (select rundbord.current_person()));
drop policy if exists for_its_readers on rundbord.form_version;
create policy for_its_readers on rundbord.form_version as restrictive for select to rundbord_relation
    using (meeting_id <> all ((select rundbord.closed_records())::uuid[]));
grant select, insert on rundbord.form_version to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.form_version to rundbord_worker;

-- What was just made and has left nobody's hands can be unmade; after an hour it is part of the record.
drop policy if exists just_made on rundbord.agreement;
create policy just_made on rundbord.agreement as restrictive for delete to rundbord_relation, rundbord_unit
    using (status = 'dropped' and made_at > (select rundbord.business_now()) - interval '1 hour');
drop policy if exists just_made on rundbord.agenda_item;
create policy just_made on rundbord.agenda_item as restrictive for delete to rundbord_relation, rundbord_unit
    using (added_by = (select rundbord.current_person()) and added_at > (select rundbord.business_now()) - interval '1 hour');
grant delete on rundbord.agreement, rundbord.agenda_item to rundbord_relation, rundbord_unit;

-- The video room: for those invited and those who lead the meeting; set by the latter. Reading the case is not being asked in.
call rundbord.wall('video_link', 'dossier_id', ' and exists (
    select from rundbord.participant a where a.tenant_id = video_link.tenant_id and a.meeting_id = video_link.meeting_id
      and a.person_id = (select rundbord.current_person()) and a.status = ''invited'')');
drop policy by_grant on rundbord.video_link;
create policy by_grant on rundbord.video_link to rundbord_relation
    using (dossier_id = any ((select rundbord.granted_dossiers())::uuid[]))
    with check (dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
                and dossier_id <> all ((select rundbord.only_looked_at())::uuid[]));
call rundbord.within_reach('video_link', 'dossier_id',
    $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$, '');
drop policy if exists of_who_comes on rundbord.video_link;
create policy of_who_comes on rundbord.video_link as restrictive to rundbord_relation
    using (exists (
            select from rundbord.participant a where a.tenant_id = video_link.tenant_id and a.meeting_id = video_link.meeting_id
              and a.person_id = (select rundbord.current_person()) and a.status = 'invited')
        or exists (
            select from rundbord.meeting m where m.tenant_id = video_link.tenant_id and m.id = video_link.meeting_id
              and (m.convener_id = (select rundbord.current_person()) or m.chair_id = (select rundbord.current_person()) or exists (
                  select from rundbord.stood_in_for() s where s.in_dossier = video_link.dossier_id
                    and s.person_id in (m.convener_id, m.chair_id)))))
    with check (set_by = (select rundbord.current_person()) and exists (
            select from rundbord.meeting m where m.tenant_id = video_link.tenant_id and m.id = video_link.meeting_id
              and (m.convener_id = (select rundbord.current_person()) or m.chair_id = (select rundbord.current_person()) or exists (
                  select from rundbord.stood_in_for() s where s.in_dossier = video_link.dossier_id
                    and s.person_id in (m.convener_id, m.chair_id)))));
drop policy if exists own_setting on rundbord.video_link;
create policy own_setting on rundbord.video_link as restrictive for insert to rundbord_unit
    with check (set_by = (select rundbord.current_person()));
grant select on rundbord.video_link to rundbord_family, rundbord_relation, rundbord_unit;
grant insert, update (set_by, set_at, sealed) on rundbord.video_link to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.video_link to rundbord_worker;
