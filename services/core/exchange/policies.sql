-- Exchanges without consent: written once, in one's own name. A family sees those it may be told of.

call rundbord.wall('exchange', 'dossier_id', ' and told');
drop policy if exists own_exchange on rundbord.exchange;
create policy own_exchange on rundbord.exchange as restrictive for insert to rundbord_relation, rundbord_unit
    with check (recorded_by = (select rundbord.current_person()));
grant select on rundbord.exchange to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant insert on rundbord.exchange to rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.exchange to rundbord_worker;
