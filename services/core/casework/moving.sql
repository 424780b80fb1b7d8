-- name: move_casework
-- A running case goes over to another version of the model, and with it to that version's age of own access.
update casework set model_version_id = :to_version_id, self_access_from = :self_access_from, version = version + 1,
                    last_activity_at = business_now()
where tenant_id = current_tenant() and dossier_id = :dossier_id and version = :expected_version and closed_at is null

-- name: insert_casework_move
-- That it did, and who moved it.
insert into casework_move (tenant_id, id, dossier_id, from_version_id, to_version_id, moved_by, moved_at)
values (current_tenant(), :id, :dossier_id, :from_version_id, :to_version_id, current_person(), business_now())

-- name: casework_moves
-- The versions a case has followed, in order.
select dossier_id, from_version_id, to_version_id, moved_by, moved_at from casework_move
where tenant_id = current_tenant() and dossier_id = :dossier_id
order by moved_at, id
