-- Runs of the sweeps are between the worker and itself.

call rundbord.wall_of_tenant('sweep_run', '');
grant select, insert, update, delete on rundbord.sweep_run to rundbord_worker;
