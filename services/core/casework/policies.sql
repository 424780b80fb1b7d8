-- A child's casework and its problems.

call rundbord.wall('casework', 'dossier_id', '');
call rundbord.wall('problem', 'dossier_id', '');
call rundbord.wall('level_move', 'dossier_id', '');
-- Who comes to a meeting sees whose it is; the name and level of its problem once they have said yes; a problem's history
-- where it was shared.
call rundbord.within_reach('casework', 'dossier_id', 'true', '');
call rundbord.within_reach('problem', 'dossier_id', $sql$id = any ((select rundbord.reached_problems())::uuid[])
    or id = any ((select rundbord.shared_records())::uuid[])$sql$, '');
call rundbord.within_reach('level_move', 'dossier_id', $sql$problem_id = any ((select rundbord.shared_records())::uuid[])$sql$, '');
-- A suspicion of violence stands here: a family has neither policy nor privilege.
call rundbord.wall('confirmation', 'dossier_id', '');
drop policy by_family on rundbord.confirmation;
grant select on rundbord.confirmation to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_definer;
grant insert on rundbord.confirmation to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.confirmation to rundbord_worker;
grant select on rundbord.casework, rundbord.problem, rundbord.level_move
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
-- Whose case it is, under which model, since when the young person sees it: never changed by those who work in it.
revoke update on rundbord.casework, rundbord.problem from rundbord_relation, rundbord_unit;
grant insert on rundbord.casework, rundbord.problem to rundbord_relation, rundbord_unit;
grant update (closed_at, closed_reason, last_activity_at, version) on rundbord.casework to rundbord_relation, rundbord_unit;
grant update (level, status, closed_at, closed_by, version) on rundbord.problem to rundbord_relation, rundbord_unit;
-- Under which model: by a move to the version in force alone, and with it the age of own access.
grant update (model_version_id, self_access_from) on rundbord.casework to rundbord_relation, rundbord_unit;
create or replace function rundbord.judge_casework_move() returns trigger language plpgsql set search_path = '' as $$
begin
    if new.model_version_id = old.model_version_id or new.model_version_id is distinct from (
        select v.id from rundbord.model_adoption a
        join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
        where a.tenant_id = new.tenant_id and a.applies_from <= (rundbord.business_now() at time zone 'Europe/Copenhagen')::date
        order by v.number desc limit 1)
    then
        raise exception 'a case moves to the version in force, and its own access with it' using errcode = 'check_violation';
    end if;
    return new;
end $$;
revoke execute on function rundbord.judge_casework_move() from public;
-- Own access alone changes when a birth date is recorded, which the system does.
create or replace trigger judge_casework_move before update of model_version_id, self_access_from on rundbord.casework
    for each row when (old.model_version_id is distinct from new.model_version_id
        or (old.self_access_from is distinct from new.self_access_from and current_user in ('rundbord_relation', 'rundbord_unit')))
    execute function rundbord.judge_casework_move();
call rundbord.wall('casework_move', 'dossier_id', '');
drop policy by_family on rundbord.casework_move;
grant select on rundbord.casework_move to rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.casework_move to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.casework_move to rundbord_worker;
drop policy if exists own_casework_move on rundbord.casework_move;
create policy own_casework_move on rundbord.casework_move as restrictive for insert to rundbord_relation, rundbord_unit
    with check (moved_by = (select rundbord.current_person()));
drop policy if exists own_move on rundbord.level_move;
create policy own_move on rundbord.level_move as restrictive for insert to rundbord_relation, rundbord_unit
    with check (moved_by = (select rundbord.current_person()));
drop policy if exists own_confirmation on rundbord.confirmation;
create policy own_confirmation on rundbord.confirmation as restrictive for insert to rundbord_relation, rundbord_unit
    with check (confirmed_by = (select rundbord.current_person()));
grant insert on rundbord.level_move to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.casework, rundbord.problem, rundbord.level_move to rundbord_worker;
