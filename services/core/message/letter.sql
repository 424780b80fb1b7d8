-- name: letter_about_meeting
-- What a letter to somebody of the family may say of a meeting: what it is, where and who calls. Nobody else of the circle.
select m.id, m.dossier_id, m.type, m.model_version_id, m.sealed, s.display_name as convener,
       circle_is_protected(m.id) as protected
from meeting m left join staff s on s.tenant_id = m.tenant_id and s.person_id = m.convener_id
where m.tenant_id = current_tenant() and m.id = :meeting
