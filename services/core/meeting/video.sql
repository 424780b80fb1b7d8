-- name: find_video
-- A meeting's video room, for those who come and those who lead it.
select meeting_id, dossier_id, set_by, set_at, sealed from video_link where tenant_id = current_tenant() and meeting_id = :meeting_id

-- name: set_video
-- Where it is joined from now on.
insert into video_link (tenant_id, meeting_id, dossier_id, set_by, set_at, sealed)
values (current_tenant(), :meeting_id, :dossier_id, :set_by, business_now(), :sealed)
on conflict (tenant_id, meeting_id) do update set set_by = excluded.set_by, set_at = excluded.set_at, sealed = excluded.sealed
