-- name: networks_of_dossier
-- The networks about a family, the oldest first.
select id, dossier_id, network_key, model_version_id, bearing_force_id, contact_person_id, services, formed_by, formed_at, sealed, version
from network where tenant_id = current_tenant() and dossier_id = :dossier_id
order by formed_at, id

-- name: find_network
-- One network.
select id, dossier_id, network_key, model_version_id, bearing_force_id, contact_person_id, services, formed_by, formed_at, sealed, version
from network where tenant_id = current_tenant() and id = :id

-- name: insert_network
-- Form a network.
insert into network (tenant_id, id, dossier_id, network_key, model_version_id, bearing_force_id, contact_person_id, services,
                     formed_by, formed_at, sealed)
values (current_tenant(), :id, :dossier_id, :network_key, :model_version_id, :bearing_force_id, :contact_person_id, :services,
        :formed_by, business_now(), :sealed)

-- name: adjust_network
-- Others bear it, or it can do something else.
update network set bearing_force_id = :bearing_force_id, contact_person_id = :contact_person_id, services = :services,
                   sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: evaluations_of_network
-- How a network was evaluated, as far as the actor may see it, newest first.
select id, dossier_id, network_id, form_key, model_version_id, by_family, recorded_by, recorded_at, sealed
from network_evaluation where tenant_id = current_tenant() and network_id = :network_id
order by recorded_at desc, id

-- name: insert_evaluation
-- Evaluate a network.
insert into network_evaluation (tenant_id, id, dossier_id, network_id, form_key, model_version_id, by_family, recorded_by, recorded_at, sealed,
                                counted)
values (current_tenant(), :id, :dossier_id, :network_id, :form_key, :model_version_id, :by_family, :recorded_by, business_now(), :sealed,
        :counted)
