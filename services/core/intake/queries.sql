-- name: insert_run
-- An import that receives.
insert into intake_run (tenant_id, id, source, kinds, snapshot, started_by, started_at, content_id)
values (current_tenant(), :id, :source, :kinds, :snapshot, :started_by, business_now(), :content_id)

-- name: find_run
-- One import, for administrators and the worker.
select id, source, kinds, snapshot, state, started_by, started_at, ended_at, content_id, row_count, row_done, part_count, part_done,
       unreadable, missing, accepted, begun, failures, version
from intake_run where tenant_id = current_tenant() and id = :id

-- name: list_runs
-- Every import, newest first.
select id, source, kinds, snapshot, state, started_by, started_at, ended_at, content_id, row_count, row_done, part_count, part_done,
       unreadable, missing, accepted, begun, failures, version
from intake_run
where tenant_id = current_tenant() and (:before::timestamptz is null or (started_at, id) < (:before::timestamptz, :before_id::uuid))
order by started_at desc, id desc
limit :limit

-- name: running
-- The import that is being checked or carried out now.
select id from intake_run where tenant_id = current_tenant() and state in ('checking', 'applying')

-- name: receive_more
-- More of an import has been received.
update intake_run set part_count = part_count + :parts, row_count = row_count + :rows, unreadable = unreadable + :unreadable,
    version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'receiving'

-- name: move_run
-- An import goes on to be checked or carried out, from its first row.
update intake_run set state = :state, accepted = :accepted, begun = false, part_done = 0, row_done = 0, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = any(:from::text[])

-- name: cancel_run
-- Nobody goes on with an import; what it has changed stands.
update intake_run set state = 'cancelled', ended_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and state not in ('done', 'cancelled', 'failed')

-- name: insert_part
-- Some rows, sealed.
insert into intake_part (tenant_id, id, dossier_id, run_id, number, sealed)
values (current_tenant(), :id, :dossier_id, :run_id, :number, :sealed)

-- name: insert_seen
-- What rows tell of; a key that stands in an earlier row stays that row's.
insert into intake_seen (tenant_id, run_id, kind, key, place)
select current_tenant(), :run_id, s.kind, s.key, s.place
from unnest(:kinds::text[], :keys::bytea[], :places::integer[]) s (kind, key, place)
on conflict do nothing

-- name: insert_errors
-- What is wrong with rows.
insert into intake_error (tenant_id, id, run_id, phase, place, kind, field, code, allowed)
select current_tenant(), e.id, :run_id, :phase, e.place, e.kind, e.field, e.code, e.allowed
from unnest(:ids::uuid[], :places::integer[], :kinds::text[], :fields::text[], :codes::text[], :alloweds::text[])
    e (id, place, kind, field, code, allowed)

-- name: list_errors
-- What is wrong with the rows of an import: those that could not be read, and those of the check or of the carrying out.
select id, phase, place, kind, field, code, allowed from intake_error
where tenant_id = current_tenant() and run_id = :run_id and phase = any(:phases::text[])
  and (:after_place::integer is null or (place, id) > (:after_place::integer, :after_id::uuid))
order by place, id
limit :limit

-- name: list_changes
-- What rows change, in the order of the rows.
select id, place, kind, action, fields, before, after from intake_change
where tenant_id = current_tenant() and run_id = :run_id and phase = :phase
  and (:after_place::integer is null or (place, id) > (:after_place::integer, :after_id::uuid))
order by place, id
limit :limit

-- name: list_counts
-- What an import did or would do, in numbers. Rows that could not be read are wrong in the check as in the carrying out.
with counted as (
    select phase, kind, action, number from intake_count
    where tenant_id = current_tenant() and run_id = :run_id
), unread as (
    select kind, count(distinct place) as number from intake_error
    where tenant_id = current_tenant() and run_id = :run_id and phase = 'read'
    group by kind
), phases as (
    select phase from counted
    union
    select case when state in ('applying', 'done', 'failed') then 'apply' else 'check' end from intake_run
    where tenant_id = current_tenant() and id = :run_id and part_done = part_count
)
select phase, kind, action, sum(number)::integer as number
from (
    select phase, kind, action, number from counted
    union all
    select phases.phase, unread.kind, 'wrong', unread.number from unread cross join phases
) as told
group by phase, kind, action
order by phase, kind, action
