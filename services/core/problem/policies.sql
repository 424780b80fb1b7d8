-- Who holds the thread is plain to everyone who sees the case (RA-05).

set role rundbord_definer;
-- A family may not read employments, and must all the same not be sent to somebody who has left.
create or replace function rundbord.works_here(p_person uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select exists (select from rundbord.employment e
                   where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = p_person
                     and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now()))
$$;
comment on function rundbord.works_here(uuid) is 'Whether somebody is employed by the municipality now.';
grant execute on function rundbord.works_here(uuid)
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;
reset role;

call rundbord.wall('problem_coordinator', 'dossier_id', '');
grant select on rundbord.problem_coordinator
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant insert, update (person_id, since, pending_id, offered_by, offered_at) on rundbord.problem_coordinator
    to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.problem_coordinator to rundbord_worker;
-- Each offers in their own name, and nobody holds a thread for others who have not said yes.
drop policy if exists offered_in_ones_own_name on rundbord.problem_coordinator;
create policy offered_in_ones_own_name on rundbord.problem_coordinator as restrictive for insert to rundbord_relation, rundbord_unit
    with check (offered_by is null or offered_by = (select rundbord.current_person()));
