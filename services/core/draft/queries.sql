-- name: of_meeting
-- Where what is written about a meeting lies.
select dossier_id as of_dossier, id as of_meeting from meeting where tenant_id = current_tenant() and id = :meeting

-- name: of_child
-- Where what is written about a child lies: with the open casework, and before there is one with the child.
select coalesce(c.dossier_id, p.dossier_id) as of_dossier, null::uuid as of_meeting
from person p
left join casework c on c.tenant_id = p.tenant_id and c.child_id = p.id and c.closed_at is null
where p.tenant_id = current_tenant() and p.id = :child

-- name: own_drafts
-- What the actor is writing about a meeting, or beside all meetings.
select id, dossier_id as of_dossier, form, saved_at, sealed
from draft
where tenant_id = current_tenant() and author_id = current_person() and capacity = current_capacity()
  and dossier_id = :of_dossier and meeting_id is not distinct from :of_meeting::uuid
order by form

-- name: keep_draft
-- What stands in a form now; what stood there before is written over.
insert into draft (tenant_id, id, dossier_id, meeting_id, author_id, capacity, form, saved_at, sealed)
values (current_tenant(), :draft, :of_dossier, :of_meeting, current_person(), current_capacity(), :form, business_now(), :sealed)
on conflict (tenant_id, id) do update set saved_at = excluded.saved_at, sealed = excluded.sealed

-- name: drop_drafts
-- It was sent, or is not wanted any more.
delete from draft
where tenant_id = current_tenant() and author_id = current_person() and capacity = current_capacity()
  and dossier_id = :of_dossier and meeting_id is not distinct from :of_meeting::uuid and form = :form

-- name: drop_old
-- What nobody has written on for some time.
delete from draft where tenant_id = current_tenant() and saved_at < :before
