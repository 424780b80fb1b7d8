-- What was told upwards is for its writer and for those it is addressed to. A family has neither policy nor privilege.

call rundbord.wall_of_tenant('upward_report', '');
drop policy if exists of_writer_and_addressed on rundbord.upward_report;
create policy of_writer_and_addressed on rundbord.upward_report for select
    to rundbord_relation, rundbord_unit, rundbord_oversight using (
    written_by = (select rundbord.current_person()) or (select rundbord.current_capacity()) = any (addressed));
drop policy if exists open_to_the_role on rundbord.upward_report;
create policy open_to_the_role on rundbord.upward_report as restrictive for select to rundbord_relation, rundbord_unit using (
    not (select rundbord.is_closed('upward_report')) or written_by = (select rundbord.current_person()));
drop policy if exists own_report on rundbord.upward_report;
create policy own_report on rundbord.upward_report for insert to rundbord_relation, rundbord_unit with check (
    written_by = (select rundbord.current_person()) and status = 'received');
drop policy if exists answered_once_by_addressed on rundbord.upward_report;
create policy answered_once_by_addressed on rundbord.upward_report for update to rundbord_unit, rundbord_oversight
    using ((select rundbord.current_capacity()) = any (addressed) and status = 'received')
    with check (answered_by = (select rundbord.current_person()) and status = 'answered');

grant select on rundbord.upward_report to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_definer;
grant update (next_at, reminded, failures) on rundbord.upward_report to rundbord_worker;
grant insert on rundbord.upward_report to rundbord_relation, rundbord_unit;
grant update (status, answer, answered_by, answered_at, version) on rundbord.upward_report to rundbord_unit, rundbord_oversight;
