-- name: consents_of_dossier
-- Every consent of a casework that the actor may see, newest first.
select id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by, answered_at,
       withdrawn_at, expires_at, channel, recorded_by, recorded_at, withdrawn_by, invalidated_at, invalidated_by, written, information, from_whom,
       to_whom, sealed, version
from consent where tenant_id = current_tenant() and dossier_id = :dossier_id
order by asked_at desc, id

-- name: consents_of_giver
-- A page of what a giver was asked, newest first.
select id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by, answered_at,
       withdrawn_at, expires_at, channel, recorded_by, recorded_at, withdrawn_by, invalidated_at, invalidated_by, written, information, from_whom,
       to_whom, sealed, version
from consent
where tenant_id = current_tenant() and giver_id = :giver_id
  and (:before_at::timestamptz is null or (asked_at, id) < (:before_at, :before_id::uuid))
order by asked_at desc, id desc
limit :limit

-- name: find_consent
-- One consent.
select id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by, answered_at,
       withdrawn_at, expires_at, channel, recorded_by, recorded_at, withdrawn_by, invalidated_at, invalidated_by, written, information, from_whom,
       to_whom, sealed, version
from consent where tenant_id = current_tenant() and id = :id

-- name: meeting_of_casework
-- Whether a meeting is of this casework: a consent is asked for no other's.
select id, type, problem_id from meeting where tenant_id = current_tenant() and dossier_id = :dossier_id and id = :id

-- name: insert_consent
-- Ask for a consent, or write down an answer that came on paper or in a meeting. :said_at: when it was said.
insert into consent (tenant_id, id, dossier_id, meeting_id, giver_id, purpose, basis, text_version, model_version_id, state, asked_at, asked_by,
                     written, information, from_whom, to_whom, remind_at, escalate_at, channel, answered_at, expires_at, warn_at,
                     recorded_by, recorded_at, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :giver_id, :purpose, :basis, :text_version, :model_version_id, :state,
        business_now(), :asked_by, :written, :information, :from_whom, :to_whom, :remind_at, :escalate_at, :channel, :said_at::timestamptz,
        :expires_at, :warn_at, case when :channel::text is null then null else :asked_by::uuid end,
        case when :channel::text is null then null else business_now() end, :sealed)

-- name: answer_consent
-- Yes or no by the giver themselves, to the text that was shown.
update consent set state = :state, answered_at = business_now(), expires_at = :expires_at, warn_at = :warn_at,
                   channel = 'portal', version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'asked'

-- name: record_answer
-- What the giver said on paper or in a meeting, as a professional writes it down.
update consent set state = :state, answered_at = :said_at, expires_at = :expires_at, warn_at = :warn_at, channel = :channel,
                   recorded_by = current_person(), recorded_at = business_now(), sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'asked'

-- name: withdraw_consent
-- No longer; it was valid until now.
update consent set state = 'withdrawn', withdrawn_at = business_now(), version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'given'

-- name: record_withdrawal
-- The giver has said that it is no longer so, and a professional writes it down.
update consent set state = 'withdrawn', withdrawn_at = :said_at, withdrawn_by = current_person(), sealed = :sealed, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state = 'given'

-- name: invalidate_consent
-- It was never valid.
update consent set state = 'invalidated', invalidated_at = business_now(), invalidated_by = current_person(), sealed = :sealed,
                   version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and state in ('given', 'withdrawn')

-- name: insert_document
-- The paper on which it stands.
insert into consent_document (tenant_id, id, dossier_id, media_type, size, uploaded_by, uploaded_at, sealed)
values (current_tenant(), :id, :dossier_id, :media_type, :size, current_person(), business_now(), :sealed)

-- name: find_document
-- The paper of a consent.
select id, dossier_id, media_type, size, uploaded_by, uploaded_at, sealed from consent_document
where tenant_id = current_tenant() and id = :id

-- name: documents_of_dossier
-- Which consents of a casework have a paper.
select id, dossier_id, media_type, size, uploaded_by, uploaded_at from consent_document
where tenant_id = current_tenant() and dossier_id = :dossier_id

-- name: insert_informing
-- Somebody was told.
insert into informing (tenant_id, id, dossier_id, meeting_id, person_id, channel, informed_at, recorded_by, recorded_at, sealed)
values (current_tenant(), :id, :dossier_id, :meeting_id, :person_id, :channel, :informed_at, current_person(), business_now(), :sealed)

-- name: informings_of_dossier
-- Who was told of what, newest first.
select id, dossier_id, meeting_id, person_id, channel, informed_at, recorded_by, recorded_at, sealed
from informing where tenant_id = current_tenant() and dossier_id = :dossier_id
order by informed_at desc, id

-- name: standing
-- Whether a consent stands, and until when as things are known: as everything in the database asks it.
select s.stands, s.until from consent_standing(:dossier_id, :purpose) s

-- name: consent_words
-- The answers on which a consent stands now.
select consent_words(:dossier_id, :purpose) as consents

-- name: keep_resting
-- What a share rests on.
select keep_resting(:id, :dossier, :kind, :about_id, :meeting, :receiver, :purpose, :basis, :law) as kept

-- name: stop_resting
-- Stop what has lost its ground.
select id, dossier_id, kind, meeting_id, receiver_id, purpose, convener_id from stop_resting(:dossier_id)

-- name: take_due_question
-- A question for the sweep: whoever has not answered is reminded, or those who lead the work are told. It is over with its
-- meeting, and when its giver has no say any more.
with due as materialized (
    select c.id, c.tenant_id, c.dossier_id, c.meeting_id, c.giver_id, c.purpose, c.asked_by, c.remind_at, c.escalate_at
    from consent c
    where c.tenant_id = current_tenant() and c.state = 'asked' and least(c.remind_at, c.escalate_at) <= business_now()
    order by least(c.remind_at, c.escalate_at)
    limit 1
    for update skip locked
)
select c.id, c.dossier_id, c.meeting_id, c.giver_id, c.purpose, c.asked_by, c.remind_at, c.escalate_at, m.convener_id,
       m.id is not null and (m.status not in ('planned', 'agenda_sent') or m.starts_at <= business_now())
       or not exists (select from casework k where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id and k.closed_at is null
                      and (k.child_id = c.giver_id or exists (
                          select from custody x where x.tenant_id = k.tenant_id and x.child_id = k.child_id and x.holder_id = c.giver_id
                            and upper_inf(x.recorded) and x.valid @> business_now() and x.majority_at > business_now()))) as is_over,
       coalesce((select array_agg(distinct k.person_id) from problem_coordinator k
                 join problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
                 where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id and k.person_id is not null
                   and (m.problem_id is null or k.problem_id = m.problem_id)), '{}') as coordinators
from due c left join meeting m on m.tenant_id = c.tenant_id and m.id = c.meeting_id

-- name: looked_at_question
-- Each is done once. From the day on which those who lead the work are told, it is a task of whoever asked.
update consent set remind_at = case when remind_at <= business_now() then null else remind_at end,
                   silent_since = case when escalate_at <= business_now() and not :is_over then coalesce(silent_since, business_now())
                                       else silent_since end,
                   escalate_at = case when escalate_at <= business_now() then null else escalate_at end, failures = 0
where tenant_id = current_tenant() and id = :id

-- name: take_due_lapse
-- A yes that lapses soon.
select id, dossier_id, giver_id, purpose, asked_by from consent
where tenant_id = current_tenant() and state = 'given' and warn_at <= business_now()
order by warn_at
limit 1
for update skip locked

-- name: warned
-- Its giver has been told.
update consent set warn_at = null, failures = 0 where tenant_id = current_tenant() and id = :id

-- name: silent_no_more
-- Nobody waits any more for the answer of one who has no say now.
update consent set silent_since = null, remind_at = null, escalate_at = null
where tenant_id = current_tenant() and dossier_id = :dossier_id and giver_id = :giver_id and state = 'asked'

-- name: put_off
-- One that could not be handled waits, longer each time, so that it delays only itself.
update consent c set failures = c.failures + 1,
    remind_at = case when c.remind_at <= business_now() then w.until else c.remind_at end,
    escalate_at = case when c.escalate_at <= business_now() then w.until else c.escalate_at end,
    warn_at = case when c.warn_at <= business_now() then w.until else c.warn_at end
from (select business_now() + least(k.failures + 1, 12) * interval '5 minutes' as until
      from consent k where k.tenant_id = current_tenant() and k.id = :id) w
where c.tenant_id = current_tenant() and c.id = :id

-- name: next_without_ground
-- Something that rests on a consent that stands no longer.
select id, dossier_id from resting
where tenant_id = current_tenant() and stopped_at is null and purpose is not null and until <= business_now()
  and greatest(until, put_off_until) <= business_now()
order by greatest(until, put_off_until)
limit 1
for update skip locked

-- name: put_off_resting
-- What could not be stopped is tried again later; nobody reads it meanwhile, for the walls know that its ground is gone.
update resting set failures = failures + 1, put_off_until = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id and stopped_at is null

-- name: count_without_ground
-- How much of that the sweep would find now.
select count(*) as due from resting
where tenant_id = current_tenant() and stopped_at is null and purpose is not null and until <= business_now()
  and greatest(until, put_off_until) <= business_now()

-- name: count_due_questions
-- How many questions the sweep would find now.
select count(*) as due from consent
where tenant_id = current_tenant() and state = 'asked' and least(remind_at, escalate_at) <= business_now()

-- name: count_due_lapses
-- How many lapses the sweep would find now.
select count(*) as due from consent where tenant_id = current_tenant() and state = 'given' and warn_at <= business_now()

-- name: resting_of_dossier
-- What was shared of a casework and what it rests on, newest first.
select id, dossier_id, kind, about_id, meeting_id, receiver_id, purpose, consents, basis, law, shared_by, shared_at,
       resting_ended(id) as stopped_at
from resting where tenant_id = current_tenant() and dossier_id = :dossier_id
order by shared_at desc, id
limit :limit

-- name: resting_on_consents
-- What rests on some answers, newest first.
select id, dossier_id, kind, about_id, meeting_id, receiver_id, purpose, consents, basis, law, shared_by, shared_at,
       resting_ended(id) as stopped_at
from resting where tenant_id = current_tenant() and consents && :consents::uuid[]
order by shared_at desc, id
limit :limit
