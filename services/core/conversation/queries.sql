-- name: conversations_of_dossier
-- What a child has been asked by itself, the newest first.
select id, dossier_id, problem_id, held_at, held_by, support_person_offered, recorded_at, sealed, version
from conversation where tenant_id = current_tenant() and dossier_id = :dossier_id
order by held_at desc, id

-- name: find_conversation
-- One of them.
select id, dossier_id, problem_id, held_at, held_by, support_person_offered, recorded_at, sealed, version
from conversation where tenant_id = current_tenant() and id = :id

-- name: insert_conversation
-- A conversation was held.
insert into conversation (tenant_id, id, dossier_id, problem_id, held_at, held_by, support_person_offered, recorded_at, sealed)
values (current_tenant(), :id, :dossier_id, :problem_id, :held_at, :held_by, :support_person_offered, business_now(), :sealed)

-- name: summaries_of_dossier
-- What of them was passed on to the parents, the newest first.
select id, dossier_id, conversation_id, problem_id, written_by, written_at, sealed
from conversation_summary where tenant_id = current_tenant() and dossier_id = :dossier_id
order by written_at desc, id

-- name: insert_summary
-- What is passed on.
insert into conversation_summary (tenant_id, id, dossier_id, conversation_id, problem_id, written_by, written_at, sealed)
values (current_tenant(), :id, :dossier_id, :conversation_id, :problem_id, :written_by, business_now(), :sealed)

-- name: count_version
-- Something was passed on: who saw the conversation before that is late.
update conversation set version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version
