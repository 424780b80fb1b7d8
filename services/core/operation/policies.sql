-- How it all goes. Numbers and times alone: nothing here has a way to anybody, so who runs the system may read it all.

set role rundbord_definer;

drop function if exists rundbord.sending_now();
create function rundbord.sending_now() returns table (channel text, due integer, oldest_at timestamptz, in_flight integer, dead integer,
        sent_last_hour integer) language sql stable security definer set search_path = '' as $$
    with waiting as (
        select m.channel, count(*)::integer as due, min(m.not_before) as oldest_at,
               (count(*) filter (where m.state = 'sending' and m.free_at > rundbord.machine_now()))::integer as in_flight
        from rundbord.message m
        where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending') and m.not_before <= rundbord.business_now()
        group by m.channel
    ), dead as (
        select (f.it).channel, count(*)::integer as dead from rundbord.open_undelivered() u
        cross join lateral (select rundbord.first_failure(u) as it) f group by 1
    ), sent as (
        select m.channel, count(*)::integer as sent from rundbord.message m
        where m.tenant_id = rundbord.current_tenant() and m.state = 'sent' and m.channel <> 'inbox'
          and m.settled_at > rundbord.business_now() - interval '1 hour'
        group by m.channel
    )
    select way.channel, coalesce(w.due, 0), w.oldest_at, coalesce(w.in_flight, 0), coalesce(d.dead, 0), coalesce(s.sent, 0)
    from unnest(array['mail', 'sms', 'digital_post', 'inbox']) with ordinality way (channel, place)
    left join waiting w on w.channel = way.channel
    left join dead d on d.channel = way.channel
    left join sent s on s.channel = way.channel
    order by way.place
$$;
comment on function rundbord.sending_now() is
    'What waits, is under way, died and went in the last hour, by channel. oldest_at and the hour: business time. The inbox is not counted as sent.';

drop function if exists rundbord.sweeps_now(text[]);
create function rundbord.sweeps_now(p_sweeps text[]) returns table (sweep text, ended_at timestamptz, state text, handled integer,
        failed integer, seconds double precision, done_at timestamptz, tenant_since timestamptz)
    language sql stable security definer set search_path = '' as $$
    select s.sweep, l.ended_at, l.state, coalesce(l.handled, 0), coalesce(l.failed, 0),
           coalesce(extract(epoch from l.ended_at - l.started_at), 0)::double precision, d.ended_at, t.created_at
    from unnest(p_sweeps) with ordinality s (sweep, place)
    join rundbord.tenant t on t.id = rundbord.current_tenant()
    left join lateral (
        select r.ended_at, r.started_at, r.state, r.handled, r.failed from rundbord.sweep_run r
        where r.tenant_id = t.id and r.sweep = s.sweep and r.ended_at is not null
        order by r.ended_at desc limit 1) l on true
    left join lateral (
        select r.ended_at from rundbord.sweep_run r
        where r.tenant_id = t.id and r.sweep = s.sweep and r.state = 'done' and r.ended_at is not null
        order by r.ended_at desc limit 1) d on true
    order by s.place
$$;
comment on function rundbord.sweeps_now(text[]) is 'How each sweep last ended, and when it last did well; machine time.';

grant execute on function rundbord.sending_now(), rundbord.sweeps_now(text[])
    to rundbord_oversight, rundbord_worker, rundbord_notifier;
reset role;
grant select on rundbord.sweep_run to rundbord_definer;
