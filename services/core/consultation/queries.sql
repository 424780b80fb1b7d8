-- name: find_consultation
-- One meeting about nobody named.
select id, dossier_id, unit_id, district, slot_id, type, subject, model_version_id, status, starts_at, ends_at, sequence,
       convener_id, chair_id, outcome, sealed, version
from consultation where tenant_id = current_tenant() and id = :id

-- name: consultations_of_actor
-- Those the actor takes part in or whose unit they lead, the latest first.
select id, dossier_id, unit_id, district, slot_id, type, subject, model_version_id, status, starts_at, ends_at, sequence,
       convener_id, chair_id, outcome, sealed, version
from consultation
where tenant_id = current_tenant()
  and (:before_at::timestamptz is null or (starts_at, id) < (:before_at::timestamptz, :before_id::uuid))
order by starts_at desc, id desc
limit :limit

-- name: count_ahead
-- How many are ahead, and how many were held and wait for their end: numbers alone, no row is read out.
select count(*) filter (where status = 'planned' and ends_at > business_now()) as ahead,
       count(*) filter (where status in ('planned', 'held') and ends_at <= business_now()
                        and current_person() in (convener_id, chair_id)) as waiting
from consultation c
where tenant_id = current_tenant()
  and (current_person() in (convener_id, chair_id) or exists (
      select from consultation_participant a
      where a.tenant_id = c.tenant_id and a.consultation_id = c.id and a.person_id = current_person() and a.status = 'invited'))

-- name: consultation_of_slot
-- The one at a fixed time, if the actor sees it.
select id, dossier_id, unit_id, district, slot_id, type, subject, model_version_id, status, starts_at, ends_at, sequence,
       convener_id, chair_id, outcome, sealed, version
from consultation where tenant_id = current_tenant() and slot_id = :slot_id

-- name: shown_at_slots
-- Which of these fixed times hold one that the actor sees: ids alone, no row is read out.
select slot_id, id from consultation
where tenant_id = current_tenant() and slot_id = any(:slots::uuid[]) and status <> 'cancelled'

-- name: consultation_to_join
-- The one at a fixed time, for somebody who works there: where a request can be written.
select id, dossier_id from consultation_to_join(:slot_id)

-- name: join_consultation
-- Whoever brings something takes part.
select join_consultation(:slot_id, :id, :role, :strength, :access_until, :sealed)::text as joined

-- name: insert_consultation
-- Call one.
insert into consultation (tenant_id, id, dossier_id, unit_id, district, slot_id, type, subject, model_version_id, status, starts_at,
                          ends_at, convener_id, chair_id, sealed)
values (current_tenant(), :id, :dossier_id, :unit_id, :district, :slot_id, :type, :subject, :model_version_id, 'planned', :starts_at,
        :ends_at, :convener_id, :chair_id, :sealed)

-- name: move_consultation
-- Another time; it leaves the fixed one it stood at.
update consultation set starts_at = :starts_at, ends_at = :ends_at, slot_id = null, sequence = sequence + 1, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'planned'

-- name: cancel_consultation
-- Cancelled, with its reason sealed beside the place.
update consultation set status = 'cancelled', sequence = sequence + 1, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'planned'

-- name: hold_consultation
-- It took place.
update consultation set status = 'held', sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'planned'

-- name: conclude_consultation
-- Its outcome is recorded.
update consultation set status = 'concluded', outcome = :outcome, sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and status = 'held'

-- name: participants_of_consultation
-- Who comes.
select id, dossier_id, consultation_id, person_id, role, strength, external, status, answer, attended, sealed, version
from consultation_participant where tenant_id = current_tenant() and consultation_id = :consultation_id
order by role, id

-- name: insert_participant
-- A professional comes, or a role is left out with its reason.
insert into consultation_participant (tenant_id, id, dossier_id, consultation_id, person_id, role, strength, external, status,
                                      access_until, sealed)
values (current_tenant(), :id, :dossier_id, :consultation_id, :person_id, :role, :strength, :external, :status, :access_until, :sealed)

-- name: invite_again
-- Whoever was taken out comes again, and has not answered.
update consultation_participant set status = 'invited', answer = 'none', version = version + 1
where tenant_id = current_tenant() and id = :id and status = 'withdrawn'

-- name: withdraw_participant
-- An invitation is taken back; the row stays with its reason.
update consultation_participant set status = 'withdrawn', sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and status = 'invited'

-- name: mailed_to
-- Which of these a mail brought into somebody's calendar.
select dossier_id from consultations_mailed_to(:person, :dossiers::uuid[])

-- name: answer_as_invited
-- Whether one comes oneself: nobody answers for another.
update consultation_participant set answer = :answer, version = version + 1
where tenant_id = current_tenant() and consultation_id = :consultation_id and person_id = current_person() and status = 'invited'

-- name: invitations_ahead
-- Where the actor is invited and what they have answered: ids alone.
select a.consultation_id, a.answer from consultation_participant a
join consultation c on c.tenant_id = a.tenant_id and c.id = a.consultation_id and c.status = 'planned' and c.starts_at > business_now()
where a.tenant_id = current_tenant() and a.person_id = current_person() and a.status = 'invited'

-- name: led_ahead
-- Those to come that the actor called, leads or whose unit they lead, the next first.
select id, dossier_id, unit_id, district, slot_id, type, subject, model_version_id, status, starts_at, ends_at, sequence,
       convener_id, chair_id, outcome, sealed, version
from consultation
where tenant_id = current_tenant() and status = 'planned' and starts_at > business_now()
  and (:leader or current_person() in (convener_id, chair_id))
order by starts_at, id limit :limit

-- name: record_attendance
-- Who was there.
update consultation_participant set attended = (id = any(:present::uuid[])), version = version + 1
where tenant_id = current_tenant() and consultation_id = :consultation_id and status = 'invited'

-- name: items_of_consultation
-- What is spoken of, in its order.
select id, dossier_id, consultation_id, position, origin, subject, anonymity, sealed
from consultation_item where tenant_id = current_tenant() and consultation_id = :consultation_id
order by position, id

-- name: insert_item
-- A point at the end.
insert into consultation_item (tenant_id, id, dossier_id, consultation_id, position, origin, subject, anonymity, sealed)
select current_tenant(), :id, :dossier_id, :consultation_id,
       coalesce((select max(position) from consultation_item
                 where tenant_id = current_tenant() and consultation_id = :consultation_id), 0) + 1,
       :origin, :subject, :anonymity, :sealed

-- name: form_of_consultation
-- Its form, if the type has one.
select id, dossier_id, consultation_id, form_key, model_version_id, completed, sealed, version
from consultation_form where tenant_id = current_tenant() and consultation_id = :consultation_id

-- name: insert_form
-- An empty form.
insert into consultation_form (tenant_id, id, dossier_id, consultation_id, form_key, model_version_id, sealed)
values (current_tenant(), :id, :dossier_id, :consultation_id, :form_key, :model_version_id, :sealed)

-- name: fill_form
-- What has been filled in; completing it is said, not guessed.
update consultation_form set sealed = :sealed, completed = completed or :complete, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version

-- name: agreements_of_consultation
-- What was agreed.
select id, dossier_id, consultation_id, responsible_id, due_on, sealed
from consultation_agreement where tenant_id = current_tenant() and consultation_id = :consultation_id
order by due_on nulls last, id

-- name: insert_agreement
-- Somebody does something by a day.
insert into consultation_agreement (tenant_id, id, dossier_id, consultation_id, responsible_id, due_on, sealed)
values (current_tenant(), :id, :dossier_id, :consultation_id, :responsible_id, :due_on, :sealed)
