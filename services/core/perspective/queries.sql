-- name: perspectives_of_meeting
-- What was said for a meeting, with earlier versions and what was taken back, as far as the actor may see it; oldest first.
select id, dossier_id, meeting_id, whose, speaker_id, obtained, way, form_key, model_version_id, for_parents, for_guests, line_id,
       superseded_at, taken_back_at, recorded_by, recorded_at, sealed
from perspective where tenant_id = current_tenant() and meeting_id = :meeting_id
order by recorded_at, id

-- name: find_perspective
-- One of them.
select id, dossier_id, meeting_id, whose, speaker_id, obtained, way, form_key, model_version_id, for_parents, for_guests, line_id,
       superseded_at, taken_back_at, recorded_by, recorded_at, sealed
from perspective where tenant_id = current_tenant() and id = :id

-- name: answered_in_dossier
-- What stands of a case's meetings and was answered in a form, with the meeting's time, oldest first.
select p.id, p.dossier_id, p.meeting_id, p.whose, p.speaker_id, p.form_key, p.model_version_id, m.starts_at, p.sealed
from perspective p
join meeting m on m.tenant_id = p.tenant_id and m.id = p.meeting_id
where p.tenant_id = current_tenant() and p.dossier_id = :dossier_id and p.form_key is not null
  and p.superseded_at is null and p.taken_back_at is null and m.status <> 'cancelled'
order by m.starts_at, p.recorded_at, p.id

-- name: insert_perspective
-- Record a perspective or the attempts at it. One of a line that there is supersedes that line's newest.
insert into perspective (tenant_id, id, dossier_id, meeting_id, whose, speaker_id, obtained, way, form_key, model_version_id, for_parents,
                         for_guests, line_id, recorded_by, recorded_at, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :whose, :speaker_id, :obtained, :way, :form_key, :model_version_id, :for_parents,
        :for_guests, :line_id, :recorded_by, business_now(), :sealed)

-- name: take_back
-- Every version of a line is taken back.
update perspective set taken_back_at = business_now()
where tenant_id = current_tenant() and line_id = :line_id and meeting_id = :meeting_id and taken_back_at is null

-- name: drawings_of_meeting
-- The drawings that belong to what was said for a meeting, without what is drawn.
select id, dossier_id, meeting_id, width, height, size, uploaded_at
from perspective_drawing where tenant_id = current_tenant() and meeting_id = :meeting_id

-- name: find_drawing
-- One drawing.
select id, dossier_id, meeting_id, width, height, size, uploaded_at, sealed
from perspective_drawing where tenant_id = current_tenant() and id = :id

-- name: insert_drawing
-- Keep a drawing.
insert into perspective_drawing (tenant_id, id, dossier_id, meeting_id, width, height, size, uploaded_by, uploaded_at, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :width, :height, :size, current_person(), business_now(), :sealed)
