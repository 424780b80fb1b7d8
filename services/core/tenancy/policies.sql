-- A tenant's models: read by everyone within the tenant, added when a tenant is added, never changed.

call rundbord.wall_of_tenant('model_version', 'rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight');
grant select on rundbord.model_version to rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_notifier;
grant select, insert on rundbord.model_version to rundbord_worker;
