-- What somebody is still writing. Whatever else lets a person see the case, a draft is its author's alone, and of the
-- author in the capacity it was written in: nobody answers for, decides by or is judged on what was never sent.

call rundbord.wall('draft', 'dossier_id', '');
call rundbord.within_reach('draft', 'dossier_id', $sql$meeting_id = any ((select rundbord.opened_meetings())::uuid[])$sql$,
    $sql$meeting_id = any ((select rundbord.accepted_meetings())::uuid[])$sql$);
drop policy if exists own on rundbord.draft;
create policy own on rundbord.draft as restrictive to rundbord_family, rundbord_relation, rundbord_unit
    using (author_id = (select rundbord.current_person()) and capacity = (select rundbord.current_capacity()))
    with check (author_id = (select rundbord.current_person()) and capacity = (select rundbord.current_capacity()));

grant select, insert, update (saved_at, sealed), delete on rundbord.draft to rundbord_family, rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.draft to rundbord_worker;
