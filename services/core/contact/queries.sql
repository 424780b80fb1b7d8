-- name: own_contact
-- Who the actor is to those who tell them something.
select id, dossier_id, kind, language, sealed, version, work_email, work_phone, has_cpr from own_contact()

-- name: own_choice
-- How the actor wants to be told; no row where nothing was chosen.
select dossier_id, channels, quiet_from, quiet_until, remind_days, language, version from contact_choice
where tenant_id = current_tenant() and person_id = current_person()

-- name: choose
-- Record the actor's own choice.
select choose_contact(:expected_version, :channels, :quiet_from, :quiet_until, :remind_days, :language) as done

-- name: change_own
-- Record where the actor is reached, and where they were reached before.
select change_own_contact(:expected_version, :sealed, :change, :former) as done

-- name: tell_of_change
-- Tell of a change where the actor was reached before.
select tell_of_contact_change(:change, :ids, :channels) as done

-- name: plan_reminder
-- Plan a reminder on the day that its recipient wants it.
select plan_reminder(:ids, :recipient, :dossier, :inbox, :meeting, :key, :at) as done

-- name: former_contact
-- Where the recipient of a message of a change was reached before it.
select x.id, x.dossier_id, x.sealed from contact_change x
join message m on m.tenant_id = x.tenant_id and m.occurrence_key = 'contact-changed:' || x.id and m.recipient_id = x.person_id
where m.tenant_id = current_tenant() and m.id = :message

-- name: forget_changes
-- What was told long ago, or could not be, is kept no longer.
delete from contact_change where tenant_id = current_tenant() and changed_at < :before
