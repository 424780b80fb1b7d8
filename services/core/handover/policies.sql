-- Knowledge handed to the next setting. Who works in the child's case sees what was handed over, and the family does.
-- Whoever it is addressed to sees the envelope, and once they have accepted it this one document: no other row of
-- the child's. The document is theirs while they work where it went to, and while the consent it rests on stands.

set role rundbord_definer;

create or replace function rundbord.employing_units() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(distinct e.unit_id), '{}')
    from rundbord.employment e
    where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
      and e.role = (select rundbord.current_capacity())
      and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
$$;
comment on function rundbord.employing_units() is 'Units where the actor works now, in this capacity.';

create or replace function rundbord.handovers_accepted() returns uuid[] language sql stable security definer
    set search_path = '' as $$
    select coalesce(array_agg(h.id), '{}')
    from rundbord.handover h
    left join lateral rundbord.consent_state(h.dossier_id, h.consent_purpose) c on h.consent_purpose is not null
    where h.tenant_id = (select rundbord.current_tenant()) and h.accepted_by = (select rundbord.current_person())
      and (h.to_person_id = (select rundbord.current_person()) or h.to_unit_id = any ((select rundbord.employing_units())::uuid[]))
      and (h.consent_purpose is null or c.stands)
$$;
comment on function rundbord.handovers_accepted() is 'Handovers whose document the actor may read now, having accepted them.';

grant execute on function rundbord.employing_units(), rundbord.handovers_accepted() to rundbord_relation, rundbord_unit;
reset role;

call rundbord.wall('handover', 'dossier_id', '');
call rundbord.wall('handover_document', 'dossier_id', '');
-- Who is addressed is so beside any meeting.
call rundbord.within_reach('handover', 'dossier_id', $sql$to_person_id = (select rundbord.current_person())
    or to_unit_id = any ((select rundbord.employing_units())::uuid[])$sql$, $sql$accepted_by = (select rundbord.current_person())$sql$);
call rundbord.within_reach('handover_document', 'dossier_id', $sql$id = any ((select rundbord.handovers_accepted())::uuid[])$sql$, '');

drop policy if exists addressed on rundbord.handover;
create policy addressed on rundbord.handover for select to rundbord_relation, rundbord_unit using (
    to_person_id = (select rundbord.current_person()) or to_unit_id = any ((select rundbord.employing_units())::uuid[]));
drop policy if exists accepted_here on rundbord.handover;
create policy accepted_here on rundbord.handover for update to rundbord_relation, rundbord_unit using (
    to_person_id = (select rundbord.current_person()) or to_unit_id = any ((select rundbord.employing_units())::uuid[]));
-- Only by the one addressed, in their own name: who hands over never accepts for the other.
drop policy if exists accepted_by_the_addressed on rundbord.handover;
create policy accepted_by_the_addressed on rundbord.handover as restrictive for update to rundbord_relation, rundbord_unit
    using (accepted_by is null and (to_person_id = (select rundbord.current_person())
                                    or to_unit_id = any ((select rundbord.employing_units())::uuid[])))
    with check (accepted_by = (select rundbord.current_person()));
drop policy if exists own_handover on rundbord.handover;
create policy own_handover on rundbord.handover as restrictive for insert to rundbord_relation, rundbord_unit
    with check (handed_by = (select rundbord.current_person()) and accepted_by is null);
drop policy if exists read_by_the_receiver on rundbord.handover_document;
create policy read_by_the_receiver on rundbord.handover_document for select to rundbord_relation, rundbord_unit
    using (id = any ((select rundbord.handovers_accepted())::uuid[]));

grant select on rundbord.handover, rundbord.handover_document
    to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant select on rundbord.handover to rundbord_definer, rundbord_notifier;
grant insert on rundbord.handover, rundbord.handover_document to rundbord_relation, rundbord_unit;
grant update (accepted_by, accepted_at, version) on rundbord.handover to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.handover, rundbord.handover_document to rundbord_worker;
