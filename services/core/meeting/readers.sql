-- name: own_choice
-- Whom the actor, one of the family, lets read the record of a meeting.
select id, dossier_id, meeting_id, readers, chosen_at, version
from reader_choice where tenant_id = current_tenant() and meeting_id = :meeting_id and chooser_id = current_person()

-- name: choose
-- A first choice; somebody else's is never touched.
insert into reader_choice (tenant_id, id, dossier_id, meeting_id, chooser_id, readers, chosen_at)
values (current_tenant(), :id, :dossier_id, :meeting_id, current_person(), :readers, business_now())
on conflict (tenant_id, meeting_id, chooser_id) do nothing

-- name: choose_again
-- Another choice than before.
update reader_choice set readers = :readers, chosen_at = business_now(), version = version + 1
where tenant_id = current_tenant() and meeting_id = :meeting_id and chooser_id = current_person() and version = :expected_version

-- name: closed
-- The meetings whose record is not the actor's to read.
select closed_records() as meetings

-- name: insert_conclusion
-- Why the meeting came to its outcome.
insert into conclusion (tenant_id, id, dossier_id, meeting_id, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :sealed)

-- name: conclusion_of_meeting
-- The same, for who may read the record.
select id, dossier_id, meeting_id, sealed from conclusion where tenant_id = current_tenant() and meeting_id = :meeting_id
