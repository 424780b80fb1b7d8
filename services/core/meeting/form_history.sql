-- name: versions_of_form
-- How a form was filled, the newest first.
select id, dossier_id, form_id, version, filled_by, filled_at, complete, sealed
from form_version where tenant_id = current_tenant() and form_id = :form_id
order by version desc
limit 20

-- name: insert_version
-- It was filled once more.
insert into form_version (tenant_id, id, dossier_id, meeting_id, form_id, version, filled_by, filled_at, complete, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :form_id, :version, :filled_by, business_now(), :complete, :sealed)

-- name: drop_old_versions
-- What was written over some time ago.
delete from form_version where tenant_id = current_tenant() and filled_at < :before
