-- name: open_dossier
-- Open a dossier by the database function that decides who may.
select open_dossier(:id, :kind, :unit_id, :pseudonym, :subject_id)::text as opened
