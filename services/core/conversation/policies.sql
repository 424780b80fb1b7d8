-- Conversations with a child. Its parents have no policy for what was said, whatever they know of its id; the child
-- itself has. A summary that was written for the parents is the family's.

call rundbord.wall('conversation', 'dossier_id', ' and exists (
    select from rundbord.casework c where c.tenant_id = conversation.tenant_id and c.dossier_id = conversation.dossier_id
      and c.child_id = (select rundbord.current_person()))');
call rundbord.wall('conversation_summary', 'dossier_id', '');
drop policy if exists own_record on rundbord.conversation;
create policy own_record on rundbord.conversation as restrictive for insert to rundbord_relation, rundbord_unit
    with check (held_by = (select rundbord.current_person()));
drop policy if exists own_summary on rundbord.conversation_summary;
create policy own_summary on rundbord.conversation_summary as restrictive for insert to rundbord_relation, rundbord_unit
    with check (written_by = (select rundbord.current_person()));

grant select on rundbord.conversation, rundbord.conversation_summary to rundbord_family, rundbord_relation, rundbord_unit;
grant insert on rundbord.conversation, rundbord.conversation_summary to rundbord_relation, rundbord_unit;
grant update (version) on rundbord.conversation to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.conversation, rundbord.conversation_summary to rundbord_worker;
