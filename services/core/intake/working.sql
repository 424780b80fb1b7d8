-- name: claim_run
-- The import that is to go on, for one worker and a while (machine time).
update intake_run set free_at = machine_now() + :lease::interval, failures = failures + 1
where tenant_id = current_tenant() and id = (
    select r.id from intake_run r
    where r.tenant_id = current_tenant() and r.state in ('checking', 'applying') and (r.free_at is null or r.free_at <= machine_now())
    limit 1 for update skip locked)
returning id, source, kinds, snapshot, state, started_by, started_at, ended_at, content_id, row_count, row_done, part_count, part_done,
       unreadable, missing, accepted, begun, failures, version

-- name: hold_run
-- The import as it is now, held until this transaction ends; nothing when it was cancelled or another went on with it.
select id, source, kinds, snapshot, state, started_by, started_at, ended_at, content_id, row_count, row_done, part_count, part_done,
       unreadable, missing, accepted, begun, failures, version
from intake_run
where tenant_id = current_tenant() and id = :id and state in ('checking', 'applying') and part_done = :part_done
for update

-- name: free_run
-- Another may go on with it.
update intake_run set free_at = null where tenant_id = current_tenant() and id = :id

-- name: advance_run
-- A part is done; with it, in the same transaction, whatever its rows changed.
update intake_run set part_done = part_done + 1, row_done = row_done + :rows, failures = 0,
    free_at = machine_now() + :lease::interval
where tenant_id = current_tenant() and id = :id

-- name: keep_run
-- Something of it was done that is no part: what is not told any more.
update intake_run set failures = 0, free_at = machine_now() + :lease::interval where tenant_id = current_tenant() and id = :id

-- name: begin_phase
-- Its first row is next. How much is known of the source and not told any more was counted, where that ends.
update intake_run set begun = true, missing = :missing where tenant_id = current_tenant() and id = :id

-- name: settle_run
-- An import comes to its next rest: checked, held for a yes, done or failed.
update intake_run set state = :state, free_at = null, failures = 0, version = version + 1,
    ended_at = case when :state::text in ('done', 'failed') then business_now() end
where tenant_id = current_tenant() and id = :id and state in ('checking', 'applying')

-- name: find_part
-- One part, sealed.
select id, dossier_id, sealed from intake_part where tenant_id = current_tenant() and run_id = :run_id and number = :number

-- name: find_seen
-- Which row tells of these keys, and what a check would make of it.
select s.kind, s.key, s.place, s.planned from intake_seen s
join unnest(:kinds::text[], :keys::bytea[]) w (kind, key) on w.kind = s.kind and w.key = s.key
where s.tenant_id = current_tenant() and s.run_id = :run_id

-- name: plan_seen
-- A check would make these.
update intake_seen s set planned = w.planned from unnest(:kinds::text[], :keys::bytea[], :planned::text[]) w (kind, key, planned)
where s.tenant_id = current_tenant() and s.run_id = :run_id and s.kind = w.kind and s.key = w.key

-- name: find_keys
-- What a source's keys are here.
select k.kind, k.key, k.person_id, k.unit_id, k.other_id, k.role from intake_key k
join unnest(:kinds::text[], :keys::bytea[]) w (kind, key) on w.kind = k.kind and w.key = k.key
where k.tenant_id = current_tenant() and k.source = :source

-- name: put_key
-- What a source's key is here from now on.
insert into intake_key (tenant_id, source, kind, key, person_id, unit_id, other_id, role)
values (current_tenant(), :source, :kind, :key, :person_id, :unit_id, :other_id, :role)
on conflict (tenant_id, source, kind, key) do update
    set person_id = excluded.person_id, unit_id = excluded.unit_id, other_id = excluded.other_id, role = excluded.role

-- name: drop_key
-- A source tells of it no more.
delete from intake_key where tenant_id = current_tenant() and source = :source and kind = :kind and key = :key

-- name: list_missing
-- What is known of a source and not told in this copy: relations first, then who and what they are between.
select k.kind, k.key, k.person_id, k.unit_id, k.other_id, k.role from intake_key k
where k.tenant_id = current_tenant() and k.source = :source and k.kind = any(:kinds::text[])
  and not exists (select from intake_seen s where s.tenant_id = k.tenant_id and s.run_id = :run_id and s.kind = k.kind and s.key = k.key)
order by k.kind in ('person', 'staff', 'unit'), k.kind, k.key
limit :limit

-- name: count_missing
-- How much that is, and of how much.
select count(*)::integer as known, (count(*) filter (where not exists (
    select from intake_seen s where s.tenant_id = k.tenant_id and s.run_id = :run_id and s.kind = k.kind and s.key = k.key)))::integer as missing
from intake_key k
where k.tenant_id = current_tenant() and k.source = :source and k.kind = any(:kinds::text[])

-- name: told_elsewhere
-- Whether another source tells of this professional too.
select exists (
    select from intake_key k where k.tenant_id = current_tenant() and k.kind = 'staff' and k.person_id = :person_id
      and k.source <> :source) as elsewhere

-- name: people_known
-- People with what they are sealed in, by id.
select id, dossier_id, kind, language, sealed, source_key from person
where tenant_id = current_tenant() and id = any(:ids::uuid[])

-- name: people_by_own_key
-- People that were recorded here under these keys, before any import told of them.
select id, kind, source_key from person
where tenant_id = current_tenant() and source_key = any(:keys::text[]) and source_key is not null

-- name: units_by_own_key
-- Places that were recorded here under these keys, before any import told of them.
select id, source_key from unit where tenant_id = current_tenant() and source_key = any(:keys::text[])

-- name: staff_known
-- What is public of professionals.
select person_id, display_name, work_email, work_phone, profession from staff
where tenant_id = current_tenant() and person_id = any(:ids::uuid[])

-- name: facts_of
-- What is held true of these people now: who or where, in which role, from when until when.
select 'employment' as kind, person_id, unit_id, null::uuid as other_id, role, lower(valid) as since, upper(valid) as until
from employment where tenant_id = current_tenant() and person_id = any(:ids::uuid[]) and upper_inf(recorded)
union all
select 'enrolment', child_id, unit_id, null, '', lower(valid), upper(valid)
from enrolment where tenant_id = current_tenant() and child_id = any(:ids::uuid[]) and upper_inf(recorded)
union all
select 'custody', child_id, null, holder_id, '', lower(valid), upper(valid)
from custody where tenant_id = current_tenant() and child_id = any(:ids::uuid[]) and upper_inf(recorded)
union all
select 'relation', child_id, null, person_id, kind, lower(valid), upper(valid)
from relation where tenant_id = current_tenant() and child_id = any(:ids::uuid[]) and upper_inf(recorded)
union all
select 'protection', person_id, null, null, kind, lower(valid), upper(valid)
from protection where tenant_id = current_tenant() and person_id = any(:ids::uuid[]) and upper_inf(recorded)
union all
select case kind when 'death' then 'death' else 'move' end, person_id, null, null, '',
       happened_on::timestamp at time zone 'Europe/Copenhagen', null
from departure where tenant_id = current_tenant() and person_id = any(:ids::uuid[]) and over_at is null

-- name: insert_changes
-- What rows change.
insert into intake_change (tenant_id, id, run_id, phase, place, kind, action, fields, before, after)
values (current_tenant(), :id, :run_id, :phase, :place, :kind, :action, :fields, :before, :after)

-- name: add_count
-- So many more of a kind were changed in a way.
insert into intake_count (tenant_id, run_id, phase, kind, action, number)
values (current_tenant(), :run_id, :phase, :kind, :action, :number)
on conflict (tenant_id, run_id, phase, kind, action) do update set number = intake_count.number + excluded.number

-- name: forget_phase
-- A check or a carrying out begins: what an earlier one found is no more.
with errors as (delete from intake_error where tenant_id = current_tenant() and run_id = :run_id and phase = :phase),
     changes as (delete from intake_change where tenant_id = current_tenant() and run_id = :run_id and phase = :phase),
     planned as (update intake_seen set planned = '' where tenant_id = current_tenant() and run_id = :run_id and planned <> '')
delete from intake_count where tenant_id = current_tenant() and run_id = :run_id and phase = :phase

-- name: ended_runs
-- Imports that have ended and whose content is still here.
select id, content_id as content from intake_run
where tenant_id = current_tenant() and state in ('done', 'cancelled', 'failed') and content_id is not null
limit 20

-- name: delete_content
-- The content of an ended import, with the dossier that its key hangs on.
delete from dossier where tenant_id = current_tenant() and id = :content and kind = 'intake'

-- name: forget_content
-- What is left are numbers, errors without what was wrong, and what changed.
with seen as (delete from intake_seen where tenant_id = current_tenant() and run_id = :run_id)
update intake_run set content_id = null where tenant_id = current_tenant() and id = :run_id

-- name: cancel_forgotten
-- An import that nobody said yes to in a while ends: its content is not kept.
update intake_run set state = 'cancelled', ended_at = business_now(), version = version + 1
where tenant_id = current_tenant() and state in ('receiving', 'checked', 'held') and started_at < :before

-- name: delete_old
-- Imports whose history is out of its time.
delete from intake_run where tenant_id = current_tenant() and ended_at < :before and content_id is null
