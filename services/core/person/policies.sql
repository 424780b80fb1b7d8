-- People, their identities, employments and relations.

call rundbord.wall('person', 'dossier_id', '');
-- That a child is invited for tells its name.
call rundbord.within_reach('person', 'dossier_id', 'true', '');
grant select on rundbord.person to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.person to rundbord_worker;

call rundbord.wall_of_tenant('unit', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor');
grant select on rundbord.unit to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor,
    rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.unit to rundbord_worker;

-- Professionals are known to one another; a family sees the names that its meetings show.
call rundbord.wall_of_tenant('staff', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor');
grant select on rundbord.staff to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor,
    rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.staff to rundbord_worker;

call rundbord.wall_of_tenant('employment', 'rundbord_relation, rundbord_unit, rundbord_oversight');
grant select on rundbord.employment to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.employment to rundbord_worker;

-- Facts about a child: for those who see the child's identity.
do $$
declare t text;
begin
    foreach t in array array['enrolment', 'relation'] loop
        call rundbord.wall_of_tenant(t, '');
        execute format('drop policy if exists of_visible_child on rundbord.%I', t);
        execute format('create policy of_visible_child on rundbord.%1$I for select
            to rundbord_relation, rundbord_unit, rundbord_oversight
            using (exists (select from rundbord.person p where p.tenant_id = %1$I.tenant_id and p.id = %1$I.child_id))', t);
        execute format('grant select on rundbord.%I to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer', t);
        execute format('grant select, insert, update, delete on rundbord.%I to rundbord_worker', t);
    end loop;
end $$;
-- A custody row holds the holder's name, sealed in the child's identity dossier: its wall is that dossier's. A
-- family sees which children are its own, and nothing of another holder.
call rundbord.wall('custody', 'dossier_id', ' and holder_id = (select rundbord.current_person())');
grant select on rundbord.custody to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.custody to rundbord_worker;

-- ---------------------------------------------------------------- who else is around a child, protection, death, moving

set role rundbord_definer;

-- Whether the actor has a lasting part in a child's case: who does may say who is around the child. Neither a place in a
-- meeting, nor an offer that waits for its answer, nor an emergency is one; to act for who is away is.
create or replace function rundbord.has_lasting_part(p_child uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select exists (
        select from rundbord.person p
        where p.tenant_id = (select rundbord.current_tenant()) and p.id = p_child and p.kind = 'subject'
          and case (select rundbord.current_capacity())
              when 'leader' then rundbord.unit_of(p.dossier_id) = any ((select rundbord.led_units())::uuid[])
              else p.dossier_id = any ((select rundbord.granted_dossiers())::uuid[]) and exists (
                  select from rundbord.access_grant g
                  where g.tenant_id = p.tenant_id and g.dossier_id = p.dossier_id and g.person_id = (select rundbord.current_person())
                    and g.capacity = (select rundbord.current_capacity())
                    and g.reason not in ('invited', 'accepted', 'coordinator_offered', 'emergency')
                    and g.valid_from <= (select rundbord.business_now())
                    and (g.valid_until is null or g.valid_until > (select rundbord.business_now())))
              end)
       and (select rundbord.current_capacity()) in ('professional', 'leader', 'adviser')
$$;
comment on function rundbord.has_lasting_part(uuid) is 'Whether the actor, a professional, has more than an invitation to do with a child.';

-- Of whom the actor may record a protection or a death: the child itself, and who holds custody of it.
create or replace function rundbord.may_record_about(p_person uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select rundbord.has_lasting_part(p_person) or exists (
        select from rundbord.custody c
        where c.tenant_id = (select rundbord.current_tenant()) and c.holder_id = p_person and upper_inf(c.recorded)
          and c.valid @> (select rundbord.business_now()) and rundbord.has_lasting_part(c.child_id))
$$;

-- The identity dossier of one of whom the actor may record something: theirs to name, not to read.
create or replace function rundbord.dossier_to_record(p_person uuid) returns uuid language sql stable security definer
    set search_path = '' as $$
    select p.dossier_id from rundbord.person p
    where p.tenant_id = (select rundbord.current_tenant()) and p.id = p_person
      and case (select rundbord.current_capacity()) when 'system' then true else rundbord.may_record_about(p_person) end
$$;

-- Nothing is told to the dead, and nothing about a dead child to its family: people tell them.
create or replace function rundbord.is_silenced(p_person uuid, p_dossier uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select exists (
        select from rundbord.departure x
        where x.tenant_id = (select rundbord.current_tenant()) and x.kind = 'death' and x.over_at is null
          and (x.person_id = p_person
               or exists (select from rundbord.person r where r.tenant_id = x.tenant_id and r.id = p_person and r.kind <> 'staff')
                  and (x.dossier_id = p_dossier
                       or exists (select from rundbord.casework c where c.tenant_id = x.tenant_id and c.dossier_id = p_dossier
                                  and c.child_id = x.person_id))))
$$;

-- Whose name is protected at this moment, of those the actor meets in a case: shown by what they are, not by name.
create or replace function rundbord.protected_among(p_people uuid[]) returns setof uuid language sql stable security definer
    set search_path = '' as $$
    select distinct x.person_id from rundbord.protection x
    where x.tenant_id = (select rundbord.current_tenant()) and x.person_id = any (p_people)
      and upper_inf(x.recorded) and x.valid @> (select rundbord.business_now())
      and ((select rundbord.current_capacity()) <> 'family'
           or exists (select from rundbord.participant a where a.tenant_id = x.tenant_id and a.person_id = x.person_id
                      and a.dossier_id = any ((select rundbord.granted_dossiers())::uuid[]))
           or exists (select from rundbord.custody c where c.tenant_id = x.tenant_id and c.holder_id = x.person_id
                      and c.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])))
$$;
comment on function rundbord.protected_among(uuid[]) is 'Who of these has a protected name or address now, in business time.';

-- Custody ends with the life of holder or child. Its own column says so, so that whoever asks for custody finds it.
create or replace function rundbord.end_custody_with_life() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    if tg_op = 'INSERT' or new.majority_at is distinct from old.majority_at then
        new.of_age_at := new.majority_at;
    end if;
    new.majority_at := least(new.of_age_at, (
        select min(x.effective_at) from rundbord.departure x
        where x.tenant_id = new.tenant_id and x.kind = 'death' and x.over_at is null and x.person_id in (new.child_id, new.holder_id)));
    return new;
end $$;

-- A death or a move takes effect in every wall in the transaction that records it.
create or replace function rundbord.departure_takes_effect() returns trigger language plpgsql security definer set search_path = '' as $$
declare child uuid;
begin
    if new.kind = 'death' then
        -- Also the custodies: their own trigger reckons them anew, and with them the grants.
        update rundbord.custody c set of_age_at = c.of_age_at
            where c.tenant_id = new.tenant_id and upper_inf(c.recorded) and new.person_id in (c.child_id, c.holder_id);
        update rundbord.access_grant g set valid_until = case when new.over_at is null then new.effective_at end
            where g.tenant_id = new.tenant_id and g.person_id = new.person_id and g.reason = 'self' and g.source_id = new.person_id;
        if new.over_at is null then
            update rundbord.session s set ended_at = rundbord.machine_now(), ended_reason = 'person_gone', hint = null
                where s.tenant_id = new.tenant_id and s.person_id = new.person_id and s.ended_at is null;
        end if;
    end if;
    for child in
        select new.person_id from rundbord.person p where p.tenant_id = new.tenant_id and p.id = new.person_id and p.kind = 'subject'
        union
        select p.id from rundbord.access_grant g
        join rundbord.person p on p.tenant_id = g.tenant_id and p.dossier_id = g.dossier_id and p.kind = 'subject'
        where g.tenant_id = new.tenant_id and g.person_id = new.person_id
    loop
        perform rundbord.derive_grants(child);
    end loop;
    return null;
end $$;

-- A child that was expected is born: once, by the system or one with a lasting part. It knows no birth date, so it is given
-- what the birth date decides, as the system gives it when a register tells.
create or replace function rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamptz,
        p_self timestamptz, p_ages integer[], p_instants timestamptz[]) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
begin
    if rundbord.current_capacity() <> 'system' then
        if not rundbord.has_lasting_part(p_child) then
            return false;
        end if;
    end if;
    update rundbord.person p set sealed = p_sealed, unborn = false, version = p.version + 1
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and p.unborn and p.version = p_version;
    if not found then
        return false;
    end if;
    update rundbord.custody c set majority_at = p_majority
        where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and upper_inf(c.recorded);
    update rundbord.casework c set self_access_from = p_self
        where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child;
    update rundbord.consent_term t
    set own_from = (select a.at from unnest(p_ages, p_instants) a (age, at) where a.age = t.own_age),
        alone_from = (select a.at from unnest(p_ages, p_instants) a (age, at) where a.age = t.alone_age)
    from rundbord.casework c
    where t.tenant_id = rundbord.current_tenant() and c.tenant_id = t.tenant_id and c.dossier_id = t.dossier_id and c.child_id = p_child;
    return true;
end $$;

grant execute on function rundbord.record_born(uuid, integer, bytea, timestamptz, timestamptz, integer[], timestamptz[])
    to rundbord_relation, rundbord_unit, rundbord_worker;
grant execute on function rundbord.has_lasting_part(uuid), rundbord.may_record_about(uuid), rundbord.dossier_to_record(uuid)
    to rundbord_relation, rundbord_unit, rundbord_worker;
grant execute on function rundbord.is_silenced(uuid, uuid) to rundbord_worker, rundbord_notifier;
grant execute on function rundbord.protected_among(uuid[])
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.end_custody_with_life(), rundbord.departure_takes_effect() to rundbord_owner;
reset role;

create or replace trigger end_with_life before insert or update on rundbord.custody
    for each row execute function rundbord.end_custody_with_life();
create or replace trigger takes_effect after insert or update of effective_at, over_at on rundbord.departure
    for each row execute function rundbord.departure_takes_effect();
grant select, update on rundbord.custody to rundbord_definer;
grant update (sealed, unborn, version) on rundbord.person to rundbord_definer;
grant update (self_access_from) on rundbord.casework to rundbord_definer;
grant select, update (own_from, alone_from) on rundbord.consent_term to rundbord_definer;
grant select on rundbord.departure, rundbord.protection, rundbord.family_relation to rundbord_definer;

-- Numbers: blotted out, for who has a lasting part in the child's case, and one's own. Written by the system alone.
call rundbord.wall('person_identifier', 'dossier_id', ' and person_id = (select rundbord.current_person())');
drop policy if exists for_a_lasting_part on rundbord.person_identifier;
create policy for_a_lasting_part on rundbord.person_identifier as restrictive for select to rundbord_relation, rundbord_unit
    using (rundbord.has_lasting_part(person_id));
grant select on rundbord.person_identifier to rundbord_family, rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.person_identifier to rundbord_worker;

-- Protection: known to those who see the child, of the child and of who holds custody of it; one's own and one's children's.
call rundbord.wall_of_tenant('protection', '');
drop policy if exists of_visible_people on rundbord.protection;
create policy of_visible_people on rundbord.protection for select to rundbord_relation, rundbord_unit, rundbord_family using (
    exists (select from rundbord.person p where p.tenant_id = protection.tenant_id and p.id = protection.person_id)
    or exists (select from rundbord.custody c where c.tenant_id = protection.tenant_id and c.holder_id = protection.person_id));
drop policy if exists recorded_with_a_part on rundbord.protection;
create policy recorded_with_a_part on rundbord.protection for insert to rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person()) and rundbord.may_record_about(person_id));
drop policy if exists corrected_with_a_part on rundbord.protection;
create policy corrected_with_a_part on rundbord.protection for update to rundbord_relation, rundbord_unit
    using (rundbord.may_record_about(person_id)) with check (rundbord.may_record_about(person_id));
grant select on rundbord.protection to rundbord_family, rundbord_relation, rundbord_unit;
grant insert, update (recorded) on rundbord.protection to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.protection to rundbord_worker;

-- Death and moving away: for those with a lasting part; a family is told by people.
call rundbord.wall_of_tenant('departure', '');
drop policy if exists of_visible_people on rundbord.departure;
drop policy if exists for_a_lasting_part on rundbord.departure;
create policy for_a_lasting_part on rundbord.departure for select to rundbord_relation, rundbord_unit
    using (rundbord.may_record_about(person_id));
drop policy if exists recorded_with_a_part on rundbord.departure;
create policy recorded_with_a_part on rundbord.departure for insert to rundbord_relation, rundbord_unit with check (
    recorded_by = (select rundbord.current_person()) and over_at is null
    and effective_at > (select rundbord.business_now()) and dossier_id = rundbord.dossier_to_record(person_id)
    and (kind = 'death' or rundbord.has_lasting_part(person_id)));
drop policy if exists settled_with_a_part on rundbord.departure;
create policy settled_with_a_part on rundbord.departure for update to rundbord_relation, rundbord_unit
    using (rundbord.may_record_about(person_id)) with check (rundbord.may_record_about(person_id));
grant select, insert, update (over_at, over_by, settled_at, handover_agreed_on, handover_recorded_by, sealed, version)
    on rundbord.departure to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.departure to rundbord_worker;

-- The circle of the family, and what a parent without custody was told.
call rundbord.wall('family_relation', 'dossier_id',
    ' and (shown_to = ''family'' or shown_to = ''own'' and belongs_to = (select rundbord.current_person()))');
call rundbord.wall('information_given', 'dossier_id', '');
drop policy by_family on rundbord.information_given;
-- Who comes with somebody to a meeting is for those who meet them there.
call rundbord.within_reach('family_relation', 'dossier_id', 'meeting_id = any ((select rundbord.invited_to())::uuid[])', '');
drop policy if exists for_a_lasting_part on rundbord.family_relation;
create policy for_a_lasting_part on rundbord.family_relation as restrictive for select to rundbord_relation using (
    rundbord.has_lasting_part(child_id) or kind = 'sibling'
    or meeting_id is not null and exists (
        select from rundbord.meeting m where m.tenant_id = family_relation.tenant_id and m.id = family_relation.meeting_id));
drop policy if exists for_a_lasting_part on rundbord.information_given;
create policy for_a_lasting_part on rundbord.information_given as restrictive for select to rundbord_relation using (
    exists (select from rundbord.family_relation f where f.tenant_id = information_given.tenant_id and f.id = information_given.relation_id));
-- Siblings are shown as far as each of the two may be seen.
drop policy if exists both_children on rundbord.family_relation;
create policy both_children on rundbord.family_relation as restrictive to rundbord_family, rundbord_relation, rundbord_unit using (
    kind <> 'sibling' or exists (
        select from rundbord.person p where p.tenant_id = family_relation.tenant_id and p.id = family_relation.person_id));
drop policy if exists recorded_with_a_part on rundbord.family_relation;
create policy recorded_with_a_part on rundbord.family_relation as restrictive for insert to rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person()) and rundbord.has_lasting_part(child_id));
drop policy if exists ended_with_a_part on rundbord.family_relation;
create policy ended_with_a_part on rundbord.family_relation as restrictive for update to rundbord_relation, rundbord_unit
    using (rundbord.has_lasting_part(child_id));
drop policy if exists given_with_a_part on rundbord.information_given;
create policy given_with_a_part on rundbord.information_given as restrictive for insert to rundbord_relation, rundbord_unit
    with check (given_by = (select rundbord.current_person()) and exists (
        select from rundbord.family_relation f where f.tenant_id = information_given.tenant_id and f.id = information_given.relation_id
          and f.kind = 'parent_without_custody' and rundbord.has_lasting_part(f.child_id)));
-- One of the family names who comes with themselves to a meeting that is still to be held, and takes it back: nobody else's, no
-- other sort of relation, shown to none of the rest of the family.
drop policy if exists own_companion on rundbord.family_relation;
create policy own_companion on rundbord.family_relation as restrictive for insert to rundbord_family
    with check (kind = 'bisidder' and belongs_to = (select rundbord.current_person()) and shown_to = 'own'
        and recorded_by = (select rundbord.current_person()) and recorded_at = (select rundbord.business_now())
        and secrecy_at = (select rundbord.business_now()) and person_id is null and source_key is null and ended_at is null
        and exists (
            select from rundbord.meeting m
            join rundbord.casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id
            join rundbord.participant a on a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.status = 'invited'
                 and a.person_id = (select rundbord.current_person())
            where m.tenant_id = family_relation.tenant_id and m.id = family_relation.meeting_id
              and c.child_id = family_relation.child_id and m.status in ('planned', 'agenda_sent')));
drop policy if exists own_companion_ended on rundbord.family_relation;
create policy own_companion_ended on rundbord.family_relation as restrictive for update to rundbord_family
    using (kind = 'bisidder' and belongs_to = (select rundbord.current_person()) and meeting_id is not null and ended_at is null)
    with check (ended_by = (select rundbord.current_person()));
grant select, insert, update (valid_until, ended_at, ended_by, version) on rundbord.family_relation to rundbord_family;
grant select, insert, update (valid_until, ended_at, ended_by, version) on rundbord.family_relation to rundbord_relation, rundbord_unit;
grant select, insert on rundbord.information_given to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.family_relation, rundbord.information_given to rundbord_worker;

-- What an employment gave ends with it for good: a session is not there again when the next employment begins. At the end
-- of the transaction, since a correction ends one row and writes another.
set role rundbord_definer;
create or replace function rundbord.end_sessions_of_employment() returns trigger language plpgsql security definer
    set search_path = '' as $$
declare
    r record := coalesce(new, old);
    s record;
begin
    -- Whoever mends an employment by hand has entered no tenant.
    perform rundbord.enter_tenant(r.tenant_id);
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'employment', hint = null
        where x.tenant_id = r.tenant_id and x.person_id = r.person_id and x.ended_at is null and x.capacity <> 'family'
          and cardinality(rundbord.units_of(x.tenant_id, x.person_id, x.capacity, rundbord.business_now())) = 0
        returning x.id, x.person_id, x.capacity
    loop
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_employment');
    end loop;
    return null;
end $$;
grant execute on function rundbord.end_sessions_of_employment() to rundbord_owner;
reset role;
drop trigger if exists end_sessions on rundbord.employment;
create constraint trigger end_sessions after update or delete on rundbord.employment deferrable initially deferred
    for each row execute function rundbord.end_sessions_of_employment();

-- The number that Digital Post goes to: written by the system as a register tells it, and read by the notifier alone.
call rundbord.wall_of_tenant('digital_post_number', '');
grant select (tenant_id, person_id, dossier_id), insert, update (sealed, told_at), delete on rundbord.digital_post_number
    to rundbord_worker;
grant select (tenant_id, person_id, dossier_id, sealed) on rundbord.digital_post_number to rundbord_notifier;

-- Whether a place would tell somebody of the family where another one lives or goes (CPR-loven §28): asked by what sends
-- letters, and answered with no name. Of meetings that are held as one, the families of all of them meet there.
set role rundbord_definer;
create or replace function rundbord.circle_is_protected(p_meeting uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    with held as (
        select m.id, m.dossier_id, c.child_id from rundbord.meeting asked
        join rundbord.meeting m on m.tenant_id = asked.tenant_id and (m.id = asked.id or m.gathering_id = asked.gathering_id)
        join rundbord.casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id
        where asked.tenant_id = (select rundbord.current_tenant()) and asked.id = p_meeting
    ), circle as (
        select child_id as person_id from held
        union
        select p.person_id from held join rundbord.participant p
            on p.tenant_id = (select rundbord.current_tenant()) and p.meeting_id = held.id and p.kind <> 'professional'
        union
        select u.holder_id from held join rundbord.custody u
            on u.tenant_id = (select rundbord.current_tenant()) and u.child_id = held.child_id and upper_inf(u.recorded)
        union
        select f.person_id from held join rundbord.family_relation f
            on f.tenant_id = (select rundbord.current_tenant()) and f.child_id = held.child_id and f.ended_at is null
    )
    select exists (
        select from circle join rundbord.protection x
            on x.tenant_id = (select rundbord.current_tenant()) and x.person_id = circle.person_id
        where upper_inf(x.recorded) and x.valid @> (select rundbord.business_now()))
$$;
comment on function rundbord.circle_is_protected(uuid) is
    'Whether anybody of the families of a meeting has a protected name or address now, in business time.';
grant execute on function rundbord.circle_is_protected(uuid) to rundbord_notifier;
reset role;
