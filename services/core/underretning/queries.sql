-- name: find_underretning
-- One of them, if the actor may see it.
select id, dossier_id, child_id, problem_id, bypass, written_by, written_at, reader_id, read_by, read_at, sent_by, sent_at, sealed, version
from underretning where tenant_id = current_tenant() and id = :id

-- name: underretninger_of_dossier
-- Those about one child that the actor may see, newest first.
select id, dossier_id, child_id, problem_id, bypass, written_by, written_at, reader_id, read_by, read_at, sent_by, sent_at, sealed, version
from underretning where tenant_id = current_tenant() and dossier_id = :dossier_id
order by written_at desc, id

-- name: underretninger_of_actor
-- Every one the actor may see, newest first.
select id, dossier_id, child_id, problem_id, bypass, written_by, written_at, reader_id, read_by, read_at, sent_by, sent_at, sealed, version
from underretning where tenant_id = current_tenant()
order by written_at desc, id
limit :limit

-- name: insert_underretning
-- Write one.
insert into underretning (tenant_id, id, dossier_id, child_id, problem_id, bypass, written_by, written_at, reader_id, sealed)
values (current_tenant(), :id, :dossier_id, :child_id, :problem_id, :bypass, :written_by, business_now(), :reader_id, :sealed)

-- name: read_underretning
-- It was read before it was sent; a second reading changes nothing.
update underretning set read_by = :read_by, read_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and read_at is null and sent_at is null

-- name: send_underretning
-- It was sent; sent before, nothing happens.
update underretning set sent_by = :sent_by, sent_at = business_now(), sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and sent_at is null
