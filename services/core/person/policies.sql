-- People, their identities, employments and relations.

call rundbord.wall('person', 'dossier_id', '');
grant select on rundbord.person to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.person to rundbord_worker;

call rundbord.wall_of_tenant('unit', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight');
grant select on rundbord.unit to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.unit to rundbord_worker;

-- Professionals are known to one another; a family sees the names that its meetings show.
call rundbord.wall_of_tenant('staff', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight');
grant select on rundbord.staff to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.staff to rundbord_worker;

call rundbord.wall_of_tenant('employment', 'rundbord_relation, rundbord_unit, rundbord_oversight');
grant select on rundbord.employment to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.employment to rundbord_worker;

-- Facts about a child: for those who see the child's identity.
do $$
declare t text;
begin
    foreach t in array array['enrolment', 'relation'] loop
        call rundbord.wall_of_tenant(t, '');
        execute format('drop policy if exists of_visible_child on rundbord.%I', t);
        execute format('create policy of_visible_child on rundbord.%1$I for select
            to rundbord_relation, rundbord_unit, rundbord_oversight
            using (exists (select from rundbord.person p where p.tenant_id = %1$I.tenant_id and p.id = %1$I.child_id))', t);
        execute format('grant select on rundbord.%I to rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer', t);
        execute format('grant select, insert, update, delete on rundbord.%I to rundbord_worker', t);
    end loop;
end $$;
-- A custody row holds the holder's name, sealed in the child's identity dossier: its wall is that dossier's. A
-- family sees which children are its own, and nothing of another holder.
call rundbord.wall('custody', 'dossier_id', ' and holder_id = (select rundbord.current_person())');
grant select on rundbord.custody to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier, rundbord_definer;
grant select, insert, update, delete on rundbord.custody to rundbord_worker;
