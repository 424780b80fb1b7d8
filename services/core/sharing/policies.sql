-- Reach: what somebody sees of a child whose only reason is a place in a meeting, and what was shared with them beside it.
-- Applied second, since every table's wall calls only_reached().
--
-- Why this is safe: the wall closes every table with a dossier to those with a reach alone (db/policies.sql), and
-- within_reach() opens it again by ids that these functions read for the transaction's own tenant, person and capacity. A
-- table nobody has thought of stays closed. Who sees the child for another reason too is not held by any of it.

set role rundbord_definer;

-- Not current_person() in here, which raises for the system: the queries that ask are the worker's too.
create or replace function rundbord.only_reached() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(distinct g.dossier_id), '{}')
    from rundbord.access_grant g
    where g.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason in ('invited', 'accepted')
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
      and not exists (
          select from rundbord.access_grant o
          where o.tenant_id = g.tenant_id and o.dossier_id = g.dossier_id and o.person_id = g.person_id
            and o.capacity = g.capacity and o.reason not in ('invited', 'accepted')
            and o.valid_from <= (select rundbord.business_now())
            and (o.valid_until is null or o.valid_until > (select rundbord.business_now())))
$$;
comment on function rundbord.only_reached() is 'Dossiers of which the actor sees no more than the meetings they have a place in.';

create or replace function rundbord.invited_to() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(distinct a.meeting_id), '{}')
    from rundbord.access_grant g
    join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    where g.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason in ('invited', 'accepted')
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
$$;
comment on function rundbord.invited_to() is 'Meetings in which the actor has a place, accepted or not: that they are asked to come.';

create or replace function rundbord.accepted_meetings() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(distinct a.meeting_id), '{}')
    from rundbord.access_grant g
    join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    where g.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason = 'accepted'
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
$$;
comment on function rundbord.accepted_meetings() is 'Meetings that the actor has said yes to, or was at.';

-- On each consent that was there, and on all that are asked for now: one holder's later no ends it too.
create or replace function rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) returns boolean
    language sql stable security definer set search_path = '' as $$
    select p_purpose is null
        or coalesce((select s.stands from rundbord.consent_state(p_dossier, p_purpose) s), false)
           and not exists (
               select from unnest(p_consents) needed (id)
               where not exists (
                   select from rundbord.consent c
                   where c.tenant_id = (select rundbord.current_tenant()) and c.id = needed.id and c.state = 'given'
                     and (c.expires_at is null or c.expires_at > (select rundbord.business_now()))))
$$;
comment on function rundbord.share_rests(uuid, text, uuid[]) is 'Whether what a share rests on stands now; the law always does.';

-- A share is of the place it was given to: it counts from the yes on, ends with the place, and with what it rests on.
create or replace function rundbord.standing_shares() returns setof rundbord.share language sql stable security definer
    set search_path = '' as $$
    select s.*
    from rundbord.share s
    join rundbord.access_grant g on g.tenant_id = s.tenant_id and g.source_id = s.participant_id and g.dossier_id = s.dossier_id
    where s.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason = 'accepted'
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
      and s.withdrawn_at is null and s.valid_until > (select rundbord.business_now())
      and rundbord.share_rests(s.dossier_id, s.consent_purpose, s.consents)
$$;

create or replace function rundbord.opened_meetings() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select rundbord.accepted_meetings()
        || coalesce((select array_agg(s.meeting_id) from rundbord.standing_shares() s where s.kind = 'meeting'), '{}')
$$;
comment on function rundbord.opened_meetings() is 'Meetings whose record the actor may read by a place or a share.';

create or replace function rundbord.shared_records() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(x.id), '{}')
    from rundbord.standing_shares() s
    cross join lateral unnest(array[s.meeting_id, s.form_id, s.plan_id, s.problem_id]) x (id)
    where x.id is not null
$$;
comment on function rundbord.shared_records() is 'What stands shared with the actor, and the meeting that a form is of.';

create or replace function rundbord.reached_problems() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(distinct m.problem_id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.id = any ((select rundbord.accepted_meetings())::uuid[])
      and m.problem_id is not null
$$;
comment on function rundbord.reached_problems() is 'Problems that the actor''s own meetings are about: their name and level.';

create or replace function rundbord.sees_whole(p_dossier uuid) returns boolean language sql stable security definer
    set search_path = '' as $$
    select p_dossier = any (rundbord.granted_dossiers()) and p_dossier <> all (rundbord.only_reached()) or rundbord.leads(p_dossier)
$$;
comment on function rundbord.sees_whole(uuid) is 'Whether the actor sees a dossier by more than a place in a meeting.';

grant execute on function rundbord.only_reached(), rundbord.opened_meetings(), rundbord.shared_records(), rundbord.invited_to(),
    rundbord.accepted_meetings(), rundbord.reached_problems()
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker, rundbord_notifier;
grant execute on function rundbord.sees_whole(uuid), rundbord.share_rests(uuid, text, uuid[])
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_worker;
reset role;

-- Opens a table to those with a reach alone: what they read, and (p_writes, '' for nothing) what they write.
create or replace procedure rundbord.within_reach(p_table text, p_column text, p_reads text, p_writes text) language plpgsql
    set search_path = '' as $$
declare
    beyond constant text := format('%I <> all ((select rundbord.only_reached())::uuid[])', p_column);
begin
    execute format('drop policy if exists within_reach on rundbord.%I', p_table);
    execute format('create policy within_reach on rundbord.%I as restrictive to rundbord_relation using (%s or (%s)) with check (%s%s)',
        p_table, beyond, p_reads, beyond, case when p_writes = '' then '' else format(' or (%s)', p_writes) end);
end $$;

call rundbord.wall('share', 'dossier_id', ' and told');
drop policy if exists own_share on rundbord.share;
create policy own_share on rundbord.share as restrictive for insert to rundbord_relation, rundbord_unit
    with check (shared_by = (select rundbord.current_person()) and withdrawn_at is null);
drop policy if exists withdrawn_once on rundbord.share;
create policy withdrawn_once on rundbord.share as restrictive for update to rundbord_relation, rundbord_unit
    using (withdrawn_at is null) with check (withdrawn_by = (select rundbord.current_person()));
-- Whoever it is shared with reads that it is, and why.
call rundbord.within_reach('share', 'dossier_id', $sql$exists (
    select from rundbord.participant a
    where a.tenant_id = share.tenant_id and a.id = share.participant_id and a.person_id = (select rundbord.current_person()))$sql$, '');
grant select on rundbord.share to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_definer;
grant insert, update (withdrawn_by, withdrawn_at, version) on rundbord.share to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.share to rundbord_worker;
