-- An underretning is for its writer, the one asked to read it, the leader of the unit and the adviser of the case.
-- A family has neither policy nor privilege, oversight has none, and other professionals of the case see no row.

call rundbord.wall('underretning', 'dossier_id', '');
drop policy by_family on rundbord.underretning;
drop policy by_grant on rundbord.underretning;
-- The duty to notify knows no reach: whoever sees a child can write, and reads what they wrote or are asked to read.
call rundbord.within_reach('underretning', 'dossier_id', $sql$written_by = (select rundbord.current_person())
    or reader_id = (select rundbord.current_person())$sql$, $sql$written_by = (select rundbord.current_person())
    or reader_id = (select rundbord.current_person())$sql$);

drop policy if exists of_the_few on rundbord.underretning;
create policy of_the_few on rundbord.underretning for select to rundbord_relation using (
    written_by = (select rundbord.current_person()) or reader_id = (select rundbord.current_person())
    or ((select rundbord.current_capacity()) = 'adviser' and dossier_id = any ((select rundbord.granted_dossiers())::uuid[])));
drop policy if exists written_by_one_who_sees_the_child on rundbord.underretning;
create policy written_by_one_who_sees_the_child on rundbord.underretning for insert to rundbord_relation with check (
    written_by = (select rundbord.current_person()) and dossier_id = any ((select rundbord.granted_dossiers())::uuid[]));
drop policy if exists carried_on_by_the_few on rundbord.underretning;
create policy carried_on_by_the_few on rundbord.underretning for update to rundbord_relation using (
    written_by = (select rundbord.current_person()) or reader_id = (select rundbord.current_person())
    or ((select rundbord.current_capacity()) = 'adviser' and dossier_id = any ((select rundbord.granted_dossiers())::uuid[])));

-- Activity in the casework, also where the writer may write nothing else in it (a guest, one who broke the glass); a
-- closed one stays as it was. Nothing refuses an underretning.
set role rundbord_definer;
create or replace function rundbord.underretning_is_activity() returns trigger language plpgsql security definer
    set search_path = '' as $$
begin
    update rundbord.casework set last_activity_at = rundbord.business_now()
    where tenant_id = new.tenant_id and dossier_id = new.dossier_id and closed_at is null;
    return null;
end $$;
grant execute on function rundbord.underretning_is_activity() to rundbord_owner;
reset role;
grant update (last_activity_at) on rundbord.casework to rundbord_definer;
create or replace trigger underretning_is_activity after insert on rundbord.underretning
    for each row execute function rundbord.underretning_is_activity();

-- A role that is not for underretninger leaves to everyone what they wrote or were asked to read: nothing blocks the duty.
drop policy if exists open_to_the_role on rundbord.underretning;
create policy open_to_the_role on rundbord.underretning as restrictive for select to rundbord_relation, rundbord_unit using (
    not (select rundbord.is_closed('underretning'))
    or written_by = (select rundbord.current_person()) or reader_id = (select rundbord.current_person()));

grant select, insert, update (read_by, read_at, sent_by, sent_at, sealed, version) on rundbord.underretning
    to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.underretning to rundbord_worker;
grant select (tenant_id, dossier_id, reader_id, sent_at) on rundbord.underretning to rundbord_notifier;

-- Its deadlines stand among the others, and are seen by those alone who see it.
drop policy if exists none_of_an_underretning on rundbord.deadline;
create policy none_of_an_underretning on rundbord.deadline as restrictive to rundbord_family, rundbord_oversight
    using (underretning_id is null) with check (underretning_id is null);
drop policy if exists of_an_underretning_one_sees on rundbord.deadline;
create policy of_an_underretning_one_sees on rundbord.deadline as restrictive to rundbord_relation, rundbord_unit using (
    underretning_id is null or exists (
        select from rundbord.underretning u where u.tenant_id = deadline.tenant_id and u.id = deadline.underretning_id));
-- Also the writer who no longer works with the child can send it: nothing blocks the duty.
drop policy if exists by_underretning on rundbord.deadline;
create policy by_underretning on rundbord.deadline to rundbord_relation using (
    underretning_id is not null and exists (
        select from rundbord.underretning u where u.tenant_id = deadline.tenant_id and u.id = deadline.underretning_id));
