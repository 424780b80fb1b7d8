-- name: put_due
-- The day on which a dossier is to be erased, counted anew from its trigger.
insert into rundbord.retention_due (tenant_id, dossier_id, record, rule, counted_from, due_on, export_before, model_version_id)
values (rundbord.current_tenant(), :dossier_id, :record, :rule, :counted_from, :due_on, :export_before, :model_version)
on conflict (tenant_id, dossier_id) do update
set record = excluded.record, rule = excluded.rule, counted_from = excluded.counted_from, due_on = excluded.due_on,
    export_before = excluded.export_before, model_version_id = excluded.model_version_id

-- name: drop_due
-- The record is in use again: its time does not run.
delete from rundbord.retention_due where tenant_id = rundbord.current_tenant() and dossier_id = :dossier_id

-- name: read_due
-- When a dossier's time is out.
select dossier_id, record, rule, counted_from, due_on, export_before
from rundbord.retention_due where tenant_id = rundbord.current_tenant() and dossier_id = :dossier

-- name: dossiers_of_child
-- The caseworks of a child, by id alone: what a hold on the child concerns.
select rundbord.casework_of_child(:child) as id

-- name: insert_hold
-- A hold: nothing of the dossier is erased while it stands.
insert into rundbord.hold (tenant_id, id, dossier_id, placed_by, placed_at, sealed)
values (rundbord.current_tenant(), :id, :dossier_id, :placed_by, rundbord.business_now(), :sealed)

-- name: lift_hold
-- The end of a hold; its reason stays on record.
update rundbord.hold set lifted_by = :lifted_by, lifted_at = rundbord.business_now(), version = version + 1
where tenant_id = rundbord.current_tenant() and id = :id and version = :expected_version and lifted_at is null

-- name: find_hold
-- One hold.
select id, dossier_id, placed_by, placed_at, lifted_at, sealed, version
from rundbord.hold where tenant_id = rundbord.current_tenant() and id = :id

-- name: list_holds
-- The holds on a dossier, standing and lifted, the newest first.
select id, dossier_id, placed_by, placed_at, lifted_at, sealed, version
from rundbord.hold where tenant_id = rundbord.current_tenant() and dossier_id = :dossier
order by placed_at desc, id

-- name: list_certificates
-- What was erased, the newest first.
select id, record, rule, counted_from, due_on, erased_at, backups_gone_on
from rundbord.erasure_certificate
where tenant_id = rundbord.current_tenant()
  and (:before::timestamptz is null or (erased_at, id) < (:before::timestamptz, :before_id::uuid))
order by erased_at desc, id desc
limit :page

-- name: list_due
-- What an erasure of today would take, and what stops it.
select r.dossier_id, r.record, r.rule, r.counted_from, r.due_on, r.export_before,
       exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id
               and h.lifted_at is null) as held
from rundbord.retention_due r
where r.tenant_id = rundbord.current_tenant() and r.due_on <= :today
order by r.due_on, r.dossier_id

-- name: begin_erasure
-- Ledger first: write down the erasure of the dossier that is due the longest and that nothing stops.
insert into rundbord.erasure (tenant_id, id, dossier_id, record, rule, counted_from, due_on, state, free_at, begun_at)
select r.tenant_id, :id, r.dossier_id, r.record, r.rule, r.counted_from, r.due_on, 'begun', rundbord.machine_now(), rundbord.business_now()
from rundbord.retention_due r
where r.tenant_id = rundbord.current_tenant() and r.due_on <= :today and not r.held and not r.export_before
  and not exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id and h.lifted_at is null)
  and not exists (select from rundbord.erasure e where e.tenant_id = r.tenant_id and e.dossier_id = r.dossier_id and e.state <> 'stopped')
order by r.due_on, r.dossier_id
limit 1
on conflict (tenant_id, dossier_id) where state <> 'stopped' do nothing

-- name: known_erasures
-- Which of these erasures this database has heard of.
select id from rundbord.erasure where tenant_id = rundbord.current_tenant() and id = any(:ids::uuid[])

-- name: record_replayed
-- An erasure that a restore had undone and that was done again; its key goes with the next step.
insert into rundbord.erasure (tenant_id, id, dossier_id, record, rule, counted_from, due_on, state, free_at, begun_at, rows_gone_at)
values (rundbord.current_tenant(), :id, :dossier, :record, :rule, :counted_from, :due_on, 'rows_gone', rundbord.machine_now(),
        rundbord.business_now(), rundbord.business_now())
on conflict do nothing

-- name: take_open_erasure
-- An erasure that is not at its end, the oldest first; another worker's is passed by.
select e.id, e.dossier_id as erased_id, e.state, e.record, e.rule, e.counted_from, e.due_on from rundbord.erasure e
where e.tenant_id = rundbord.current_tenant() and e.state in ('begun', 'rows_gone')
  and e.free_at <= rundbord.machine_now()
order by e.begun_at, e.id
limit 1
for update skip locked

-- name: lock_dossier
-- Hold the dossier still: a hold that is being placed is waited for, a later one finds nothing to hold.
select id from rundbord.dossier where tenant_id = rundbord.current_tenant() and id = :dossier for update

-- name: still_due
-- Asked again in the transaction that erases.
select r.due_on, r.export_before,
       exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id
               and h.lifted_at is null) as held
from rundbord.retention_due r
where r.tenant_id = rundbord.current_tenant() and r.dossier_id = :dossier

-- name: delete_dossier
-- Every row of a dossier goes with it.
delete from rundbord.dossier where tenant_id = rundbord.current_tenant() and id = :dossier

-- name: advance_erasure
-- The next state of an erasure.
update rundbord.erasure
set state = :state,
    rows_gone_at = case when :state = 'rows_gone' then rundbord.business_now() else rows_gone_at end,
    ended_at = case when :state in ('done', 'stopped') then rundbord.business_now() else ended_at end
where tenant_id = rundbord.current_tenant() and id = :id and state = :from_state

-- name: insert_certificate
-- What is left of it: that it was erased, when and under which rule.
insert into rundbord.erasure_certificate (tenant_id, id, erasure_id, record, rule, counted_from, due_on, erased_at, backups_gone_on)
select e.tenant_id, :id, e.id, e.record, e.rule, e.counted_from, e.due_on, rundbord.business_now(), :backups_gone_on
from rundbord.erasure e where e.tenant_id = rundbord.current_tenant() and e.id = :erasure
on conflict (tenant_id, erasure_id) do nothing

-- name: set_erasure_aside
-- An erasure that failed waits, longer each time, so that it delays only itself.
update rundbord.erasure
set failures = failures + 1, free_at = rundbord.machine_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = rundbord.current_tenant() and id = :id

-- name: count_due_erasures
-- How many steps the sweep would find now: erasures to begin and those on their way.
select (select count(*) from rundbord.retention_due r
        where r.tenant_id = rundbord.current_tenant() and r.due_on <= :today and not r.held and not r.export_before
          and not exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id and h.lifted_at is null)
          and not exists (select from rundbord.erasure e where e.tenant_id = r.tenant_id and e.dossier_id = r.dossier_id and e.state <> 'stopped'))
     + (select count(*) from rundbord.erasure e
        where e.tenant_id = rundbord.current_tenant() and e.state in ('begun', 'rows_gone')
          and e.free_at <= rundbord.machine_now()) as due

-- name: existing_dossiers
-- Which of these dossiers exist.
select id from rundbord.dossier where tenant_id = rundbord.current_tenant() and id = any(:ids::uuid[])

-- name: lock_epochs
-- One rotation at a time, in whatever tenant's sweep it happens. Held to the end of the transaction.
select pg_advisory_xact_lock(hashtextextended('rundbord.key_epoch', 0))::text as locked

-- name: read_machine_time
-- Machine time, for what is counted in it.
select rundbord.machine_now() as at
