-- Offers and the plans made with the family. The family answers for itself; a professional notes what was told,
-- in their own name, and never as if the family had written it.

call rundbord.wall('offer', 'dossier_id', '');
call rundbord.wall('shared_plan', 'dossier_id', '');

drop policy if exists own_offer on rundbord.offer;
create policy own_offer on rundbord.offer as restrictive for insert to rundbord_relation, rundbord_unit
    with check (offered_by = (select rundbord.current_person()) and answered_by is null
                and (recorded_by is null or recorded_by = (select rundbord.current_person())));
drop policy if exists noted_in_own_name on rundbord.offer;
create policy noted_in_own_name on rundbord.offer as restrictive for update to rundbord_relation, rundbord_unit
    using (true) with check (answered_by is null and recorded_by = (select rundbord.current_person()));
drop policy if exists own_answer on rundbord.offer;
create policy own_answer on rundbord.offer as restrictive for update to rundbord_family
    using (true) with check (answered_by = (select rundbord.current_person()) and recorded_by is null and state <> 'offered');
drop policy if exists own_words on rundbord.shared_plan;
create policy own_words on rundbord.shared_plan as restrictive for insert to rundbord_relation, rundbord_unit
    with check (written_by = (select rundbord.current_person()));
drop policy if exists own_change on rundbord.shared_plan;
create policy own_change on rundbord.shared_plan as restrictive for update to rundbord_relation, rundbord_unit
    using (true) with check (written_by = (select rundbord.current_person()));

grant select on rundbord.offer, rundbord.shared_plan
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.offer, rundbord.shared_plan to rundbord_relation, rundbord_unit;
grant update (state, answered_by, answered_at, recorded_by, sealed, version) on rundbord.offer to rundbord_relation, rundbord_unit;
grant update (state, answered_by, answered_at, recorded_by, version) on rundbord.offer to rundbord_family;
grant update (written_by, written_at, sealed, version) on rundbord.shared_plan to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.offer, rundbord.shared_plan to rundbord_worker;
