-- A request is for who asked and for who answers it, the data protection officer: no other of the family, no professional.
--
-- Why this is safe: the row hangs on the asker's own dossier and no grant leads to it; whom somebody may ask about is
-- decided here, by their own person or custody at this moment. Nothing of the answer is kept: the copy is read anew, by
-- the asker's own session, behind the walls of every other table.

set role rundbord_definer;

create or replace function rundbord.dossier_of_asker() returns uuid language sql stable security definer set search_path = '' as $$
    select p.dossier_id from rundbord.person p
    where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person() and rundbord.current_capacity() = 'family'
$$;
comment on function rundbord.dossier_of_asker() is 'The identity dossier of the actor of a family.';

create or replace function rundbord.may_ask_for(p_subject uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select rundbord.current_capacity() = 'family' and (p_subject = rundbord.current_person() or exists (
        select from rundbord.access_grant g
        join rundbord.person p on p.tenant_id = g.tenant_id and p.dossier_id = g.dossier_id and p.id = p_subject
        where g.tenant_id = rundbord.current_tenant() and g.person_id = rundbord.current_person()
          and g.capacity = 'family' and g.reason = 'custody'
          and g.valid_from <= rundbord.business_now() and (g.valid_until is null or g.valid_until > rundbord.business_now())))
$$;
comment on function rundbord.may_ask_for(uuid) is 'Whether the actor may ask for access about this person: themselves, or a child in their custody now.';
grant execute on function rundbord.dossier_of_asker(), rundbord.may_ask_for(uuid) to rundbord_family;
reset role;

call rundbord.wall('access_request', 'dossier_id', '');
drop policy by_family on rundbord.access_request;
drop policy by_grant on rundbord.access_request;
drop policy by_unit on rundbord.access_request;
drop policy if exists own on rundbord.access_request;
create policy own on rundbord.access_request to rundbord_family
    using (asked_by = (select rundbord.current_person()))
    with check (asked_by = (select rundbord.current_person()) and dossier_id = (select rundbord.dossier_of_asker())
        and state = 'asked' and asked_at = (select rundbord.business_now()) and rundbord.may_ask_for(subject_id));
drop policy if exists of_the_dpo on rundbord.access_request;
create policy of_the_dpo on rundbord.access_request for select to rundbord_oversight
    using ((select rundbord.current_capacity()) = 'dpo');
drop policy if exists settled_by_the_dpo on rundbord.access_request;
create policy settled_by_the_dpo on rundbord.access_request for update to rundbord_oversight
    using ((select rundbord.current_capacity()) = 'dpo' and state in ('asked', 'extended'))
    with check ((select rundbord.current_capacity()) = 'dpo' and state <> 'asked'
        and (answered_by is null or answered_by = (select rundbord.current_person())));
grant select, insert on rundbord.access_request to rundbord_family;
grant select on rundbord.access_request to rundbord_oversight;
grant update (state, extended_at, due_at, answered_at, answered_by, sealed, version) on rundbord.access_request to rundbord_oversight;
grant update (next_at) on rundbord.access_request to rundbord_oversight;
grant select on rundbord.access_request to rundbord_definer;
grant select, insert, update, delete on rundbord.access_request to rundbord_worker;

-- It is told by the database itself, since it is about no case: to the officers when it comes and before its time is out, to
-- who asked when there is something to read. In the recipient's own dossier.
set role rundbord_definer;
create or replace function rundbord.tell_officers(p_kind text, p_key text) returns void language plpgsql volatile
    security definer set search_path = '' as $$
begin
    perform rundbord.tell_in_office(array(
        select distinct e.person_id from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.role = 'dpo' and upper_inf(e.recorded) and e.valid @> rundbord.business_now()),
        p_kind, p_key);
end $$;
comment on function rundbord.tell_officers is 'Tells the data protection officers of the tenant.';
create or replace function rundbord.tell_of_request() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if tg_op = 'INSERT' then
        perform rundbord.tell_officers('access_request_received', 'access-request:' || new.id);
    else
        perform rundbord.tell_in_office(array[new.asked_by], 'access_request_answered', 'access-request:' || new.id || ':' || new.state);
    end if;
    return null;
end $$;
grant execute on function rundbord.tell_officers to rundbord_worker;
grant execute on function rundbord.tell_of_request() to rundbord_owner;
reset role;
create or replace trigger tell_of_request after insert on rundbord.access_request
    for each row execute function rundbord.tell_of_request();
create or replace trigger tell_of_request_settled after update of state on rundbord.access_request
    for each row when (old.state is distinct from new.state) execute function rundbord.tell_of_request();
