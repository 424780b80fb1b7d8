-- name: child_asked_about
-- The child's own dossier, for those who may ask who can see it.
select child_asked_about(:child_id) as dossier_id

-- name: who_can_see
-- Who can see a child now or later, and why; no row unless the actor may see the child.
select person_id, person_name as name, capacity, reason, valid_from, valid_until, whose, place, meeting_id, meeting_at, category
from access_to_child(:child_id)
order by capacity, danish_key(person_name) nulls last, valid_from, person_id, reason, meeting_at

-- name: who_could_see
-- Who could see a child at some time between two moments, by what was known then; no row unless the actor may ask.
select person_id, person_name as name, capacity, reason, valid_from, valid_until, whose, place, meeting_id, meeting_at, category
from access_to_child_then(:child_id, :begin, :until)
order by capacity, danish_key(person_name) nulls last, valid_from, person_id, reason, meeting_at

-- name: access_events
-- One page of who has looked at a child's dossiers, newest first; no row unless the actor may see the child.
select id, occurred_at, actor_id, actor_name as name, capacity, operation, changed
from events_of_child(:child_id, :before::timestamptz, :before_id::uuid, :page)
order by occurred_at desc, id desc
