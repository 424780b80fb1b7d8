-- name: who_can_see
-- Who can see a child now or later, and why; no row unless the actor may see the child.
select person_id, person_name as name, capacity, reason, valid_from, valid_until
from access_to_child(:child_id)
order by capacity, danish_key(person_name) nulls last, valid_from, person_id, reason

-- name: access_events
-- One page of who has looked at a child's dossiers, newest first; no row unless the actor may see the child.
select id, occurred_at, actor_id, actor_name as name, capacity, operation, changed
from events_of_child(:child_id, :before::timestamptz, :before_id::uuid, :page)
order by occurred_at desc, id desc
