-- name: sending_now
-- What waits to be sent, is under way, died and went in the last hour, by channel.
select channel, due, oldest_at, in_flight, dead, sent_last_hour from sending_now()

-- name: sweeps_now
-- How each sweep last ended and when it last did well.
select sweep, ended_at, state, handled, failed, seconds, done_at, tenant_since, machine_now() as asked_at from sweeps_now(:sweeps)
