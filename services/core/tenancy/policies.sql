-- A tenant's models: read by everyone within the tenant, never changed. A version applies once enough others than its
-- author have approved it, and the database itself counts: neither the worker, as which the operator's command runs,
-- nor an administrator alone can make a version apply. The first version of a new tenant has nobody to ask.

call rundbord.wall_of_tenant('model_version', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor');
call rundbord.wall_of_tenant('model_adoption', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor');
call rundbord.wall_of_tenant('model_decision', 'rundbord_oversight, rundbord_auditor');
grant select on rundbord.model_version, rundbord.model_adoption
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor, rundbord_notifier;
grant select on rundbord.model_decision to rundbord_oversight, rundbord_auditor;
grant select, insert on rundbord.model_version, rundbord.model_decision, rundbord.model_adoption to rundbord_worker;
grant insert on rundbord.model_version, rundbord.model_decision, rundbord.model_adoption to rundbord_oversight;

drop policy if exists proposed_in_own_name on rundbord.model_version;
create policy proposed_in_own_name on rundbord.model_version for insert to rundbord_oversight with check (
    tenant_id = (select rundbord.current_tenant()) and author_id = (select rundbord.current_person())
    and (select rundbord.current_capacity()) = 'administrator');
drop policy if exists the_operator_is_nobody on rundbord.model_version;
create policy the_operator_is_nobody on rundbord.model_version as restrictive for insert to rundbord_worker
    with check (author_id is null);
drop policy if exists decided_in_own_name on rundbord.model_decision;
create policy decided_in_own_name on rundbord.model_decision for insert to rundbord_oversight with check (
    tenant_id = (select rundbord.current_tenant()) and person_id = (select rundbord.current_person())
    and (select rundbord.current_capacity()) = 'administrator');
drop policy if exists the_operator_only_withdraws on rundbord.model_decision;
create policy the_operator_only_withdraws on rundbord.model_decision as restrictive for insert to rundbord_worker
    with check (person_id is null and decision = 'withdrawn');
drop policy if exists adopted_by_an_administrator on rundbord.model_adoption;
create policy adopted_by_an_administrator on rundbord.model_adoption for insert to rundbord_oversight with check (
    tenant_id = (select rundbord.current_tenant()) and (select rundbord.current_capacity()) = 'administrator');

-- One at a time within a tenant: of two approvals in one moment the second counts the first.
create or replace function rundbord.judge_decision() returns trigger language plpgsql set search_path = '' as $$
declare v record;
begin
    perform pg_advisory_xact_lock(hashtextextended('rundbord.model:' || new.tenant_id::text, 0));
    select author_id, digest into v from rundbord.model_version where tenant_id = new.tenant_id and id = new.version_id;
    if v.digest is distinct from new.digest then
        raise exception 'not what stands in the version' using errcode = 'check_violation';
    elsif new.decision = 'approved' and v.author_id = new.person_id then
        raise exception 'nobody approves their own version' using errcode = 'check_violation';
    elsif new.decision = 'withdrawn' and v.author_id is distinct from new.person_id then
        raise exception 'its author alone takes a version back' using errcode = 'check_violation';
    elsif exists (select from rundbord.model_adoption where tenant_id = new.tenant_id and version_id = new.version_id)
        or exists (select from rundbord.model_decision
                   where tenant_id = new.tenant_id and version_id = new.version_id and decision <> 'approved') then
        raise exception 'this version is settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create or replace function rundbord.judge_adoption() returns trigger language plpgsql set search_path = '' as $$
declare
    today constant date := (rundbord.business_now() at time zone 'Europe/Copenhagen')::date;
    proposed record;
    wanted integer;
    given integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('rundbord.model:' || new.tenant_id::text, 0));
    select number, author_id, digest into proposed from rundbord.model_version
    where tenant_id = new.tenant_id and id = new.version_id;
    -- The version in force decides how many, or before any is in force the one that comes first.
    select v.approvals into wanted
    from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
    where a.tenant_id = new.tenant_id order by a.applies_from <= today desc, v.number desc limit 1;
    select count(distinct person_id) into given from rundbord.model_decision
    where tenant_id = new.tenant_id and version_id = new.version_id and decision = 'approved' and digest = proposed.digest
      and person_id is distinct from proposed.author_id;
    if given < wanted then
        raise exception 'approved by too few' using errcode = 'check_violation';
    elsif new.applies_from < today then
        raise exception 'a version does not apply to days gone by' using errcode = 'check_violation';
    elsif exists (select from rundbord.model_decision
                  where tenant_id = new.tenant_id and version_id = new.version_id and decision <> 'approved')
        or exists (select from rundbord.model_adoption a
                   join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
                   where a.tenant_id = new.tenant_id and v.number > proposed.number) then
        raise exception 'this version is settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;
revoke execute on function rundbord.judge_decision(), rundbord.judge_adoption() from public;

create or replace trigger judge_decision before insert on rundbord.model_decision
    for each row execute function rundbord.judge_decision();
create or replace trigger judge_adoption before insert on rundbord.model_adoption
    for each row execute function rundbord.judge_adoption();

-- Whether this code can read what applies, for readiness, which has no actor and no tenant: numbers alone leave here.
set role rundbord_definer;
create or replace function rundbord.model_languages() returns table (slug text, language integer) language plpgsql volatile
    security definer set search_path = '' as $$
declare t record;
begin
    for t in select x.id, x.slug from rundbord.tenant x loop
        perform set_config('rundbord.tenant', t.id::text, true);
        return query select t.slug, max(v.language)
            from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
            where a.tenant_id = t.id having count(*) > 0;
    end loop;
end $$;
grant execute on function rundbord.model_languages() to rundbord_api;

-- What everyone may read of a municipality (who it is, its statements, how long it keeps what) stands in the model that
-- applies, which tells of nobody: read before there is an actor, by the host that was asked for.
create or replace function rundbord.model_of_host(p_host text, p_known uuid) returns table (version_id uuid, content text, today date)
    language plpgsql volatile security definer set search_path = '' as $$
declare
    t uuid;
    day constant date := (rundbord.read_business_clock() at time zone 'Europe/Copenhagen')::date;
begin
    select x.id into t from rundbord.tenant x where x.host = p_host;
    perform set_config('rundbord.tenant', coalesce(t::text, ''), true);
    return query select v.id, case when v.id is distinct from p_known then v.content::text end, day
        from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
        where a.tenant_id = t and a.applies_from <= day
        order by v.number desc limit 1;
end $$;
revoke execute on function rundbord.model_of_host(text, uuid) from public;
grant execute on function rundbord.model_of_host(text, uuid) to rundbord_api;
reset role;
grant select on rundbord.model_version, rundbord.model_adoption to rundbord_definer;
