-- name: problems_of_dossier
-- A casework's problems, the open ones first.
select id, dossier_id, track, level, status, coordinator_id, pending_coordinator_id, opened_at, sealed, version
from problem where tenant_id = current_tenant() and dossier_id = :dossier_id
order by status desc, opened_at, id

-- name: find_problem
-- One problem.
select id, dossier_id, track, level, status, coordinator_id, pending_coordinator_id, opened_at, sealed, version
from problem where tenant_id = current_tenant() and id = :id

-- name: insert_problem
-- Open a problem.
insert into problem (tenant_id, id, dossier_id, track, level, status, coordinator_id, opened_at, sealed)
values (current_tenant(), :id, :dossier_id, :track, :level, 'open', :coordinator_id, business_now(), :sealed)

-- name: set_level
-- Move a problem to another level.
update problem set level = :level, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: close_problem
-- Close a problem; an offer of its thread lapses.
update problem set status = 'closed', pending_coordinator_id = null, version = version + 1
where tenant_id = current_tenant() and id = :id and status = 'open'

-- name: open_meetings_of_problem
-- Meetings about a problem that still have to come to something.
select id from meeting
where tenant_id = current_tenant() and problem_id = :problem_id and status in ('planned', 'agenda_sent', 'held')

-- name: offer_coordinator
-- Offer the thread to someone; the one who holds it holds it until they accept (RA-05).
update problem set pending_coordinator_id = :person_id, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: accept_coordinator
-- The one offered takes the thread over.
update problem set coordinator_id = pending_coordinator_id, pending_coordinator_id = null, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'
  and pending_coordinator_id = :person_id

-- name: insert_level_move
-- Record a move with its reason.
insert into level_move (tenant_id, id, dossier_id, problem_id, from_level, to_level, meeting_id, moved_at, moved_by, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :from_level, :to_level, :meeting_id, business_now(), :moved_by, :sealed)

-- name: moves_of_dossier
-- Every move of a casework's problems, oldest first.
select id, dossier_id, problem_id, from_level, to_level, meeting_id, moved_at, moved_by, sealed
from level_move where tenant_id = current_tenant() and dossier_id = :dossier_id
order by moved_at, id

-- name: insert_confirmation
-- Record all that is confirmed from now on.
insert into confirmation (tenant_id, id, dossier_id, problem_id, confirmed_by, confirmed_at, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :confirmed_by, business_now(), :sealed)

-- name: bump_problem
-- A change beside the problem's own row counts as a change of it.
update problem set version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: latest_confirmations
-- What counts now, for each problem of a casework.
select distinct on (problem_id) id, dossier_id, problem_id, confirmed_by, confirmed_at, sealed
from confirmation where tenant_id = current_tenant() and dossier_id = :dossier_id
order by problem_id, confirmed_at desc, id

-- name: confirmations_of_problem
-- Who confirmed or took back what, oldest first.
select id, dossier_id, problem_id, confirmed_by, confirmed_at, sealed
from confirmation where tenant_id = current_tenant() and problem_id = :problem_id
order by confirmed_at, id
