-- name: handovers_of_dossier
-- What was handed over about a child, newest first.
select id, dossier_id, handover_key, form_key, model_version_id, consent_purpose, to_unit_id, to_person_id, handed_by, handed_at,
       accepted_by, accepted_at, version
from handover where tenant_id = current_tenant() and dossier_id = :dossier_id
order by handed_at desc, id

-- name: find_handover
-- One handover.
select id, dossier_id, handover_key, form_key, model_version_id, consent_purpose, to_unit_id, to_person_id, handed_by, handed_at,
       accepted_by, accepted_at, version
from handover where tenant_id = current_tenant() and id = :id

-- name: handovers_addressed
-- What is addressed to the actor or to where they work, and was accepted by nobody else; what waits comes first.
select id, dossier_id, handover_key, form_key, model_version_id, consent_purpose, to_unit_id, to_person_id, handed_by, handed_at,
       accepted_by, accepted_at, version
from handover
where tenant_id = current_tenant() and (accepted_by is null or accepted_by = current_person())
  and (to_person_id = current_person() or to_unit_id = any (employing_units()))
order by accepted_at is not null, handed_at desc, id
limit :limit

-- name: is_addressed
-- Whether a handover is addressed to the actor.
select id from handover
where tenant_id = current_tenant() and id = :id and (to_person_id = current_person() or to_unit_id = any (employing_units()))

-- name: document_of_handover
-- Its content, if the actor may read it: who works in the case, the family, and the receiver once it is accepted.
select id, dossier_id, sealed from handover_document where tenant_id = current_tenant() and id = :id

-- name: insert_handover
-- Hand knowledge over.
insert into handover (tenant_id, id, dossier_id, handover_key, form_key, model_version_id, consent_purpose, to_unit_id, to_person_id,
                      handed_by, handed_at)
values (current_tenant(), :id, :dossier_id, :handover_key, :form_key, :model_version_id, :consent_purpose, :to_unit_id, :to_person_id,
        :handed_by, business_now())

-- name: insert_document
-- Its content.
insert into handover_document (tenant_id, id, dossier_id, sealed) values (current_tenant(), :id, :dossier_id, :sealed)

-- name: accept_handover
-- The receiver takes it on.
update handover set accepted_by = current_person(), accepted_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and accepted_by is null
