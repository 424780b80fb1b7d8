-- name: ticks_of_dossier
-- What has been gone through in a case.
select dossier_id, checklist_key, item_key, ticked_by, ticked_at
from checklist_tick where tenant_id = current_tenant() and dossier_id = :dossier_id
order by ticked_at, item_key

-- name: insert_tick
-- An item is done.
insert into checklist_tick (tenant_id, dossier_id, checklist_key, item_key, ticked_by, ticked_at)
values (current_tenant(), :dossier_id, :checklist_key, :item_key, :ticked_by, business_now())
