-- name: events_for_auditor
-- The log itself, newest first; of one professional, or of everyone.
select * from events_for_auditor(:actor::uuid, :before::timestamptz, :before_id::uuid, :page::integer)

-- name: seal_standing
-- How far the log is sealed.
select sealed, sealed_at, waiting from seal_standing()

-- name: verifications
-- What came out when the chain was recomputed, newest first.
select id, verified_at, links, waiting, findings, notes from audit_verification
where tenant_id = current_tenant() order by verified_at desc, id limit :page
