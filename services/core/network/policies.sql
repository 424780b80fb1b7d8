-- Networks about a family, which the family sees; of the evaluations each of the family sees their own alone.

call rundbord.wall('network', 'dossier_id', '');
call rundbord.wall('network_evaluation', 'dossier_id', ' and recorded_by = (select rundbord.current_person())');

drop policy if exists own_network on rundbord.network;
create policy own_network on rundbord.network as restrictive for insert to rundbord_relation, rundbord_unit
    with check (formed_by = (select rundbord.current_person()));
drop policy if exists own_evaluation on rundbord.network_evaluation;
create policy own_evaluation on rundbord.network_evaluation as restrictive for insert
    to rundbord_family, rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person())
                and by_family = ((select rundbord.current_capacity()) = 'family'));

grant select on rundbord.network, rundbord.network_evaluation
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.network to rundbord_relation, rundbord_unit;
grant update (bearing_force_id, contact_person_id, services, sealed, version) on rundbord.network
    to rundbord_relation, rundbord_unit;
grant insert on rundbord.network_evaluation to rundbord_family, rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.network, rundbord.network_evaluation to rundbord_worker;
