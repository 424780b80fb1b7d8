-- name: undelivered_to_deal_with
-- What did not reach people of children that the actor sees and that the actor answers for, the oldest first.
select id, dossier_id, child_id, recipient_id, kind, channel, reason, failed_at, meeting_id, consent_id, deadline_id, about_id
from undelivered_to_deal_with()
where (:meeting::uuid is null or meeting_id = :meeting::uuid) and (:child::uuid is null or child_id = :child::uuid)
order by failed_at, id
limit :most

-- name: find_undelivered
-- One of them.
select id, dossier_id, child_id, recipient_id, kind, channel, reason, failed_at, meeting_id, consent_id, deadline_id, about_id
from undelivered_to_deal_with() where id = :id

-- name: undelivered_settled
-- What was settled of what the actor answers for, the newest first.
select id, dossier_id, child_id, recipient_id, kind, meeting_id, about_id, failed_at, resolution, resolved_at, resolved_by,
       said_sealed
from undelivered_settled()
order by resolved_at desc, id
limit :most

-- name: undelivered_in_office
-- The municipality's dead letters without anything that leads to a family, the newest first.
select id, kind, channel, reason, failed_at, failure, stage, code, attempts, staff_id
from undelivered_in_office()
where :before::timestamptz is null or (failed_at, id) < (:before::timestamptz, :before_id::uuid)
order by failed_at desc, id desc
limit :page

-- name: undelivered_counts
-- How many died, by channel and reason, and in which time.
select channel, reason, count(*)::integer as number, min(failed_at) as first_at, max(failed_at) as last_at
from undelivered_in_office()
group by channel, reason
order by number desc, channel, reason

-- name: deal_with
-- Send it again, or say what became of it.
select deal_with_undelivered(:message, :resolution, :said::bytea) as done

-- name: resend_many
-- A piece of what died in a time.
select resend_undelivered(:channel::text, :reason::text, :since, :until, :most) as number

-- name: count_to_resend
-- How many of them are left.
select count(*)::integer as number from undelivered_in_office()
where (:channel::text is null or channel = :channel::text) and (:reason::text is null or reason = :reason::text)
  and failed_at between :since and :until
