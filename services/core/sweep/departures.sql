-- name: cases_of_departed
-- The running caseworks of a child that has died or moved away.
select dossier_id, model_version_id from casework
where tenant_id = current_tenant() and child_id = :child_id and closed_at is null

-- name: call_off_meetings
-- Meetings to come of a case do not take place.
update meeting set status = 'cancelled', sequence = sequence + 1, version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and status in ('planned', 'agenda_sent')
returning id, convener_id, chair_id, sequence

-- name: take_back_waiting
-- What a case waits for, its meetings' included, is not awaited any more; what the authority owes an underretning is.
update deadline
set state = case when state = 'open' then 'cancelled' else state end, settled_at = coalesce(settled_at, business_now()),
    escalating = false, version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and underretning_id is null and (state = 'open' or escalating)

-- name: close_problems
-- The case is closed, and its problems with it.
update problem set status = 'closed', closed_at = business_now(), version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and status = 'open'

-- name: close_departed_case
-- The case is closed because of the departure; the retention period begins.
update casework set closed_at = business_now(), closed_reason = :reason, version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and closed_at is null

-- name: leave_coming_meetings
-- One who has died has no place in a meeting to come.
update participant a set status = 'removed', version = a.version + 1
from meeting m
where a.tenant_id = current_tenant() and a.person_id = :person_id and a.status = 'invited'
  and m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status in ('planned', 'agenda_sent')
