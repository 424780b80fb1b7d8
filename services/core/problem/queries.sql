-- name: problems_of_dossier
-- A casework's problems, the open ones first.
select id, dossier_id, track, level, status, opened_at, closed_at, closed_by, sealed, version,
       dossier_id = any ((select only_reached())::uuid[]) and id <> all ((select shared_records())::uuid[]) as veiled
from problem where tenant_id = current_tenant() and dossier_id = :dossier_id
order by status desc, opened_at, id

-- name: find_problem
-- One problem.
select id, dossier_id, track, level, status, opened_at, closed_at, closed_by, sealed, version,
       dossier_id = any ((select only_reached())::uuid[]) and id <> all ((select shared_records())::uuid[]) as veiled
from problem where tenant_id = current_tenant() and id = :id

-- name: insert_problem
-- Open a problem.
insert into problem (tenant_id, id, dossier_id, track, level, status, opened_at, sealed)
values (current_tenant(), :id, :dossier_id, :track, :level, 'open', business_now(), :sealed)

-- name: set_level
-- Move a problem to another level.
update problem set level = :level, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'open'

-- name: close_problem
-- Close a problem.
update problem set status = 'closed', closed_at = business_now(), closed_by = current_person(), version = version + 1
where tenant_id = current_tenant() and id = :id and status = 'open'

-- name: open_meetings_of_problem
-- Meetings about a problem that still have to come to something.
select id from meeting
where tenant_id = current_tenant() and problem_id = :problem_id and status in ('planned', 'agenda_sent', 'held')

-- name: coordinators_of_dossier
-- Who holds and who is offered the threads of a casework, by problem and place; `employed`: the holder works here still.
select id, problem_id, dossier_id, place, person_id, since, pending_id, offered_by, offered_at, works_here(person_id) as employed
from problem_coordinator where tenant_id = current_tenant() and dossier_id = :dossier_id
order by problem_id, place

-- name: offer_coordinator
-- Offer a place to someone; the one who holds it holds it until they accept (RA-05).
insert into problem_coordinator (tenant_id, id, dossier_id, problem_id, place, pending_id, offered_by, offered_at)
values (current_tenant(), :id, :dossier_id, :problem_id, :place, :person_id, current_person(), business_now())
on conflict (tenant_id, problem_id, place) do update
    set pending_id = excluded.pending_id, offered_by = excluded.offered_by, offered_at = excluded.offered_at

-- name: take_coordinator
-- Someone takes a place; an offer of it is over by that.
insert into problem_coordinator (tenant_id, id, dossier_id, problem_id, place, person_id, since)
values (current_tenant(), :id, :dossier_id, :problem_id, :place, :person_id, business_now())
on conflict (tenant_id, problem_id, place) do update
    set person_id = excluded.person_id, since = excluded.since, pending_id = null, offered_by = null, offered_at = null

-- name: lapse_offers
-- Offers of a problem's thread lapse: of one place, or of all.
update problem_coordinator set pending_id = null, offered_by = null, offered_at = null
where tenant_id = current_tenant() and problem_id = :problem_id and pending_id is not null
  and (:place::text is null or place = :place::text)

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
-- What counts now, for each problem of a casework and (null) for the case as a whole.
select distinct on (problem_id) id, dossier_id, problem_id, confirmed_by, confirmed_at, sealed
from confirmation where tenant_id = current_tenant() and dossier_id = :dossier_id
order by problem_id, confirmed_at desc, id

-- name: confirmations_of_case
-- Who confirmed or took back what of the case as a whole, oldest first.
select id, dossier_id, problem_id, confirmed_by, confirmed_at, sealed
from confirmation where tenant_id = current_tenant() and dossier_id = :dossier_id and problem_id is null
order by confirmed_at, id

-- name: confirmations_of_problem
-- Who confirmed or took back what, oldest first.
select id, dossier_id, problem_id, confirmed_by, confirmed_at, sealed
from confirmation where tenant_id = current_tenant() and problem_id = :problem_id
order by confirmed_at, id
