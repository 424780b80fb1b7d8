-- How somebody wants to be told is for those who plan and send.

call rundbord.wall_of_tenant('contact_choice', '');
grant select on rundbord.contact_choice to rundbord_definer, rundbord_worker, rundbord_notifier;
