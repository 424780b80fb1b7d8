-- Breaking the glass: a professional with no reason to see a child opens it, with a reason and for a time.
--
-- Why this is safe: nobody can write a grant; one comes of a row here alone, and the policy for that row wants the actor's
-- own name, a reason in a sealed column, an end within a day, and an attempt paid for in this very transaction. Looking costs
-- one, found or not; they are counted here. Who sees a child in this way changes nothing of it
-- (access/policies.sql), but for an underretning, which nothing may block.

set role rundbord_definer;

-- What can be known of whom an exact identifier or birth date led to, before there is access: enough to compare a name.
create or replace function rundbord.emergency_look(p_ids uuid[]) returns table (id uuid, identity_id uuid, sealed bytea)
    language plpgsql volatile security definer set search_path = '' as $$
declare me constant uuid := rundbord.current_person();
begin
    if rundbord.current_capacity() not in ('professional', 'adviser') or cardinality(p_ids) > 200 then
        raise exception 'not for this capacity' using errcode = '42501';
    end if;
    -- One at a time: two at once would both find room.
    perform pg_advisory_xact_lock(hashtextextended('emergency:' || me::text, 0));
    delete from rundbord.emergency_attempt a
    where a.tenant_id = rundbord.current_tenant() and a.person_id = me and a.tried_at < rundbord.machine_now() - interval '1 day';
    if (select count(*) from rundbord.emergency_attempt a
        where a.tenant_id = rundbord.current_tenant() and a.person_id = me and a.tried_at > rundbord.machine_now() - interval '1 hour') >= 10
    then
        raise exception 'too many attempts' using errcode = 'RB010';
    end if;
    insert into rundbord.emergency_attempt (tenant_id, id, person_id, tried_at)
    values (rundbord.current_tenant(), gen_random_uuid(), me, rundbord.machine_now());
    return query select p.id, p.dossier_id, p.sealed from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = any (p_ids) and p.kind = 'subject' and p.alias_of is null;
end $$;
comment on function rundbord.emergency_look(uuid[]) is 'Children among these; costs one of ten attempts an hour, else raises RB010.';

create or replace function rundbord.may_break_glass(p_child uuid, p_dossier uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select rundbord.current_capacity() in ('professional', 'adviser')
        and exists (select from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                    and p.dossier_id = p_dossier and p.kind = 'subject')
        and exists (select from rundbord.emergency_attempt a where a.tenant_id = rundbord.current_tenant()
                    and a.person_id = rundbord.current_person() and a.made_in = pg_current_xact_id())
$$;
comment on function rundbord.may_break_glass(uuid, uuid) is 'Whether it is a child, and this transaction has paid an attempt for one who may.';

-- For a family: what somebody did in an emergency is kept from them where anything of the child is; and, like an
-- underretning, what was opened for a suspicion of violence, since nobody has yet had the time to set a shield.
create or replace function rundbord.emergency_is_kept(p_child uuid, p_category text) returns boolean language sql stable security definer
    set search_path = '' as $$
    select rundbord.current_capacity() = 'family' and (p_category = 'violence' or exists (
        select from rundbord.casework c
        join rundbord.kept_away k on k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id
             and k.kind = case when rundbord.current_person() = p_child then 'child' else 'parent' end
        where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child))
$$;

-- Whether the actor sees any child in this way alone now: to say why something was refused.
create or replace function rundbord.only_looks() returns boolean language sql stable security definer set search_path = '' as $$
    select cardinality(rundbord.only_looked_at()) > 0
$$;
grant execute on function rundbord.emergency_look(uuid[]), rundbord.may_break_glass(uuid, uuid) to rundbord_relation;
grant execute on function rundbord.only_looks() to rundbord_relation, rundbord_unit, rundbord_family, rundbord_oversight;
grant execute on function rundbord.emergency_is_kept(uuid, text) to rundbord_family;
reset role;

create or replace trigger derive_grants after insert or update of valid_until, ended_at on rundbord.emergency_access
    for each row execute function rundbord.derive_grants_on_change();

call rundbord.wall('emergency_access', 'dossier_id', ' and not rundbord.emergency_is_kept(child_id, category)');
drop policy by_grant on rundbord.emergency_access;
drop policy if exists own on rundbord.emergency_access;
create policy own on rundbord.emergency_access for select to rundbord_relation
    using (person_id = (select rundbord.current_person()));
drop policy if exists with_a_reason on rundbord.emergency_access;
create policy with_a_reason on rundbord.emergency_access for insert to rundbord_relation with check (
    person_id = (select rundbord.current_person()) and capacity = (select rundbord.current_capacity())
    and opened_at = (select rundbord.business_now()) and ended_at is null and rundbord.may_break_glass(child_id, dossier_id));
drop policy if exists ended_by_self on rundbord.emergency_access;
create policy ended_by_self on rundbord.emergency_access for update to rundbord_relation
    using (person_id = (select rundbord.current_person()) and ended_at is null)
    with check (ended_at = (select rundbord.business_now()));
drop policy if exists ended_once on rundbord.emergency_access;
create policy ended_once on rundbord.emergency_access as restrictive for update to rundbord_unit, rundbord_oversight
    using (ended_at is null) with check (ended_at = (select rundbord.business_now()));
drop policy if exists of_the_dpo on rundbord.emergency_access;
create policy of_the_dpo on rundbord.emergency_access to rundbord_oversight
    using ((select rundbord.current_capacity()) = 'dpo') with check ((select rundbord.current_capacity()) = 'dpo');
grant select on rundbord.emergency_access to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_definer;
-- What was said of the family or the child in words is for those who answer for it.
grant select (tenant_id, id, dossier_id, child_id, person_id, category, opened_at, valid_until, ended_at)
    on rundbord.emergency_access to rundbord_family;
grant insert on rundbord.emergency_access to rundbord_relation;
grant update (ended_at, version) on rundbord.emergency_access to rundbord_relation, rundbord_unit, rundbord_oversight;
grant select, insert, update, delete on rundbord.emergency_access to rundbord_worker;
grant select (tenant_id, id, dossier_id, person_id) on rundbord.emergency_access to rundbord_notifier;

call rundbord.wall('emergency_review', 'dossier_id', '');
drop policy by_family on rundbord.emergency_review;
drop policy by_grant on rundbord.emergency_review;
drop policy if exists of_the_dpo on rundbord.emergency_review;
create policy of_the_dpo on rundbord.emergency_review to rundbord_oversight
    using ((select rundbord.current_capacity()) = 'dpo') with check ((select rundbord.current_capacity()) = 'dpo');
drop policy if exists own_review on rundbord.emergency_review;
create policy own_review on rundbord.emergency_review as restrictive for insert to rundbord_unit, rundbord_oversight with check (
    reviewed_by = (select rundbord.current_person()) and capacity = (select rundbord.current_capacity())
    and reviewed_at = (select rundbord.business_now())
    -- Nobody judges their own.
    and exists (select from rundbord.emergency_access e where e.tenant_id = emergency_review.tenant_id
                and e.id = emergency_id and e.dossier_id = emergency_review.dossier_id and e.person_id <> reviewed_by));
grant select, insert on rundbord.emergency_review to rundbord_unit, rundbord_oversight;
grant select, insert, update, delete on rundbord.emergency_review to rundbord_worker;

call rundbord.wall_of_tenant('emergency_attempt', '');
grant select, insert, delete on rundbord.emergency_attempt to rundbord_definer;
grant select, delete on rundbord.emergency_attempt to rundbord_worker;
