-- name: meeting_of_child
-- Whether a meeting is of a child's case, and still to come or not yet concluded.
select m.id as meeting_id from meeting m
join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id
where m.tenant_id = current_tenant() and c.child_id = :child_id and m.id = :meeting_id and m.status in ('planned', 'agenda_sent', 'held')

-- name: held_custody
-- Of which children somebody holds or held custody, as far as the actor sees them.
select distinct child_id from custody
where tenant_id = current_tenant() and holder_id = :holder_id and upper_inf(recorded)
order by child_id
