-- Figures of a period: those who answer for them see and judge a draft; released, everyone employed here reads them.
-- Counting is the worker's alone: it writes what may be seen, and nobody else ever has the numbers behind.

call rundbord.wall_of_tenant('indicator_period', '');
drop policy if exists seen on rundbord.indicator_period;
create policy seen on rundbord.indicator_period for select
    to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor using (
    released_at is not null or (select rundbord.current_capacity()) in ('leader', 'administrator'));
drop policy if exists judged on rundbord.indicator_period;
create policy judged on rundbord.indicator_period for update to rundbord_unit, rundbord_oversight
    using ((select rundbord.current_capacity()) in ('leader', 'administrator') and released_at is null)
    with check (judged_by = (select rundbord.current_person()) or released_by = (select rundbord.current_person()));
grant select on rundbord.indicator_period to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor;
grant update (judgement, kept_reason, judged_by, released_at, released_by, version) on rundbord.indicator_period
    to rundbord_unit, rundbord_oversight;
grant select, insert on rundbord.indicator_period to rundbord_worker;

call rundbord.wall_of_tenant('indicator_figure', '');
drop policy if exists seen on rundbord.indicator_figure;
create policy seen on rundbord.indicator_figure for select
    to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor using (
    exists (select from rundbord.indicator_period p where p.tenant_id = indicator_figure.tenant_id and p.id = indicator_figure.period_id));
drop policy if exists entered_by_hand on rundbord.indicator_figure;
create policy entered_by_hand on rundbord.indicator_figure for insert to rundbord_unit, rundbord_oversight
    with check (entered and entered_by = (select rundbord.current_person())
                and (select rundbord.current_capacity()) in ('leader', 'administrator'));
drop policy if exists entered_again on rundbord.indicator_figure;
create policy entered_again on rundbord.indicator_figure for delete to rundbord_unit, rundbord_oversight
    using (entered and (select rundbord.current_capacity()) in ('leader', 'administrator'));
grant select, insert, delete on rundbord.indicator_figure to rundbord_unit, rundbord_oversight;
grant select on rundbord.indicator_figure to rundbord_relation, rundbord_auditor;
grant select, insert on rundbord.indicator_figure to rundbord_worker;

-- Written by who concludes the meeting, read by the count alone.
call rundbord.wall('counted_answer', 'dossier_id', '');
drop policy by_family on rundbord.counted_answer;
grant insert on rundbord.counted_answer to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.counted_answer to rundbord_worker;
