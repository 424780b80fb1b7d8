-- name: plan_message
-- Put one occurrence into the outbox, a message for each way that the recipient chose.
select rundbord.plan_message(:ids, :recipient, :dossier, :kind, :inbox, :meeting, :consent, :deadline, :key,
                             coalesce(:not_before::timestamptz, rundbord.business_now()), :about) as planned

-- name: cancel_messages
-- Take back what is not sent yet; a null narrows nothing.
select rundbord.cancel_messages(:reason, :dossier, :meeting, :consent, :deadline, :recipient, :except_kinds) as cancelled

-- name: list_inbox
-- One page of the actor's own inbox, newest first.
select m.id, m.dossier_id, m.kind, m.meeting_id, m.consent_id, m.about_id, m.settled_at as arrived_at, m.read_at
from rundbord.message m
where m.tenant_id = rundbord.current_tenant() and m.recipient_id = rundbord.current_person()
  and m.channel = 'inbox' and m.state = 'sent'
  and (:before::timestamptz is null or (m.settled_at, m.id) < (:before::timestamptz, :before_id::uuid))
order by m.settled_at desc, m.id desc
limit :page

-- name: mark_read
-- Remember that the actor opened a message of their own inbox.
update rundbord.message set read_at = rundbord.business_now()
where tenant_id = rundbord.current_tenant() and id = :id and recipient_id = rundbord.current_person() and read_at is null

-- name: is_due
-- Whether there is anything to claim: asked every second, so it answers no row of anyone's.
select exists (
    select from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending')
      and m.not_before <= rundbord.business_now() and (m.attempt = 0 or m.free_at <= rundbord.machine_now())
      and m.channel = any (:channels::text[])
      and not (m.state = 'planned' and m.kind = any (:together::text[]) and m.channel <> 'inbox' and exists (
          select from rundbord.message e
          where e.tenant_id = m.tenant_id and e.recipient_id = m.recipient_id and e.channel = m.channel and e.kind = m.kind
            and e.state in ('planned', 'sending') and e.not_before <= rundbord.business_now() and e.id <> m.id
            and e.meeting_id is not distinct from m.meeting_id and e.deadline_id is not distinct from m.deadline_id
            and (e.state = 'sending' or (e.not_before, e.id) < (m.not_before, m.id))))) as due

-- name: claim_messages
-- Take due messages under a lease. An attempt whose lease ran out is recorded as lost and the message goes again.
-- What leaves the system goes as far as there is room: what is urgent first, then the oldest. The inbox needs none.
-- Only by the channels that are asked for: who stands still keeps nobody else waiting.
-- Of what is alike the oldest goes, and the others wait behind it: they are told with it, or go when it is given up.
-- What was never tried waits for no machine time: the clock may have been put right since it was planned.
with urgent as (
    select m.id, m.attempt, m.state, m.not_before, 0 as turn from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending')
      and m.not_before <= rundbord.business_now() and (m.attempt = 0 or m.free_at <= rundbord.machine_now())
      and m.id <> all (:held::uuid[]) and m.channel = any (:channels::text[]) and m.channel <> 'inbox' and m.kind = 'emergency_access'
    order by m.not_before, m.id
    limit :room
    for update skip locked
), ordinary as (
    select m.id, m.attempt, m.state, m.not_before, 1 as turn from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending')
      and m.not_before <= rundbord.business_now() and (m.attempt = 0 or m.free_at <= rundbord.machine_now())
      and m.id <> all (:held::uuid[]) and m.channel = any (:channels::text[]) and m.channel <> 'inbox' and m.kind <> 'emergency_access'
      and not (m.state = 'planned' and m.kind = any (:together::text[]) and m.channel <> 'inbox' and exists (
          select from rundbord.message e
          where e.tenant_id = m.tenant_id and e.recipient_id = m.recipient_id and e.channel = m.channel and e.kind = m.kind
            and e.state in ('planned', 'sending') and e.not_before <= rundbord.business_now() and e.id <> m.id
            and e.meeting_id is not distinct from m.meeting_id and e.deadline_id is not distinct from m.deadline_id
            and (e.state = 'sending' or (e.not_before, e.id) < (m.not_before, m.id))))
    order by m.not_before, m.id
    limit :room
    for update skip locked
), outgoing as (
    select * from (select * from urgent union all select * from ordinary) o order by o.turn, o.not_before, o.id limit :room
), inbox as (
    select m.id, m.attempt, m.state, m.not_before, 1 as turn from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending')
      and m.not_before <= rundbord.business_now() and (m.attempt = 0 or m.free_at <= rundbord.machine_now())
      and m.id <> all (:held::uuid[]) and m.channel = any (:channels::text[]) and m.channel = 'inbox'
    order by m.not_before, m.id
    limit :batch
    for update skip locked
), due as (
    select * from (select * from outgoing union all select * from inbox) d order by d.turn, d.not_before, d.id limit :batch
), lost as (
    update rundbord.delivery_attempt a set ended_at = rundbord.machine_now(), outcome = 'lost'
    from due
    where a.tenant_id = rundbord.current_tenant() and due.state = 'sending'
      and a.message_id = due.id and a.attempt = due.attempt and a.outcome is null
), claimed as (
    update rundbord.message m
    set state = 'sending', attempt = m.attempt + 1, free_at = rundbord.machine_now() + :lease::interval,
        first_attempt_at = coalesce(m.first_attempt_at, rundbord.machine_now())
    from due
    where m.tenant_id = rundbord.current_tenant() and m.id = due.id
    returning m.id, m.attempt, m.kind, m.channel, m.first_attempt_at, m.not_before
), begun as (
    insert into rundbord.delivery_attempt (tenant_id, message_id, attempt, started_at)
    select rundbord.current_tenant(), c.id, c.attempt, rundbord.machine_now() from claimed c
)
select id, attempt, kind, channel, first_attempt_at, rundbord.machine_now() as claimed_at from claimed order by not_before, id

-- name: room_to_send
-- How many may leave at this moment so that no minute sees more than the municipality's number: what two seconds give may
-- have gathered. Whoever asks holds the row until it has claimed: two notifiers never count the same room.
insert into rundbord.sending_rate as r (tenant_id, room, counted_at)
values (rundbord.current_tenant(), greatest(1, :per_minute::integer / 31.0), rundbord.machine_now())
on conflict (tenant_id) do update
set room = least(greatest(1, :per_minute::integer / 31.0),
                 r.room + greatest(0, extract(epoch from rundbord.machine_now() - r.counted_at)) * :per_minute::integer / 62.0),
    counted_at = rundbord.machine_now()
returning floor(room)::integer as room

-- name: take_room
-- So many leave now.
update rundbord.sending_rate set room = room - :number::integer where tenant_id = rundbord.current_tenant()

-- name: read_send_facts
-- All that decides whether a claimed message may still be sent, as it is now.
select m.dossier_id, m.kind, m.about_id, rundbord.is_kept_away(m.recipient_id, m.dossier_id, m.about_id) as kept_away,
       rundbord.is_silenced(m.recipient_id, m.dossier_id) as silenced,
       m.meeting_sequence, m.meeting_id, m.consent_id, m.deadline_id, m.recipient_id,
       p.kind as recipient_kind, p.dossier_id as recipient_dossier, m.channel, choice.quiet_from, choice.quiet_until,
       coalesce(dl.underretning_id is not null, false) as by_the_clock, p.language, p.alias_of is not null as recipient_merged,
       mt.status as meeting_status, mt.sequence as meeting_sequence_now, mt.starts_at, mt.ends_at,
       exists (select from rundbord.time_proposal tp where tp.tenant_id = m.tenant_id and tp.meeting_id = m.meeting_id
               and tp.state = 'open' and tp.answer_by > rundbord.business_now()) as time_open,
       coalesce(m.on_behalf_of, m.recipient_id) in (mt.convener_id, mt.chair_id) as runs_meeting,
       pt.status as participant_status, pt.kind as participant_kind,
       pt.consent_purpose is not null and not coalesce(cs.stands, false) as participation_lapsed,
       c.state as consent_state, c.expires_at as consent_expires_at, c.giver_id = m.recipient_id as gives_consent,
       case when dl.done_at is null then dl.state else 'met' end as deadline_state, dl.due_at,
       m.kind = 'invitation_withdrawn' and exists (
           select from rundbord.message i
           where i.tenant_id = m.tenant_id and i.recipient_id = m.recipient_id and i.meeting_id = m.meeting_id
             and i.kind in ('invitation', 'meeting_moved', 'time_asked', 'time_fixed') and i.channel <> 'inbox'
             and (i.state in ('sent', 'sending') or exists (
                 select from rundbord.delivery_attempt a
                 where a.tenant_id = i.tenant_id and a.message_id = i.id and a.outcome is null))) as was_invited,
       exists (
           select from rundbord.access_grant g
           where g.tenant_id = m.tenant_id and g.person_id = m.recipient_id and g.dossier_id = m.dossier_id
             and g.reason not in ('invited', 'accepted') and g.valid_from <= rundbord.business_now()
             and (g.valid_until is null or g.valid_until > rundbord.business_now())) as has_grant,
       (select min(g.reason) from rundbord.access_grant g
        join rundbord.participant own on own.tenant_id = g.tenant_id and own.id = g.source_id
             and own.meeting_id = coalesce(m.meeting_id, dl.meeting_id)
        where g.tenant_id = m.tenant_id and g.person_id = m.recipient_id and g.dossier_id = m.dossier_id
          and g.reason in ('invited', 'accepted') and g.valid_from <= rundbord.business_now()
          and (g.valid_until is null or g.valid_until > rundbord.business_now())) as place,
       exists (
           with recursive above as (
               select u.id, u.parent_id from rundbord.dossier_place d
               join rundbord.unit u on u.tenant_id = d.tenant_id and u.id = d.unit_id
               where d.tenant_id = m.tenant_id and d.dossier_id = m.dossier_id and d.valid_from <= rundbord.business_now()
                 and (d.valid_until is null or d.valid_until > rundbord.business_now())
               union
               select u.id, u.parent_id from rundbord.unit u join above on u.id = above.parent_id
               where u.tenant_id = m.tenant_id)
           select from rundbord.employment e join above on above.id = e.unit_id
           where e.tenant_id = m.tenant_id and e.person_id = m.recipient_id and e.role = 'leader'
             and upper_inf(e.recorded) and e.valid @> rundbord.business_now()) as leads_unit,
       exists (
           select from rundbord.underretning u
           where u.tenant_id = m.tenant_id and u.dossier_id = m.dossier_id and u.reader_id = m.recipient_id
             and u.sent_at is null)
       or exists (
           select from rundbord.handover h
           where h.tenant_id = m.tenant_id and h.dossier_id = m.dossier_id
             and h.accepted_by is null
             and (h.to_person_id = m.recipient_id
                  or exists (
                      select from rundbord.employment e
                      where e.tenant_id = h.tenant_id and e.unit_id = h.to_unit_id and e.person_id = m.recipient_id
                        and upper_inf(e.recorded) and e.valid @> rundbord.business_now())))
       or m.kind = 'emergency_access' and exists (
           select from rundbord.employment e
           where e.tenant_id = m.tenant_id and e.person_id = m.recipient_id and e.role = 'dpo'
             and upper_inf(e.recorded) and e.valid @> rundbord.business_now()) as asked_to_read,
       m.on_behalf_of is not null and not exists (
           select from rundbord.access_grant g
           where g.tenant_id = m.tenant_id and g.person_id = m.recipient_id and g.dossier_id = m.dossier_id
             and g.on_behalf_of = m.on_behalf_of and g.valid_from <= rundbord.business_now()
             and (g.valid_until is null or g.valid_until > rundbord.business_now())) as delegation_over,
       co.id as consultation_id, co.status as consultation_status, co.starts_at as consultation_starts_at,
       co.ends_at as consultation_ends_at, co.sequence as consultation_sequence, seat.status as seat_status,
       t.name as municipality, t.host, t.slug, t.cvr
from rundbord.message m
join rundbord.tenant t on t.id = m.tenant_id
join rundbord.person p on p.tenant_id = m.tenant_id and p.id = m.recipient_id
left join rundbord.contact_choice choice on choice.tenant_id = m.tenant_id and choice.person_id = m.recipient_id
left join rundbord.meeting mt on mt.tenant_id = m.tenant_id and mt.id = m.meeting_id
left join rundbord.consultation co on co.tenant_id = m.tenant_id and co.dossier_id = m.dossier_id
left join rundbord.consultation_participant seat on seat.tenant_id = m.tenant_id and seat.consultation_id = co.id
     and seat.person_id = m.recipient_id
left join rundbord.participant pt on pt.tenant_id = m.tenant_id and pt.meeting_id = m.meeting_id
     and pt.person_id = coalesce(m.on_behalf_of, m.recipient_id)
left join lateral rundbord.consent_standing(m.dossier_id, pt.consent_purpose) cs on pt.consent_purpose is not null
left join rundbord.consent c on c.tenant_id = m.tenant_id and c.id = m.consent_id
left join rundbord.deadline dl on dl.tenant_id = m.tenant_id and dl.id = m.deadline_id
where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.attempt = :attempt and m.state = 'sending'

-- name: read_contact
-- Where a person is reached; read only when something to them goes.
select p.id, p.dossier_id, p.kind, p.sealed, s.work_email, s.work_phone
from rundbord.person p left join rundbord.staff s on s.tenant_id = p.tenant_id and s.person_id = p.id
where p.tenant_id = rundbord.current_tenant() and p.id = :person

-- name: keep_claim
-- The last look before the content goes: still ours and not taken back; renews the lease.
update rundbord.message set free_at = rundbord.machine_now() + :lease::interval
where tenant_id = rundbord.current_tenant() and id = :id and attempt = :attempt and state = 'sending'

-- name: settle_message
-- The end of a message. What was sent is recorded as sent, also when it was taken back or told by a receipt meanwhile.
-- It told of whatever was alike and had waited since before the attempt began; what came later is news.
with settled as (
    update rundbord.message m
    set state = :state, reason = :reason, settled_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.attempt = :attempt
      and (m.state = 'sending' or (m.state in ('cancelled', 'sent') and :state = 'sent'))
    returning m.id, m.recipient_id, m.channel, m.kind, m.meeting_id, m.deadline_id
), together as (
    update rundbord.message e
    set state = 'cancelled', reason = 'told_together', told_by = s.id, settled_at = rundbord.business_now()
    from settled s join rundbord.delivery_attempt a
        on a.tenant_id = rundbord.current_tenant() and a.message_id = s.id and a.attempt = :attempt
    where :state = 'sent' and s.kind = any (:together::text[]) and s.channel <> 'inbox'
      and e.tenant_id = rundbord.current_tenant() and e.recipient_id = s.recipient_id and e.channel = s.channel and e.kind = s.kind
      and e.state = 'planned' and e.not_before <= rundbord.business_now() and e.id <> s.id and e.free_at <= a.started_at
      and e.meeting_id is not distinct from s.meeting_id and e.deadline_id is not distinct from s.deadline_id
), ended as (
    update rundbord.delivery_attempt a
    set ended_at = rundbord.machine_now(), outcome = :state, failure = :failure, stage = :stage, code = :code
    from settled
    where a.tenant_id = rundbord.current_tenant() and a.message_id = settled.id and a.attempt = :attempt
)
select id from settled

-- name: postpone_message
-- Give a message back to be tried again later.
with postponed as (
    update rundbord.message m set state = 'planned', free_at = :free_at
    where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.attempt = :attempt and m.state = 'sending'
    returning m.id
), ended as (
    update rundbord.delivery_attempt a
    set ended_at = rundbord.machine_now(), outcome = 'retry', failure = :failure, stage = :stage, code = :code
    from postponed
    where a.tenant_id = rundbord.current_tenant() and a.message_id = postponed.id and a.attempt = :attempt
)
select id from postponed

-- name: defer_message
-- Put a message off to a better hour. That is no attempt that failed, and uses up nobody's patience.
with deferred as (
    update rundbord.message m
    set state = 'planned', not_before = :until, free_at = rundbord.machine_now(),
        first_attempt_at = case when exists (
            select from rundbord.delivery_attempt a
            where a.tenant_id = m.tenant_id and a.message_id = m.id and a.outcome = 'retry') then m.first_attempt_at end
    where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.attempt = :attempt and m.state = 'sending'
    returning m.id
), ended as (
    update rundbord.delivery_attempt a set ended_at = rundbord.machine_now(), outcome = 'deferred'
    from deferred
    where a.tenant_id = rundbord.current_tenant() and a.message_id = deferred.id and a.attempt = :attempt
)
select id from deferred

-- name: fall_back
-- The next way for what this one could not bring.
select rundbord.fall_back(:message, :id, :channels) as way

-- name: message_arrived
-- A receipt says that it arrived, so it was sent, whatever is recorded of how its attempts ended: what waits to be tried
-- again is not, and the last look of an attempt under way finds it sent. One that came back before did not arrive.
with ended as (
    update rundbord.delivery_attempt a set ended_at = rundbord.machine_now(), outcome = 'sent'
    from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.channel = any(:channels::text[]) and m.state = 'sending'
      and a.tenant_id = m.tenant_id and a.message_id = m.id and a.attempt = m.attempt and a.outcome is null
)
update rundbord.message
set state = 'sent', delivered_at = coalesce(delivered_at, rundbord.business_now()),
    settled_at = coalesce(settled_at, rundbord.business_now())
where tenant_id = rundbord.current_tenant() and id = :id and channel = any(:channels::text[])
  and state in ('planned', 'sending', 'sent') and attempt > 0

-- name: is_on_its_way
-- Whether a message was handed over, or may have been, and how that ended is not recorded yet.
select exists (
    select from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.channel = any(:channels::text[])
      and m.state in ('planned', 'sending') and m.attempt > 0) as due

-- name: lock_returned
-- A message that came back after its peer had taken it. A mail that arrived may still bounce; what lies in a post box or on
-- a telephone has arrived, whatever a second try under the same id is answered.
select m.id from rundbord.message m
where m.tenant_id = rundbord.current_tenant() and m.id = :id and m.channel = any(:channels::text[]) and m.state = 'sent'
  and (m.delivered_at is null or m.channel = 'mail')
for update

-- name: settle_returned
-- It did not arrive after all, and told of nothing else either: what it was to tell of goes by itself.
with again as (
    update rundbord.message set state = 'planned', reason = null, told_by = null, settled_at = null, free_at = rundbord.machine_now()
    where tenant_id = rundbord.current_tenant() and told_by = :id
)
update rundbord.message set state = :state, reason = 'bounced', settled_at = rundbord.business_now(), delivered_at = null
where tenant_id = rundbord.current_tenant() and id = :id and state = 'sent'

-- name: measure_backlog
-- How much is due and unsent, since when, and how many dead letters wait for people.
select count(*) filter (where m.state in ('planned', 'sending') and m.not_before <= rundbord.business_now()) as due,
       min(m.not_before) filter (where m.state in ('planned', 'sending') and m.not_before <= rundbord.business_now()) as oldest_due_at,
       count(*) filter (where m.state = 'dead') as dead
from rundbord.message m
where m.tenant_id = rundbord.current_tenant()
  and (m.state in ('planned', 'sending') or m.state = 'dead' and m.resolved_at is null)

-- name: delete_settled
-- Forget messages that were settled long ago, with their attempts.
delete from rundbord.message
where tenant_id = rundbord.current_tenant() and state in ('sent', 'cancelled', 'dead') and settled_at < :before
