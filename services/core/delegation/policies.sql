-- Who acts for a professional who is away.
--
-- Why this is safe: a delegate's grants are derived with those they come of (access/policies.sql), so that what the absent
-- lose the delegate loses in the same statement, and what was delegated to somebody is never a source itself. Only the
-- absent, or who leads them, can write a row; nobody can lengthen one.

set role rundbord_definer;

-- Until when somebody is employed as far as is known; null: they are not.
create or replace function rundbord.employed_until(p_person uuid) returns timestamptz language sql stable security definer
    set search_path = '' as $$
    select max(coalesce(upper(e.valid), 'infinity')) from rundbord.employment e
    where e.tenant_id = rundbord.current_tenant() and e.person_id = p_person and upper_inf(e.recorded) and not isempty(e.valid)
$$;

-- Whether one may act for the other: colleagues of a place, or both of places that the actor leads; and able to, since an
-- adviser's part can be taken by an adviser alone.
create or replace function rundbord.may_stand_in(p_absent uuid, p_delegate uuid) returns boolean language sql stable
    security definer set search_path = '' as $$
    with working as (
        select e.person_id, e.unit_id, e.role from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.person_id in (p_absent, p_delegate)
          and e.role in ('professional', 'adviser', 'leader') and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
    ), places as (
        select a.unit_id as absent_at, d.unit_id as delegate_at from working a cross join working d
        where a.person_id = p_absent and d.person_id = p_delegate
    )
    select case rundbord.current_capacity()
            when 'leader' then exists (
                select from places where absent_at = any (rundbord.led_units()) and delegate_at = any (rundbord.led_units()))
            else p_absent = rundbord.current_person() and exists (select from places where absent_at = delegate_at)
        end
        and (not exists (select from working where person_id = p_absent and role = 'adviser')
             or exists (select from working where person_id = p_delegate and role = 'adviser'))
$$;
comment on function rundbord.may_stand_in(uuid, uuid) is 'Whether the actor may let the second act for the first.';

-- Whom the actor leads: for what a leader sees of delegations.
create or replace function rundbord.led_staff() returns uuid[] language sql stable security definer set search_path = '' as $$
    select coalesce(array_agg(distinct e.person_id), '{}') from rundbord.employment e
    where e.tenant_id = (select rundbord.current_tenant()) and e.unit_id = any ((select rundbord.led_units())::uuid[])
      and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
$$;

-- For whom the actor acts now, child by child. Not current_person(), which raises for the system.
create or replace function rundbord.stood_in_for() returns table (person_id uuid, in_dossier uuid) language sql stable
    security definer set search_path = '' as $$
    select distinct g.on_behalf_of, g.dossier_id from rundbord.access_grant g
    where g.tenant_id = (select rundbord.current_tenant()) and g.reason = 'delegated'
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity())
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
$$;
comment on function rundbord.stood_in_for() is 'Who is away and what of theirs the actor takes care of, in this capacity.';

-- All children of whom somebody has a part by themselves.
create or replace function rundbord.derive_grants_of_absent() returns trigger language plpgsql security definer
    set search_path = '' as $$
declare
    r record := coalesce(new, old);
    absent uuid := case tg_table_name when 'delegation' then to_jsonb(r) ->> 'absent_id' else to_jsonb(r) ->> 'person_id' end;
begin
    if tg_table_name = 'employment' and not exists (
        select from rundbord.delegation d where d.tenant_id = r.tenant_id and d.absent_id = absent) then
        return null;
    end if;
    perform rundbord.derive_grants(x.child_id) from (
        select l.child_id from rundbord.relation l
        where l.tenant_id = r.tenant_id and l.person_id = absent and upper_inf(l.recorded)
        union
        select c.child_id from rundbord.problem_coordinator k
        join rundbord.casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
        where k.tenant_id = r.tenant_id and k.person_id = absent) x;
    return null;
end $$;

-- What is told to who is away is told to who acts for them too, at the moment it goes, by the ways that they chose.
create or replace function rundbord.tell_delegates() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence, consent_id,
                                  deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of)
    select distinct on (g.person_id, way.channel) new.tenant_id, gen_random_uuid(), g.person_id, new.dossier_id, new.kind, way.channel, new.meeting_id,
           new.meeting_sequence, new.consent_id, new.deadline_id, new.occurrence_key, rundbord.business_now(),
           rundbord.business_now(), rundbord.machine_now(), new.about_id, new.recipient_id
    from rundbord.access_grant g
    left join rundbord.contact_choice c on c.tenant_id = g.tenant_id and c.person_id = g.person_id
    cross join unnest(case when new.channel = 'inbox' then '{inbox}' else coalesce(c.channels, '{mail}') end) way (channel)
    where g.tenant_id = new.tenant_id and g.dossier_id = new.dossier_id and g.reason = 'delegated'
      and g.on_behalf_of = new.recipient_id and g.valid_from <= rundbord.business_now()
      and (g.valid_until is null or g.valid_until > rundbord.business_now())
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return null;
end $$;
grant execute on function rundbord.derive_grants_of_absent(), rundbord.tell_delegates() to rundbord_owner;
grant execute on function rundbord.may_stand_in(uuid, uuid), rundbord.led_staff() to rundbord_relation, rundbord_unit;
grant execute on function rundbord.stood_in_for()
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;
reset role;

create or replace trigger derive_grants after insert or update on rundbord.delegation
    for each row execute function rundbord.derive_grants_of_absent();
create or replace trigger derive_grants after insert or update on rundbord.employment
    for each row execute function rundbord.derive_grants_of_absent();
create or replace trigger tell_delegates after update of state on rundbord.message
    for each row when (old.state = 'planned' and new.state = 'sending' and new.on_behalf_of is null and new.kind <> 'access_ended')
    execute function rundbord.tell_delegates();

call rundbord.wall_of_tenant('delegation', '');
drop policy if exists of_the_two on rundbord.delegation;
create policy of_the_two on rundbord.delegation for select to rundbord_relation, rundbord_unit
    using ((select rundbord.current_person()) in (absent_id, delegate_id));
drop policy if exists of_led_staff on rundbord.delegation;
create policy of_led_staff on rundbord.delegation for select to rundbord_unit
    using (absent_id = any ((select rundbord.led_staff())::uuid[]));
drop policy if exists made_by_who_may on rundbord.delegation;
create policy made_by_who_may on rundbord.delegation for insert to rundbord_relation, rundbord_unit with check (
    made_by = (select rundbord.current_person()) and made_at = (select rundbord.business_now())
    and valid_until > (select rundbord.business_now()) and ended_at is null and rundbord.may_stand_in(absent_id, delegate_id)
    -- One child by name is one whom the actor sees.
    and (child_id is null or exists (select from rundbord.person p where p.tenant_id = delegation.tenant_id and p.id = child_id)));
drop policy if exists ended_once on rundbord.delegation;
create policy ended_once on rundbord.delegation for update to rundbord_relation, rundbord_unit
    using (ended_at is null and ((select rundbord.current_person()) in (absent_id, delegate_id)
           or absent_id = any ((select rundbord.led_staff())::uuid[])))
    with check (ended_by = (select rundbord.current_person()) and ended_at = (select rundbord.business_now()));
grant select, insert, update (ended_at, ended_by, version) on rundbord.delegation to rundbord_relation, rundbord_unit;
grant select on rundbord.delegation to rundbord_definer;
grant select, insert, update, delete on rundbord.delegation to rundbord_worker;
