CREATE SCHEMA rundbord;

ALTER SCHEMA rundbord OWNER TO rundbord_owner;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA rundbord;

CREATE FUNCTION rundbord.about_of(p_ids uuid[]) RETURNS TABLE(dossier_id uuid, id uuid, past_all_steps boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    tenant constant uuid := rundbord.current_tenant();
    direct uuid[];
    behind uuid[];
begin
    if cardinality(p_ids) = 0 then
        return;
    end if;
    select array_agg(f.id) into direct from (
        select q.id from rundbord.problem q where q.tenant_id = tenant and q.id = any (p_ids)
        union all select m.id from rundbord.meeting m where m.tenant_id = tenant and m.id = any (p_ids)
        union all select u.id from rundbord.underretning u where u.tenant_id = tenant and u.id = any (p_ids)
        union all select c.child_id from rundbord.casework c where c.tenant_id = tenant and c.child_id = any (p_ids)) f;
    if direct is null or not direct @> p_ids then
        select array_agg(f.id) into behind from (
            select a.meeting_id as id from rundbord.participant a where a.tenant_id = tenant and a.id = any (p_ids)
            union all select a.meeting_id from rundbord.agreement a where a.tenant_id = tenant and a.id = any (p_ids)
            union all select c.meeting_id from rundbord.consent c where c.tenant_id = tenant and c.id = any (p_ids)
            union all select unnest(array[d.meeting_id, d.problem_id, d.underretning_id]) from rundbord.deadline d
                where d.tenant_id = tenant and d.id = any (p_ids)
            union all select unnest(array[x.meeting_id, x.problem_id]) from rundbord.process x where x.tenant_id = tenant and x.id = any (p_ids)
            union all select x.problem_id from rundbord.measure x where x.tenant_id = tenant and x.id = any (p_ids)
            union all select g.about_id from rundbord.message g where g.tenant_id = tenant and g.id = any (p_ids)) f
        where f.id is not null;
        return query select c.dossier_id, c.dossier_id, false from rundbord.consent c
            where c.tenant_id = tenant and c.id = any (p_ids) and c.meeting_id is null;
        direct := direct || behind;
    end if;
    return query
        select q.dossier_id, q.id, false from rundbord.problem q where q.tenant_id = tenant and q.id = any (direct)
        union select m.dossier_id, coalesce(m.problem_id, m.dossier_id), false from rundbord.meeting m
            where m.tenant_id = tenant and m.id = any (direct)
        union select u.dossier_id, u.id, true from rundbord.underretning u where u.tenant_id = tenant and u.id = any (direct);
end $$;

ALTER FUNCTION rundbord.about_of(p_ids uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.accepted_meetings() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct a.meeting_id), '{}')
    from rundbord.access_grant g
    join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    where g.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason = 'accepted'
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.accepted_meetings() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.access_to_child(p_child uuid) RETURNS TABLE(person_id uuid, person_name text, capacity text, reason text, valid_from timestamp with time zone, valid_until timestamp with time zone, whose text, place text, meeting_id uuid, meeting_at timestamp with time zone, category text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with recursive above as (
        select l.unit_id as id, l.valid_from, l.valid_until
        from rundbord.person p
        join rundbord.dossier_place l on l.tenant_id = p.tenant_id and l.dossier_id = p.dossier_id
             and (l.valid_until is null or l.valid_until > rundbord.business_now())
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
        union
        select u.parent_id, above.valid_from, above.valid_until from rundbord.unit u join above on u.id = above.id
        where u.tenant_id = rundbord.current_tenant() and u.parent_id is not null
    )
    select g.person_id, s.display_name, g.capacity, g.reason, g.valid_from, g.valid_until,
           b.display_name, null, m.id, m.starts_at, e.category
    from rundbord.person p
    join rundbord.access_grant g on g.tenant_id = p.tenant_id and g.dossier_id = p.dossier_id
    left join rundbord.staff s on s.tenant_id = g.tenant_id and s.person_id = g.person_id
    left join rundbord.staff b on b.tenant_id = g.tenant_id and b.person_id = g.on_behalf_of
    left join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    left join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    left join rundbord.emergency_access e on e.tenant_id = g.tenant_id and e.id = g.source_id
    where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
      and (g.valid_until is null or g.valid_until > rundbord.business_now())
      and not rundbord.source_is_kept(p_child, g.reason, g.source_id)
      and (g.person_id = rundbord.current_person() or not rundbord.asks_as_guest(p_child))
    union all
    -- As led_units() has it: who leads a unit leads those below it, from when both are so until one is no more.
    select e.person_id, s.display_name, 'leader', 'leader_of_unit',
           nullif(greatest(coalesce(lower(e.valid), '-infinity'), above.valid_from), '-infinity'),
           least(upper(e.valid), above.valid_until), null, u.name, null, null, null
    from above join rundbord.employment e on e.tenant_id = rundbord.current_tenant() and e.unit_id = above.id
    join rundbord.unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id
    left join rundbord.staff s on s.tenant_id = e.tenant_id and s.person_id = e.person_id
    where e.role = 'leader' and upper_inf(e.recorded)
      and (upper(e.valid) is null or upper(e.valid) > rundbord.business_now())
      and e.valid && tstzrange(nullif(above.valid_from, '-infinity'), above.valid_until)
      and not rundbord.asks_as_guest(p_child)
$$;

ALTER FUNCTION rundbord.access_to_child(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) RETURNS TABLE(person_id uuid, person_name text, capacity text, reason text, valid_from timestamp with time zone, valid_until timestamp with time zone, whose text, place text, meeting_id uuid, meeting_at timestamp with time zone, category text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with recursive asked as (
        select p.id, p.dossier_id, tstzrange(p_from, p_until) as day from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
    ), above as (
        select e.unit_id as id, e.valid * e.recorded as during from asked
        join rundbord.enrolment e on e.tenant_id = rundbord.current_tenant() and e.child_id = asked.id
        where e.valid && asked.day and e.recorded && asked.day
        union
        select u.parent_id, above.during from rundbord.unit u join above on u.id = above.id
        where u.tenant_id = rundbord.current_tenant() and u.parent_id is not null
    ), relations as (
        select r.id, r.person_id, case r.kind when 'adviser' then 'adviser' else 'professional' end as capacity, r.kind,
               r.valid * r.recorded as during
        from asked join rundbord.relation r on r.tenant_id = rundbord.current_tenant() and r.child_id = asked.id
        where r.valid && asked.day and r.recorded && asked.day
    ), found as (
        select c.holder_id as person_id, 'family' as capacity, 'custody' as reason, c.id as source_id,
               tstzrange(lower(c.valid), least(upper(c.valid), c.majority_at)) as during,
               null::uuid as behalf, null::text as place, null::text as category
        from asked join rundbord.custody c on c.tenant_id = rundbord.current_tenant() and c.child_id = asked.id
        where c.valid && asked.day and c.recorded && asked.day and c.majority_at > greatest(lower(c.valid), p_from)
        union all
        select r.person_id, r.capacity, r.kind, r.id, r.during, null, null, null from relations r
        union all
        select d.delegate_id, r.capacity, 'delegated', d.id,
               r.during * tstzrange(d.valid_from, least(d.valid_until, greatest(d.ended_at, d.valid_from))), d.absent_id, null, null
        from relations r join rundbord.delegation d on d.tenant_id = rundbord.current_tenant() and d.absent_id = r.person_id
             and (d.child_id is null or d.child_id = p_child)
        union all
        select e.person_id, e.capacity, 'emergency', e.id, tstzrange(e.opened_at, least(e.valid_until, e.ended_at)), null, null, e.category
        from asked join rundbord.emergency_access e on e.tenant_id = rundbord.current_tenant() and e.child_id = asked.id
        union all
        select e.person_id, 'leader', 'leader_of_unit', e.id, e.valid * e.recorded * above.during, null, u.name, null
        from above join rundbord.employment e on e.tenant_id = rundbord.current_tenant() and e.unit_id = above.id and e.role = 'leader'
        join rundbord.unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id
        union all
        select g.person_id, g.capacity, g.reason, g.source_id, tstzrange(g.valid_from, greatest(g.valid_until, g.valid_from)), null, null, null
        from asked join rundbord.access_grant g on g.tenant_id = rundbord.current_tenant() and g.dossier_id = asked.dossier_id
        where g.reason in ('coordinator', 'coordinator_offered', 'convener', 'chair', 'invited', 'accepted', 'self')
    )
    select f.person_id, s.display_name, f.capacity, f.reason, lower(f.during), upper(f.during), b.display_name, f.place,
           m.id, m.starts_at, f.category
    from asked join found f on f.during && asked.day
    left join rundbord.staff s on s.tenant_id = rundbord.current_tenant() and s.person_id = f.person_id
    left join rundbord.staff b on b.tenant_id = rundbord.current_tenant() and b.person_id = f.behalf
    left join rundbord.participant a on a.tenant_id = rundbord.current_tenant() and a.id = f.source_id
    left join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    where not rundbord.source_is_kept(p_child, f.reason, f.source_id)
      and (f.person_id = rundbord.current_person() or not rundbord.asks_as_guest(p_child))
$$;

ALTER FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) OWNER TO rundbord_definer;

CREATE TABLE rundbord.message (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    meeting_id uuid,
    meeting_sequence integer,
    consent_id uuid,
    deadline_id uuid,
    occurrence_key text NOT NULL,
    not_before timestamp with time zone NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    reason text,
    settled_at timestamp with time zone,
    read_at timestamp with time zone,
    attempt integer DEFAULT 0 NOT NULL,
    free_at timestamp with time zone NOT NULL,
    first_attempt_at timestamp with time zone,
    about_id uuid,
    on_behalf_of uuid,
    delivered_at timestamp with time zone,
    reminds_at timestamp with time zone[],
    resolved_at timestamp with time zone,
    resolved_by uuid,
    resolution text,
    told_by uuid,
    said_sealed bytea,
    CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text, 'digital_post'::text, 'inbox'::text]))),
    CONSTRAINT message_check CHECK (((state = ANY (ARRAY['planned'::text, 'sending'::text])) = (settled_at IS NULL))),
    CONSTRAINT message_check1 CHECK (((state = ANY (ARRAY['cancelled'::text, 'dead'::text])) = (reason IS NOT NULL))),
    CONSTRAINT message_check2 CHECK (((meeting_id IS NULL) OR (meeting_sequence IS NOT NULL))),
    CONSTRAINT message_check3 CHECK ((((resolved_at IS NULL) = (resolution IS NULL)) AND ((resolved_at IS NULL) = (resolved_by IS NULL)))),
    CONSTRAINT message_check4 CHECK (((resolved_at IS NULL) OR (state = 'dead'::text))),
    CONSTRAINT message_check5 CHECK (((told_by IS NULL) OR (reason = 'told_together'::text))),
    CONSTRAINT message_check6 CHECK (((said_sealed IS NULL) OR (resolved_at IS NOT NULL))),
    CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['access_request_received'::text, 'access_request_due'::text, 'access_request_answered'::text, 'invitation_withdrawn'::text, 'time_asked'::text, 'time_fixed'::text, 'answer_missing'::text, 'series_short'::text, 'undelivered'::text, 'contact_changed'::text, 'model_proposed'::text, 'report_received'::text, 'consent_reminder'::text, 'consent_unanswered'::text, 'consent_lapsing'::text, 'consent_ended'::text, 'invitation_paused'::text, 'emergency_access'::text, 'delegated'::text, 'invitation'::text, 'meeting_moved'::text, 'meeting_cancelled'::text, 'agenda_sent'::text, 'agenda_added'::text, 'answer_received'::text, 'meeting_reminder'::text, 'meeting_concluded'::text, 'deadline_reminder'::text, 'deadline_missed'::text, 'deadline_escalated'::text, 'consent_asked'::text, 'consent_answered'::text, 'consent_withdrawn'::text, 'coordinator_offered'::text, 'coordinator_changed'::text, 'access_ended'::text, 'case_news'::text, 'circle_suggested'::text, 'circle_answered'::text, 'chair_agreed'::text, 'action_plan_sent'::text]))),
    CONSTRAINT message_occurrence_key_check CHECK ((occurrence_key ~ '^[a-z0-9:._-]{1,200}$'::text)),
    CONSTRAINT message_reason_check CHECK ((reason = ANY (ARRAY['told_together'::text, 'meeting_cancelled'::text, 'meeting_moved'::text, 'meeting_over'::text, 'not_invited'::text, 'not_accepted'::text, 'access_ended'::text, 'consent_withdrawn'::text, 'consent_settled'::text, 'deadline_settled'::text, 'recipient_gone'::text, 'superseded'::text, 'no_address'::text, 'refused'::text, 'out_of_patience'::text, 'kept_away'::text, 'bounced'::text, 'channel_off'::text]))),
    CONSTRAINT message_resolution_check CHECK ((resolution = ANY (ARRAY['sent_again'::text, 'told_otherwise'::text, 'not_needed'::text, 'read_in_portal'::text]))),
    CONSTRAINT message_said_sealed_check CHECK ((length(said_sealed) > 31)),
    CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sending'::text, 'sent'::text, 'cancelled'::text, 'dead'::text])))
);

ALTER TABLE ONLY rundbord.message FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.message OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.answer_for(p_message rundbord.message) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    tenant constant uuid := rundbord.current_tenant();
    found_ uuid[];
    -- A deadline of an underretning tells that there is one: only who leads the place hears of it.
    hidden constant boolean := exists (
        select from rundbord.deadline d
        where d.tenant_id = tenant and d.id = p_message.deadline_id and d.underretning_id is not null);
begin
    if not hidden then
        select array_agg(distinct n.id) into found_ from (
            select unnest(array[g.convener_id, g.chair_id]) as id from rundbord.meeting g
            where g.tenant_id = tenant and g.id = coalesce(p_message.meeting_id,
                (select c.meeting_id from rundbord.consent c where c.tenant_id = tenant and c.id = p_message.consent_id),
                (select d.meeting_id from rundbord.deadline d where d.tenant_id = tenant and d.id = p_message.deadline_id))
            union all
            select c.asked_by from rundbord.consent c where c.tenant_id = tenant and c.id = p_message.consent_id
            union all
            select d.person_id from rundbord.deadline d where d.tenant_id = tenant and d.id = p_message.deadline_id
            union all
            select k.offered_by from rundbord.problem_coordinator k
            where k.tenant_id = tenant and k.dossier_id = p_message.dossier_id and p_message.kind = 'coordinator_offered'
              and k.pending_id = p_message.recipient_id) n
        where n.id <> p_message.recipient_id and rundbord.works_here(n.id);
        if found_ is null then
            select array_agg(distinct k.person_id) into found_ from rundbord.problem_coordinator k
            where k.tenant_id = tenant and k.dossier_id = p_message.dossier_id and k.person_id <> p_message.recipient_id
              and (p_message.about_id is null or k.problem_id = p_message.about_id) and rundbord.works_here(k.person_id);
        end if;
    end if;
    if found_ is null then
        with recursive above as (
            select u.id, u.parent_id, 0 as steps from rundbord.dossier_place p
            join rundbord.unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
            where p.tenant_id = tenant and p.dossier_id = p_message.dossier_id and p.valid_from <= rundbord.business_now()
              and (p.valid_until is null or p.valid_until > rundbord.business_now())
            union all
            select u.id, u.parent_id, above.steps + 1 from rundbord.unit u join above on u.id = above.parent_id
            where u.tenant_id = tenant
        ), led as (
            select e.person_id, above.steps from rundbord.employment e join above on above.id = e.unit_id
            where e.tenant_id = tenant and e.role = 'leader' and e.person_id <> p_message.recipient_id
              and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
        )
        select array_agg(distinct l.person_id) into found_ from led l where l.steps = (select min(steps) from led);
    end if;
    return coalesce(found_, '{}');
end $$;

ALTER FUNCTION rundbord.answer_for(p_message rundbord.message) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.ask_of_series() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.series s set next_at = date_trunc('day', rundbord.business_now()) where s.tenant_id = new.tenant_id and s.id = new.series_id;
    return null;
end $$;

ALTER FUNCTION rundbord.ask_of_series() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.asked_to() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(a.meeting_id), '{}')
    from rundbord.participant a
    join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status in ('planned', 'agenda_sent')
    left join lateral rundbord.consent_state(a.dossier_id, a.consent_purpose) s on true
    where a.tenant_id = (select rundbord.current_tenant()) and a.person_id = (select rundbord.current_person())
      and a.status = 'invited' and (a.consent_purpose is null or s.stands)
      and (a.dossier_id = any ((select rundbord.granted_dossiers())::uuid[]) or rundbord.leads(a.dossier_id))
$$;

ALTER FUNCTION rundbord.asked_to() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.asks_as_guest(p_child uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (select from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                   and p.dossier_id = any (rundbord.only_reached()))
$$;

ALTER FUNCTION rundbord.asks_as_guest(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.await_again(p_awaits uuid, p_key text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    update rundbord.deadline
    set state = case when state = 'met' then 'open' else state end, settled_at = case when state = 'met' then null else settled_at end,
        done_at = null, version = version + 1
    where tenant_id = (select rundbord.current_tenant()) and awaits_id = p_awaits and key = p_key and done_at is not null
$$;

ALTER FUNCTION rundbord.await_again(p_awaits uuid, p_key text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, key, task, person_id, private, awaits_id, due_at, remind_at, next_at)
    select p.tenant_id, p_id, p.dossier_id, p.meeting_id, 'await_invitation', 'await_invitation', p.person_id, true, p.id, p_due, p_remind,
           coalesce((select min(r) from unnest(p_remind) r), p_due)
    from rundbord.participant p
    where p.tenant_id = (select rundbord.current_tenant()) and p.id = p_participant and p.status = 'invited' and p.answer = 'none'
      and p.person_id is not null and (select rundbord.sees_dossier(p.dossier_id))
    on conflict do nothing
$$;

ALTER FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.await_suggestion(p_id uuid, p_suggestion uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, key, task, person_id, private, awaits_id, due_at, remind_at, next_at)
    select s.tenant_id, p_id, s.dossier_id, s.meeting_id, 'await_suggestion', 'await_suggestion', m.convener_id, true, s.id, p_due, p_remind,
           coalesce((select min(r) from unnest(p_remind) r), p_due)
    from rundbord.circle_suggestion s join rundbord.meeting m on m.tenant_id = s.tenant_id and m.id = s.meeting_id
    where s.tenant_id = (select rundbord.current_tenant()) and s.id = p_suggestion and s.state = 'open'
      and s.suggested_by = (select rundbord.current_person())
    on conflict do nothing
$$;

ALTER FUNCTION rundbord.await_suggestion(p_id uuid, p_suggestion uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.deadline (tenant_id, id, dossier_id, meeting_id, key, task, person_id, private, awaits_id, due_at, remind_at, next_at)
    select a.tenant_id, p_id, a.dossier_id, a.meeting_id, 'await_times', 'await_times', a.person_id, true, a.id, p.answer_by,
           array_remove(array[r.at], null), coalesce(r.at, p.answer_by)
    from rundbord.participant a
    join rundbord.time_proposal p on p.tenant_id = a.tenant_id and p.meeting_id = a.meeting_id and p.state = 'open'
    cross join lateral (select case when p.remind_at > (select rundbord.business_now()) then p.remind_at end) r (at)
    where a.tenant_id = (select rundbord.current_tenant()) and a.id = p_participant and a.status = 'invited' and a.person_id is not null
      and p.answer_by > (select rundbord.business_now()) and (select rundbord.sees_dossier(a.dossier_id))
      and not exists (select from rundbord.time_answer w where w.tenant_id = p.tenant_id and w.proposal_id = p.id and w.participant_id = a.id)
    on conflict do nothing
$$;

ALTER FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.begin_calendar_feed(p_host text, p_hash bytea) RETURNS TABLE(tenant_id uuid, tenant_slug text, person_id uuid, capacity text, language text, now timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    t record;
    f record;
    at timestamptz := rundbord.read_business_clock();
begin
    select x.id, x.slug into t from rundbord.tenant x where x.host = p_host;
    if t.id is null then
        return;
    end if;
    perform set_config('rundbord.tenant', t.id::text, true), set_config('rundbord.now', at::text, true),
            set_config('rundbord.capacity', 'nobody', true);
    select c.person_id, c.capacity, c.language, c.limits into f
    from rundbord.calendar_feed c join rundbord.person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = t.id and c.secret_hash = p_hash and p.alias_of is null
      and not exists (select from rundbord.departure x where x.tenant_id = t.id and x.person_id = p.id
                      and x.kind = 'death' and x.over_at is null)
      and case c.capacity
          when 'family' then p.kind = 'adult' or exists (
              select from rundbord.access_grant g where g.tenant_id = t.id and g.person_id = p.id and g.reason = 'self'
                and g.valid_from <= at)
          else c.proved_at > rundbord.machine_now() - rundbord.feed_stands_for()
               and cardinality(rundbord.units_of(t.id, p.id, c.capacity, at)) > 0 end;
    if f.person_id is null then
        return;
    end if;
    perform set_config('rundbord.person', f.person_id::text, true), set_config('rundbord.capacity', f.capacity, true),
            set_config('rundbord.units', coalesce(rundbord.limit_of(t.id, f.limits, f.capacity)::text, ''), true),
            set_config('rundbord.closed', array(select jsonb_array_elements_text(f.limits -> f.capacity -> 'closed'))::text, true);
    return query select t.id, t.slug, f.person_id, f.capacity, f.language, at;
end $$;

ALTER FUNCTION rundbord.begin_calendar_feed(p_host text, p_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) RETURNS TABLE(tenant_id uuid, tenant_slug text, session_id uuid, person_id uuid, capacity text, roles text[], units uuid[], language text, now timestamp with time zone, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    t record;
    s record;
    at timestamptz := rundbord.read_business_clock();
begin
    select x.id, x.slug into t from rundbord.tenant x where x.host = p_host;
    if t.id is null then
        return;
    end if;
    perform set_config('rundbord.tenant', t.id::text, true), set_config('rundbord.now', at::text, true);
    if p_hash is not null then
        select * into s from rundbord.live_session(t.id, p_kind, p_hash, at);
    end if;
    if s.id is null then
        perform set_config('rundbord.capacity', 'nobody', true);
        return query select t.id, t.slug, null::uuid, null::uuid, null::text, '{}'::text[], '{}'::uuid[], 'da', at, null::timestamptz;
        return;
    end if;
    perform set_config('rundbord.person', s.person_id::text, true), set_config('rundbord.capacity', s.capacity, true),
            set_config('rundbord.session', s.id::text, true),
            set_config('rundbord.units', coalesce(s.within::text, ''), true), set_config('rundbord.closed', s.closed, true);
    if s.last_seen_at < rundbord.machine_now() - interval '1 minute' then
        update rundbord.session x set last_seen_at = rundbord.machine_now() where x.tenant_id = t.id and x.id = s.id;
    end if;
    return query select t.id, t.slug, s.id, s.person_id, s.capacity, s.roles, s.units, s.language, at, s.expires_at;
end $$;

ALTER FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.begin_system(p_tenant uuid) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare at timestamptz := rundbord.read_business_clock();
begin
    perform set_config('rundbord.tenant', p_tenant::text, true), set_config('rundbord.now', at::text, true),
            set_config('rundbord.capacity', 'system', true);
    if not exists (select from rundbord.tenant where id = p_tenant) then
        raise exception 'unknown tenant' using errcode = 'RB002';
    end if;
    return at;
end $$;

ALTER FUNCTION rundbord.begin_system(p_tenant uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.business_now() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('now')::timestamptz; end $$;

ALTER FUNCTION rundbord.business_now() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.busy_among(p_people uuid[], p_starts timestamp with time zone[], p_minutes integer, p_besides uuid) RETURNS TABLE(person_id uuid, busy integer[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with window_of as (
        select min(s.at) as begins, max(s.at) + make_interval(mins => p_minutes) as ends from unnest(p_starts) s (at)
    ), intervals as (
        select b.person_id, b.starts_at, b.ends_at from window_of w join rundbord.busy_time b
            on b.tenant_id = (select rundbord.current_tenant()) and b.person_id = any (p_people) and b.ends_at > w.begins and b.starts_at < w.ends
        union all
        select a.person_id, m.starts_at, m.ends_at
        from window_of w join rundbord.participant a
            on a.tenant_id = (select rundbord.current_tenant()) and a.person_id = any (p_people) and a.status = 'invited' and a.answer <> 'not_coming'
        join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status in ('planned', 'agenda_sent')
            and m.ends_at > w.begins and m.starts_at < w.ends and m.id is distinct from p_besides
        union all
        select p.id, m.starts_at, m.ends_at
        from window_of w join rundbord.meeting m on m.tenant_id = (select rundbord.current_tenant()) and m.status in ('planned', 'agenda_sent')
            and m.ends_at > w.begins and m.starts_at < w.ends and m.id is distinct from p_besides
        join unnest(p_people) p (id) on p.id in (m.convener_id, m.chair_id)
        union all
        select a.person_id, c.starts_at, c.ends_at
        from window_of w join rundbord.consultation_participant a
            on a.tenant_id = (select rundbord.current_tenant()) and a.person_id = any (p_people) and a.status = 'invited'
        join rundbord.consultation c on c.tenant_id = a.tenant_id and c.id = a.consultation_id and c.status in ('planned', 'agenda_sent')
            and c.ends_at > w.begins and c.starts_at < w.ends
        union all
        select p.id, c.starts_at, c.ends_at
        from window_of w join rundbord.consultation c on c.tenant_id = (select rundbord.current_tenant()) and c.status in ('planned', 'agenda_sent')
            and c.ends_at > w.begins and c.starts_at < w.ends
        join unnest(p_people) p (id) on p.id in (c.convener_id, c.chair_id)
    ), taken as (
        select i.person_id, range_agg(tstzrange(i.starts_at, i.ends_at)) as of_it from intervals i group by i.person_id
    )
    select t.person_id, array_agg((s.number - 1)::integer order by s.number)
    from taken t cross join unnest(p_starts) with ordinality s (at, number)
    where t.of_it && tstzrange(s.at, s.at + make_interval(mins => p_minutes))
    group by t.person_id
$$;

ALTER FUNCTION rundbord.busy_among(p_people uuid[], p_starts timestamp with time zone[], p_minutes integer, p_besides uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.busy_around(p_child uuid, p_people uuid[], p_starts timestamp with time zone[], p_minutes integer) RETURNS TABLE(person_id uuid, busy integer[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    circle uuid[];
begin
    select array_agg(distinct s.person_id) into circle
    from rundbord.staff s
    where s.tenant_id = rundbord.current_tenant() and s.person_id = any (p_people) and rundbord.works_here(s.person_id);
    if circle is not null and cardinality(p_people) <= 40 and cardinality(p_starts) <= 2000 and exists (
        select from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child
          and rundbord.sees_dossier(p.dossier_id) and p.dossier_id <> all (rundbord.only_looked_at())) then
        return query select b.person_id, b.busy from rundbord.busy_among(circle, p_starts, p_minutes, null) b;
    end if;
end $$;

ALTER FUNCTION rundbord.busy_around(p_child uuid, p_people uuid[], p_starts timestamp with time zone[], p_minutes integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.busy_of_meeting(p_meeting uuid, p_starts timestamp with time zone[], p_minutes integer) RETURNS TABLE(person_id uuid, busy integer[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    circle uuid[];
begin
    select array_agg(distinct x.id) into circle
    from rundbord.meeting m
    left join rundbord.participant a on a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.kind = 'professional' and a.status = 'invited'
    cross join lateral unnest(array[m.convener_id, m.chair_id, a.person_id]) x (id)
    where m.tenant_id = rundbord.current_tenant() and m.id = p_meeting and x.id is not null
      and (m.id = any (rundbord.led_meetings()) or rundbord.leads(m.dossier_id));
    if circle is not null and cardinality(p_starts) <= 2000 then
        return query select b.person_id, b.busy from rundbord.busy_among(circle, p_starts, p_minutes, p_meeting) b;
    end if;
end $$;

ALTER FUNCTION rundbord.busy_of_meeting(p_meeting uuid, p_starts timestamp with time zone[], p_minutes integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare n integer;
begin
    if num_nonnulls(p_dossier, p_meeting, p_consent, p_deadline, p_recipient) = 0 then
        raise exception 'say whose messages' using errcode = '22023';
    end if;
    update rundbord.message m set state = 'cancelled', reason = p_reason, settled_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.state in ('planned', 'sending')
      and (p_dossier is null or m.dossier_id = p_dossier) and (p_meeting is null or m.meeting_id = p_meeting)
      and (p_consent is null or m.consent_id = p_consent) and (p_deadline is null or m.deadline_id = p_deadline)
      and (p_recipient is null or m.recipient_id = p_recipient) and m.kind <> all (p_except);
    get diagnostics n = row_count;
    return n;
end $$;

ALTER FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.casework_of_child(p_child uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select c.dossier_id from rundbord.casework c
    where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and rundbord.current_capacity() = 'dpo'
$$;

ALTER FUNCTION rundbord.casework_of_child(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.change_own_contact(p_version integer, p_sealed bytea, p_change uuid, p_former bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if rundbord.current_capacity() <> 'family' then
        return false;
    end if;
    update rundbord.person p set sealed = p_sealed, version = p.version + 1
    where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person() and p.version = p_version
      and p.kind in ('adult', 'subject');
    if not found then
        return false;
    end if;
    if p_former is not null then
        insert into rundbord.contact_change (tenant_id, id, person_id, dossier_id, changed_at, sealed)
        select p.tenant_id, p_change, p.id, p.dossier_id, rundbord.business_now(), p_former from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person();
    end if;
    return true;
end $$;

ALTER FUNCTION rundbord.change_own_contact(p_version integer, p_sealed bytea, p_change uuid, p_former bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.child_asked_about(p_child uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p.dossier_id from rundbord.person p
    where p.tenant_id = rundbord.current_tenant() and p.id = p_child and rundbord.may_ask_who_sees(p_child)
$$;

ALTER FUNCTION rundbord.child_asked_about(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.choice_takes_effect() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if new.language is not null then
        update rundbord.person p set language = new.language
        where p.tenant_id = new.tenant_id and p.id = new.person_id and p.language <> new.language;
        update rundbord.session s set language = new.language
        where s.tenant_id = new.tenant_id and s.person_id = new.person_id and s.ended_at is null and s.language <> new.language;
    end if;
    update rundbord.message m set not_before = rundbord.reminder_at(m.reminds_at, new.remind_days)
    where m.tenant_id = new.tenant_id and m.recipient_id = new.person_id and m.state = 'planned' and m.reminds_at is not null
      and m.not_before <> rundbord.reminder_at(m.reminds_at, new.remind_days);
    -- In brackets: without them the first THEN would end the condition.
    if (new.channels = case tg_op when 'UPDATE' then old.channels else '{mail}' end) then
        return null;
    end if;
    with to_come as (
        select * from rundbord.message m
        where m.tenant_id = new.tenant_id and m.recipient_id = new.person_id and m.state = 'planned' and m.channel <> 'inbox'
          and m.kind <> 'contact_changed' and m.not_before > rundbord.business_now()
        for update
    )
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence, consent_id,
                                  deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of, reminds_at)
    select distinct on (m.occurrence_key, way.channel) m.tenant_id, gen_random_uuid(), m.recipient_id, m.dossier_id, m.kind, way.channel,
           m.meeting_id, m.meeting_sequence, m.consent_id, m.deadline_id, m.occurrence_key, m.not_before, m.planned_at,
           rundbord.machine_now(), m.about_id, m.on_behalf_of, m.reminds_at
    from to_come m cross join unnest(new.channels) way (channel)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    delete from rundbord.message m
    where m.tenant_id = new.tenant_id and m.recipient_id = new.person_id and m.state = 'planned' and m.channel <> 'inbox'
      and m.kind <> 'contact_changed' and m.not_before > rundbord.business_now() and m.channel <> all (new.channels)
      -- A way that was tried already is not tried again: then it stays with the one that it fell back on.
      and exists (select from rundbord.message o
                  where o.tenant_id = m.tenant_id and o.recipient_id = m.recipient_id and o.occurrence_key = m.occurrence_key
                    and o.channel = any (new.channels) and o.state in ('planned', 'sending', 'sent'));
    return null;
end $$;

ALTER FUNCTION rundbord.choice_takes_effect() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if p_version = 0 then
        insert into rundbord.contact_choice (tenant_id, person_id, dossier_id, channels, quiet_from, quiet_until, remind_days,
                                             language, changed_at)
        select p.tenant_id, p.id, p.dossier_id, p_channels, p_from, p_until, p_days, p_language, rundbord.business_now()
        from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person()
        on conflict (tenant_id, person_id) do nothing;
    else
        update rundbord.contact_choice c
        set channels = p_channels, quiet_from = p_from, quiet_until = p_until, remind_days = p_days, language = p_language,
            changed_at = rundbord.business_now(), version = c.version + 1
        where c.tenant_id = rundbord.current_tenant() and c.person_id = rundbord.current_person() and c.version = p_version;
    end if;
    return found;
end $$;

ALTER FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.circle_is_protected(p_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with held as (
        select m.id, m.dossier_id, c.child_id from rundbord.meeting asked
        join rundbord.meeting m on m.tenant_id = asked.tenant_id and (m.id = asked.id or m.gathering_id = asked.gathering_id)
        join rundbord.casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id
        where asked.tenant_id = (select rundbord.current_tenant()) and asked.id = p_meeting
    ), circle as (
        select child_id as person_id from held
        union
        select p.person_id from held join rundbord.participant p
            on p.tenant_id = (select rundbord.current_tenant()) and p.meeting_id = held.id and p.kind <> 'professional'
        union
        select u.holder_id from held join rundbord.custody u
            on u.tenant_id = (select rundbord.current_tenant()) and u.child_id = held.child_id and upper_inf(u.recorded)
        union
        select f.person_id from held join rundbord.family_relation f
            on f.tenant_id = (select rundbord.current_tenant()) and f.child_id = held.child_id and f.ended_at is null
    )
    select exists (
        select from circle join rundbord.protection x
            on x.tenant_id = (select rundbord.current_tenant()) and x.person_id = circle.person_id
        where upper_inf(x.recorded) and x.valid @> (select rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.circle_is_protected(p_meeting uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.close_time_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.time_proposal p set state = 'closed', settled_at = rundbord.business_now(), version = p.version + 1
    where p.tenant_id = new.tenant_id and p.meeting_id = new.id and p.state = 'open';
    return null;
end $$;

ALTER FUNCTION rundbord.close_time_proposal() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.closed_records() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(m.id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.record_for <> 'circle'
      and m.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
      and case (select rundbord.current_capacity())
          when 'family' then m.record_for = 'professionals'
          else m.record_for = 'chosen' and (select rundbord.current_person()) is distinct from m.convener_id
               and (select rundbord.current_person()) is distinct from m.chair_id
               and coalesce((
                   select bool_or(not exists (
                       select from rundbord.reader_choice r
                       join rundbord.participant a on a.tenant_id = r.tenant_id and a.id = any (r.readers)
                            and a.meeting_id = m.id and a.status = 'invited' and a.person_id = (select rundbord.current_person())
                       where r.tenant_id = m.tenant_id and r.meeting_id = m.id and r.chooser_id = g.person_id))
                   from rundbord.access_grant g
                   where g.tenant_id = m.tenant_id and g.dossier_id = m.dossier_id and g.capacity = 'family'
                     and g.valid_from <= (select rundbord.business_now())
                     and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
                     and not rundbord.is_kept_away(g.person_id, m.dossier_id, m.problem_id)),
                   -- Nobody is there to choose: because of a shield the law decides, else nobody has chosen.
                   not exists (select from rundbord.kept_away k where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
                               and (k.problem_id is null or k.problem_id = m.problem_id)))
          end
$$;

ALTER FUNCTION rundbord.closed_records() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) RETURNS TABLE(stands boolean, until timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if not rundbord.sees_dossier(p_dossier) then
        return query select false, null::timestamptz;
        return;
    end if;
    return query select s.stands, s.until from rundbord.consent_state(p_dossier, p_purpose) s;
end $$;

ALTER FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_stands_at(p_dossier uuid, p_purpose text, p_at timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with term as (
        select t.tenant_id, c.child_id, t.asked_of, coalesce(t.own_from <= p_at, false) as own, coalesce(t.alone_from <= p_at, false) as alone
        from rundbord.consent_term t join rundbord.casework c on c.tenant_id = t.tenant_id and c.dossier_id = t.dossier_id
        where t.tenant_id = (select rundbord.current_tenant()) and t.dossier_id = p_dossier and t.purpose = p_purpose
    ), required as (
        select x.holder_id as giver_id from term t
        join rundbord.custody x on x.tenant_id = t.tenant_id and x.child_id = t.child_id
             and upper_inf(x.recorded) and x.valid @> p_at and x.majority_at > p_at
        where not t.alone and (t.asked_of <> 'young_person' or not t.own)
        union
        select t.child_id from term t where t.alone or (t.own and t.asked_of <> 'each_custody_holder')
    )
    select count(*) > 0 and bool_and(coalesce(w.state = 'given' and (w.expires_at is null or w.expires_at > p_at), false))
    from required r
    left join lateral (
        select c.state, c.expires_at from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose
          and c.giver_id = r.giver_id and c.state in ('given', 'declined', 'withdrawn') and coalesce(c.withdrawn_at, c.answered_at) <= p_at
        -- Of two words in one instant a yes is not the last.
        order by coalesce(c.withdrawn_at, c.answered_at) desc, c.state = 'given', c.id
        limit 1) w on true
$$;

ALTER FUNCTION rundbord.consent_stands_at(p_dossier uuid, p_purpose text, p_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) RETURNS TABLE(stands boolean, until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select s.stands, case when s.stands then (
        select min(turn.at) from (
            select c.expires_at as at from rundbord.consent c
            where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose and c.state = 'given'
            union
            select unnest(array[t.own_from, t.alone_from]) from rundbord.consent_term t
            where t.tenant_id = (select rundbord.current_tenant()) and t.dossier_id = p_dossier and t.purpose = p_purpose
            union
            select unnest(array[lower(x.valid), upper(x.valid), x.majority_at])
            from rundbord.casework c join rundbord.custody x on x.tenant_id = c.tenant_id and x.child_id = c.child_id and upper_inf(x.recorded)
            where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier) turn
        where turn.at > rundbord.business_now() and not rundbord.consent_stands_at(p_dossier, p_purpose, turn.at)) end
    from (select rundbord.consent_stands_at(p_dossier, p_purpose, rundbord.business_now()) as stands where p_purpose is not null) s
$$;

ALTER FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_turns(p_dossier uuid, p_purpose text) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select min(turn.at) from (
        select c.expires_at as at from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose and c.state = 'given'
        union all
        select unnest(array[t.own_from, t.alone_from]) from rundbord.consent_term t
        where t.tenant_id = (select rundbord.current_tenant()) and t.dossier_id = p_dossier and t.purpose = p_purpose
        union all
        select unnest(array[lower(x.valid), upper(x.valid), x.majority_at])
        from rundbord.casework c join rundbord.custody x on x.tenant_id = c.tenant_id and x.child_id = c.child_id and upper_inf(x.recorded)
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier) turn
    where turn.at > rundbord.business_now() and (select rundbord.sees_dossier(p_dossier))
$$;

ALTER FUNCTION rundbord.consent_turns(p_dossier uuid, p_purpose text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consent_words(p_dossier uuid, p_purpose text) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(w.id order by w.id) filter (where w.state = 'given'), '{}')
    from (
        select distinct on (c.giver_id) c.id, c.state, c.giver_id
        from rundbord.consent c
        where c.tenant_id = (select rundbord.current_tenant()) and c.dossier_id = p_dossier and c.purpose = p_purpose
          and c.state in ('given', 'declined', 'withdrawn')
        order by c.giver_id, coalesce(c.withdrawn_at, c.answered_at) desc, c.state = 'given', c.id) w
    join rundbord.casework k on k.tenant_id = (select rundbord.current_tenant()) and k.dossier_id = p_dossier
    where rundbord.sees_dossier(p_dossier) and rundbord.consent_stands_at(p_dossier, p_purpose, rundbord.business_now())
      and (w.giver_id = k.child_id or exists (
          select from rundbord.custody x where x.tenant_id = k.tenant_id and x.child_id = k.child_id and x.holder_id = w.giver_id
            and upper_inf(x.recorded) and x.valid @> rundbord.business_now() and x.majority_at > rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.consent_words(p_dossier uuid, p_purpose text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consultation_to_join(p_slot uuid) RETURNS TABLE(id uuid, dossier_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select c.id, c.dossier_id from rundbord.slot s
    join rundbord.consultation c on c.tenant_id = s.tenant_id and c.slot_id = s.id
    where s.tenant_id = rundbord.current_tenant() and s.id = p_slot and s.status = 'open'
      and s.unit_id = any (rundbord.own_units()) and c.status = 'planned' and c.starts_at > rundbord.business_now()
$$;

ALTER FUNCTION rundbord.consultation_to_join(p_slot uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.consultations_mailed_to(p_person uuid, p_dossiers uuid[]) RETURNS TABLE(dossier_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select c.dossier_id from rundbord.consultation c
    where c.tenant_id = rundbord.current_tenant() and c.dossier_id = any (p_dossiers)
      and (rundbord.current_person() in (c.convener_id, c.chair_id)
           or rundbord.current_capacity() = 'leader' and c.unit_id = any (rundbord.led_units()))
      and exists (
          select from rundbord.message m
          where m.tenant_id = c.tenant_id and m.dossier_id = c.dossier_id and m.recipient_id = p_person and m.channel = 'mail'
            and m.kind in ('invitation', 'meeting_moved')
            and (m.state in ('sent', 'sending') or exists (
                select from rundbord.delivery_attempt a
                where a.tenant_id = m.tenant_id and a.message_id = m.id and a.outcome is null)))
$$;

ALTER FUNCTION rundbord.consultations_mailed_to(p_person uuid, p_dossiers uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.current_capacity() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('capacity'); end $$;

ALTER FUNCTION rundbord.current_capacity() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.current_person() RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('person')::uuid; end $$;

ALTER FUNCTION rundbord.current_person() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.current_tenant() RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ begin return rundbord.setting('tenant')::uuid; end $$;

ALTER FUNCTION rundbord.current_tenant() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.danish_key(p text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO ''
    AS $$
    select pg_catalog.translate(pg_catalog.replace(pg_catalog.lower(p), 'aa', 'å'), 'æøåäöü', '{|}{|y') collate "C"
$$;

ALTER FUNCTION rundbord.danish_key(p text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if p_resolution not in ('sent_again', 'told_otherwise', 'not_needed') then
        raise exception 'people resend it, tell otherwise or need not' using errcode = '22023';
    end if;
    return case when rundbord.current_capacity() = 'administrator'
                then exists (select from rundbord.open_undelivered() u where u.id = p_message)
                else exists (select from rundbord.undelivered_to_deal_with() u where u.id = p_message) end
        and rundbord.send_again(p_message, p_resolution, p_said);
end $$;

ALTER FUNCTION rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.departure_takes_effect() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare child uuid;
begin
    if new.kind = 'death' then
        -- Also the custodies: their own trigger reckons them anew, and with them the grants.
        update rundbord.custody c set of_age_at = c.of_age_at
            where c.tenant_id = new.tenant_id and upper_inf(c.recorded) and new.person_id in (c.child_id, c.holder_id);
        update rundbord.access_grant g set valid_until = case when new.over_at is null then new.effective_at end
            where g.tenant_id = new.tenant_id and g.person_id = new.person_id and g.reason = 'self' and g.source_id = new.person_id;
        if new.over_at is null then
            update rundbord.session s set ended_at = rundbord.machine_now(), ended_reason = 'person_gone', hint = null
                where s.tenant_id = new.tenant_id and s.person_id = new.person_id and s.ended_at is null;
        end if;
    end if;
    for child in
        select new.person_id from rundbord.person p where p.tenant_id = new.tenant_id and p.id = new.person_id and p.kind = 'subject'
        union
        select p.id from rundbord.access_grant g
        join rundbord.person p on p.tenant_id = g.tenant_id and p.dossier_id = g.dossier_id and p.kind = 'subject'
        where g.tenant_id = new.tenant_id and g.person_id = new.person_id
    loop
        perform rundbord.derive_grants(child);
    end loop;
    return null;
end $$;

ALTER FUNCTION rundbord.departure_takes_effect() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants(p_child uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with tenant as (select rundbord.current_tenant() as id),
    dossiers as (
        select p.dossier_id as id, 'identity' as kind, null::timestamptz as self_access_from
        from rundbord.person p, tenant where p.tenant_id = tenant.id and p.id = p_child
        union all
        select c.dossier_id, 'casework', c.self_access_from
        from rundbord.casework c, tenant where c.tenant_id = tenant.id and c.child_id = p_child
    ),
    sources as (
        select c.holder_id as person_id, 'family' as capacity, 'custody' as reason, c.id as source_id,
               lower(c.valid) as valid_from, least(upper(c.valid), c.majority_at) as valid_until
        from rundbord.custody c, tenant
        where c.tenant_id = tenant.id and c.child_id = p_child and upper_inf(c.recorded)
        union all
        select r.person_id, case r.kind when 'adviser' then 'adviser' else 'professional' end, r.kind, r.id,
               lower(r.valid), upper(r.valid)
        from rundbord.relation r, tenant
        where r.tenant_id = tenant.id and r.child_id = p_child and upper_inf(r.recorded)
        union all
        -- Who has a place in a meeting has the reach of an invitation, from their yes on that of the meeting itself
        -- (sharing/policies.sql); who runs it needs the whole case for it.
        select a.person_id, 'professional',
               case when a.person_id = m.convener_id then 'convener' when a.person_id = m.chair_id then 'chair'
                    when a.answer = 'coming' or a.attended then 'accepted' else 'invited' end,
               a.id,
               case when a.person_id in (m.convener_id, m.chair_id) then a.access_from
                    when a.answer = 'coming' then greatest(a.access_from, a.answered_at)
                    when a.attended then greatest(a.access_from, m.starts_at) else a.access_from end,
               least(a.access_until, s.until)
        from rundbord.participant a join rundbord.casework c on c.tenant_id = a.tenant_id and c.dossier_id = a.dossier_id
        join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
             -- A cancelled meeting shows nobody the child any more, but those who led it what became of it. Nobody is invited
             -- to one that is over, but who was there, and who is to do something that was agreed.
             and (a.person_id in (m.convener_id, m.chair_id) or m.status <> 'cancelled' and (
                  m.status in ('planned', 'agenda_sent') or a.answer = 'coming' or a.attended
                  or exists (select from rundbord.agreement g where g.tenant_id = a.tenant_id and g.responsible_id = a.id)))
        -- What rests on a consent lasts as long as the consent.
        left join lateral rundbord.consent_state(a.dossier_id, a.consent_purpose) s on true, tenant
        where a.tenant_id = tenant.id and c.child_id = p_child and a.kind = 'professional' and a.status = 'invited'
          and a.person_id is not null and (a.consent_purpose is null or s.stands)
        union all
        select h.person_id, 'professional', h.reason, k.id, h.valid_from, null
        from rundbord.problem_coordinator k
        join rundbord.problem q on q.tenant_id = k.tenant_id and q.id = k.problem_id and q.status = 'open'
        join rundbord.casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
        -- Who holds a place, and who is offered it: each sees the child for as long as that is so.
        cross join lateral (values (k.person_id, 'coordinator', k.since),
                                   (k.pending_id, 'coordinator_offered', k.offered_at)) h (person_id, reason, valid_from), tenant
        where k.tenant_id = tenant.id and c.child_id = p_child and h.person_id is not null
        union all
        select e.person_id, e.capacity, 'emergency', e.id, e.opened_at, least(e.valid_until, e.ended_at)
        from rundbord.emergency_access e, tenant where e.tenant_id = tenant.id and e.child_id = p_child
    ),
    all_sources as (
        select s.*, null::uuid as on_behalf_of from sources s
        union all
        -- For who is away: what they have by themselves, as it stands; never an invitation, nor what was delegated to them.
        select d.delegate_id, s.capacity, 'delegated', md5(d.id::text || s.source_id::text)::uuid,
               greatest(s.valid_from, d.valid_from),
               least(s.valid_until, d.valid_until, d.ended_at, nullif(w.until, 'infinity')), d.absent_id
        from sources s, tenant, rundbord.delegation d, rundbord.employed_until(d.absent_id) w (until)
        where d.tenant_id = tenant.id and d.absent_id = s.person_id and (d.child_id is null or d.child_id = p_child)
          and w.until is not null and s.capacity <> 'family'
          and (s.reason = 'coordinator'
               or exists (select from rundbord.relation r where r.tenant_id = tenant.id and r.id = s.source_id))
    ),
    asked as (
        select s.person_id, d.id as dossier_id, s.capacity, s.reason, s.source_id, s.valid_from, s.valid_until, s.on_behalf_of
        from all_sources s cross join dossiers d
        union all
        select p_child, d.id, 'family', 'self', p_child, d.self_access_from, null, null
        from dossiers d where d.kind = 'casework' and d.self_access_from is not null
        union all
        select p_child, i.id, 'family', 'self', p_child, min(d.self_access_from), null, null
        from dossiers d, dossiers i where i.kind = 'identity' and d.self_access_from is not null group by i.id
    ),
    -- The dead see nothing; a child that has moved away is seen through no grant any more, and one that has died by
    -- those alone who work on its case and bring it to an end.
    wanted as (
        select a.person_id, a.dossier_id, a.capacity, a.reason, a.source_id, a.valid_from,
               least(a.valid_until, ended.since) as valid_until, a.on_behalf_of
        from asked a cross join tenant left join lateral (
            select min(x.effective_at) as since from rundbord.departure x
            where x.tenant_id = tenant.id and x.over_at is null
              and (x.kind = 'death' and x.person_id = a.person_id
                   or x.person_id = p_child and (x.kind = 'move_out' or a.capacity = 'family'
                                                 or a.reason in ('invited', 'accepted', 'coordinator_offered')))) ended on true
        where least(a.valid_until, ended.since) is null or least(a.valid_until, ended.since) > a.valid_from
    ),
    gone as (
        delete from rundbord.access_grant g using tenant, dossiers d
        where g.tenant_id = tenant.id and g.dossier_id = d.id
          and not exists (select from wanted w where w.dossier_id = g.dossier_id and w.reason = g.reason and w.source_id = g.source_id)
    )
    insert into rundbord.access_grant as g
        (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until, on_behalf_of)
    select tenant.id, gen_random_uuid(), w.person_id, w.dossier_id, w.capacity, w.reason, w.source_id, w.valid_from, w.valid_until,
           w.on_behalf_of
    from wanted w, tenant
    on conflict (tenant_id, dossier_id, reason, source_id) do update
        set person_id = excluded.person_id, capacity = excluded.capacity,
            valid_from = excluded.valid_from, valid_until = excluded.valid_until
        where (g.person_id, g.capacity, g.valid_from) is distinct from (excluded.person_id, excluded.capacity, excluded.valid_from)
           or g.valid_until is distinct from excluded.valid_until
$$;

ALTER FUNCTION rundbord.derive_grants(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_of_absent() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    r record := coalesce(new, old);
    absent uuid := case tg_table_name when 'delegation' then to_jsonb(r) ->> 'absent_id' else to_jsonb(r) ->> 'person_id' end;
begin
    if tg_table_name = 'employment' and not exists (
        select from rundbord.delegation d where d.tenant_id = r.tenant_id and d.absent_id = absent) then
        return null;
    end if;
    perform rundbord.derive_grants(x.child_id) from (
        select l.child_id from rundbord.relation l
        where l.tenant_id = r.tenant_id and l.person_id = absent and upper_inf(l.recorded)
        union
        select c.child_id from rundbord.problem_coordinator k
        join rundbord.casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
        where k.tenant_id = r.tenant_id and k.person_id = absent) x;
    return null;
end $$;

ALTER FUNCTION rundbord.derive_grants_of_absent() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_of_consultation(p_dossier uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with meeting as (
        select c.*, d.opened_at from rundbord.consultation c
        join rundbord.dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier
    ), people as (
        select m.convener_id as person_id, 'convener' as reason, m.id as source_id, null::timestamptz as until from meeting m
        union all
        select m.chair_id, 'chair', m.id, null from meeting m where m.chair_id is not null and m.chair_id <> m.convener_id
        union all
        select a.person_id, 'participant', a.id, a.access_until
        from rundbord.consultation_participant a join meeting m on m.tenant_id = a.tenant_id and m.id = a.consultation_id
        where a.status = 'invited' and a.person_id is not null
    ), wanted as (
        select p.person_id, 'professional' as capacity, p.reason, p.source_id, p.until from people p
        union all
        select p.person_id, 'adviser', p.reason || '_as_adviser', p.source_id, p.until from people p
        where exists (select from rundbord.employment e
                      where e.tenant_id = rundbord.current_tenant() and e.person_id = p.person_id and e.role = 'adviser'
                        and upper_inf(e.recorded) and e.valid @> rundbord.business_now())
    ), gone as (
        delete from rundbord.access_grant g
        where g.tenant_id = rundbord.current_tenant() and g.dossier_id = p_dossier
          and not exists (select from wanted w where w.reason = g.reason and w.source_id = g.source_id)
    )
    insert into rundbord.access_grant as g
        (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until)
    select m.tenant_id, gen_random_uuid(), w.person_id, p_dossier, w.capacity, w.reason, w.source_id, m.opened_at, w.until
    from wanted w cross join meeting m
    on conflict (tenant_id, dossier_id, reason, source_id) do update
        set person_id = excluded.person_id, valid_until = excluded.valid_until
        where g.person_id is distinct from excluded.person_id or g.valid_until is distinct from excluded.valid_until
$$;

ALTER FUNCTION rundbord.derive_grants_of_consultation(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_on_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    r record := coalesce(new, old);
    child uuid;
begin
    if tg_table_name in ('custody', 'relation', 'casework', 'emergency_access') then
        perform rundbord.derive_grants(r.child_id);
        if tg_table_name = 'custody' then
            perform rundbord.judge_resting(c.dossier_id) from rundbord.casework c where c.tenant_id = r.tenant_id and c.child_id = r.child_id;
        end if;
    elsif tg_table_name = 'person' then
        if r.kind = 'adult' then
            insert into rundbord.access_grant (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from)
            values (r.tenant_id, gen_random_uuid(), r.id, r.dossier_id, 'family', 'self', r.id, rundbord.business_now());
        end if;
    else
        select c.child_id into child from rundbord.casework c where c.tenant_id = r.tenant_id and c.dossier_id = r.dossier_id;
        -- No casework left: it is being erased, and its grants go with the dossier.
        if child is not null then
            perform rundbord.derive_grants(child);
            if tg_table_name in ('consent', 'consent_term') then
                perform rundbord.judge_resting(r.dossier_id);
            end if;
        end if;
    end if;
    return null;
end $$;

ALTER FUNCTION rundbord.derive_grants_on_change() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.derive_grants_on_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.derive_grants_of_consultation((coalesce(new, old)).dossier_id);
    return null;
end $$;

ALTER FUNCTION rundbord.derive_grants_on_consultation() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.dossier_of_asker() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p.dossier_id from rundbord.person p
    where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person() and rundbord.current_capacity() = 'family'
$$;

ALTER FUNCTION rundbord.dossier_of_asker() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.dossier_to_record(p_person uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p.dossier_id from rundbord.person p
    where p.tenant_id = (select rundbord.current_tenant()) and p.id = p_person
      and case (select rundbord.current_capacity()) when 'system' then true else rundbord.may_record_about(p_person) end
$$;

ALTER FUNCTION rundbord.dossier_to_record(p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.dossiers_within() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(d.id), '{}') from (
        select p.dossier_id as id from rundbord.dossier_place p
        where p.tenant_id = (select rundbord.current_tenant()) and p.unit_id = any ((select rundbord.unit_limit())::uuid[])
          and p.valid_from <= (select rundbord.business_now())
          and (p.valid_until is null or p.valid_until > (select rundbord.business_now()))
        -- An emergency knows no such limit: that is what it is for.
        union all select unnest(rundbord.only_looked_at())) d
$$;

ALTER FUNCTION rundbord.dossiers_within() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.emergency_is_kept(p_child uuid, p_category text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.current_capacity() = 'family' and (p_category = 'violence' or exists (
        select from rundbord.casework c
        join rundbord.kept_away k on k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id
             and k.kind = case when rundbord.current_person() = p_child then 'child' else 'parent' end
        where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child))
$$;

ALTER FUNCTION rundbord.emergency_is_kept(p_child uuid, p_category text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.emergency_look(p_ids uuid[]) RETURNS TABLE(id uuid, identity_id uuid, sealed bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare me constant uuid := rundbord.current_person();
begin
    if rundbord.current_capacity() not in ('professional', 'adviser') or cardinality(p_ids) > 200 then
        raise exception 'not for this capacity' using errcode = '42501';
    end if;
    -- One at a time: two at once would both find room.
    perform pg_advisory_xact_lock(hashtextextended('emergency:' || me::text, 0));
    delete from rundbord.emergency_attempt a
    where a.tenant_id = rundbord.current_tenant() and a.person_id = me and a.tried_at < rundbord.machine_now() - interval '1 day';
    if (select count(*) from rundbord.emergency_attempt a
        where a.tenant_id = rundbord.current_tenant() and a.person_id = me and a.tried_at > rundbord.machine_now() - interval '1 hour') >= 10
    then
        raise exception 'too many attempts' using errcode = 'RB010';
    end if;
    insert into rundbord.emergency_attempt (tenant_id, id, person_id, tried_at)
    values (rundbord.current_tenant(), gen_random_uuid(), me, rundbord.machine_now());
    return query select p.id, p.dossier_id, p.sealed from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = any (p_ids) and p.kind = 'subject' and p.alias_of is null;
end $$;

ALTER FUNCTION rundbord.emergency_look(p_ids uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.employed_until(p_person uuid) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select max(coalesce(upper(e.valid), 'infinity')) from rundbord.employment e
    where e.tenant_id = rundbord.current_tenant() and e.person_id = p_person and upper_inf(e.recorded) and not isempty(e.valid)
$$;

ALTER FUNCTION rundbord.employed_until(p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.employing_units() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct e.unit_id), '{}')
    from rundbord.employment e
    where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
      and e.role = (select rundbord.current_capacity())
      and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
$$;

ALTER FUNCTION rundbord.employing_units() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.end_calendar_feeds_of_employment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare r record := coalesce(new, old);
begin
    perform rundbord.enter_tenant(r.tenant_id);
    delete from rundbord.calendar_feed f
    where f.tenant_id = r.tenant_id and f.person_id = r.person_id and f.capacity <> 'family'
      and cardinality(rundbord.units_of(f.tenant_id, f.person_id, f.capacity, rundbord.business_now())) = 0;
    return null;
end $$;

ALTER FUNCTION rundbord.end_calendar_feeds_of_employment() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.end_custody_with_life() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if tg_op = 'INSERT' or new.majority_at is distinct from old.majority_at then
        new.of_age_at := new.majority_at;
    end if;
    new.majority_at := least(new.of_age_at, (
        select min(x.effective_at) from rundbord.departure x
        where x.tenant_id = new.tenant_id and x.kind = 'death' and x.over_at is null and x.person_id in (new.child_id, new.holder_id)));
    return new;
end $$;

ALTER FUNCTION rundbord.end_custody_with_life() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.end_sessions_of_employment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    r record := coalesce(new, old);
    s record;
begin
    -- Whoever mends an employment by hand has entered no tenant.
    perform rundbord.enter_tenant(r.tenant_id);
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'employment', hint = null
        where x.tenant_id = r.tenant_id and x.person_id = r.person_id and x.ended_at is null and x.capacity <> 'family'
          and cardinality(rundbord.units_of(x.tenant_id, x.person_id, x.capacity, rundbord.business_now())) = 0
        returning x.id, x.person_id, x.capacity
    loop
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_employment');
    end loop;
    return null;
end $$;

ALTER FUNCTION rundbord.end_sessions_of_employment() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.end_times_awaited(p_meeting uuid, p_participant uuid, p_answered boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.settle_awaited(a.id, 'await_times', p_answered)
    from rundbord.participant a
    where a.tenant_id = (select rundbord.current_tenant()) and a.meeting_id = p_meeting and a.id = coalesce(p_participant, a.id)
$$;

ALTER FUNCTION rundbord.end_times_awaited(p_meeting uuid, p_participant uuid, p_answered boolean) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.end_times_of_participant() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.end_times_awaited(new.meeting_id, new.id, false);
    return null;
end $$;

ALTER FUNCTION rundbord.end_times_of_participant() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.end_times_of_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.end_times_awaited(new.meeting_id, null, false);
    return null;
end $$;

ALTER FUNCTION rundbord.end_times_of_proposal() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.enrolment_turns() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    new.turns_at := rundbord.turn_of(new.valid);
    return new;
end $$;

ALTER FUNCTION rundbord.enrolment_turns() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.enter_tenant(p_tenant uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select set_config('rundbord.tenant', p_tenant::text, true),
           set_config('rundbord.now', rundbord.read_business_clock()::text, true)
$$;

ALTER FUNCTION rundbord.enter_tenant(p_tenant uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare about uuid[];
begin
    if cardinality(p_named) + cardinality(p_seen) = 0 then
        return p_dossiers;
    end if;
    with named as materialized (
        select n.* from rundbord.about_of(p_named) n where n.dossier_id = any (p_dossiers)
    ), caseworks as (
        select c.dossier_id, c.child_id, p.dossier_id as identity,
               not p_changed and c.child_id = any (p_named) and not exists (select from named n where n.dossier_id = c.dossier_id) as whole
        from rundbord.casework c
        join rundbord.person p on p.tenant_id = c.tenant_id and p.id = c.child_id
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = any (p_dossiers)
    ), seen as materialized (
        select o.dossier_id, o.id from rundbord.about_of(case when exists (
            select from caseworks c where not c.whole and not exists (select from named n where n.dossier_id = c.dossier_id))
            then p_seen else '{}' end) o
        where not exists (select from named n where n.dossier_id = o.dossier_id)
    ), particular as (
        -- Writing an underretning is about nothing else, whatever it is written beside.
        select n.dossier_id, n.id from named n
        where n.past_all_steps or not exists (select from named o where o.dossier_id = n.dossier_id and o.past_all_steps)
        union
        select o.dossier_id, o.id from seen o join caseworks c on c.dossier_id = o.dossier_id and not c.whole
    )
    select array_agg(distinct found.id) into about
    from (
        select p.id from particular p
        union all
        select d from unnest(p_dossiers) d
        where not exists (select from particular p where p.dossier_id = d)
          and not exists (select from caseworks c join particular p on p.dossier_id = c.dossier_id
                          where c.identity = d and p.id <> p.dossier_id)
    ) found (id);
    return coalesce(about, '{}');
end $$;

ALTER FUNCTION rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.events_for_auditor(p_actor uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) RETURNS TABLE(id uuid, occurred_at timestamp with time zone, actor_id uuid, actor_name text, capacity text, operation text, changed boolean, subjects integer, reasons integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    tenant constant uuid := rundbord.current_tenant();
    -- One end for both, so that each page is a stretch of an index.
    at constant timestamptz := coalesce(p_before, 'infinity');
    after constant uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
    if rundbord.current_capacity() <> 'auditor' then
        return;
    end if;
    return query
        select e.id, e.occurred_at, s.person_id, s.display_name, e.capacity, e.operation, e.changed,
               cardinality(e.subjects), cardinality(e.grants)
        from (select x.* from rundbord.access_event x
              where p_actor is null and x.tenant_id = tenant and (x.occurred_at, x.id) < (at, after)
              order by x.occurred_at desc, x.id desc limit p_limit) e
        left join rundbord.staff s on s.tenant_id = tenant and s.person_id = e.actor_id
        union all
        select e.id, e.occurred_at, s.person_id, s.display_name, e.capacity, e.operation, e.changed,
               cardinality(e.subjects), cardinality(e.grants)
        from rundbord.staff s
        cross join lateral (select x.* from rundbord.access_event x
              where x.tenant_id = tenant and x.actor_id = p_actor and (x.occurred_at, x.id) < (at, after)
              order by x.occurred_at desc, x.id desc limit p_limit) e
        where s.tenant_id = tenant and s.person_id = p_actor
        order by 2 desc, 1 desc;
end $$;

ALTER FUNCTION rundbord.events_for_auditor(p_actor uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) RETURNS TABLE(id uuid, occurred_at timestamp with time zone, actor_id uuid, actor_name text, capacity text, operation text, changed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select e.id, e.occurred_at, e.actor_id,
           -- A professional acts in public office and is named; of the family only 'family' is told, for the other parent's sake.
           s.display_name, e.capacity, e.operation, e.changed
    from rundbord.access_event e
    left join rundbord.staff s on s.tenant_id = e.tenant_id and s.person_id = e.actor_id
    where e.tenant_id = rundbord.current_tenant()
      and e.subjects && (
          select coalesce(array_agg(d.audit_pseudonym), '{}') from rundbord.dossier d
          where d.tenant_id = rundbord.current_tenant()
            and d.id in (select p.dossier_id from rundbord.person p where p.tenant_id = d.tenant_id and p.id = p_child
                         union all
                         select c.dossier_id from rundbord.casework c where c.tenant_id = d.tenant_id and c.child_id = p_child)
            and (d.id = any (rundbord.granted_dossiers()) or rundbord.leads(d.id) or rundbord.current_capacity() = 'dpo')
            -- What was done in a case is not theirs to read who have a place in one meeting of it.
            and d.id <> all (rundbord.only_reached()))
      -- What somebody did in an emergency that is kept from a family they are not told either.
      and (rundbord.current_capacity() <> 'family' or not exists (
          select from rundbord.emergency_access x
          where x.tenant_id = e.tenant_id and x.child_id = p_child and x.person_id = e.actor_id
            and e.occurred_at >= x.opened_at and e.occurred_at <= x.valid_until
            and rundbord.emergency_is_kept(p_child, x.category)))
      -- A family is told of what was about something it may know of. An underretning is never that, nor what is kept
      -- from it: neither the deed, nor that somebody looked because of it.
      and ((select rundbord.current_capacity()) <> 'family'
           or e.about is null and e.operation not like '%nderretning%'
           or e.about && (
               select coalesce(array_agg(x.id), '{}') from (
                   select p.dossier_id from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                   union all
                   select c.dossier_id from rundbord.casework c where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child
                      and c.dossier_id = any (rundbord.granted_dossiers())
                   union all
                   select q.id from rundbord.casework c join rundbord.problem q on q.tenant_id = c.tenant_id and q.dossier_id = c.dossier_id
                   where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child
                     and c.dossier_id = any (rundbord.granted_dossiers())) x (id)
               where x.id <> all (rundbord.kept_from_me())))
      and (p_before is null or (e.occurred_at, e.id) < (p_before, p_before_id))
    order by e.occurred_at desc, e.id desc
    limit p_limit
$$;

ALTER FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.fall_back(p_message uuid, p_id uuid, p_channels text[]) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    lost rundbord.message;
    next_way text;
begin
    select * into lost from rundbord.message m where m.tenant_id = rundbord.current_tenant() and m.id = p_message;
    if not found then
        return 'none';
    end if;
    -- Two ways that fail in one moment wait for each other here, so that one of them sees that nothing is left.
    perform from rundbord.message m
    where m.tenant_id = lost.tenant_id and m.recipient_id = lost.recipient_id and m.occurrence_key = lost.occurrence_key
    order by m.id for update;
    if exists (select from rundbord.message m
               where m.tenant_id = lost.tenant_id and m.recipient_id = lost.recipient_id and m.occurrence_key = lost.occurrence_key
                 and m.id <> lost.id and m.channel <> 'inbox'
                 and (m.state in ('planned', 'sending', 'sent') or m.reason = 'told_together')) then
        return 'other';
    end if;
    select way.channel into next_way from unnest(p_channels) with ordinality way (channel, place)
    where not exists (select from rundbord.message m
                      where m.tenant_id = lost.tenant_id and m.recipient_id = lost.recipient_id
                        and m.occurrence_key = lost.occurrence_key and m.channel = way.channel)
    order by way.place limit 1;
    if next_way is null then
        return 'none';
    end if;
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence,
                                  consent_id, deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of)
    values (lost.tenant_id, p_id, lost.recipient_id, lost.dossier_id, lost.kind, next_way, lost.meeting_id, lost.meeting_sequence,
            lost.consent_id, lost.deadline_id, lost.occurrence_key, rundbord.business_now(), rundbord.business_now(),
            rundbord.machine_now(), lost.about_id, lost.on_behalf_of);
    return next_way;
end $$;

ALTER FUNCTION rundbord.fall_back(p_message uuid, p_id uuid, p_channels text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.fall_silent(p_dossier uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare n integer;
begin
    if rundbord.current_capacity() <> 'system' then
        if not (rundbord.sees_whole(p_dossier) and p_dossier <> all (rundbord.only_looked_at())
                or rundbord.leads(p_dossier)) then
            raise exception 'no right to this dossier' using errcode = '42501';
        end if;
    end if;
    -- What was asked or said first for a meeting that is kept away now, and serves another too, is that one's: it stays
    -- the giver's to answer and to take back.
    with kept as (
        select m.id from rundbord.meeting m
        where m.tenant_id = rundbord.current_tenant() and m.dossier_id = p_dossier and exists (
            select from rundbord.kept_away k where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
              and (k.problem_id is null or k.problem_id = m.problem_id))
    ), others as (
        select distinct on (a.consent_purpose) a.consent_purpose, a.meeting_id, m.problem_id
        from rundbord.participant a join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id and m.status <> 'cancelled'
        where a.tenant_id = rundbord.current_tenant() and a.dossier_id = p_dossier and a.consent_purpose is not null
          and a.meeting_id not in (select id from kept)
        order by a.consent_purpose, m.starts_at, m.id
    ), moved as (
        update rundbord.consent c set meeting_id = o.meeting_id, version = c.version + 1
        from others o
        where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier and c.purpose = o.consent_purpose
          and c.meeting_id in (select id from kept)
        returning c.id, o.problem_id)
    update rundbord.message m set about_id = moved.problem_id
    from moved where m.tenant_id = rundbord.current_tenant() and m.consent_id = moved.id;
    -- A question that nobody has answered is taken back: nobody may be asked it, and it would stand in the way of asking
    -- for something else.
    delete from rundbord.consent c
    where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier and c.state = 'asked' and exists (
        select from rundbord.meeting m join rundbord.kept_away k on k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id
             and (k.problem_id is null or k.problem_id = m.problem_id) and k.kind in ('parent', 'child')
        where m.tenant_id = c.tenant_id and m.id = c.meeting_id);
    update rundbord.message m set state = 'cancelled', reason = 'kept_away', settled_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.dossier_id = p_dossier and m.state in ('planned', 'sending')
      and rundbord.is_kept_away(m.recipient_id, m.dossier_id, m.about_id);
    get diagnostics n = row_count;
    delete from rundbord.idempotency_key k
    where k.tenant_id = rundbord.current_tenant() and k.person_id in (
        select g.person_id from rundbord.access_grant g
        where g.tenant_id = rundbord.current_tenant() and g.dossier_id = p_dossier and g.capacity = 'family');
    return n;
end $$;

ALTER FUNCTION rundbord.fall_silent(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) RETURNS TABLE(person_id uuid, language text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query
        select q.id, q.language from rundbord.person p
        join rundbord.person q on q.tenant_id = p.tenant_id and q.id = coalesce(p.alias_of, p.id)
        where p.tenant_id = p_tenant and p.id = p_person
          and not exists (select from rundbord.departure x where x.tenant_id = p_tenant and x.person_id = q.id
                          and x.kind = 'death' and x.over_at is null)
          and (q.kind = 'adult' or exists (
              select from rundbord.access_grant g where g.tenant_id = p_tenant and g.person_id = q.id and g.reason = 'self'
                and g.valid_from <= rundbord.business_now()));
end $$;

ALTER FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) OWNER TO rundbord_definer;

CREATE PROCEDURE rundbord.feed_sees(IN p_table text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare p record;
begin
    for p in select policyname from pg_catalog.pg_policies
             where schemaname = 'rundbord' and tablename = p_table and roles = '{rundbord_calendar}' loop
        execute format('drop policy %I on rundbord.%I', p.policyname, p_table);
    end loop;
    for p in select policyname, permissive, qual from pg_catalog.pg_policies
             where schemaname = 'rundbord' and tablename = p_table and cmd in ('ALL', 'SELECT') and policyname <> 'by_unit'
               and roles && array['rundbord_family', 'rundbord_relation', 'rundbord_unit']::name[] loop
        execute format('create policy %I on rundbord.%I as %s for select to rundbord_calendar using (%s)',
            p.policyname || '_in_feed', p_table, p.permissive, p.qual);
    end loop;
    execute format('create policy by_unit_in_feed on rundbord.%I for select to rundbord_calendar
        using ((select rundbord.current_capacity()) = ''leader'' and rundbord.leads(dossier_id))', p_table);
end $$;

ALTER PROCEDURE rundbord.feed_sees(IN p_table text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.feed_stands_for() RETURNS interval
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$ select interval '90 days' $$;

ALTER FUNCTION rundbord.feed_stands_for() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.finding_a_time(p_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (select from rundbord.time_proposal p
                   where p.tenant_id = (select rundbord.current_tenant()) and p.meeting_id = p_meeting and p.state = 'open'
                     and (select rundbord.sees_dossier(p.dossier_id)))
$$;

ALTER FUNCTION rundbord.finding_a_time(p_meeting uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.first_failure(p_message rundbord.message) RETURNS rundbord.message
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select m from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.recipient_id = p_message.recipient_id
      and m.occurrence_key = p_message.occurrence_key and m.channel <> 'inbox'
      and (m.id = p_message.id or m.reason in ('refused', 'bounced', 'out_of_patience', 'no_address'))
    order by m.reason = 'channel_off', m.reason = 'no_address', m.settled_at, m.id
    limit 1
$$;

ALTER FUNCTION rundbord.first_failure(p_message rundbord.message) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.first_occurrence(p_key text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO ''
    AS $_$
    select pg_catalog.regexp_replace(p_key, '[.]again[0-9]+$', '')
$_$;

ALTER FUNCTION rundbord.first_occurrence(p_key text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.free_of_consent(p_dossier uuid) RETURNS TABLE(id uuid, meeting_id uuid, person_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if rundbord.current_capacity() <> 'system' then
        if not (rundbord.sees_whole(p_dossier) and p_dossier <> all (rundbord.only_looked_at())
                or rundbord.leads(p_dossier)) then
            raise exception 'no right to this dossier' using errcode = '42501';
        end if;
    end if;
    return query
        with freed as (
            update rundbord.participant a set consent_purpose = null, version = a.version + 1
            from rundbord.meeting m, rundbord.participant b left join lateral rundbord.consent_state(b.dossier_id, b.consent_purpose) s on true
            where a.tenant_id = rundbord.current_tenant() and a.dossier_id = p_dossier and a.consent_purpose is not null
              and b.tenant_id = a.tenant_id and b.id = a.id and m.tenant_id = a.tenant_id and m.id = a.meeting_id
              and m.status in ('planned', 'agenda_sent', 'held')
              and exists (select from rundbord.kept_away k
                          where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id and k.kind in ('parent', 'child')
                            and (k.problem_id is null or k.problem_id = m.problem_id))
            returning a.id, a.meeting_id, a.person_id, a.status, s.stands)
        select f.id, f.meeting_id, f.person_id from freed f
        where f.person_id is not null and f.status = 'invited' and not coalesce(f.stands, false);
    perform rundbord.derive_grants(c.child_id) from rundbord.casework c
    where c.tenant_id = rundbord.current_tenant() and c.dossier_id = p_dossier;
end $$;

ALTER FUNCTION rundbord.free_of_consent(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.granted_dossiers() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct g.dossier_id), '{}')
    from rundbord.access_grant g
    where g.tenant_id = (select rundbord.current_tenant()) and g.person_id = (select rundbord.current_person())
      and g.capacity = (select rundbord.current_capacity())
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
      -- A shield over the whole case: to whom it keeps the case from there is none.
      and (g.capacity <> 'family' or not exists (
          select from rundbord.kept_away k
          where k.tenant_id = g.tenant_id and k.dossier_id = g.dossier_id and k.problem_id is null
            and k.kind = case g.reason when 'self' then 'child' else 'parent' end))
      and ((select rundbord.unit_limit()) is null or g.dossier_id = any ((select rundbord.dossiers_within())::uuid[]))
$$;

ALTER FUNCTION rundbord.granted_dossiers() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.handovers_accepted() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(h.id), '{}')
    from rundbord.handover h
    left join lateral rundbord.consent_state(h.dossier_id, h.consent_purpose) c on h.consent_purpose is not null
    where h.tenant_id = (select rundbord.current_tenant()) and h.accepted_by = (select rundbord.current_person())
      and (h.to_person_id = (select rundbord.current_person()) or h.to_unit_id = any ((select rundbord.employing_units())::uuid[]))
      and (h.consent_purpose is null or c.stands)
$$;

ALTER FUNCTION rundbord.handovers_accepted() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.has_lasting_part(p_child uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (
        select from rundbord.person p
        where p.tenant_id = (select rundbord.current_tenant()) and p.id = p_child and p.kind = 'subject'
          and case (select rundbord.current_capacity())
              when 'leader' then rundbord.unit_of(p.dossier_id) = any ((select rundbord.led_units())::uuid[])
              else p.dossier_id = any ((select rundbord.granted_dossiers())::uuid[]) and exists (
                  select from rundbord.access_grant g
                  where g.tenant_id = p.tenant_id and g.dossier_id = p.dossier_id and g.person_id = (select rundbord.current_person())
                    and g.capacity = (select rundbord.current_capacity())
                    and g.reason not in ('invited', 'accepted', 'coordinator_offered', 'emergency')
                    and g.valid_from <= (select rundbord.business_now())
                    and (g.valid_until is null or g.valid_until > (select rundbord.business_now())))
              end)
       and (select rundbord.current_capacity()) in ('professional', 'leader', 'adviser')
$$;

ALTER FUNCTION rundbord.has_lasting_part(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.invited_to() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct a.meeting_id), '{}')
    from rundbord.access_grant g
    join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    where g.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason in ('invited', 'accepted')
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.invited_to() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.is_closed(p_area text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$
    select p_area = any (coalesce(nullif(current_setting('rundbord.closed', true), ''), '{}')::text[])
$$;

ALTER FUNCTION rundbord.is_closed(p_area text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (
        select from rundbord.kept_away k
        join rundbord.casework c on c.tenant_id = k.tenant_id and c.dossier_id = k.dossier_id
        join rundbord.person p on p.tenant_id = k.tenant_id and p.id = p_person and p.kind <> 'staff'
        where k.tenant_id = rundbord.current_tenant() and k.dossier_id = p_dossier
          and (k.problem_id is null or k.problem_id = p_about)
          and k.kind = any (case
              when c.child_id = p.id then array['child']
              when exists (select from rundbord.custody x where x.tenant_id = k.tenant_id and x.child_id = c.child_id
                           and x.holder_id = p.id and upper_inf(x.recorded)) then array['parent']
              -- Neither child nor holder: a parent without custody or one of the network, who can say?
              else array['parent', 'network'] end))
$$;

ALTER FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.is_silenced(p_person uuid, p_dossier uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (
        select from rundbord.departure x
        where x.tenant_id = (select rundbord.current_tenant()) and x.kind = 'death' and x.over_at is null
          and (x.person_id = p_person
               or exists (select from rundbord.person r where r.tenant_id = x.tenant_id and r.id = p_person and r.kind <> 'staff')
                  and (x.dossier_id = p_dossier
                       or exists (select from rundbord.casework c where c.tenant_id = x.tenant_id and c.dossier_id = p_dossier
                                  and c.child_id = x.person_id))))
$$;

ALTER FUNCTION rundbord.is_silenced(p_person uuid, p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.consultation_participant
        (tenant_id, id, dossier_id, consultation_id, person_id, role, strength, external, status, access_until, sealed)
    select rundbord.current_tenant(), p_participant, c.dossier_id, c.id, rundbord.current_person(), p_role, p_strength, false,
           'invited', p_access_until, p_sealed
    from rundbord.consultation_to_join(p_slot) c
    on conflict (tenant_id, consultation_id, person_id) do nothing
$$;

ALTER FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.judge_adoption() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
    today constant date := (rundbord.business_now() at time zone 'Europe/Copenhagen')::date;
    proposed record;
    wanted integer;
    given integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('rundbord.model:' || new.tenant_id::text, 0));
    select number, author_id, digest into proposed from rundbord.model_version
    where tenant_id = new.tenant_id and id = new.version_id;
    -- The version in force decides how many, or before any is in force the one that comes first.
    select v.approvals into wanted
    from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
    where a.tenant_id = new.tenant_id order by a.applies_from <= today desc, v.number desc limit 1;
    select count(distinct person_id) into given from rundbord.model_decision
    where tenant_id = new.tenant_id and version_id = new.version_id and decision = 'approved' and digest = proposed.digest
      and person_id is distinct from proposed.author_id;
    if given < wanted then
        raise exception 'approved by too few' using errcode = 'check_violation';
    elsif new.applies_from < today then
        raise exception 'a version does not apply to days gone by' using errcode = 'check_violation';
    elsif exists (select from rundbord.model_decision
                  where tenant_id = new.tenant_id and version_id = new.version_id and decision <> 'approved')
        or exists (select from rundbord.model_adoption a
                   join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
                   where a.tenant_id = new.tenant_id and v.number > proposed.number) then
        raise exception 'this version is settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_adoption() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.judge_anew() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.casework c set judge_at = rundbord.business_now()
    where c.tenant_id = new.tenant_id and c.closed_at is null
      and case tg_table_name when 'confirmation' then c.dossier_id = (to_jsonb(new) ->> 'dossier_id')::uuid
                             when 'enrolment' then c.child_id = (to_jsonb(new) ->> 'child_id')::uuid else true end
      and (exists (select from rundbord.confirmation f where f.tenant_id = c.tenant_id and f.dossier_id = c.dossier_id)
           or exists (select from rundbord.kept_away k where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id));
    return null;
end $$;

ALTER FUNCTION rundbord.judge_anew() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.judge_casework_move() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
    if new.model_version_id = old.model_version_id or new.model_version_id is distinct from (
        select v.id from rundbord.model_adoption a
        join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
        where a.tenant_id = new.tenant_id and a.applies_from <= (rundbord.business_now() at time zone 'Europe/Copenhagen')::date
        order by v.number desc limit 1)
    then
        raise exception 'a case moves to the version in force, and its own access with it' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_casework_move() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.judge_consent() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
    family constant boolean := rundbord.current_capacity() = 'family';
    me uuid;
begin
    if new.state is not distinct from old.state or rundbord.current_capacity() = 'system' then
        if new.state is distinct from old.state or (new.answered_at, new.withdrawn_at, new.expires_at, new.channel)
           is distinct from (old.answered_at, old.withdrawn_at, old.expires_at, old.channel) then
            raise exception 'nobody answers for a giver' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    me := rundbord.current_person();
    -- Coalesced: an answer without its way of being given makes the condition unknown, and what is unknown is refused.
    if not coalesce(case
        when old.state = 'asked' and new.state in ('given', 'declined') then
            family and new.channel = 'portal' or not family and new.channel in ('paper', 'oral') and new.recorded_by = me
        when old.state = 'given' and new.state = 'withdrawn' then
            new.withdrawn_at is not null and (family and new.withdrawn_by is null or not family and new.withdrawn_by = me)
        when old.state in ('given', 'withdrawn') and new.state = 'invalidated' then not family and new.invalidated_by = me
        else false end, false) then
        raise exception 'not an answer this actor can give' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_consent() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.judge_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare v record;
begin
    perform pg_advisory_xact_lock(hashtextextended('rundbord.model:' || new.tenant_id::text, 0));
    select author_id, digest into v from rundbord.model_version where tenant_id = new.tenant_id and id = new.version_id;
    if v.digest is distinct from new.digest then
        raise exception 'not what stands in the version' using errcode = 'check_violation';
    elsif new.decision = 'approved' and v.author_id = new.person_id then
        raise exception 'nobody approves their own version' using errcode = 'check_violation';
    elsif new.decision = 'withdrawn' and v.author_id is distinct from new.person_id then
        raise exception 'its author alone takes a version back' using errcode = 'check_violation';
    elsif exists (select from rundbord.model_adoption where tenant_id = new.tenant_id and version_id = new.version_id)
        or exists (select from rundbord.model_decision
                   where tenant_id = new.tenant_id and version_id = new.version_id and decision <> 'approved') then
        raise exception 'this version is settled' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_decision() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.judge_resting(p_dossier uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with standing as (
        select o.purpose, s.stands, s.until
        from (select distinct r.purpose from rundbord.resting r
              where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.stopped_at is null and r.purpose is not null) o
        cross join lateral rundbord.consent_state(p_dossier, o.purpose) s)
    update rundbord.resting r set until = case when s.stands then s.until else rundbord.business_now() end
    from standing s
    where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.purpose = s.purpose and r.stopped_at is null
      and r.until is distinct from case when s.stands then s.until else rundbord.business_now() end;
    -- A running measure rests on its consent too, and is looked at again (sweep/measures.py).
    update rundbord.measure m set look_at = rundbord.business_now()
    where m.tenant_id = rundbord.current_tenant() and m.dossier_id = p_dossier
      and m.started_on is not null and m.ended_on is null and m.consent_purpose is not null
$$;

ALTER FUNCTION rundbord.judge_resting(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.judge_seat_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
    if new.answer is distinct from old.answer and new.person_id is distinct from rundbord.current_person() and new.answer <> 'none' then
        raise exception 'an answer is given by whom it is of' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.judge_seat_change() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    words uuid[] := '{}';
    last_until timestamptz;
begin
    if not rundbord.sees_dossier(p_dossier) then
        raise exception 'no right to this dossier' using errcode = '42501';
    end if;
    if p_purpose is not null then
        words := rundbord.consent_words(p_dossier, p_purpose);
        select s.until into last_until from rundbord.consent_state(p_dossier, p_purpose) s;
        if words = '{}' then
            return false;
        end if;
    end if;
    insert into rundbord.resting (tenant_id, id, dossier_id, kind, about_id, meeting_id, receiver_id, purpose, consents, basis, law, until,
                                  shared_by, shared_at)
    values (rundbord.current_tenant(), p_id, p_dossier, p_kind, p_about, p_meeting, p_receiver, p_purpose, words,
            case when p_purpose is null then p_basis end, p_law, last_until,
            case when rundbord.current_capacity() <> 'system' then rundbord.current_person() end, rundbord.business_now());
    return true;
end $$;

ALTER FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.kept_from_me() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with behind as (
        select distinct k.tenant_id, k.dossier_id, k.problem_id
        from rundbord.access_grant g
        join rundbord.kept_away k on k.tenant_id = g.tenant_id and k.dossier_id = g.dossier_id
             and k.kind = case g.reason when 'self' then 'child' else 'parent' end
        where g.tenant_id = (select rundbord.current_tenant()) and g.person_id = (select rundbord.current_person())
          and g.capacity = 'family' and (select rundbord.current_capacity()) = 'family'
    ), problems as (
        select q.id from behind b join rundbord.problem q
            on q.tenant_id = b.tenant_id and q.dossier_id = b.dossier_id and (b.problem_id is null or q.id = b.problem_id)
    ), meetings as (
        select m.id from behind b join rundbord.meeting m
            on m.tenant_id = b.tenant_id and m.dossier_id = b.dossier_id and (b.problem_id is null or m.problem_id = b.problem_id)
    ), found as (
        select id from problems
        union select id from meetings
        union select p.id from behind b join rundbord.process p
            on p.tenant_id = b.tenant_id and p.dossier_id = b.dossier_id
           and (b.problem_id is null or p.problem_id = b.problem_id or p.meeting_id in (select id from meetings))
        union select p.id from behind b join rundbord.measure p
            on p.tenant_id = b.tenant_id and p.dossier_id = b.dossier_id and (b.problem_id is null or p.problem_id = b.problem_id)
        union select o.id from problems q join rundbord.offer o on o.tenant_id = (select rundbord.current_tenant()) and o.problem_id = q.id
        -- A casework in which nothing else is: that it was opened, for an underretning or for what is kept away, would
        -- tell that there is something.
        union select c.dossier_id
        from rundbord.access_grant g
        join rundbord.casework c on c.tenant_id = g.tenant_id and c.dossier_id = g.dossier_id
        where g.tenant_id = (select rundbord.current_tenant()) and g.person_id = (select rundbord.current_person())
          and g.capacity = 'family' and (select rundbord.current_capacity()) = 'family'
          and not exists (select from rundbord.problem q where q.tenant_id = c.tenant_id and q.dossier_id = c.dossier_id
                          and q.id not in (select id from problems))
          and not exists (select from rundbord.meeting m where m.tenant_id = c.tenant_id and m.dossier_id = c.dossier_id
                          and m.id not in (select id from meetings))
          and not exists (select from rundbord.consent k where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id
                          and (k.meeting_id is null or k.meeting_id not in (select id from meetings)))
          and not exists (select from rundbord.offer o where o.tenant_id = c.tenant_id and o.dossier_id = c.dossier_id
                          and (o.problem_id is null or o.problem_id not in (select id from problems)))
          and not exists (select from rundbord.network n where n.tenant_id = c.tenant_id and n.dossier_id = c.dossier_id)
          and not exists (select from rundbord.conversation_summary s where s.tenant_id = c.tenant_id and s.dossier_id = c.dossier_id)
          and not (c.child_id = (select rundbord.current_person())
                   and exists (select from rundbord.conversation s where s.tenant_id = c.tenant_id and s.dossier_id = c.dossier_id))
          and not exists (select from rundbord.action_plan a where a.tenant_id = c.tenant_id and a.dossier_id = c.dossier_id
                          and (a.problem_id is null or a.problem_id not in (select id from problems)))
          and not exists (select from rundbord.exchange x where x.tenant_id = c.tenant_id and x.dossier_id = c.dossier_id and x.told)
          and not exists (select from rundbord.process p where p.tenant_id = c.tenant_id and p.dossier_id = c.dossier_id
                          and p.family_told and p.problem_id is null and p.meeting_id is null)
    )
    select coalesce(array_agg(id), '{}') from found
$$;

ALTER FUNCTION rundbord.kept_from_me() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return (select count(*) from rundbord.erasure e where e.tenant_id = p_tenant and e.id = any (p_ids));
end $$;

ALTER FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.leads(p_dossier uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (
        select from rundbord.dossier_place d
        where d.tenant_id = (select rundbord.current_tenant()) and d.dossier_id = p_dossier
          and d.unit_id = any ((select rundbord.led_units())::uuid[]) and d.valid_from <= (select rundbord.business_now())
          and (d.valid_until is null or d.valid_until > (select rundbord.business_now())))
$$;

ALTER FUNCTION rundbord.leads(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.led_meetings() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(m.id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
      and ((select rundbord.current_person()) in (m.convener_id, m.chair_id) or exists (
          select from rundbord.stood_in_for() f where f.in_dossier = m.dossier_id and f.person_id in (m.convener_id, m.chair_id)))
$$;

ALTER FUNCTION rundbord.led_meetings() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.led_staff() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct e.person_id), '{}') from rundbord.employment e
    where e.tenant_id = (select rundbord.current_tenant()) and e.unit_id = any ((select rundbord.led_units())::uuid[])
      and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
$$;

ALTER FUNCTION rundbord.led_staff() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.led_units() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with recursive led as (
        select e.unit_id from rundbord.employment e
        where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
          and (select rundbord.current_capacity()) = 'leader' and e.role = 'leader'
          and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
        union
        select u.id from rundbord.unit u join led on u.parent_id = led.unit_id
        where u.tenant_id = (select rundbord.current_tenant())
    )
    select coalesce(array_agg(unit_id), '{}') from led
    where (select rundbord.unit_limit()) is null or unit_id = any ((select rundbord.unit_limit())::uuid[])
$$;

ALTER FUNCTION rundbord.led_units() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.limit_of(p_tenant uuid, p_limits jsonb, p_capacity text) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select case when p_limits -> p_capacity ? 'units' then rundbord.units_below(p_tenant,
        array(select x::uuid from jsonb_array_elements_text(p_limits -> p_capacity -> 'units') x)) end
$$;

ALTER FUNCTION rundbord.limit_of(p_tenant uuid, p_limits jsonb, p_capacity text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamp with time zone) RETURNS TABLE(id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, issuer text, last_seen_at timestamp with time zone, expires_at timestamp with time zone, within uuid[], closed text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select s.id, s.person_id, s.capacity, s.capacities, s.roles,
           case when w.units is null then u.units else array(select x from unnest(u.units) x where x = any (w.units)) end,
           s.language, s.provider, s.issuer, s.last_seen_at,
           least(s.expires_at, s.last_seen_at + make_interval(secs => s.idle_seconds)), w.units,
           array(select jsonb_array_elements_text(s.limits -> s.capacity -> 'closed'))::text
    from rundbord.session s
    cross join lateral (select rundbord.units_of(s.tenant_id, s.person_id, s.capacity, p_at) as units) u
    cross join lateral (select rundbord.limit_of(s.tenant_id, s.limits, s.capacity) as units) w
    where s.tenant_id = p_tenant and s.kind = p_kind and s.credential_hash = p_hash and s.ended_at is null
      and rundbord.machine_now() < s.expires_at
      and rundbord.machine_now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
      -- An ended employment ends a professional's access in live sessions too.
      and (s.capacity = 'family' or cardinality(u.units) > 0)
$$;

ALTER FUNCTION rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_silent boolean, p_ttl_seconds integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.login_attempt a where (a.tenant_id, a.state_hash) in (
        select b.tenant_id, b.state_hash from rundbord.login_attempt b
        where b.tenant_id = p_tenant and b.expires_at < rundbord.machine_now() limit 100);
    insert into rundbord.login_attempt values (p_tenant, p_state_hash, p_browser_hash, p_provider, p_nonce, p_verifier, p_return_path,
        rundbord.machine_now(), rundbord.machine_now() + make_interval(secs => p_ttl_seconds), p_silent);
end $$;

ALTER FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_silent boolean, p_ttl_seconds integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) RETURNS TABLE(provider text, nonce text, verifier text, return_path text, silent boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query delete from rundbord.login_attempt a
        where a.tenant_id = p_tenant and a.state_hash = p_state_hash and a.browser_hash = p_browser_hash
          and a.expires_at > rundbord.machine_now()
        returning a.provider, a.nonce, a.verifier, a.return_path, a.silent;
end $$;

ALTER FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.look_at_measure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    new.look_at := rundbord.business_now();
    return new;
end $$;

ALTER FUNCTION rundbord.look_at_measure() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.machine_now() RETURNS timestamp with time zone
    LANGUAGE sql PARALLEL SAFE
    SET search_path TO ''
    AS $$ select pg_catalog.clock_timestamp() $$;

ALTER FUNCTION rundbord.machine_now() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.make_calendar_feed(p_hash bytea) RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.calendar_feed as f
        (tenant_id, person_id, capacity, secret_hash, language, issuer, subject_hash, limits, made_at, proved_at)
    select s.tenant_id, s.person_id, s.capacity, p_hash, s.language, s.issuer, s.subject_hash, s.limits, rundbord.business_now(),
           s.created_at
    from rundbord.session s
    where s.tenant_id = rundbord.current_tenant() and s.id = rundbord.setting('session')::uuid
      and s.person_id = rundbord.current_person() and s.capacity = rundbord.current_capacity()
    on conflict (tenant_id, person_id, capacity) do update
        set secret_hash = excluded.secret_hash, language = excluded.language, issuer = excluded.issuer,
            subject_hash = excluded.subject_hash, limits = excluded.limits, made_at = excluded.made_at,
            proved_at = excluded.proved_at
    returning f.made_at
$$;

ALTER FUNCTION rundbord.make_calendar_feed(p_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.mark_held() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if tg_table_name = 'hold' then
        update rundbord.retention_due r
        set held = exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id and h.lifted_at is null)
        where r.tenant_id = new.tenant_id and r.dossier_id = new.dossier_id;
        return null;
    end if;
    new.held := exists (select from rundbord.hold h where h.tenant_id = new.tenant_id and h.dossier_id = new.dossier_id and h.lifted_at is null);
    return new;
end $$;

ALTER FUNCTION rundbord.mark_held() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.may_ask_for(p_subject uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.current_capacity() = 'family' and (p_subject = rundbord.current_person() or exists (
        select from rundbord.access_grant g
        join rundbord.person p on p.tenant_id = g.tenant_id and p.dossier_id = g.dossier_id and p.id = p_subject
        where g.tenant_id = rundbord.current_tenant() and g.person_id = rundbord.current_person()
          and g.capacity = 'family' and g.reason = 'custody'
          and g.valid_from <= rundbord.business_now() and (g.valid_until is null or g.valid_until > rundbord.business_now())))
$$;

ALTER FUNCTION rundbord.may_ask_for(p_subject uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.may_ask_who_sees(p_child uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (
        select from rundbord.person p
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and p.kind = 'subject'
          and (rundbord.current_capacity() = 'dpo' or p.dossier_id = any (rundbord.granted_dossiers()) or rundbord.leads(p.dossier_id))
          -- Not who has a place in one meeting alone.
          and p.dossier_id <> all (rundbord.only_reached()))
$$;

ALTER FUNCTION rundbord.may_ask_who_sees(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.may_break_glass(p_child uuid, p_dossier uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.current_capacity() in ('professional', 'adviser')
        and exists (select from rundbord.person p where p.tenant_id = rundbord.current_tenant() and p.id = p_child
                    and p.dossier_id = p_dossier and p.kind = 'subject')
        and exists (select from rundbord.emergency_attempt a where a.tenant_id = rundbord.current_tenant()
                    and a.person_id = rundbord.current_person() and a.made_in = pg_current_xact_id())
$$;

ALTER FUNCTION rundbord.may_break_glass(p_child uuid, p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.may_record_about(p_person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.has_lasting_part(p_person) or exists (
        select from rundbord.custody c
        where c.tenant_id = (select rundbord.current_tenant()) and c.holder_id = p_person and upper_inf(c.recorded)
          and c.valid @> (select rundbord.business_now()) and rundbord.has_lasting_part(c.child_id))
$$;

ALTER FUNCTION rundbord.may_record_about(p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.may_stand_in(p_absent uuid, p_delegate uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with working as (
        select e.person_id, e.unit_id, e.role from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.person_id in (p_absent, p_delegate)
          and e.role in ('professional', 'adviser', 'leader') and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
    ), places as (
        select a.unit_id as absent_at, d.unit_id as delegate_at from working a cross join working d
        where a.person_id = p_absent and d.person_id = p_delegate
    )
    select case rundbord.current_capacity()
            when 'leader' then exists (
                select from places where absent_at = any (rundbord.led_units()) and delegate_at = any (rundbord.led_units()))
            else p_absent = rundbord.current_person() and exists (select from places where absent_at = delegate_at)
        end
        and (not exists (select from working where person_id = p_absent and role = 'adviser')
             or exists (select from working where person_id = p_delegate and role = 'adviser'))
$$;

ALTER FUNCTION rundbord.may_stand_in(p_absent uuid, p_delegate uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.model_languages() RETURNS TABLE(slug text, language integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare t record;
begin
    for t in select x.id, x.slug from rundbord.tenant x loop
        perform set_config('rundbord.tenant', t.id::text, true);
        return query select t.slug, max(v.language)
            from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
            where a.tenant_id = t.id having count(*) > 0;
    end loop;
end $$;

ALTER FUNCTION rundbord.model_languages() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.model_of_host(p_host text, p_known uuid) RETURNS TABLE(version_id uuid, content text, today date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    t uuid;
    day constant date := (rundbord.read_business_clock() at time zone 'Europe/Copenhagen')::date;
begin
    select x.id into t from rundbord.tenant x where x.host = p_host;
    perform set_config('rundbord.tenant', coalesce(t::text, ''), true);
    return query select v.id, case when v.id is distinct from p_known then v.content::text end, day
        from rundbord.model_adoption a join rundbord.model_version v on v.tenant_id = a.tenant_id and v.id = a.version_id
        where a.tenant_id = t and a.applies_from <= day
        order by v.number desc limit 1;
end $$;

ALTER FUNCTION rundbord.model_of_host(p_host text, p_known uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.nobody_stands_alone() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    about_nobody boolean;
    about_somebody boolean;
begin
    select bool_or(d.kind in ('group', 'anonymous')), bool_or(d.kind not in ('group', 'anonymous'))
    into about_nobody, about_somebody
    from rundbord.dossier d where d.tenant_id = new.tenant_id and d.audit_pseudonym = any (new.subjects);
    if about_nobody then
        if about_somebody and new.capacity <> 'system' then
            raise exception 'a meeting about nobody named beside somebody' using errcode = 'RB003';
        end if;
        new.about := '{}';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.nobody_stands_alone() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.note_time_answer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if (select count(*) from rundbord.time_answer a
        where a.tenant_id = new.tenant_id and a.proposal_id = new.proposal_id and a.participant_id = new.participant_id)
       = (select count(*) from rundbord.proposed_time t where t.tenant_id = new.tenant_id and t.proposal_id = new.proposal_id) then
        perform rundbord.end_times_awaited(new.meeting_id, new.participant_id, true);
    end if;
    return null;
end $$;

ALTER FUNCTION rundbord.note_time_answer() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.note_told(p_grant uuid, p_told boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    update rundbord.access_grant g
    set told = p_told, failures = case when p_told then 0 else g.failures + 1 end,
        put_off_until = case when not p_told then rundbord.business_now() + least(g.failures + 1, 12) * interval '5 minutes' end
    where g.tenant_id = (select rundbord.current_tenant()) and g.id = p_grant and g.reason = 'custody'
$$;

ALTER FUNCTION rundbord.note_told(p_grant uuid, p_told boolean) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.only_looked_at() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with opened as (
        select e.dossier_id, e.child_id from rundbord.emergency_access e
        where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
          and e.capacity = (select rundbord.current_capacity()) and e.ended_at is null
          and e.valid_until > (select rundbord.business_now())
    ), dossiers as (
        select dossier_id as id from opened
        union
        select c.dossier_id from opened o join rundbord.casework c
            on c.tenant_id = (select rundbord.current_tenant()) and c.child_id = o.child_id
        -- The one that is opened at this moment is opened to hold an underretning.
        join rundbord.dossier x on x.tenant_id = c.tenant_id and x.id = c.dossier_id and x.opened_at < (select rundbord.business_now())
    )
    select coalesce(array_agg(d.id), '{}') from dossiers d
    where not exists (
        select from rundbord.access_grant g
        where g.tenant_id = (select rundbord.current_tenant()) and g.dossier_id = d.id
          and g.reason not in ('emergency', 'invited', 'accepted')
          and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid) and g.capacity = (select rundbord.current_capacity())
          and g.valid_from <= (select rundbord.business_now())
          and (g.valid_until is null or g.valid_until > (select rundbord.business_now())))
$$;

ALTER FUNCTION rundbord.only_looked_at() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.only_looks() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select cardinality(rundbord.only_looked_at()) > 0
$$;

ALTER FUNCTION rundbord.only_looks() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.only_reached() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct g.dossier_id), '{}')
    from rundbord.access_grant g
    where g.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason in ('invited', 'accepted')
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
      and not exists (
          select from rundbord.access_grant o
          where o.tenant_id = g.tenant_id and o.dossier_id = g.dossier_id and o.person_id = g.person_id
            and o.capacity = g.capacity and o.reason not in ('invited', 'accepted')
            and o.valid_from <= (select rundbord.business_now())
            and (o.valid_until is null or o.valid_until > (select rundbord.business_now())))
$$;

ALTER FUNCTION rundbord.only_reached() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare at timestamptz := rundbord.business_now();
begin
    -- An actor may open a casework of a child they see, and a meeting about nobody named where they work or lead; the
    -- system opens any. Two statements, since the planner may call what the second one names before it knows the first,
    -- and the system is no person.
    if rundbord.current_capacity() <> 'system' then
        if p_kind = 'intake' then
            -- What an import brings is sealed by who starts it and read by the worker alone: nobody is granted anything.
            if rundbord.current_capacity() <> 'administrator' or p_unit is not null then
                raise exception 'no right to open this dossier' using errcode = '42501';
            end if;
        elsif p_kind in ('group', 'anonymous') then
            if not rundbord.works_at(p_unit) then
                raise exception 'no right to open this dossier' using errcode = '42501';
            end if;
            -- The day alone: no moment that could be laid beside another record's.
            at := date_trunc('day', at at time zone 'Europe/Copenhagen') at time zone 'Europe/Copenhagen';
        elsif p_kind <> 'casework' or not exists (
            select from rundbord.person p join rundbord.dossier d on d.tenant_id = p.tenant_id and d.id = p.dossier_id
            where p.tenant_id = rundbord.current_tenant() and p.id = p_subject and p.kind = 'subject'
              and rundbord.current_capacity() in ('professional', 'leader', 'adviser')
              and rundbord.unit_of(d.id) is not distinct from p_unit
              -- A place in a meeting is not enough.
              and rundbord.sees_whole(d.id))
        then
            raise exception 'no right to open this dossier' using errcode = '42501';
        end if;
    end if;
    insert into rundbord.dossier (tenant_id, id, kind, unit_id, audit_pseudonym, opened_at)
    values (rundbord.current_tenant(), p_id, p_kind, p_unit, p_pseudonym, at);
    if p_kind in ('group', 'anonymous') and rundbord.current_capacity() in ('professional', 'adviser') then
        insert into rundbord.access_grant (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from)
        values (rundbord.current_tenant(), gen_random_uuid(), rundbord.current_person(), p_id, rundbord.current_capacity(),
                'convener', p_id, at);
        return;
    end if;
    -- The first grant: what lets the actor see the child lets them write the casework's own row, after which all
    -- grants are derived anew. The unit's wall needs none.
    if rundbord.current_capacity() in ('professional', 'adviser') then
        insert into rundbord.access_grant (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from, valid_until)
        select g.tenant_id, gen_random_uuid(), g.person_id, p_id, g.capacity, g.reason, g.source_id, g.valid_from, g.valid_until
        from rundbord.access_grant g
        join rundbord.person p on p.tenant_id = g.tenant_id and p.dossier_id = g.dossier_id
        where g.tenant_id = rundbord.current_tenant() and p.id = p_subject
          and g.person_id = rundbord.current_person() and g.capacity = rundbord.current_capacity();
    end if;
end $$;

ALTER FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.open_undelivered() RETURNS SETOF rundbord.message
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select m.* from rundbord.message m
    left join rundbord.meeting g on g.tenant_id = m.tenant_id and g.id = m.meeting_id
    left join rundbord.participant a on a.tenant_id = m.tenant_id and a.meeting_id = m.meeting_id and a.person_id = m.recipient_id
    left join rundbord.consent c on c.tenant_id = m.tenant_id and c.id = m.consent_id
    left join rundbord.deadline d on d.tenant_id = m.tenant_id and d.id = m.deadline_id
    where m.tenant_id = (select rundbord.current_tenant()) and m.state = 'dead' and m.resolved_at is null
      and case
            when m.kind in ('meeting_cancelled', 'invitation_withdrawn') then g.starts_at > (select rundbord.business_now())
            when m.kind in ('consent_asked', 'consent_reminder') then c.state = 'asked'
            when m.kind = 'coordinator_offered' then exists (
                select from rundbord.problem_coordinator k
                where k.tenant_id = m.tenant_id and k.dossier_id = m.dossier_id and k.pending_id = m.recipient_id)
            when m.kind in ('deadline_missed', 'deadline_escalated', 'answer_missing') then d.state = 'missed' and d.done_at is null
            when m.kind = 'deadline_reminder' then d.state = 'open' and d.done_at is null
            when m.kind = 'time_asked' then exists (
                select from rundbord.time_proposal t
                where t.tenant_id = m.tenant_id and t.meeting_id = m.meeting_id and t.state = 'open'
                  and t.answer_by > (select rundbord.business_now())) and coalesce(a.status, 'invited') = 'invited'
            when m.kind in ('invitation', 'meeting_moved', 'time_fixed', 'agenda_sent', 'agenda_added', 'answer_received', 'meeting_reminder',
                            'circle_suggested', 'chair_agreed', 'invitation_paused') then
                g.status in ('planned', 'agenda_sent') and g.sequence = m.meeting_sequence
                and g.starts_at > (select rundbord.business_now()) and coalesce(a.status, 'invited') = 'invited'
                and (m.kind not in ('invitation', 'meeting_moved', 'time_fixed') or coalesce(a.answer, 'none') = 'none')
            else true
          end
$$;

ALTER FUNCTION rundbord.open_undelivered() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.opened_meetings() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.accepted_meetings()
        || coalesce((select array_agg(s.meeting_id) from rundbord.standing_shares() s where s.kind = 'meeting'), '{}')
$$;

ALTER FUNCTION rundbord.opened_meetings() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.own_contact() RETURNS TABLE(id uuid, dossier_id uuid, kind text, language text, sealed bytea, version integer, work_email text, work_phone text, has_cpr boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    return query
    select p.id, p.dossier_id, p.kind, p.language, p.sealed, p.version, s.work_email, s.work_phone,
           exists (select from rundbord.digital_post_number n where n.tenant_id = p.tenant_id and n.person_id = p.id)
    from rundbord.person p left join rundbord.staff s on s.tenant_id = p.tenant_id and s.person_id = p.id
    where p.tenant_id = rundbord.current_tenant() and p.id = rundbord.current_person();
end $$;

ALTER FUNCTION rundbord.own_contact() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.own_dossier() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select dossier_id from rundbord.person where tenant_id = rundbord.current_tenant() and id = rundbord.current_person()
$$;

ALTER FUNCTION rundbord.own_dossier() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.own_units() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with recursive own as (
        select e.unit_id as id from rundbord.employment e
        where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = (select rundbord.current_person())
          and (select rundbord.current_capacity()) in ('professional', 'leader', 'adviser')
          and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now())
        union
        select u.parent_id from rundbord.unit u join own on u.id = own.id
        where u.tenant_id = (select rundbord.current_tenant()) and u.parent_id is not null
    )
    select coalesce((select array_agg(id) from own), '{}') || rundbord.led_units()
$$;

ALTER FUNCTION rundbord.own_units() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.place_dossiers(p_child uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with tenant as (select rundbord.current_tenant() as id),
    spans as (
        select e.id, e.unit_id, coalesce(lower(e.valid), '-infinity') as since, upper(e.valid) as until
        from rundbord.enrolment e, tenant
        where e.tenant_id = tenant.id and e.child_id = p_child and upper_inf(e.recorded) and not isempty(e.valid)
    ), edges as (
        select since as at from spans union select until from spans where until is not null
    ), steps as (
        select e.at, lead(e.at) over (order by e.at) as until,
               (select s.unit_id from spans s where s.since <= e.at and (s.until is null or s.until > e.at)
                order by s.since desc, s.id limit 1) as unit_id
        from edges e
    ), dossiers as (
        select p.dossier_id as id, null::timestamptz as closed_at from rundbord.person p, tenant
        where p.tenant_id = tenant.id and p.id = p_child and p.kind = 'subject'
        union all
        select c.dossier_id, c.closed_at from rundbord.casework c, tenant where c.tenant_id = tenant.id and c.child_id = p_child
    ), wanted as (
        select d.id as dossier_id, s.unit_id, s.at as since,
               case when d.closed_at is null or s.until <= d.closed_at then s.until end as until
        from dossiers d cross join steps s
        where s.unit_id is not null and (d.closed_at is null or s.at <= d.closed_at)
    ), gone as (
        delete from rundbord.dossier_place p using tenant, dossiers d
        where p.tenant_id = tenant.id and p.dossier_id = d.id
          and not exists (select from wanted w where w.dossier_id = p.dossier_id and w.since = p.valid_from)
    )
    insert into rundbord.dossier_place as p (tenant_id, dossier_id, unit_id, valid_from, valid_until)
    select tenant.id, w.dossier_id, w.unit_id, w.since, w.until from wanted w, tenant
    on conflict (tenant_id, dossier_id, valid_from) do update set unit_id = excluded.unit_id, valid_until = excluded.valid_until
        where (p.unit_id, p.valid_until) is distinct from (excluded.unit_id, excluded.valid_until)
$$;

ALTER FUNCTION rundbord.place_dossiers(p_child uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.place_on_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare r record := coalesce(new, old);
begin
    if tg_table_name <> 'dossier' then
        perform rundbord.place_dossiers(r.child_id);
    elsif r.unit_id is not null and r.kind <> 'identity' then
        -- Opened at a unit; a child's is placed by its enrolments as soon as it is known whose it is.
        insert into rundbord.dossier_place (tenant_id, dossier_id, unit_id, valid_from) values (r.tenant_id, r.id, r.unit_id, '-infinity');
    end if;
    return null;
end $$;

ALTER FUNCTION rundbord.place_on_change() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid DEFAULT NULL::uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    n integer;
    about uuid := coalesce(p_about,
    (select coalesce(d.underretning_id, d.problem_id) from rundbord.deadline d
     where d.tenant_id = rundbord.current_tenant() and d.id = p_deadline),
    (select g.problem_id from rundbord.meeting g where g.tenant_id = rundbord.current_tenant() and g.id = coalesce(p_meeting,
        (select c.meeting_id from rundbord.consent c where c.tenant_id = rundbord.current_tenant() and c.id = p_consent),
        (select d.meeting_id from rundbord.deadline d where d.tenant_id = rundbord.current_tenant() and d.id = p_deadline))));
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence,
                                  consent_id, deadline_id, occurrence_key, not_before, planned_at, free_at, about_id)
    select rundbord.current_tenant(), p_ids[way.place], p.id, p_dossier, p_kind, way.channel, p_meeting,
           -- Of a meeting about nobody named: its dossier holds nothing else.
           case when p_meeting is not null then m.sequence else (
               select c.sequence from rundbord.consultation c where c.tenant_id = p.tenant_id and c.dossier_id = p_dossier) end,
           p_consent, p_deadline, p_key, p_not_before, rundbord.business_now(), rundbord.machine_now(), about
    from rundbord.person named
    join rundbord.person p on p.tenant_id = named.tenant_id and p.id = coalesce(named.alias_of, named.id)
    left join rundbord.contact_choice choice on choice.tenant_id = p.tenant_id and choice.person_id = p.id
    cross join lateral unnest(case when p_inbox then '{inbox}' else '{}'::text[] end || coalesce(choice.channels, '{mail}'))
        with ordinality way (channel, place)
    left join rundbord.meeting m on m.tenant_id = p.tenant_id and m.id = p_meeting
    where named.tenant_id = rundbord.current_tenant() and named.id = p_recipient
      -- Whoever plans it: what a shield keeps from somebody is not told to them.
      and not rundbord.is_kept_away(p.id, p_dossier, about)
      -- Nothing is told to the dead, nor to a family about its dead child.
      and not rundbord.is_silenced(p.id, p_dossier)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    get diagnostics n = row_count;
    -- How many ways somebody chose is theirs to know.
    return least(n, 1);
end $$;

ALTER FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    recipient uuid;
    at timestamptz;
begin
    select p.id, rundbord.reminder_at(p_at, c.remind_days) into recipient, at
    from rundbord.person named
    join rundbord.person p on p.tenant_id = named.tenant_id and p.id = coalesce(named.alias_of, named.id)
    left join rundbord.contact_choice c on c.tenant_id = p.tenant_id and c.person_id = p.id
    where named.tenant_id = rundbord.current_tenant() and named.id = p_recipient;
    if at is null then
        return false;
    end if;
    -- Who was taken out and is asked again, or whose consent stands again, is reminded after all.
    delete from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.recipient_id = recipient and m.occurrence_key = p_key
      and m.kind = 'meeting_reminder' and m.state = 'cancelled' and not exists (
          select from rundbord.message o
          where o.tenant_id = m.tenant_id and o.recipient_id = m.recipient_id and o.occurrence_key = m.occurrence_key
            and o.state <> 'cancelled');
    perform rundbord.plan_message(p_ids, recipient, p_dossier, 'meeting_reminder', p_inbox, p_meeting, null, null, p_key, at);
    update rundbord.message m set reminds_at = p_at
    where m.tenant_id = rundbord.current_tenant() and m.recipient_id = recipient and m.occurrence_key = p_key and m.id = any (p_ids);
    return true;
end $$;

ALTER FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) RETURNS TABLE(person_id uuid, language text, leads boolean, capacities text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare found_person uuid; by_staff_id uuid;
begin
    perform rundbord.enter_tenant(p_tenant);
    select l.person_id into found_person from rundbord.professional_login l
        where l.tenant_id = p_tenant and l.issuer = p_issuer and l.subject = p_subject;
    select p.id into by_staff_id from rundbord.person p
        where p.tenant_id = p_tenant and p.kind = 'staff' and p.source_key = p_staff_id;
    -- An account that is one person's and says the staff number of another: one of the two is wrong.
    if by_staff_id <> found_person then
        return;
    end if;
    if found_person is null and by_staff_id is not null then
        found_person := by_staff_id;
        insert into rundbord.professional_login values (p_tenant, p_issuer, p_subject, found_person) on conflict do nothing;
    end if;
    return query
        select p.id, p.language, bool_or(e.role = 'leader'),
               array_agg(distinct e.role) || case when bool_or(e.role in ('leader', 'adviser')) then '{professional}' else '{}'::text[] end
        from rundbord.person p join rundbord.employment e on e.tenant_id = p.tenant_id and e.person_id = p.id
        where p.tenant_id = p_tenant and p.id = found_person and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
        group by p.id, p.language;
end $$;

ALTER FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.protected_among(p_people uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select distinct x.person_id from rundbord.protection x
    where x.tenant_id = (select rundbord.current_tenant()) and x.person_id = any (p_people)
      and upper_inf(x.recorded) and x.valid @> (select rundbord.business_now())
      and ((select rundbord.current_capacity()) <> 'family'
           or exists (select from rundbord.participant a where a.tenant_id = x.tenant_id and a.person_id = x.person_id
                      and a.dossier_id = any ((select rundbord.granted_dossiers())::uuid[]))
           or exists (select from rundbord.custody c where c.tenant_id = x.tenant_id and c.holder_id = x.person_id
                      and c.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])))
$$;

ALTER FUNCTION rundbord.protected_among(p_people uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.prove_calendar_feeds() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(new.tenant_id);
    delete from rundbord.calendar_feed f
    where f.tenant_id = new.tenant_id and f.issuer = new.issuer and f.subject_hash = new.subject_hash and f.capacity <> 'family'
      and (f.person_id <> new.person_id or f.capacity <> all (new.capacities)
           or f.proved_at <= rundbord.machine_now() - rundbord.feed_stands_for());
    update rundbord.calendar_feed f set proved_at = new.created_at, limits = new.limits
    where f.tenant_id = new.tenant_id and f.issuer = new.issuer and f.subject_hash = new.subject_hash
      and f.person_id = new.person_id and f.capacity <> 'family';
    return null;
end $$;

ALTER FUNCTION rundbord.prove_calendar_feeds() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.reached_problems() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct m.problem_id), '{}')
    from rundbord.meeting m
    where m.tenant_id = (select rundbord.current_tenant()) and m.id = any ((select rundbord.accepted_meetings())::uuid[])
      and m.problem_id is not null
$$;

ALTER FUNCTION rundbord.reached_problems() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.read_business_clock() RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    -- The gate of migrations (migrate.py), before any other lock of the transaction: so neither side can deadlock.
    select pg_advisory_xact_lock_shared(1920298597);
    select clock_timestamp() + make_interval(secs => offset_seconds) from rundbord.business_clock
$$;

ALTER FUNCTION rundbord.read_business_clock() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.read_is_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.message m set resolved_at = rundbord.business_now(), resolved_by = new.recipient_id, resolution = 'read_in_portal'
    where m.tenant_id = new.tenant_id and m.recipient_id = new.recipient_id and m.state = 'dead' and m.resolved_at is null
      and rundbord.first_occurrence(m.occurrence_key) = rundbord.first_occurrence(new.occurrence_key);
    return null;
end $$;

ALTER FUNCTION rundbord.read_is_told() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[] DEFAULT '{}'::uuid[], p_seen uuid[] DEFAULT '{}'::uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with nameless as (
        -- Of a meeting about nobody named the log keeps who and on which day: the moment and the session would lay it
        -- beside the child whom the same person looked at next.
        select exists (select from rundbord.dossier d where d.tenant_id = rundbord.current_tenant() and d.id = any (p_dossiers)
                       and d.kind in ('anonymous', 'group')) as is_so
    ), event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants, about)
        select rundbord.current_tenant(), p_id,
               case when nameless.is_so
                    then date_trunc('day', rundbord.business_now() at time zone 'Europe/Copenhagen') at time zone 'Europe/Copenhagen'
                    else rundbord.business_now() end,
               nullif(current_setting('rundbord.person', true), '')::uuid,
               case when not nameless.is_so then nullif(current_setting('rundbord.session', true), '')::uuid end,
               rundbord.current_capacity(), p_operation, p_changed,
               coalesce((select array_agg(d.audit_pseudonym order by d.audit_pseudonym) from rundbord.dossier d
                         where d.tenant_id = rundbord.current_tenant() and d.id = any (p_dossiers)), '{}'),
               -- Not current_person(), which raises for the system, and which the planner may call before any row is read.
               coalesce((select array_agg(g.id order by g.id) from rundbord.access_grant g
                         where g.tenant_id = rundbord.current_tenant() and g.dossier_id = any (p_dossiers)
                           and g.person_id = nullif(current_setting('rundbord.person', true), '')::uuid
                           and g.capacity = rundbord.current_capacity()
                           and g.valid_from <= rundbord.business_now()
                           and (g.valid_until is null or g.valid_until > rundbord.business_now())), '{}'),
               rundbord.event_about(p_changed, p_dossiers, p_named, p_seen)
        from nameless
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

ALTER FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamp with time zone, p_self timestamp with time zone, p_ages integer[], p_instants timestamp with time zone[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if rundbord.current_capacity() <> 'system' then
        if not rundbord.has_lasting_part(p_child) then
            return false;
        end if;
    end if;
    update rundbord.person p set sealed = p_sealed, unborn = false, version = p.version + 1
        where p.tenant_id = rundbord.current_tenant() and p.id = p_child and p.unborn and p.version = p_version;
    if not found then
        return false;
    end if;
    update rundbord.custody c set majority_at = p_majority
        where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and upper_inf(c.recorded);
    update rundbord.casework c set self_access_from = p_self
        where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child;
    update rundbord.consent_term t
    set own_from = (select a.at from unnest(p_ages, p_instants) a (age, at) where a.age = t.own_age),
        alone_from = (select a.at from unnest(p_ages, p_instants) a (age, at) where a.age = t.alone_age)
    from rundbord.casework c
    where t.tenant_id = rundbord.current_tenant() and c.tenant_id = t.tenant_id and c.dossier_id = t.dossier_id and c.child_id = p_child;
    return true;
end $$;

ALTER FUNCTION rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamp with time zone, p_self timestamp with time zone, p_ages integer[], p_instants timestamp with time zone[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.released_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
    told jsonb := to_jsonb(coalesce(old, new));
    period uuid := coalesce(told ->> 'period_id', told ->> 'id');
begin
    if exists (select from rundbord.indicator_period p
               where p.tenant_id = (told ->> 'tenant_id')::uuid and p.id = period and p.released_at is not null) then
        raise exception 'released figures do not change' using errcode = 'RB003';
    end if;
    return coalesce(new, old);
end $$;

ALTER FUNCTION rundbord.released_stays() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.reminder_at(p_at timestamp with time zone[], p_days integer) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select case when p_at[p_days + 2] > rundbord.business_now() then p_at[p_days + 2]
                when p_at[1] > rundbord.business_now() then p_at[1] end
$$;

ALTER FUNCTION rundbord.reminder_at(p_at timestamp with time zone[], p_days integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.resend_undelivered(p_channel text, p_reason text, p_since timestamp with time zone, p_until timestamp with time zone, p_most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    one uuid;
    n integer := 0;
begin
    if rundbord.current_capacity() <> 'administrator' then
        raise exception 'not for this capacity' using errcode = '42501';
    end if;
    for one in
        select u.id from rundbord.open_undelivered() u
        cross join lateral (select rundbord.first_failure(u) as it) f
        where (p_channel is null or (f.it).channel = p_channel) and (p_reason is null or (f.it).reason = p_reason)
          and u.settled_at >= p_since and u.settled_at <= p_until
        order by u.settled_at, u.id limit p_most
    loop
        n := n + rundbord.send_again(one, 'sent_again')::integer;
    end loop;
    return n;
end $$;

ALTER FUNCTION rundbord.resend_undelivered(p_channel text, p_reason text, p_since timestamp with time zone, p_until timestamp with time zone, p_most integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.resting_ended(p_id uuid) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select case when rundbord.current_capacity() <> 'family' then r.stopped_at else (
        select min(least(c.withdrawn_at, c.invalidated_at,
                         case when c.expires_at <= rundbord.business_now() then c.expires_at end,
                         -- A no to a question that was open beside it ends a yes, too.
                         (select min(n.answered_at) from rundbord.consent n
                          where n.tenant_id = c.tenant_id and n.dossier_id = c.dossier_id and n.giver_id = c.giver_id
                            and n.purpose = c.purpose and n.state = 'declined' and n.answered_at >= c.answered_at)))
        from rundbord.consent c
        where c.tenant_id = r.tenant_id and c.id = any (r.consents) and c.giver_id = rundbord.current_person()) end
    from rundbord.resting r
    where r.tenant_id = rundbord.current_tenant() and r.id = p_id and rundbord.sees_dossier(r.dossier_id)
$$;

ALTER FUNCTION rundbord.resting_ended(p_id uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.seal_standing() RETURNS TABLE(sealed bigint, sealed_at timestamp with time zone, waiting bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(max(a.position), 0), max(a.sealed_at),
           (select count(*) from rundbord.unsealed_event u where u.tenant_id = rundbord.current_tenant())
    from (select position, sealed_at from rundbord.audit_seal where tenant_id = rundbord.current_tenant()
          order by position desc limit 1) a
$$;

ALTER FUNCTION rundbord.seal_standing() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.sees_dossier(p_dossier uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(rundbord.current_capacity() = 'system'
        or p_dossier = any (rundbord.granted_dossiers()) and p_dossier <> all (rundbord.only_reached()) or rundbord.leads(p_dossier), false)
$$;

ALTER FUNCTION rundbord.sees_dossier(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.sees_whole(p_dossier uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p_dossier = any (rundbord.granted_dossiers()) and p_dossier <> all (rundbord.only_reached()) or rundbord.leads(p_dossier)
$$;

ALTER FUNCTION rundbord.sees_whole(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.send_again(p_message uuid, p_resolution text, p_said bytea DEFAULT NULL::bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare
    dead rundbord.message;
    first_key text;
    times integer;
begin
    select * into dead from rundbord.message m
    where m.tenant_id = rundbord.current_tenant() and m.id = p_message and m.state = 'dead' and m.resolved_at is null for update;
    if not found then
        return false;
    end if;
    first_key := rundbord.first_occurrence(dead.occurrence_key);
    if p_resolution = 'sent_again' then
        select 1 + coalesce(max(substring(m.occurrence_key from '[.]again([0-9]+)$')::integer), 0) into times
        from rundbord.message m
        where m.tenant_id = dead.tenant_id and m.recipient_id = dead.recipient_id
          and rundbord.first_occurrence(m.occurrence_key) = first_key;
        insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence, consent_id,
                                      deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of)
        select dead.tenant_id, gen_random_uuid(), p.id, dead.dossier_id, dead.kind, way.channel, dead.meeting_id, dead.meeting_sequence,
               dead.consent_id, dead.deadline_id, left(first_key, 190) || '.again' || times, rundbord.business_now(),
               rundbord.business_now(), rundbord.machine_now(), dead.about_id, dead.on_behalf_of
        from rundbord.person named
        join rundbord.person p on p.tenant_id = named.tenant_id and p.id = coalesce(named.alias_of, named.id)
        left join rundbord.contact_choice choice on choice.tenant_id = p.tenant_id and choice.person_id = p.id
        cross join lateral unnest(coalesce(choice.channels, '{mail}')) way (channel)
        where named.tenant_id = dead.tenant_id and named.id = dead.recipient_id;
    end if;
    update rundbord.message m
    set resolved_at = rundbord.business_now(), resolved_by = rundbord.current_person(), resolution = p_resolution,
        said_sealed = case when m.id = dead.id then p_said end
    where m.tenant_id = dead.tenant_id and m.recipient_id = dead.recipient_id and m.state = 'dead' and m.resolved_at is null
      and rundbord.first_occurrence(m.occurrence_key) = first_key;
    return true;
end $_$;

ALTER FUNCTION rundbord.send_again(p_message uuid, p_resolution text, p_said bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.sending_now() RETURNS TABLE(channel text, due integer, oldest_at timestamp with time zone, in_flight integer, dead integer, sent_last_hour integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.sending_now() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) RETURNS TABLE(id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select s.id, s.person_id, s.capacity, s.capacities, s.roles, s.units, s.language, s.provider, s.expires_at
        from rundbord.live_session(p_tenant, 'cookie', p_cookie_hash, rundbord.business_now()) s;
end $$;

ALTER FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) RETURNS TABLE(provider text, hint bytea, id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    select x.* into s from rundbord.session x
        where x.tenant_id = p_tenant and x.credential_hash = p_cookie_hash and x.ended_at is null for update;
    if s.id is null then
        return;
    end if;
    update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = p_reason, hint = null
        where x.tenant_id = p_tenant and x.id = s.id;
    perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end');
    return query select s.provider, s.hint, s.id;
end $$;

ALTER FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_whole boolean, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare ended integer := 0; s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.logout_token_seen x where x.tenant_id = p_tenant and x.expires_at < rundbord.machine_now();
    insert into rundbord.logout_token_seen values (p_tenant, p_issuer, p_jti_hash, p_jti_expires_at, p_sid_hash)
        on conflict do nothing;
    if not found then
        return -1;
    end if;
    if p_sid_hash is null and p_subject_hash is null then
        return 0;
    end if;
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'provider', hint = null
        where x.tenant_id = p_tenant and x.issuer = p_issuer and x.ended_at is null
          and case when p_whole then x.subject_hash = p_subject_hash or x.subject_hash in (
                  select y.subject_hash from rundbord.session y
                  where y.tenant_id = p_tenant and y.issuer = p_issuer and y.sid_hash = p_sid_hash)
              else (p_sid_hash is null or x.sid_hash = p_sid_hash) and (p_subject_hash is null or x.subject_hash = p_subject_hash) end
        returning x.id, x.person_id, x.capacity
    loop
        ended := ended + 1;
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_provider');
    end loop;
    return ended;
end $$;

ALTER FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_whole boolean, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_end_of_account(p_tenant uuid, p_issuer text, p_subject_hash bytea, p_like uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare ended integer := 0; s record;
begin
    perform rundbord.enter_tenant(p_tenant);
    for s in
        update rundbord.session x set ended_at = rundbord.machine_now(), ended_reason = 'roles', hint = null
        where x.tenant_id = p_tenant and x.issuer = p_issuer and x.subject_hash = p_subject_hash and x.ended_at is null
          and not exists (select from rundbord.session y where y.tenant_id = p_tenant and y.id = p_like
                          and (y.person_id, y.capacities, y.roles, y.limits) = (x.person_id, x.capacities, x.roles, x.limits))
        returning x.id, x.person_id, x.capacity
    loop
        ended := ended + 1;
        perform rundbord.session_event(s.id, s.person_id, s.capacity, 'session.end_by_roles');
    end loop;
    if p_like is null then
        delete from rundbord.calendar_feed f
        where f.tenant_id = p_tenant and f.issuer = p_issuer and f.subject_hash = p_subject_hash and f.capacity <> 'family';
    end if;
    return ended;
end $$;

ALTER FUNCTION rundbord.session_end_of_account(p_tenant uuid, p_issuer text, p_subject_hash bytea, p_like uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with event as (
        insert into rundbord.access_event
            (tenant_id, id, occurred_at, actor_id, session_id, capacity, operation, changed, subjects, grants)
        values (rundbord.current_tenant(), gen_random_uuid(), rundbord.business_now(), p_person, p_session, p_capacity, p_operation, true, '{}', '{}')
        returning tenant_id, id)
    insert into rundbord.unsealed_event (tenant_id, event_id) select tenant_id, id from event
$$;

ALTER FUNCTION rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_limits jsonb, p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer, p_issued_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    until timestamptz := least(p_issued_at, rundbord.machine_now()) + make_interval(secs => p_absolute_seconds);
    acting text := p_capacity; before record;
begin
    perform rundbord.enter_tenant(p_tenant);
    if p_sid_hash is not null and exists (select from rundbord.logout_token_seen x where x.tenant_id = p_tenant
                                          and x.issuer = p_issuer and x.sid_hash = p_sid_hash) then
        return null;
    end if;
    if p_replaces is not null then
        update rundbord.session s set ended_at = rundbord.machine_now(), ended_reason = 'rotated', hint = null
            where s.tenant_id = p_tenant and s.credential_hash = p_replaces and s.ended_at is null
            returning s.person_id, s.capacity into before;
        -- Whoever goes on with a fresh token goes on in what they had chosen.
        if before.person_id = p_person and before.capacity = any (p_capacities) then
            acting := before.capacity;
        end if;
    end if;
    insert into rundbord.session (tenant_id, id, kind, credential_hash, person_id, capacity, capacities, roles, limits, language,
        provider, issuer, subject_hash, sid_hash, hint, created_at, last_seen_at, idle_seconds, expires_at)
    values (p_tenant, p_id, 'cookie', p_cookie_hash, p_person, acting, p_capacities, p_roles, p_limits, p_language,
        p_provider, p_issuer, p_subject_hash, p_sid_hash, p_hint, rundbord.machine_now(), rundbord.machine_now(), p_idle_seconds,
        until);
    if p_capacity <> 'family' then
        perform rundbord.session_end_of_account(p_tenant, p_issuer, p_subject_hash, p_id);
    end if;
    perform rundbord.session_event(p_id, p_person, acting, 'session.open');
    return until;
end $$;

ALTER FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_limits jsonb, p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer, p_issued_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare changed record;
begin
    perform rundbord.enter_tenant(p_tenant);
    update rundbord.session s set capacity = p_capacity, credential_hash = p_new_cookie_hash, hint = p_hint, last_seen_at = rundbord.machine_now()
        where s.tenant_id = p_tenant and s.kind = 'cookie' and p_capacity = any (s.capacities)
          and s.id = (select l.id from rundbord.live_session(p_tenant, 'cookie', p_cookie_hash, rundbord.business_now()) l)
        returning s.id, s.person_id, s.expires_at into changed;
    if changed.id is null then
        return null;
    end if;
    perform rundbord.session_event(changed.id, changed.person_id, p_capacity, 'session.switch');
    return changed.expires_at;
end $$;

ALTER FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.setting(p_name text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$
declare v text := pg_catalog.current_setting('rundbord.' || p_name, true);
begin
    if v is null or v = '' then
        raise exception 'this transaction has no %', p_name using errcode = 'RB001';
    end if;
    return v;
end $$;

ALTER FUNCTION rundbord.setting(p_name text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.settle_awaited(p_awaits uuid, p_key text, p_answered boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    update rundbord.deadline
    set state = case when not p_answered then 'cancelled' when rundbord.business_now() < due_at then 'met' else 'missed' end,
        done_at = case when p_answered then rundbord.business_now() end,
        settled_at = coalesce(settled_at, rundbord.business_now()), escalating = false, version = version + 1
    where tenant_id = (select rundbord.current_tenant()) and awaits_id = p_awaits and key = p_key and state in ('open', 'missed') and done_at is null
$$;

ALTER FUNCTION rundbord.settle_awaited(p_awaits uuid, p_key text, p_answered boolean) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.settle_awaited_on_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    case tg_table_name
        when 'participant' then
            if new.status <> 'invited' then
                perform rundbord.settle_awaited(new.id, 'await_invitation', false);
            elsif new.answer <> 'none' then
                perform rundbord.settle_awaited(new.id, 'await_invitation', true);
            end if;
        when 'problem_coordinator' then
            perform rundbord.settle_awaited(old.id, 'await_coordinator', true);
        when 'handover' then
            perform rundbord.settle_awaited(new.id, 'await_handover', true);
        when 'circle_suggestion' then
            perform rundbord.settle_awaited(new.id, 'await_suggestion', true);
        when 'agreement' then
            if new.status = 'open' then
                perform rundbord.await_again(new.id, 'await_agreement');
            else
                perform rundbord.settle_awaited(new.id, 'await_agreement', new.status = 'done');
            end if;
    end case;
    return null;
end $$;

ALTER FUNCTION rundbord.settle_awaited_on_change() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p_purpose is null
        or coalesce((select s.stands from rundbord.consent_state(p_dossier, p_purpose) s), false)
           and not exists (
               select from unnest(p_consents) needed (id)
               where not exists (
                   select from rundbord.consent c
                   where c.tenant_id = (select rundbord.current_tenant()) and c.id = needed.id and c.state = 'given'
                     and (c.expires_at is null or c.expires_at > (select rundbord.business_now()))))
$$;

ALTER FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.shared_records() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(x.id), '{}')
    from rundbord.standing_shares() s
    cross join lateral unnest(array[s.meeting_id, s.form_id, s.plan_id, s.problem_id]) x (id)
    where x.id is not null
$$;

ALTER FUNCTION rundbord.shared_records() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.source_is_kept(p_child uuid, p_reason text, p_source uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.current_capacity() = 'family' and case
        when p_reason = 'emergency' then exists (
            select from rundbord.emergency_access e
            where e.tenant_id = rundbord.current_tenant() and e.id = p_source and rundbord.emergency_is_kept(p_child, e.category))
        when p_reason = 'self' then not exists (
            select from rundbord.casework c
            where c.tenant_id = rundbord.current_tenant() and c.child_id = p_child and c.self_access_from is not null
              and c.dossier_id = any (rundbord.granted_dossiers()) and c.dossier_id <> all (rundbord.kept_from_me()))
        else exists (
            select from unnest(rundbord.kept_from_me()) kept (id)
            where kept.id in (
                select a.meeting_id from rundbord.participant a where a.tenant_id = rundbord.current_tenant() and a.id = p_source
                union all
                select k.problem_id from rundbord.problem_coordinator k where k.tenant_id = rundbord.current_tenant() and k.id = p_source
                union all
                -- A delegate of whoever holds a thread that is kept.
                select k.problem_id from rundbord.problem_coordinator k join rundbord.delegation d
                    on d.tenant_id = k.tenant_id and d.absent_id = k.person_id and md5(d.id::text || k.id::text)::uuid = p_source
                where k.tenant_id = rundbord.current_tenant()))
        end
$$;

ALTER FUNCTION rundbord.source_is_kept(p_child uuid, p_reason text, p_source uuid) OWNER TO rundbord_definer;

CREATE TABLE rundbord.share (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    kind text NOT NULL,
    meeting_id uuid,
    form_id uuid,
    plan_id uuid,
    problem_id uuid,
    consent_purpose text,
    consents uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    law text,
    exchange_id uuid,
    told boolean NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    shared_by uuid NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    withdrawn_by uuid,
    withdrawn_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT share_check CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL))),
    CONSTRAINT share_check1 CHECK ((valid_until > shared_at)),
    CONSTRAINT share_kind_check CHECK ((kind = ANY (ARRAY['meeting'::text, 'form'::text, 'plan'::text, 'problem'::text]))),
    CONSTRAINT share_of_one_record CHECK (
CASE kind
    WHEN 'meeting'::text THEN ((meeting_id IS NOT NULL) AND (num_nonnulls(form_id, plan_id, problem_id) = 0))
    WHEN 'form'::text THEN ((form_id IS NOT NULL) AND (meeting_id IS NOT NULL) AND (num_nonnulls(plan_id, problem_id) = 0))
    WHEN 'plan'::text THEN ((plan_id IS NOT NULL) AND (num_nonnulls(meeting_id, form_id, problem_id) = 0))
    ELSE ((problem_id IS NOT NULL) AND (num_nonnulls(meeting_id, form_id, plan_id) = 0))
END),
    CONSTRAINT share_on_a_ground CHECK ((((law IS NULL) <> (consent_purpose IS NULL)) AND ((consent_purpose IS NULL) = (consents = '{}'::uuid[])) AND ((exchange_id IS NULL) OR (law IS NOT NULL)))),
    CONSTRAINT share_sealed_check CHECK ((length(sealed) > 40))
);

ALTER TABLE ONLY rundbord.share FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.share OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.standing_shares() RETURNS SETOF rundbord.share
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select s.*
    from rundbord.share s
    join rundbord.access_grant g on g.tenant_id = s.tenant_id and g.source_id = s.participant_id and g.dossier_id = s.dossier_id
    where s.tenant_id = (select rundbord.current_tenant())
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity()) and g.reason = 'accepted'
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
      and s.withdrawn_at is null and s.valid_until > (select rundbord.business_now())
      and rundbord.share_rests(s.dossier_id, s.consent_purpose, s.consents)
$$;

ALTER FUNCTION rundbord.standing_shares() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.stood_in_for() RETURNS TABLE(person_id uuid, in_dossier uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select distinct g.on_behalf_of, g.dossier_id from rundbord.access_grant g
    where g.tenant_id = (select rundbord.current_tenant()) and g.reason = 'delegated'
      and g.person_id = (select nullif(current_setting('rundbord.person', true), '')::uuid)
      and g.capacity = (select rundbord.current_capacity())
      and g.valid_from <= (select rundbord.business_now())
      and (g.valid_until is null or g.valid_until > (select rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.stood_in_for() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.stop_resting(p_dossier uuid) RETURNS TABLE(id uuid, dossier_id uuid, kind text, meeting_id uuid, receiver_id uuid, purpose text, convener_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if not rundbord.sees_dossier(p_dossier) then
        raise exception 'no right to this dossier' using errcode = '42501';
    end if;
    -- Whose place waits for a consent again is not awaited meanwhile.
    perform rundbord.settle_awaited(r.about_id, 'await_invitation', false) from rundbord.resting r
    where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.stopped_at is null and r.purpose is not null
      and r.until <= rundbord.business_now() and r.kind = 'invitation';
    return query
        with stopped as (
            update rundbord.resting r set stopped_at = rundbord.business_now()
            where r.tenant_id = rundbord.current_tenant() and r.dossier_id = p_dossier and r.stopped_at is null and r.purpose is not null
              and r.until <= rundbord.business_now()
            returning r.id, r.dossier_id, r.kind, r.meeting_id, r.receiver_id, r.purpose)
        select s.id, s.dossier_id, s.kind, s.meeting_id, s.receiver_id, s.purpose, m.convener_id
        from stopped s
        -- Of a meeting that is over nobody needs to be told.
        left join rundbord.meeting m on m.tenant_id = rundbord.current_tenant() and m.id = s.meeting_id and m.status in ('planned', 'agenda_sent')
        order by s.kind desc, s.id;
end $$;

ALTER FUNCTION rundbord.stop_resting(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.supersede_perspective() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.perspective p set superseded_at = rundbord.business_now()
    where p.tenant_id = new.tenant_id and p.line_id = new.line_id and p.dossier_id = new.dossier_id and p.meeting_id = new.meeting_id
      and p.whose = new.whose and p.speaker_id is not distinct from new.speaker_id
      and p.superseded_at is null and p.taken_back_at is null
      and (p.recorded_by = rundbord.current_person() or p.speaker_id = rundbord.current_person());
    if not found then
        raise exception 'nothing of one''s own to correct' using errcode = 'check_violation';
    end if;
    return new;
end $$;

ALTER FUNCTION rundbord.supersede_perspective() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.sweeps_now(p_sweeps text[]) RETURNS TABLE(sweep text, ended_at timestamp with time zone, state text, handled integer, failed integer, seconds double precision, done_at timestamp with time zone, tenant_since timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION rundbord.sweeps_now(p_sweeps text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_busy(p_email text, p_starts timestamp with time zone[], p_ends timestamp with time zone[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    who uuid;
    told integer;
begin
    if rundbord.current_capacity() <> 'administrator' then
        return null;
    end if;
    select s.person_id into strict who from rundbord.staff s
    where s.tenant_id = rundbord.current_tenant() and lower(s.work_email) = lower(p_email) and rundbord.works_here(s.person_id);
    delete from rundbord.busy_time b where b.tenant_id = rundbord.current_tenant() and b.person_id = who and b.source = 'system';
    insert into rundbord.busy_time (tenant_id, id, person_id, source, starts_at, ends_at, told_at)
    select rundbord.current_tenant(), gen_random_uuid(), who, 'system', t.starts_at, t.ends_at, rundbord.business_now()
    from unnest(p_starts, p_ends) t (starts_at, ends_at);
    get diagnostics told = row_count;
    return told;
exception when no_data_found or too_many_rows then
    return null;
end $$;

ALTER FUNCTION rundbord.tell_busy(p_email text, p_starts timestamp with time zone[], p_ends timestamp with time zone[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_delegates() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, meeting_id, meeting_sequence, consent_id,
                                  deadline_id, occurrence_key, not_before, planned_at, free_at, about_id, on_behalf_of)
    select distinct on (g.person_id, way.channel) new.tenant_id, gen_random_uuid(), g.person_id, new.dossier_id, new.kind, way.channel, new.meeting_id,
           new.meeting_sequence, new.consent_id, new.deadline_id, new.occurrence_key, rundbord.business_now(),
           rundbord.business_now(), rundbord.machine_now(), new.about_id, new.recipient_id
    from rundbord.access_grant g
    left join rundbord.contact_choice c on c.tenant_id = g.tenant_id and c.person_id = g.person_id
    cross join unnest(case when new.channel = 'inbox' then '{inbox}' else coalesce(c.channels, '{mail}') end) way (channel)
    where g.tenant_id = new.tenant_id and g.dossier_id = new.dossier_id and g.reason = 'delegated'
      and g.on_behalf_of = new.recipient_id and g.valid_from <= rundbord.business_now()
      and (g.valid_until is null or g.valid_until > rundbord.business_now())
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return null;
end $$;

ALTER FUNCTION rundbord.tell_delegates() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_in_office(p_people uuid[], p_kind text, p_key text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.plan_message(array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()],
                                 p.id, p.dossier_id, p_kind, true, null, null, null, p_key, rundbord.business_now())
    from rundbord.person p
    where p.tenant_id = rundbord.current_tenant() and p.id = any (p_people)
$$;

ALTER FUNCTION rundbord.tell_in_office(p_people uuid[], p_kind text, p_key text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_contact_change(p_change uuid, p_ids uuid[], p_channels text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, occurrence_key, not_before, planned_at, free_at)
    select x.tenant_id, p_ids[way.place], x.person_id, x.dossier_id, 'contact_changed', way.channel, 'contact-changed:' || x.id,
           rundbord.business_now(), rundbord.business_now(), rundbord.machine_now()
    from rundbord.contact_change x cross join unnest('{inbox}' || p_channels) with ordinality way (channel, place)
    where x.tenant_id = rundbord.current_tenant() and x.id = p_change and x.person_id = rundbord.current_person()
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return found;
end $$;

ALTER FUNCTION rundbord.tell_of_contact_change(p_change uuid, p_ids uuid[], p_channels text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if not exists (select from rundbord.model_adoption a where a.tenant_id = new.tenant_id and a.version_id = new.id) then
        perform rundbord.tell_in_office(array(
            select distinct e.person_id from rundbord.employment e
            where e.tenant_id = new.tenant_id and e.role = 'administrator' and e.person_id is distinct from new.author_id
              and upper_inf(e.recorded) and e.valid @> rundbord.business_now()), 'model_proposed', 'model-proposed:' || new.id);
    end if;
    return null;
end $$;

ALTER FUNCTION rundbord.tell_of_proposal() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.tell_of_report(new.id, 'report-received:' || new.id);
    return null;
end $$;

ALTER FUNCTION rundbord.tell_of_report() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_report(p_report uuid, p_key text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select rundbord.tell_in_office(array(
        with recursive above as (
            select e.unit_id as id from rundbord.employment e
            where e.tenant_id = r.tenant_id and e.person_id = r.written_by and upper_inf(e.recorded) and e.valid @> rundbord.business_now()
            union
            select u.parent_id from rundbord.unit u join above on u.id = above.id
            where u.tenant_id = r.tenant_id and u.parent_id is not null)
        select distinct e.person_id from rundbord.employment e
        where e.tenant_id = r.tenant_id and e.role = any (r.addressed) and e.person_id <> r.written_by
          and (e.role = 'administrator' or e.unit_id in (select id from above))
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now()), 'report_received', p_key)
    from rundbord.upward_report r
    where r.tenant_id = rundbord.current_tenant() and r.id = p_report and r.status = 'received'
$$;

ALTER FUNCTION rundbord.tell_of_report(p_report uuid, p_key text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_request() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if tg_op = 'INSERT' then
        perform rundbord.tell_officers('access_request_received', 'access-request:' || new.id);
    else
        perform rundbord.tell_in_office(array[new.asked_by], 'access_request_answered', 'access-request:' || new.id || ':' || new.state);
    end if;
    return null;
end $$;

ALTER FUNCTION rundbord.tell_of_request() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_series(p_unit uuid, p_key text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
    place uuid := p_unit;
    leads uuid[];
begin
    while place is not null loop
        select array_agg(distinct e.person_id) into leads from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.unit_id = place and e.role = 'leader'
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now();
        exit when leads is not null;
        select u.parent_id into place from rundbord.unit u where u.tenant_id = rundbord.current_tenant() and u.id = place;
    end loop;
    perform rundbord.tell_in_office(coalesce(leads, '{}'), 'series_short', p_key);
    return coalesce(cardinality(leads), 0);
end $$;

ALTER FUNCTION rundbord.tell_of_series(p_unit uuid, p_key text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_of_undelivered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    if exists (select from rundbord.message m
               where m.tenant_id = new.tenant_id and m.recipient_id = new.recipient_id and m.channel = 'inbox' and m.read_at is not null
                 and rundbord.first_occurrence(m.occurrence_key) = rundbord.first_occurrence(new.occurrence_key)) then
        update rundbord.message m
        set resolved_at = rundbord.business_now(), resolved_by = new.recipient_id, resolution = 'read_in_portal'
        where m.tenant_id = new.tenant_id and m.id = new.id;
        return null;
    end if;
    insert into rundbord.message (tenant_id, id, recipient_id, dossier_id, kind, channel, occurrence_key, not_before, planned_at,
                                  free_at, about_id)
    select new.tenant_id, gen_random_uuid(), who.id, new.dossier_id, 'undelivered', 'inbox',
           'undelivered:' || new.dossier_id || ':' || to_char(rundbord.business_now(), 'YYYY-MM-DD'),
           rundbord.business_now(), rundbord.business_now(), rundbord.machine_now(), new.about_id
    from unnest(rundbord.answer_for(new)) who (id)
    where exists (select from rundbord.open_undelivered() u where u.id = new.id)
    on conflict (tenant_id, recipient_id, channel, occurrence_key) do nothing;
    return null;
end $$;

ALTER FUNCTION rundbord.tell_of_undelivered() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_officers(p_kind text, p_key text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.tell_in_office(array(
        select distinct e.person_id from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.role = 'dpo' and upper_inf(e.recorded) and e.valid @> rundbord.business_now()),
        p_kind, p_key);
end $$;

ALTER FUNCTION rundbord.tell_officers(p_kind text, p_key text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tenant_by_host(p_host text) RETURNS TABLE(tenant_id uuid, slug text, cvr text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$ select id, slug, cvr, name from rundbord.tenant where host = p_host $$;

ALTER FUNCTION rundbord.tenant_by_host(p_host text) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tenants() RETURNS TABLE(id uuid, slug text, host text, name text, cvr text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$ select id, slug, host, name, cvr from rundbord.tenant order by slug $$;

ALTER FUNCTION rundbord.tenants() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) RETURNS TABLE(id uuid, person_id uuid, capacity text, capacities text[], roles text[], units uuid[], language text, provider text, expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select s.id, s.person_id, s.capacity, s.capacities, s.roles, s.units, s.language, s.provider, s.expires_at
        from rundbord.live_session(p_tenant, 'bearer', p_token_hash, rundbord.business_now()) s;
end $$;

ALTER FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.turn_of(p_valid tstzrange) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
    select case when lower(p_valid) > rundbord.business_now() then lower(p_valid)
                when upper(p_valid) > rundbord.business_now() then upper(p_valid) end
$$;

ALTER FUNCTION rundbord.turn_of(p_valid tstzrange) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.undelivered_in_office() RETURNS TABLE(id uuid, kind text, channel text, reason text, failed_at timestamp with time zone, failure text, stage text, code integer, attempts integer, staff_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select u.id, u.kind, (f.it).channel, (f.it).reason, u.settled_at, a.failure, a.stage, a.code, (f.it).attempt, s.person_id
    from rundbord.open_undelivered() u
    cross join lateral (select rundbord.first_failure(u) as it) f
    left join rundbord.staff s on s.tenant_id = u.tenant_id and s.person_id = u.recipient_id
    left join lateral (
        select t.failure, t.stage, t.code from rundbord.delivery_attempt t
        where t.tenant_id = u.tenant_id and t.message_id = (f.it).id and t.failure is not null
        order by t.attempt desc limit 1) a on true
    where (select rundbord.current_capacity()) in ('administrator', 'dpo')
$$;

ALTER FUNCTION rundbord.undelivered_in_office() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.undelivered_of_actor(p_settled_days integer) RETURNS SETOF rundbord.message
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select u.* from (
        select o.* from rundbord.open_undelivered() o where p_settled_days = 0
        union all
        select m.* from rundbord.message m
        where m.tenant_id = (select rundbord.current_tenant()) and p_settled_days > 0
          and m.resolved_at > (select rundbord.business_now()) - make_interval(days => p_settled_days)) u
    cross join lateral (select rundbord.answer_for(u) as people) who
    where case (select rundbord.current_capacity())
            when 'leader' then rundbord.leads(u.dossier_id)
            when 'professional' then u.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
            when 'adviser' then u.dossier_id = any ((select rundbord.granted_dossiers())::uuid[])
            else false
          end
      and u.dossier_id <> all ((select rundbord.only_looked_at())::uuid[])
      and u.dossier_id <> all ((select rundbord.only_reached())::uuid[])
      and u.recipient_id <> (select rundbord.current_person())
      -- A role that is not for underretninger is told of none here either.
      and not ((select rundbord.is_closed('underretning')) and exists (
          select from rundbord.deadline d
          where d.tenant_id = u.tenant_id and d.id = u.deadline_id and d.underretning_id is not null))
      and ((select rundbord.current_person()) = any (who.people)
           or exists (select from rundbord.stood_in_for() s where s.in_dossier = u.dossier_id and s.person_id = any (who.people)))
$$;

ALTER FUNCTION rundbord.undelivered_of_actor(p_settled_days integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.undelivered_settled() RETURNS TABLE(id uuid, dossier_id uuid, child_id uuid, recipient_id uuid, kind text, meeting_id uuid, about_id uuid, failed_at timestamp with time zone, resolution text, resolved_at timestamp with time zone, resolved_by uuid, said_sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select u.id, u.dossier_id, c.child_id, u.recipient_id, u.kind, u.meeting_id, u.about_id, u.settled_at, u.resolution,
           u.resolved_at, u.resolved_by, u.said_sealed
    from rundbord.undelivered_of_actor(90) u
    join rundbord.casework c on c.tenant_id = u.tenant_id and c.dossier_id = u.dossier_id
$$;

ALTER FUNCTION rundbord.undelivered_settled() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.undelivered_to_deal_with() RETURNS TABLE(id uuid, dossier_id uuid, child_id uuid, recipient_id uuid, kind text, channel text, reason text, failed_at timestamp with time zone, meeting_id uuid, consent_id uuid, deadline_id uuid, about_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select u.id, u.dossier_id, c.child_id, u.recipient_id, u.kind, (f.it).channel, (f.it).reason, u.settled_at, u.meeting_id,
           u.consent_id, u.deadline_id, u.about_id
    from rundbord.undelivered_of_actor(0) u
    join rundbord.casework c on c.tenant_id = u.tenant_id and c.dossier_id = u.dossier_id
    cross join lateral (select rundbord.first_failure(u::rundbord.message) as it) f
$$;

ALTER FUNCTION rundbord.undelivered_to_deal_with() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.underretning_is_activity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.casework set last_activity_at = rundbord.business_now()
    where tenant_id = new.tenant_id and dossier_id = new.dossier_id and closed_at is null;
    return null;
end $$;

ALTER FUNCTION rundbord.underretning_is_activity() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.unit_limit() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$
    select nullif(current_setting('rundbord.units', true), '')::uuid[]
$$;

ALTER FUNCTION rundbord.unit_limit() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.unit_of(p_dossier uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p.unit_id from rundbord.dossier_place p
    where p.tenant_id = rundbord.current_tenant() and p.dossier_id = p_dossier and p.valid_from <= rundbord.business_now()
      and (p.valid_until is null or p.valid_until > rundbord.business_now())
$$;

ALTER FUNCTION rundbord.unit_of(p_dossier uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.units_below(p_tenant uuid, p_units uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    with recursive below as (
        select u.id from rundbord.unit u where u.tenant_id = p_tenant and u.id = any (p_units)
        union
        select u.id from rundbord.unit u join below on u.parent_id = below.id where u.tenant_id = p_tenant
    )
    select coalesce(array_agg(id), '{}') from below
$$;

ALTER FUNCTION rundbord.units_below(p_tenant uuid, p_units uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.units_for_login(p_tenant uuid, p_keys text[]) RETURNS TABLE(key text, unit_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select k, u.id from unnest(p_keys) k
        join rundbord.unit u on u.tenant_id = p_tenant and (u.source_key = k or u.id::text = lower(k));
end $$;

ALTER FUNCTION rundbord.units_for_login(p_tenant uuid, p_keys text[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamp with time zone) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select coalesce(array_agg(distinct e.unit_id), '{}') from rundbord.employment e
    where e.tenant_id = p_tenant and e.person_id = p_person and upper_inf(e.recorded) and e.valid @> p_at
      and (e.role = p_capacity or p_capacity = 'professional' and e.role in ('leader', 'adviser'))
$$;

ALTER FUNCTION rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamp with time zone) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.unsay_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    update rundbord.message m set state = 'cancelled', reason = 'deadline_settled', settled_at = rundbord.business_now()
    where m.tenant_id = new.tenant_id and m.dossier_id = new.dossier_id and m.deadline_id = new.id and m.state in ('planned', 'sending')
      and (new.done_at is not null or new.state = 'cancelled' or m.kind = 'deadline_reminder');
    return null;
end $$;

ALTER FUNCTION rundbord.unsay_deadline() OWNER TO rundbord_definer;

CREATE PROCEDURE rundbord.wall(IN p_table text, IN p_column text, IN p_family text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
declare
    tenant constant text := 'tenant_id = (select rundbord.current_tenant())';
    granted constant text := format('%I = any ((select rundbord.granted_dossiers())::uuid[])', p_column);
    beyond constant text := format('%I <> all ((select rundbord.only_reached())::uuid[])', p_column);
    -- Where the dossier belongs at this moment, with no sweep between: a unit's dossiers are one index range.
    of_unit constant text := format(
        'exists (select from rundbord.dossier_place d where d.tenant_id = %1$I.tenant_id and d.dossier_id = %1$I.%2$I
                 and d.unit_id = any ((select rundbord.led_units())::uuid[])
                 and d.valid_from <= (select rundbord.business_now())
                 and (d.valid_until is null or d.valid_until > (select rundbord.business_now())))', p_table, p_column);
    -- Who broke the glass reads; that they change nothing stands in every check on what is written.
    worked constant text := granted || format(' and %I <> all ((select rundbord.only_looked_at())::uuid[])', p_column);
    within constant text := format(
        '((select rundbord.unit_limit()) is null or %I = any ((select rundbord.dossiers_within())::uuid[]))', p_column);
    -- What a row is about: whatever a shield keeps from somebody of the family, it keeps in every table that leads there.
    kept constant text := (
        select string_agg(format('(%1$I is null or %1$I <> all ((select rundbord.kept_from_me())::uuid[]))', a.attname), ' and '
                          order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = format('rundbord.%I', p_table)::regclass and not a.attisdropped
          and (a.attname in ('problem_id', 'meeting_id', 'process_id', 'measure_id', 'offer_id') or a.attname = 'id' and p_table in ('problem', 'meeting')));
begin
    execute format('drop policy if exists kept_away on rundbord.%I', p_table);
    if kept is not null then
        execute format('create policy kept_away on rundbord.%I as restrictive to rundbord_family using (%s) with check (%s)',
            p_table, kept, kept);
    end if;
    execute format('drop policy if exists tenant_wall on rundbord.%I', p_table);
    execute format('create policy tenant_wall on rundbord.%I as restrictive to public using (%s) with check (%s)',
        p_table, tenant, tenant);
    -- Whatever lets somebody employed see a row, their role may be for certain places alone.
    execute format('drop policy if exists within_units on rundbord.%I', p_table);
    execute format('create policy within_units on rundbord.%I as restrictive to rundbord_relation, rundbord_unit using (%s) with check (%s)',
        p_table, within, within);
    -- Who sees no more of the child than their own meeting: nothing, until within_reach() opens it (sharing/policies.sql).
    execute format('drop policy if exists within_reach on rundbord.%I', p_table);
    execute format('create policy within_reach on rundbord.%I as restrictive to rundbord_relation using (%s) with check (%s)',
        p_table, beyond, beyond);
    execute format('drop policy if exists by_grant on rundbord.%I', p_table);
    execute format('create policy by_grant on rundbord.%I to rundbord_relation, rundbord_oversight using (%s) with check (%s)',
        p_table, granted, worked);
    execute format('drop policy if exists kept_in_emergency on rundbord.%I', p_table);
    execute format('create policy kept_in_emergency on rundbord.%I as restrictive for delete to rundbord_relation using (%s)',
        p_table, worked);
    execute format('drop policy if exists by_unit on rundbord.%I', p_table);
    execute format('create policy by_unit on rundbord.%I to rundbord_unit using (%s) with check (%s)', p_table, of_unit, of_unit);
    execute format('drop policy if exists by_family on rundbord.%I', p_table);
    execute format('create policy by_family on rundbord.%I to rundbord_family using (%s%s) with check (%s%s)',
        p_table, granted, p_family, granted, p_family);
    execute format('drop policy if exists of_system on rundbord.%I', p_table);
    execute format('create policy of_system on rundbord.%I to rundbord_worker, rundbord_notifier, rundbord_definer using (%s) with check (%s)',
        p_table, tenant, tenant);
end $_$;

ALTER PROCEDURE rundbord.wall(IN p_table text, IN p_column text, IN p_family text) OWNER TO rundbord_owner;

CREATE PROCEDURE rundbord.wall_of_tenant(IN p_table text, IN p_readers text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare tenant constant text := 'tenant_id = (select rundbord.current_tenant())';
begin
    execute format('drop policy if exists tenant_wall on rundbord.%I', p_table);
    execute format('create policy tenant_wall on rundbord.%I as restrictive to public using (%s) with check (%s)',
        p_table, tenant, tenant);
    execute format('drop policy if exists of_system on rundbord.%I', p_table);
    execute format('create policy of_system on rundbord.%I to rundbord_worker, rundbord_notifier, rundbord_definer using (%s) with check (%s)',
        p_table, tenant, tenant);
    execute format('drop policy if exists readable on rundbord.%I', p_table);
    if p_readers <> '' then
        execute format('create policy readable on rundbord.%I for select to %s using (%s)', p_table, p_readers, tenant);
    end if;
end $$;

ALTER PROCEDURE rundbord.wall_of_tenant(IN p_table text, IN p_readers text) OWNER TO rundbord_owner;

CREATE PROCEDURE rundbord.within_reach(IN p_table text, IN p_column text, IN p_reads text, IN p_writes text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
    beyond constant text := format('%I <> all ((select rundbord.only_reached())::uuid[])', p_column);
begin
    execute format('drop policy if exists within_reach on rundbord.%I', p_table);
    execute format('create policy within_reach on rundbord.%I as restrictive to rundbord_relation using (%s or (%s)) with check (%s%s)',
        p_table, beyond, p_reads, beyond, case when p_writes = '' then '' else format(' or (%s)', p_writes) end);
end $$;

ALTER PROCEDURE rundbord.within_reach(IN p_table text, IN p_column text, IN p_reads text, IN p_writes text) OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.works_at(p_unit uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select p_unit = any (rundbord.led_units()) or (rundbord.current_capacity() in ('professional', 'adviser') and exists (
        select from rundbord.employment e
        where e.tenant_id = rundbord.current_tenant() and e.person_id = rundbord.current_person() and e.unit_id = p_unit
          and upper_inf(e.recorded) and e.valid @> rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.works_at(p_unit uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.works_here(p_person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select exists (select from rundbord.employment e
                   where e.tenant_id = (select rundbord.current_tenant()) and e.person_id = p_person
                     and upper_inf(e.recorded) and e.valid @> (select rundbord.business_now()))
$$;

ALTER FUNCTION rundbord.works_here(p_person uuid) OWNER TO rundbord_definer;

CREATE TABLE rundbord.access_event (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    actor_id uuid,
    session_id uuid,
    capacity text NOT NULL,
    operation text NOT NULL,
    changed boolean NOT NULL,
    subjects uuid[] NOT NULL,
    grants uuid[] NOT NULL,
    about uuid[],
    CONSTRAINT access_event_operation_check CHECK ((operation ~ '^[A-Za-z0-9_.:,-]{1,200}$'::text))
);

ALTER TABLE ONLY rundbord.access_event FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_event OWNER TO rundbord_owner;

CREATE TABLE rundbord.access_grant (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    capacity text NOT NULL,
    reason text NOT NULL,
    source_id uuid NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    on_behalf_of uuid,
    told boolean DEFAULT false NOT NULL,
    put_off_until timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT access_grant_capacity_check CHECK ((capacity = ANY (ARRAY['family'::text, 'professional'::text, 'adviser'::text, 'dpo'::text, 'administrator'::text])))
);

ALTER TABLE ONLY rundbord.access_grant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_grant OWNER TO rundbord_owner;

CREATE TABLE rundbord.access_request (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    asked_by uuid NOT NULL,
    subject_id uuid NOT NULL,
    kind text NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    extended_at timestamp with time zone,
    answered_at timestamp with time zone,
    answered_by uuid,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    next_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT access_request_check CHECK (((due_at > asked_at) AND (due_at < (asked_at + '3 mons 20 days'::interval)))),
    CONSTRAINT access_request_check1 CHECK (((extended_at IS NOT NULL) OR (due_at < (asked_at + '1 mon 20 days'::interval)))),
    CONSTRAINT access_request_check2 CHECK (((state = ANY (ARRAY['answered'::text, 'refused'::text])) = (answered_at IS NOT NULL))),
    CONSTRAINT access_request_check3 CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
    CONSTRAINT access_request_check4 CHECK (((state <> 'extended'::text) OR (extended_at IS NOT NULL))),
    CONSTRAINT access_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'rectification'::text]))),
    CONSTRAINT access_request_sealed_check CHECK ((length(sealed) > 40)),
    CONSTRAINT access_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'extended'::text, 'answered'::text, 'refused'::text])))
);

ALTER TABLE ONLY rundbord.access_request FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_request OWNER TO rundbord_owner;

CREATE TABLE rundbord.action_plan (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    document_key text NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    completed_at timestamp with time zone,
    sent_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    problem_id uuid
);

ALTER TABLE ONLY rundbord.action_plan FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.action_plan OWNER TO rundbord_owner;

CREATE TABLE rundbord.agenda_item (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    origin text NOT NULL,
    added_by uuid,
    sealed bytea NOT NULL,
    added_at timestamp with time zone,
    CONSTRAINT agenda_item_origin_check CHECK ((origin = ANY (ARRAY['model'::text, 'family'::text, 'professional'::text])))
);

ALTER TABLE ONLY rundbord.agenda_item FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agenda_item OWNER TO rundbord_owner;

CREATE TABLE rundbord.agreement (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    responsible_id uuid NOT NULL,
    due_on date,
    close_to_child boolean NOT NULL,
    status text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    settled_at timestamp with time zone,
    settled_by uuid,
    said_sealed bytea,
    CONSTRAINT agreement_check CHECK (((status <> 'open'::text) OR ((settled_by IS NULL) AND (said_sealed IS NULL)))),
    CONSTRAINT agreement_said_sealed_check CHECK ((length(said_sealed) > 31)),
    CONSTRAINT agreement_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);

ALTER TABLE ONLY rundbord.agreement FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agreement OWNER TO rundbord_owner;

CREATE TABLE rundbord.audit_seal (
    tenant_id uuid NOT NULL,
    "position" bigint NOT NULL,
    segment text NOT NULL,
    kind text NOT NULL,
    event_id uuid,
    digest bytea NOT NULL,
    chain bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT audit_seal_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'restore'::text]))),
    CONSTRAINT audit_seal_position_check CHECK (("position" > 0)),
    CONSTRAINT audit_seal_segment_check CHECK ((segment ~ '^[0-9]{4}-[0-9]{2}$'::text))
);

ALTER TABLE ONLY rundbord.audit_seal FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.audit_seal OWNER TO rundbord_owner;

CREATE TABLE rundbord.audit_verification (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    links bigint NOT NULL,
    waiting bigint NOT NULL,
    findings text[] NOT NULL,
    notes text[] NOT NULL,
    CONSTRAINT audit_verification_links_check CHECK ((links >= 0)),
    CONSTRAINT audit_verification_waiting_check CHECK ((waiting >= 0))
);

ALTER TABLE ONLY rundbord.audit_verification FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.audit_verification OWNER TO rundbord_owner;

CREATE TABLE rundbord.business_clock (
    only_row boolean DEFAULT true NOT NULL,
    offset_seconds bigint DEFAULT 0 NOT NULL,
    CONSTRAINT business_clock_offset_seconds_check CHECK ((offset_seconds >= 0)),
    CONSTRAINT business_clock_only_row_check CHECK (only_row)
);

ALTER TABLE rundbord.business_clock OWNER TO rundbord_owner;

CREATE TABLE rundbord.busy_time (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    source text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT busy_time_check CHECK ((ends_at > starts_at)),
    CONSTRAINT busy_time_source_check CHECK ((source = ANY (ARRAY['file'::text, 'system'::text])))
);

ALTER TABLE ONLY rundbord.busy_time FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.busy_time OWNER TO rundbord_owner;

CREATE TABLE rundbord.calendar_feed (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL,
    secret_hash bytea NOT NULL,
    language text NOT NULL,
    issuer text NOT NULL,
    subject_hash bytea NOT NULL,
    limits jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    proved_at timestamp with time zone NOT NULL,
    CONSTRAINT calendar_feed_capacity_check CHECK ((capacity = ANY (ARRAY['family'::text, 'professional'::text, 'leader'::text, 'adviser'::text]))),
    CONSTRAINT calendar_feed_secret_hash_check CHECK ((length(secret_hash) = 32))
);

ALTER TABLE ONLY rundbord.calendar_feed FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.calendar_feed OWNER TO rundbord_owner;

CREATE TABLE rundbord.casework (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    model_version_id uuid NOT NULL,
    self_access_from timestamp with time zone,
    closed_at timestamp with time zone,
    last_activity_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    closed_reason text,
    judge_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT casework_closed_reason_check CHECK ((closed_reason = ANY (ARRAY['finished'::text, 'death'::text, 'move_out'::text])))
);

ALTER TABLE ONLY rundbord.casework FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.casework OWNER TO rundbord_owner;

CREATE TABLE rundbord.casework_move (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    from_version_id uuid NOT NULL,
    to_version_id uuid NOT NULL,
    moved_by uuid NOT NULL,
    moved_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.casework_move FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.casework_move OWNER TO rundbord_owner;

CREATE TABLE rundbord.checklist_tick (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    checklist_key text NOT NULL,
    item_key text NOT NULL,
    ticked_by uuid NOT NULL,
    ticked_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.checklist_tick FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.checklist_tick OWNER TO rundbord_owner;

CREATE TABLE rundbord.circle_suggestion (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    participant_id uuid,
    suggested_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    settled_by uuid,
    settled_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT circle_suggestion_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
    CONSTRAINT circle_suggestion_check1 CHECK (((settled_by IS NULL) = (settled_at IS NULL))),
    CONSTRAINT circle_suggestion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'followed'::text, 'not_followed'::text])))
);

ALTER TABLE ONLY rundbord.circle_suggestion FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.circle_suggestion OWNER TO rundbord_owner;

CREATE TABLE rundbord.conclusion (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.conclusion FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conclusion OWNER TO rundbord_owner;

CREATE TABLE rundbord.confirmation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.confirmation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.confirmation OWNER TO rundbord_owner;

CREATE TABLE rundbord.consent (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid,
    giver_id uuid NOT NULL,
    purpose text NOT NULL,
    basis text NOT NULL,
    text_version integer NOT NULL,
    model_version_id uuid NOT NULL,
    state text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by uuid NOT NULL,
    answered_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    expires_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    channel text,
    recorded_by uuid,
    recorded_at timestamp with time zone,
    withdrawn_by uuid,
    invalidated_at timestamp with time zone,
    invalidated_by uuid,
    written boolean DEFAULT false NOT NULL,
    information text DEFAULT ''::text NOT NULL,
    from_whom text DEFAULT ''::text NOT NULL,
    to_whom text DEFAULT ''::text NOT NULL,
    remind_at timestamp with time zone,
    escalate_at timestamp with time zone,
    warn_at timestamp with time zone,
    sealed bytea,
    silent_since timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT consent_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'paper'::text, 'oral'::text]))),
    CONSTRAINT consent_in_writing CHECK (((NOT written) OR (channel IS DISTINCT FROM 'oral'::text) OR (state <> 'given'::text))),
    CONSTRAINT consent_invalidated_by_somebody CHECK ((((state = 'invalidated'::text) = (invalidated_at IS NOT NULL)) AND ((invalidated_at IS NULL) = (invalidated_by IS NULL)))),
    CONSTRAINT consent_recorded_by_somebody CHECK (((channel IS NULL) OR (((channel = 'portal'::text) = (recorded_by IS NULL)) AND ((recorded_by IS NULL) = (recorded_at IS NULL))))),
    CONSTRAINT consent_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'declined'::text, 'withdrawn'::text, 'invalidated'::text])))
);

ALTER TABLE ONLY rundbord.consent FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent OWNER TO rundbord_owner;

CREATE TABLE rundbord.consent_document (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    uploaded_by uuid NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT consent_document_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
    CONSTRAINT consent_document_size_check CHECK (((size >= 1) AND (size <= 5242880)))
);

ALTER TABLE ONLY rundbord.consent_document FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent_document OWNER TO rundbord_owner;

CREATE TABLE rundbord.consent_term (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    purpose text NOT NULL,
    asked_of text NOT NULL,
    own_age integer NOT NULL,
    alone_age integer NOT NULL,
    own_from timestamp with time zone,
    alone_from timestamp with time zone,
    CONSTRAINT consent_term_asked_of_check CHECK ((asked_of = ANY (ARRAY['each_custody_holder'::text, 'young_person'::text, 'both'::text])))
);

ALTER TABLE ONLY rundbord.consent_term FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent_term OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    district text DEFAULT ''::text NOT NULL,
    slot_id uuid,
    type text NOT NULL,
    subject text NOT NULL,
    model_version_id uuid NOT NULL,
    status text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    convener_id uuid NOT NULL,
    chair_id uuid,
    outcome text,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT consultation_check CHECK ((ends_at > starts_at)),
    CONSTRAINT consultation_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'held'::text, 'concluded'::text, 'cancelled'::text]))),
    CONSTRAINT consultation_subject_check CHECK ((subject = ANY (ARRAY['nobody_named'::text, 'group'::text, 'all_of_a_place'::text])))
);

ALTER TABLE ONLY rundbord.consultation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_agreement (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    responsible_id uuid NOT NULL,
    due_on date,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.consultation_agreement FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_agreement OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_form (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    completed boolean DEFAULT false NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.consultation_form FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_form OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_item (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    "position" integer NOT NULL,
    origin text NOT NULL,
    subject text,
    anonymity text NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT consultation_item_anonymity_check CHECK ((anonymity = ANY (ARRAY['clean'::text, 'name_kept'::text]))),
    CONSTRAINT consultation_item_check CHECK (((origin = 'model'::text) = (subject IS NULL))),
    CONSTRAINT consultation_item_origin_check CHECK ((origin = ANY (ARRAY['model'::text, 'professional'::text]))),
    CONSTRAINT consultation_item_subject_check CHECK ((subject = ANY (ARRAY['nobody_named'::text, 'group'::text, 'all_of_a_place'::text])))
);

ALTER TABLE ONLY rundbord.consultation_item FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_item OWNER TO rundbord_owner;

CREATE TABLE rundbord.consultation_participant (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    person_id uuid,
    role text NOT NULL,
    strength text NOT NULL,
    external boolean NOT NULL,
    status text NOT NULL,
    attended boolean,
    access_until timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    answer text DEFAULT 'none'::text NOT NULL,
    CONSTRAINT consultation_participant_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'coming'::text, 'not_coming'::text]))),
    CONSTRAINT consultation_participant_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'left_out'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY rundbord.consultation_participant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_participant OWNER TO rundbord_owner;

CREATE TABLE rundbord.contact_change (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.contact_change FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.contact_change OWNER TO rundbord_owner;

CREATE TABLE rundbord.contact_choice (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    channels text[] DEFAULT '{mail}'::text[] NOT NULL,
    quiet_from time without time zone,
    quiet_until time without time zone,
    remind_days smallint,
    changed_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    language text,
    CONSTRAINT contact_choice_channels_check CHECK (((channels <@ ARRAY['mail'::text, 'sms'::text, 'digital_post'::text]) AND ((cardinality(channels) >= 1) AND (cardinality(channels) <= 3)))),
    CONSTRAINT contact_choice_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL))),
    CONSTRAINT contact_choice_check1 CHECK ((quiet_from <> quiet_until)),
    CONSTRAINT contact_choice_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT contact_choice_remind_days_check CHECK (((remind_days >= 0) AND (remind_days <= 14)))
);

ALTER TABLE ONLY rundbord.contact_choice FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.contact_choice OWNER TO rundbord_owner;

CREATE TABLE rundbord.conversation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    held_at timestamp with time zone NOT NULL,
    held_by uuid NOT NULL,
    support_person_offered boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.conversation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conversation OWNER TO rundbord_owner;

CREATE TABLE rundbord.conversation_summary (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    problem_id uuid,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.conversation_summary FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conversation_summary OWNER TO rundbord_owner;

CREATE TABLE rundbord.counted_answer (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    measure text NOT NULL
);

ALTER TABLE ONLY rundbord.counted_answer FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.counted_answer OWNER TO rundbord_owner;

CREATE TABLE rundbord.custody (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    holder_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    majority_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    of_age_at timestamp with time zone
);

ALTER TABLE ONLY rundbord.custody FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.custody OWNER TO rundbord_owner;

CREATE TABLE rundbord.deadline (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid,
    problem_id uuid,
    key text NOT NULL,
    task text NOT NULL,
    role text,
    person_id uuid,
    private boolean DEFAULT false NOT NULL,
    due_at timestamp with time zone NOT NULL,
    remind_at timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL,
    next_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    settled_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    underretning_id uuid,
    meeting_type text,
    done_at timestamp with time zone,
    escalating boolean DEFAULT false NOT NULL,
    process_id uuid,
    measure_id uuid,
    awaits_id uuid,
    follower_id uuid,
    CONSTRAINT deadline_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
    CONSTRAINT deadline_check1 CHECK (((NOT escalating) OR (state = 'missed'::text))),
    CONSTRAINT deadline_check2 CHECK (((done_at IS NULL) OR (state = ANY (ARRAY['met'::text, 'missed'::text])))),
    CONSTRAINT deadline_check3 CHECK (((awaits_id IS NOT NULL) OR (follower_id IS NULL))),
    CONSTRAINT deadline_state_check CHECK ((state = ANY (ARRAY['open'::text, 'met'::text, 'missed'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY rundbord.deadline FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.deadline OWNER TO rundbord_owner;

CREATE TABLE rundbord.delegation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    absent_id uuid NOT NULL,
    delegate_id uuid NOT NULL,
    child_id uuid,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT delegation_check CHECK ((absent_id <> delegate_id)),
    CONSTRAINT delegation_check1 CHECK (((valid_until > valid_from) AND (valid_until <= (valid_from + '366 days'::interval)))),
    CONSTRAINT delegation_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);

ALTER TABLE ONLY rundbord.delegation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.delegation OWNER TO rundbord_owner;

CREATE TABLE rundbord.delivery_attempt (
    tenant_id uuid NOT NULL,
    message_id uuid NOT NULL,
    attempt integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    failure text,
    stage text,
    code integer,
    CONSTRAINT delivery_attempt_attempt_check CHECK ((attempt > 0)),
    CONSTRAINT delivery_attempt_failure_check CHECK ((failure = ANY (ARRAY['busy'::text, 'network'::text, 'refused'::text, 'setup'::text, 'unknown_end'::text]))),
    CONSTRAINT delivery_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'retry'::text, 'dead'::text, 'cancelled'::text, 'lost'::text, 'deferred'::text]))),
    CONSTRAINT delivery_attempt_stage_check CHECK ((stage = ANY (ARRAY['connect'::text, 'login'::text, 'sender'::text, 'recipient'::text, 'data'::text, 'after_data'::text])))
);

ALTER TABLE ONLY rundbord.delivery_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.delivery_attempt OWNER TO rundbord_owner;

CREATE TABLE rundbord.departure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    over_at timestamp with time zone,
    over_by uuid,
    settled_at timestamp with time zone,
    handover_agreed_on date,
    handover_recorded_by uuid,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    put_off_until timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT departure_check CHECK (((handover_agreed_on IS NULL) = (handover_recorded_by IS NULL))),
    CONSTRAINT departure_check1 CHECK (((handover_agreed_on IS NULL) OR (kind = 'move_out'::text))),
    CONSTRAINT departure_kind_check CHECK ((kind = ANY (ARRAY['death'::text, 'move_out'::text])))
);

ALTER TABLE ONLY rundbord.departure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.departure OWNER TO rundbord_owner;

CREATE TABLE rundbord.digital_post_number (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    sealed bytea NOT NULL,
    told_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.digital_post_number FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.digital_post_number OWNER TO rundbord_owner;

CREATE TABLE rundbord.dossier (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    unit_id uuid,
    audit_pseudonym uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT dossier_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'casework'::text, 'group'::text, 'anonymous'::text, 'intake'::text])))
);

ALTER TABLE ONLY rundbord.dossier FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.dossier OWNER TO rundbord_owner;

CREATE TABLE rundbord.dossier_place (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    CONSTRAINT dossier_place_check CHECK ((valid_until > valid_from))
);

ALTER TABLE ONLY rundbord.dossier_place FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.dossier_place OWNER TO rundbord_owner;

CREATE TABLE rundbord.draft (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid,
    author_id uuid NOT NULL,
    capacity text NOT NULL,
    form text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT draft_capacity_check CHECK ((capacity = ANY (ARRAY['family'::text, 'professional'::text, 'leader'::text, 'adviser'::text]))),
    CONSTRAINT draft_form_check CHECK ((form ~ '^[a-z][a-z0-9-]{0,79}$'::text))
);

ALTER TABLE ONLY rundbord.draft FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.draft OWNER TO rundbord_owner;

CREATE TABLE rundbord.emergency_access (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL,
    category text NOT NULL,
    sealed bytea NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT emergency_access_capacity_check CHECK ((capacity = ANY (ARRAY['professional'::text, 'adviser'::text]))),
    CONSTRAINT emergency_access_category_check CHECK ((category ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT emergency_access_check CHECK (((valid_until > opened_at) AND (valid_until <= (opened_at + '24:00:00'::interval)))),
    CONSTRAINT emergency_access_check1 CHECK ((ended_at >= opened_at)),
    CONSTRAINT emergency_access_sealed_check CHECK ((length(sealed) > 40))
);

ALTER TABLE ONLY rundbord.emergency_access FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.emergency_access OWNER TO rundbord_owner;

CREATE TABLE rundbord.emergency_attempt (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE ONLY rundbord.emergency_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.emergency_attempt OWNER TO rundbord_owner;

CREATE TABLE rundbord.emergency_review (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    emergency_id uuid NOT NULL,
    reviewed_by uuid NOT NULL,
    capacity text NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    justified boolean NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT emergency_review_capacity_check CHECK ((capacity = ANY (ARRAY['leader'::text, 'dpo'::text])))
);

ALTER TABLE ONLY rundbord.emergency_review FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.emergency_review OWNER TO rundbord_owner;

CREATE TABLE rundbord.employment (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    role text NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    source_key text,
    CONSTRAINT employment_role_check CHECK ((role = ANY (ARRAY['professional'::text, 'leader'::text, 'adviser'::text, 'administrator'::text, 'dpo'::text, 'auditor'::text])))
);

ALTER TABLE ONLY rundbord.employment FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.employment OWNER TO rundbord_owner;

CREATE TABLE rundbord.enrolment (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    turns_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY rundbord.enrolment FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.enrolment OWNER TO rundbord_owner;

CREATE TABLE rundbord.erasure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    record text NOT NULL,
    rule text NOT NULL,
    counted_from date NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    free_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    rows_gone_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT erasure_state_check CHECK ((state = ANY (ARRAY['begun'::text, 'rows_gone'::text, 'done'::text, 'stopped'::text])))
);

ALTER TABLE ONLY rundbord.erasure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure OWNER TO rundbord_owner;

CREATE TABLE rundbord.erasure_certificate (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    erasure_id uuid NOT NULL,
    record text NOT NULL,
    rule text NOT NULL,
    counted_from date NOT NULL,
    due_on date NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    backups_gone_on date NOT NULL
);

ALTER TABLE ONLY rundbord.erasure_certificate FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure_certificate OWNER TO rundbord_owner;

CREATE TABLE rundbord.exchange (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    exchange_key text NOT NULL,
    special boolean NOT NULL,
    told boolean NOT NULL,
    exchanged_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.exchange FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.exchange OWNER TO rundbord_owner;

CREATE TABLE rundbord.family_relation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    belongs_to uuid,
    meeting_id uuid,
    shown_to text NOT NULL,
    secrecy_at timestamp with time zone,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    ended_at timestamp with time zone,
    ended_by uuid,
    source_key text,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT family_relation_check CHECK (((shown_to = 'nobody'::text) OR (kind <> 'parent_without_custody'::text))),
    CONSTRAINT family_relation_check1 CHECK (((shown_to <> 'family'::text) OR (kind <> ALL (ARRAY['step_parent'::text, 'bisidder'::text])))),
    CONSTRAINT family_relation_check2 CHECK (((shown_to <> 'own'::text) OR (belongs_to IS NOT NULL))),
    CONSTRAINT family_relation_check3 CHECK (((kind <> 'sibling'::text) OR (person_id IS NOT NULL))),
    CONSTRAINT family_relation_check4 CHECK (((kind <> 'bisidder'::text) OR (secrecy_at IS NOT NULL))),
    CONSTRAINT family_relation_check5 CHECK (((kind <> 'interpreter'::text) OR (meeting_id IS NOT NULL))),
    CONSTRAINT family_relation_check6 CHECK (((meeting_id IS NULL) OR (kind = ANY (ARRAY['bisidder'::text, 'interpreter'::text])))),
    CONSTRAINT family_relation_kind_check CHECK ((kind = ANY (ARRAY['parent_without_custody'::text, 'step_parent'::text, 'foster_parent'::text, 'network_person'::text, 'bisidder'::text, 'interpreter'::text, 'sibling'::text]))),
    CONSTRAINT family_relation_shown_to_check CHECK ((shown_to = ANY (ARRAY['nobody'::text, 'own'::text, 'family'::text])))
);

ALTER TABLE ONLY rundbord.family_relation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.family_relation OWNER TO rundbord_owner;

CREATE TABLE rundbord.form (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    completed_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.form FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.form OWNER TO rundbord_owner;

CREATE TABLE rundbord.form_version (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    form_id uuid NOT NULL,
    version integer NOT NULL,
    filled_by uuid NOT NULL,
    filled_at timestamp with time zone NOT NULL,
    complete boolean NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.form_version FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.form_version OWNER TO rundbord_owner;

CREATE TABLE rundbord.handover (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    handover_key text NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    consent_purpose text,
    to_unit_id uuid,
    to_person_id uuid,
    handed_by uuid NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    accepted_by uuid,
    accepted_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT handover_check CHECK (((to_unit_id IS NULL) <> (to_person_id IS NULL))),
    CONSTRAINT handover_check1 CHECK (((accepted_by IS NULL) = (accepted_at IS NULL)))
);

ALTER TABLE ONLY rundbord.handover FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover OWNER TO rundbord_owner;

CREATE TABLE rundbord.handover_document (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.handover_document FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover_document OWNER TO rundbord_owner;

CREATE TABLE rundbord.hold (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    placed_by uuid NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    lifted_by uuid,
    lifted_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT hold_check CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
);

ALTER TABLE ONLY rundbord.hold FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.hold OWNER TO rundbord_owner;

CREATE TABLE rundbord.idempotency_key (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    key_hash bytea NOT NULL,
    operation_digest bytea NOT NULL,
    dossier_id uuid NOT NULL,
    response_sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.idempotency_key FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.idempotency_key OWNER TO rundbord_owner;

CREATE TABLE rundbord.indicator_figure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    period_id uuid NOT NULL,
    during daterange NOT NULL,
    indicator text NOT NULL,
    measure text NOT NULL,
    part text NOT NULL,
    place integer NOT NULL,
    entered boolean NOT NULL,
    number double precision,
    small boolean NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    entered_by uuid,
    CONSTRAINT indicator_figure_check CHECK (((NOT small) OR (number IS NULL))),
    CONSTRAINT indicator_figure_check1 CHECK ((entered = (entered_by IS NOT NULL)))
);

ALTER TABLE ONLY rundbord.indicator_figure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_figure OWNER TO rundbord_owner;

CREATE TABLE rundbord.indicator_period (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    began_on date NOT NULL,
    ended_on date NOT NULL,
    model_version_id uuid NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    judgement text DEFAULT ''::text NOT NULL,
    kept_reason text DEFAULT ''::text NOT NULL,
    judged_by uuid,
    released_at timestamp with time zone,
    released_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT indicator_period_check CHECK ((ended_on > began_on)),
    CONSTRAINT indicator_period_check1 CHECK (((released_at IS NULL) = (released_by IS NULL)))
);

ALTER TABLE ONLY rundbord.indicator_period FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_period OWNER TO rundbord_owner;

CREATE TABLE rundbord.information_given (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    relation_id uuid NOT NULL,
    asked_on date NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.information_given FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.information_given OWNER TO rundbord_owner;

CREATE TABLE rundbord.informing (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid,
    person_id uuid NOT NULL,
    channel text NOT NULL,
    informed_at timestamp with time zone NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT informing_channel_check CHECK ((channel = ANY (ARRAY['letter'::text, 'telephone'::text, 'conversation'::text, 'portal'::text])))
);

ALTER TABLE ONLY rundbord.informing FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.informing OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_change (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    phase text NOT NULL,
    place integer NOT NULL,
    kind text NOT NULL,
    action text NOT NULL,
    fields text[] NOT NULL,
    before text[] NOT NULL,
    after text[] NOT NULL,
    CONSTRAINT intake_change_action_check CHECK ((action = ANY (ARRAY['new'::text, 'changed'::text, 'ended'::text, 'released'::text]))),
    CONSTRAINT intake_change_check CHECK (((cardinality(fields) = cardinality(before)) AND (cardinality(fields) = cardinality(after)))),
    CONSTRAINT intake_change_phase_check CHECK ((phase = ANY (ARRAY['check'::text, 'apply'::text])))
);

ALTER TABLE ONLY rundbord.intake_change FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_change OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_count (
    tenant_id uuid NOT NULL,
    run_id uuid NOT NULL,
    phase text NOT NULL,
    kind text NOT NULL,
    action text NOT NULL,
    number integer NOT NULL
);

ALTER TABLE ONLY rundbord.intake_count FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_count OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_error (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    phase text NOT NULL,
    place integer NOT NULL,
    kind text NOT NULL,
    field text NOT NULL,
    code text NOT NULL,
    allowed text DEFAULT ''::text NOT NULL,
    CONSTRAINT intake_error_code_check CHECK ((code ~ '^[a-z_]{1,60}$'::text)),
    CONSTRAINT intake_error_phase_check CHECK ((phase = ANY (ARRAY['read'::text, 'check'::text, 'apply'::text])))
);

ALTER TABLE ONLY rundbord.intake_error FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_error OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_key (
    tenant_id uuid NOT NULL,
    source text NOT NULL,
    kind text NOT NULL,
    key bytea NOT NULL,
    person_id uuid,
    unit_id uuid,
    other_id uuid,
    role text DEFAULT ''::text NOT NULL,
    CONSTRAINT intake_key_check CHECK (((person_id IS NOT NULL) OR (unit_id IS NOT NULL))),
    CONSTRAINT intake_key_key_check CHECK ((length(key) = 32))
);

ALTER TABLE ONLY rundbord.intake_key FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_key OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_part (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    run_id uuid NOT NULL,
    number integer NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT intake_part_number_check CHECK ((number > 0))
);

ALTER TABLE ONLY rundbord.intake_part FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_part OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_run (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    kinds text[] NOT NULL,
    snapshot boolean NOT NULL,
    state text DEFAULT 'receiving'::text NOT NULL,
    started_by uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    content_id uuid,
    row_count integer DEFAULT 0 NOT NULL,
    row_done integer DEFAULT 0 NOT NULL,
    part_count integer DEFAULT 0 NOT NULL,
    part_done integer DEFAULT 0 NOT NULL,
    unreadable integer DEFAULT 0 NOT NULL,
    missing integer,
    accepted integer DEFAULT 0 NOT NULL,
    begun boolean DEFAULT false NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    free_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT intake_run_accepted_check CHECK ((accepted >= 0)),
    CONSTRAINT intake_run_check CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT intake_run_kinds_check CHECK (((cardinality(kinds) > 0) AND (kinds <@ ARRAY['unit'::text, 'person'::text, 'staff'::text, 'employment'::text, 'custody'::text, 'enrolment'::text, 'relation'::text, 'protection'::text, 'death'::text, 'move'::text]))),
    CONSTRAINT intake_run_row_count_check CHECK ((row_count >= 0)),
    CONSTRAINT intake_run_source_check CHECK ((source ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT intake_run_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'held'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);

ALTER TABLE ONLY rundbord.intake_run FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_run OWNER TO rundbord_owner;

CREATE TABLE rundbord.intake_seen (
    tenant_id uuid NOT NULL,
    run_id uuid NOT NULL,
    kind text NOT NULL,
    key bytea NOT NULL,
    place integer NOT NULL,
    planned text DEFAULT ''::text NOT NULL,
    CONSTRAINT intake_seen_key_check CHECK ((length(key) = 32))
);

ALTER TABLE ONLY rundbord.intake_seen FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_seen OWNER TO rundbord_owner;

CREATE TABLE rundbord.kept_away (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    kind text NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT kept_away_kind_check CHECK ((kind = ANY (ARRAY['child'::text, 'parent'::text, 'network'::text])))
);

ALTER TABLE ONLY rundbord.kept_away FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.kept_away OWNER TO rundbord_owner;

CREATE TABLE rundbord.level_move (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    from_level integer,
    to_level integer NOT NULL,
    meeting_id uuid,
    moved_at timestamp with time zone NOT NULL,
    moved_by uuid NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.level_move FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.level_move OWNER TO rundbord_owner;

CREATE TABLE rundbord.login_attempt (
    tenant_id uuid NOT NULL,
    state_hash bytea NOT NULL,
    browser_hash bytea NOT NULL,
    provider text NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    return_path text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    silent boolean DEFAULT false NOT NULL
);

ALTER TABLE ONLY rundbord.login_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.login_attempt OWNER TO rundbord_owner;

CREATE TABLE rundbord.logout_token_seen (
    tenant_id uuid NOT NULL,
    issuer text NOT NULL,
    jti_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    sid_hash bytea
);

ALTER TABLE ONLY rundbord.logout_token_seen FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.logout_token_seen OWNER TO rundbord_owner;

CREATE TABLE rundbord.measure (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    key text NOT NULL,
    decided_on date NOT NULL,
    decided_by uuid NOT NULL,
    with_family boolean NOT NULL,
    cooperates boolean DEFAULT false NOT NULL,
    started_on date,
    started_by uuid,
    ended_on date,
    ended_by uuid,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    consent_purpose text,
    without_consent_since timestamp with time zone,
    look_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT measure_check CHECK (((started_by IS NULL) = (started_on IS NULL))),
    CONSTRAINT measure_check1 CHECK (((ended_by IS NULL) = (ended_on IS NULL))),
    CONSTRAINT measure_check2 CHECK (((started_on >= decided_on) AND (ended_on >= COALESCE(started_on, decided_on))))
);

ALTER TABLE ONLY rundbord.measure FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.measure OWNER TO rundbord_owner;

CREATE TABLE rundbord.meeting (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    type text NOT NULL,
    level integer,
    model_version_id uuid NOT NULL,
    status text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    convener_id uuid NOT NULL,
    chair_id uuid,
    previous_id uuid,
    outcome text,
    outcome_level integer,
    follow_up_by date,
    called_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    record_for text DEFAULT 'circle'::text NOT NULL,
    gathering_id uuid,
    CONSTRAINT meeting_check CHECK ((ends_at > starts_at)),
    CONSTRAINT meeting_record_for_check CHECK ((record_for = ANY (ARRAY['circle'::text, 'chosen'::text, 'professionals'::text]))),
    CONSTRAINT meeting_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'agenda_sent'::text, 'held'::text, 'concluded'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY rundbord.meeting FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.meeting OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_adoption (
    tenant_id uuid NOT NULL,
    version_id uuid NOT NULL,
    applies_from date NOT NULL,
    adopted_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.model_adoption FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_adoption OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_decision (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version_id uuid NOT NULL,
    person_id uuid,
    decision text NOT NULL,
    digest bytea NOT NULL,
    applies_from date,
    note text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT model_decision_check CHECK (((person_id IS NOT NULL) OR (decision = 'withdrawn'::text))),
    CONSTRAINT model_decision_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY rundbord.model_decision FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_decision OWNER TO rundbord_owner;

CREATE TABLE rundbord.model_version (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    language integer NOT NULL,
    digest bytea NOT NULL,
    content jsonb NOT NULL,
    wanted_from date CONSTRAINT model_version_applies_from_not_null NOT NULL,
    created_at timestamp with time zone NOT NULL,
    author_id uuid,
    approvals integer GENERATED ALWAYS AS (
CASE
    WHEN (content ? 'versions'::text) THEN COALESCE(((content #>> '{versions,approvals}'::text[]))::integer, 1)
    ELSE 0
END) STORED NOT NULL,
    CONSTRAINT model_version_number_check CHECK ((number > 0))
);

ALTER TABLE ONLY rundbord.model_version FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_version OWNER TO rundbord_owner;

CREATE TABLE rundbord.network (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    network_key text NOT NULL,
    model_version_id uuid NOT NULL,
    bearing_force_id uuid,
    contact_person_id uuid,
    services text[] NOT NULL,
    formed_by uuid NOT NULL,
    formed_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.network FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network OWNER TO rundbord_owner;

CREATE TABLE rundbord.network_evaluation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    network_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    by_family boolean NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    counted text[] DEFAULT '{}'::text[] NOT NULL
);

ALTER TABLE ONLY rundbord.network_evaluation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network_evaluation OWNER TO rundbord_owner;

CREATE TABLE rundbord.offer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    offer_key text NOT NULL,
    model_version_id uuid NOT NULL,
    state text NOT NULL,
    offered_by uuid NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone,
    recorded_by uuid,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    problem_id uuid,
    CONSTRAINT offer_check CHECK (((state = 'offered'::text) = (answered_at IS NULL))),
    CONSTRAINT offer_check1 CHECK (((answered_at IS NULL) OR ((answered_by IS NULL) <> (recorded_by IS NULL)))),
    CONSTRAINT offer_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text])))
);

ALTER TABLE ONLY rundbord.offer FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.offer OWNER TO rundbord_owner;

CREATE TABLE rundbord.participant (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid,
    kind text NOT NULL,
    role text NOT NULL,
    strength text NOT NULL,
    external boolean NOT NULL,
    consent_purpose text,
    status text NOT NULL,
    answer text DEFAULT 'none'::text NOT NULL,
    answered_at timestamp with time zone,
    attended boolean,
    access_from timestamp with time zone NOT NULL,
    access_until timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    heard_at timestamp with time zone,
    CONSTRAINT participant_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'coming'::text, 'another_time'::text, 'not_coming'::text]))),
    CONSTRAINT participant_kind_check CHECK ((kind = ANY (ARRAY['child'::text, 'parent'::text, 'network'::text, 'professional'::text]))),
    CONSTRAINT participant_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'left_out'::text, 'removed'::text, 'suspended'::text])))
);

ALTER TABLE ONLY rundbord.participant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.participant OWNER TO rundbord_owner;

CREATE TABLE rundbord.person (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    alias_of uuid,
    language text DEFAULT 'da'::text NOT NULL,
    source_key text,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    unborn boolean DEFAULT false NOT NULL,
    CONSTRAINT only_a_child_is_unborn CHECK (((kind = 'subject'::text) OR (NOT unborn))),
    CONSTRAINT person_kind_check CHECK ((kind = ANY (ARRAY['subject'::text, 'adult'::text, 'staff'::text])))
);

ALTER TABLE ONLY rundbord.person FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person OWNER TO rundbord_owner;

CREATE TABLE rundbord.person_identifier (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    place smallint DEFAULT 0 NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT person_identifier_kind_check CHECK ((kind = ANY (ARRAY['cpr'::text, 'replacement_cpr'::text, 'mitid'::text, 'institution'::text])))
);

ALTER TABLE ONLY rundbord.person_identifier FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person_identifier OWNER TO rundbord_owner;

CREATE TABLE rundbord.perspective (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    whose text NOT NULL,
    obtained boolean NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    for_parents boolean DEFAULT false NOT NULL,
    speaker_id uuid,
    way text,
    form_key text,
    model_version_id uuid,
    for_guests boolean DEFAULT false NOT NULL,
    line_id uuid NOT NULL,
    superseded_at timestamp with time zone,
    taken_back_at timestamp with time zone,
    CONSTRAINT for_parents_is_a_childs CHECK (((whose = 'child'::text) OR (NOT for_parents))),
    CONSTRAINT perspective_form_of_version CHECK (((form_key IS NULL) = (model_version_id IS NULL))),
    CONSTRAINT perspective_way_check CHECK ((way = ANY (ARRAY['written'::text, 'told'::text]))),
    CONSTRAINT perspective_whose_check CHECK ((whose = ANY (ARRAY['child'::text, 'parent'::text, 'professional'::text])))
);

ALTER TABLE ONLY rundbord.perspective FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective OWNER TO rundbord_owner;

CREATE TABLE rundbord.perspective_drawing (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    size integer NOT NULL,
    uploaded_by uuid NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT perspective_drawing_height_check CHECK (((height >= 1) AND (height <= 2000))),
    CONSTRAINT perspective_drawing_size_check CHECK (((size >= 1) AND (size <= 5242880))),
    CONSTRAINT perspective_drawing_width_check CHECK (((width >= 1) AND (width <= 2000)))
);

ALTER TABLE ONLY rundbord.perspective_drawing FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective_drawing OWNER TO rundbord_owner;

CREATE TABLE rundbord.problem (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    track text NOT NULL,
    level integer,
    status text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    closed_at timestamp with time zone,
    closed_by uuid,
    CONSTRAINT problem_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

ALTER TABLE ONLY rundbord.problem FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem OWNER TO rundbord_owner;

CREATE TABLE rundbord.problem_coordinator (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    place text NOT NULL,
    person_id uuid,
    since timestamp with time zone,
    pending_id uuid,
    offered_by uuid,
    offered_at timestamp with time zone,
    CONSTRAINT problem_coordinator_check CHECK (((person_id IS NULL) = (since IS NULL))),
    CONSTRAINT problem_coordinator_check1 CHECK (((pending_id IS NULL) = (offered_at IS NULL)))
);

ALTER TABLE ONLY rundbord.problem_coordinator FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem_coordinator OWNER TO rundbord_owner;

CREATE TABLE rundbord.process (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    problem_id uuid,
    meeting_id uuid,
    key text NOT NULL,
    known_on date NOT NULL,
    due_on date NOT NULL,
    begun_by uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    family_told boolean NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT process_check CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);

ALTER TABLE ONLY rundbord.process FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.process OWNER TO rundbord_owner;

CREATE TABLE rundbord.professional_login (
    tenant_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.professional_login FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.professional_login OWNER TO rundbord_owner;

CREATE TABLE rundbord.proposed_time (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.proposed_time FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.proposed_time OWNER TO rundbord_owner;

CREATE TABLE rundbord.protection (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    recorded_by uuid,
    CONSTRAINT protection_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'address'::text])))
);

ALTER TABLE ONLY rundbord.protection FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.protection OWNER TO rundbord_owner;

CREATE TABLE rundbord.reader_choice (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    chooser_id uuid NOT NULL,
    readers uuid[] NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.reader_choice FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.reader_choice OWNER TO rundbord_owner;

CREATE TABLE rundbord.relation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    valid tstzrange NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT relation_kind_check CHECK ((kind = ANY (ARRAY['class_teacher'::text, 'contact_pedagogue'::text, 'health_visitor'::text, 'adviser'::text, 'resource_person'::text])))
);

ALTER TABLE ONLY rundbord.relation FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.relation OWNER TO rundbord_owner;

CREATE TABLE rundbord.resting (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    about_id uuid NOT NULL,
    meeting_id uuid,
    receiver_id uuid,
    purpose text,
    consents uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    basis text,
    law text[] DEFAULT '{}'::text[] NOT NULL,
    until timestamp with time zone,
    shared_by uuid,
    shared_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    put_off_until timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT resting_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'agenda'::text, 'conclusion'::text, 'exchange'::text, 'handover'::text, 'record'::text, 'message'::text]))),
    CONSTRAINT resting_on_one CHECK ((((purpose IS NULL) <> (basis IS NULL)) AND ((purpose IS NULL) = (consents = '{}'::uuid[]))))
);

ALTER TABLE ONLY rundbord.resting FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.resting OWNER TO rundbord_owner;

CREATE TABLE rundbord.retention_due (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    record text NOT NULL,
    rule text NOT NULL,
    counted_from date NOT NULL,
    due_on date NOT NULL,
    export_before boolean DEFAULT false NOT NULL,
    model_version_id uuid NOT NULL,
    held boolean DEFAULT false NOT NULL
);

ALTER TABLE ONLY rundbord.retention_due FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.retention_due OWNER TO rundbord_owner;

CREATE TABLE rundbord.sending_rate (
    tenant_id uuid NOT NULL,
    room double precision NOT NULL,
    counted_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.sending_rate FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.sending_rate OWNER TO rundbord_owner;

CREATE TABLE rundbord.series (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    unit_id uuid NOT NULL,
    district text DEFAULT ''::text NOT NULL,
    leader_id uuid NOT NULL,
    next_at timestamp with time zone DEFAULT '2000-01-01 00:00:00+00'::timestamp with time zone,
    short_since timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY rundbord.series FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series OWNER TO rundbord_owner;

CREATE TABLE rundbord.series_member (
    tenant_id uuid NOT NULL,
    series_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL
);

ALTER TABLE ONLY rundbord.series_member FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series_member OWNER TO rundbord_owner;

CREATE TABLE rundbord.session (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    credential_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL,
    capacities text[] NOT NULL,
    roles text[] NOT NULL,
    language text NOT NULL,
    provider text NOT NULL,
    issuer text NOT NULL,
    subject_hash bytea NOT NULL,
    sid_hash bytea,
    hint bytea,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    idle_seconds integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_reason text,
    limits jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT session_check CHECK ((capacity = ANY (capacities))),
    CONSTRAINT session_credential_hash_check CHECK ((length(credential_hash) = 32)),
    CONSTRAINT session_idle_seconds_check CHECK ((idle_seconds > 0)),
    CONSTRAINT session_kind_check CHECK ((kind = ANY (ARRAY['cookie'::text, 'bearer'::text])))
);

ALTER TABLE ONLY rundbord.session FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.session OWNER TO rundbord_owner;

CREATE TABLE rundbord.shared_plan (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    form_key text NOT NULL,
    model_version_id uuid NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY rundbord.shared_plan FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.shared_plan OWNER TO rundbord_owner;

CREATE TABLE rundbord.slot (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    series_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT slot_check CHECK ((ends_at > starts_at)),
    CONSTRAINT slot_status_check CHECK ((status = ANY (ARRAY['open'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY rundbord.slot FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.slot OWNER TO rundbord_owner;

CREATE TABLE rundbord.staff (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    display_name text NOT NULL,
    work_email text NOT NULL,
    work_phone text DEFAULT ''::text NOT NULL,
    profession text NOT NULL
);

ALTER TABLE ONLY rundbord.staff FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.staff OWNER TO rundbord_owner;

CREATE TABLE rundbord.sweep_run (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    sweep text NOT NULL,
    occurrence timestamp with time zone NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    free_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    handled integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    CONSTRAINT sweep_run_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'failed'::text]))),
    CONSTRAINT sweep_run_sweep_check CHECK ((sweep = ANY (ARRAY['deadlines'::text, 'retention'::text, 'keys'::text, 'adulthood'::text, 'audit'::text, 'housekeeping'::text, 'intake'::text])))
);

ALTER TABLE ONLY rundbord.sweep_run FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.sweep_run OWNER TO rundbord_owner;

CREATE TABLE rundbord.tenant (
    id uuid NOT NULL,
    slug text NOT NULL,
    host text NOT NULL,
    name text NOT NULL,
    cvr text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT tenant_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text)),
    CONSTRAINT tenant_host_check CHECK (((host = lower(host)) AND (host !~ '[^a-z0-9.-]'::text))),
    CONSTRAINT tenant_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,39}$'::text))
);

ALTER TABLE ONLY rundbord.tenant FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.tenant OWNER TO rundbord_owner;

CREATE TABLE rundbord.time_answer (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    proposed_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    CONSTRAINT time_answer_answer_check CHECK ((answer = ANY (ARRAY['fits'::text, 'rather_not'::text, 'not'::text])))
);

ALTER TABLE ONLY rundbord.time_answer FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.time_answer OWNER TO rundbord_owner;

CREATE TABLE rundbord.time_proposal (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    remind_at timestamp with time zone,
    fixed_id uuid,
    settled_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT time_proposal_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
    CONSTRAINT time_proposal_check1 CHECK (((state = 'fixed'::text) = (fixed_id IS NOT NULL))),
    CONSTRAINT time_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'fixed'::text, 'closed'::text])))
);

ALTER TABLE ONLY rundbord.time_proposal FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.time_proposal OWNER TO rundbord_owner;

CREATE TABLE rundbord.underretning (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    child_id uuid NOT NULL,
    problem_id uuid,
    bypass text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    reader_id uuid,
    read_by uuid,
    read_at timestamp with time zone,
    sent_by uuid,
    sent_at timestamp with time zone,
    sealed bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT underretning_check CHECK (((read_by IS NULL) = (read_at IS NULL))),
    CONSTRAINT underretning_check1 CHECK (((sent_by IS NULL) = (sent_at IS NULL)))
);

ALTER TABLE ONLY rundbord.underretning FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.underretning OWNER TO rundbord_owner;

CREATE TABLE rundbord.unit (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    kind text NOT NULL,
    name text NOT NULL,
    source_key text NOT NULL,
    district text DEFAULT ''::text NOT NULL
);

ALTER TABLE ONLY rundbord.unit FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unit OWNER TO rundbord_owner;

CREATE TABLE rundbord.unsealed_event (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL
);

ALTER TABLE ONLY rundbord.unsealed_event FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unsealed_event OWNER TO rundbord_owner;

CREATE TABLE rundbord.upward_report (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    report text NOT NULL,
    model_version_id uuid NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    addressed text[] NOT NULL,
    content jsonb NOT NULL,
    kept_reason text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'received'::text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    next_at timestamp with time zone,
    reminded integer DEFAULT 0 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT upward_report_addressed_check CHECK (((addressed <@ ARRAY['leader'::text, 'administrator'::text]) AND (cardinality(addressed) > 0))),
    CONSTRAINT upward_report_check CHECK (((status = 'answered'::text) = (answered_at IS NOT NULL))),
    CONSTRAINT upward_report_check1 CHECK (((answered_by IS NULL) = (answered_at IS NULL))),
    CONSTRAINT upward_report_status_check CHECK ((status = ANY (ARRAY['received'::text, 'answered'::text])))
);

ALTER TABLE ONLY rundbord.upward_report FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.upward_report OWNER TO rundbord_owner;

CREATE TABLE rundbord.video_link (
    tenant_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    sealed bytea NOT NULL
);

ALTER TABLE ONLY rundbord.video_link FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.video_link OWNER TO rundbord_owner;

ALTER TABLE ONLY rundbord.access_event
    ADD CONSTRAINT access_event_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_dossier_id_reason_source_id_key UNIQUE (tenant_id, dossier_id, reason, source_id);

ALTER TABLE ONLY rundbord.access_request
    ADD CONSTRAINT access_request_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_dossier_id_document_key_key UNIQUE (tenant_id, dossier_id, document_key);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.agenda_item
    ADD CONSTRAINT agenda_item_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (tenant_id, "position");

ALTER TABLE ONLY rundbord.audit_seal
    ADD CONSTRAINT audit_seal_tenant_id_event_id_key UNIQUE (tenant_id, event_id);

ALTER TABLE ONLY rundbord.audit_verification
    ADD CONSTRAINT audit_verification_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.business_clock
    ADD CONSTRAINT business_clock_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY rundbord.busy_time
    ADD CONSTRAINT busy_time_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.calendar_feed
    ADD CONSTRAINT calendar_feed_pkey PRIMARY KEY (tenant_id, person_id, capacity);

ALTER TABLE ONLY rundbord.calendar_feed
    ADD CONSTRAINT calendar_feed_tenant_id_secret_hash_key UNIQUE (tenant_id, secret_hash);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_pkey PRIMARY KEY (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_pkey PRIMARY KEY (tenant_id, dossier_id, checklist_key, item_key);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_tenant_id_meeting_id_key UNIQUE (tenant_id, meeting_id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consent_document
    ADD CONSTRAINT consent_document_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_of_dossier UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consent_term
    ADD CONSTRAINT consent_term_pkey PRIMARY KEY (tenant_id, dossier_id, purpose);

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_consultation_id_key UNIQUE (tenant_id, consultation_id);

ALTER TABLE ONLY rundbord.consultation_item
    ADD CONSTRAINT consultation_item_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_consultation_id_person_i_key UNIQUE (tenant_id, consultation_id, person_id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_dossier_id_key UNIQUE (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.contact_change
    ADD CONSTRAINT contact_change_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.contact_choice
    ADD CONSTRAINT contact_choice_pkey PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY rundbord.conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.conversation_summary
    ADD CONSTRAINT conversation_summary_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.conversation_summary
    ADD CONSTRAINT conversation_summary_tenant_id_conversation_id_key UNIQUE (tenant_id, conversation_id);

ALTER TABLE ONLY rundbord.conversation
    ADD CONSTRAINT conversation_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.counted_answer
    ADD CONSTRAINT counted_answer_pkey PRIMARY KEY (tenant_id, meeting_id, measure);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT counted_once EXCLUDE USING gist (tenant_id WITH =, measure WITH =, part WITH =, during WITH &&) WHERE ((NOT entered));

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, holder_id WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (tenant_id, message_id, attempt);

ALTER TABLE ONLY rundbord.departure
    ADD CONSTRAINT departure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.digital_post_number
    ADD CONSTRAINT digital_post_number_pkey PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.dossier_place
    ADD CONSTRAINT dossier_place_pkey PRIMARY KEY (tenant_id, dossier_id, valid_from);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_tenant_id_audit_pseudonym_key UNIQUE (tenant_id, audit_pseudonym);

ALTER TABLE ONLY rundbord.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.emergency_access
    ADD CONSTRAINT emergency_access_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.emergency_attempt
    ADD CONSTRAINT emergency_attempt_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.emergency_review
    ADD CONSTRAINT emergency_review_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.emergency_review
    ADD CONSTRAINT emergency_review_tenant_id_emergency_id_reviewed_by_key UNIQUE (tenant_id, emergency_id, reviewed_by);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_one_truth EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, unit_id WITH =, role WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, unit_id WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_tenant_id_erasure_id_key UNIQUE (tenant_id, erasure_id);

ALTER TABLE ONLY rundbord.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_meeting_id_form_key_key UNIQUE (tenant_id, meeting_id, form_key);

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_tenant_id_form_id_version_key UNIQUE (tenant_id, form_id, version);

ALTER TABLE ONLY rundbord.handover_document
    ADD CONSTRAINT handover_document_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (tenant_id, person_id, key_hash);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_period_id_indicator_measure_part_key UNIQUE (tenant_id, period_id, indicator, measure, part);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_began_on_ended_on_key UNIQUE (tenant_id, began_on, ended_on);

ALTER TABLE ONLY rundbord.information_given
    ADD CONSTRAINT information_given_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.informing
    ADD CONSTRAINT informing_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.intake_change
    ADD CONSTRAINT intake_change_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.intake_count
    ADD CONSTRAINT intake_count_pkey PRIMARY KEY (tenant_id, run_id, phase, kind, action);

ALTER TABLE ONLY rundbord.intake_error
    ADD CONSTRAINT intake_error_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.intake_key
    ADD CONSTRAINT intake_key_pkey PRIMARY KEY (tenant_id, source, kind, key);

ALTER TABLE ONLY rundbord.intake_part
    ADD CONSTRAINT intake_part_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.intake_part
    ADD CONSTRAINT intake_part_tenant_id_run_id_number_key UNIQUE (tenant_id, run_id, number);

ALTER TABLE ONLY rundbord.intake_run
    ADD CONSTRAINT intake_run_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.intake_seen
    ADD CONSTRAINT intake_seen_pkey PRIMARY KEY (tenant_id, run_id, kind, key);

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (tenant_id, state_hash);

ALTER TABLE ONLY rundbord.logout_token_seen
    ADD CONSTRAINT logout_token_seen_pkey PRIMARY KEY (tenant_id, issuer, jti_hash);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_recipient_id_channel_occurrence_key_key UNIQUE (tenant_id, recipient_id, channel, occurrence_key);

ALTER TABLE ONLY rundbord.model_adoption
    ADD CONSTRAINT model_adoption_pkey PRIMARY KEY (tenant_id, version_id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_version_id_person_id_decision_key UNIQUE NULLS NOT DISTINCT (tenant_id, version_id, person_id, decision);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_number_key UNIQUE (tenant_id, number);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_dossier_id_network_key_key UNIQUE (tenant_id, dossier_id, network_key);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_dossier_id_offer_key_key UNIQUE (tenant_id, dossier_id, offer_key);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_meeting_id_person_id_key UNIQUE (tenant_id, meeting_id, person_id);

ALTER TABLE ONLY rundbord.person_identifier
    ADD CONSTRAINT person_identifier_one_truth EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, kind WITH =, place WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.person_identifier
    ADD CONSTRAINT person_identifier_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_in_dossier UNIQUE (tenant_id, id, dossier_id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_dossier_id_key UNIQUE (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_source_key_key UNIQUE (tenant_id, source_key);

ALTER TABLE ONLY rundbord.perspective_drawing
    ADD CONSTRAINT perspective_drawing_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_of_dossier UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_problem_id_place_key UNIQUE (tenant_id, problem_id, place);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_pkey PRIMARY KEY (tenant_id, issuer, subject);

ALTER TABLE ONLY rundbord.proposed_time
    ADD CONSTRAINT proposed_time_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.proposed_time
    ADD CONSTRAINT proposed_time_tenant_id_dossier_id_meeting_id_proposal_id_i_key UNIQUE (tenant_id, dossier_id, meeting_id, proposal_id, id);

ALTER TABLE ONLY rundbord.proposed_time
    ADD CONSTRAINT proposed_time_tenant_id_proposal_id_starts_at_key UNIQUE (tenant_id, proposal_id, starts_at);

ALTER TABLE ONLY rundbord.protection
    ADD CONSTRAINT protection_one_truth EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, kind WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.protection
    ADD CONSTRAINT protection_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_meeting_id_chooser_id_key UNIQUE (tenant_id, meeting_id, chooser_id);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_one_truth EXCLUDE USING gist (tenant_id WITH =, child_id WITH =, person_id WITH =, kind WITH =, valid WITH &&, recorded WITH &&);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.resting
    ADD CONSTRAINT resting_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_pkey PRIMARY KEY (tenant_id, dossier_id);

ALTER TABLE ONLY rundbord.sending_rate
    ADD CONSTRAINT sending_rate_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_pkey PRIMARY KEY (tenant_id, series_id, person_id);

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_credential_hash_key UNIQUE (tenant_id, credential_hash);

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_offer_id_key UNIQUE (tenant_id, offer_id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_series_id_starts_at_key UNIQUE (tenant_id, series_id, starts_at);

ALTER TABLE ONLY rundbord.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY rundbord.sweep_run
    ADD CONSTRAINT sweep_run_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.sweep_run
    ADD CONSTRAINT sweep_run_tenant_id_sweep_occurrence_key UNIQUE (tenant_id, sweep, occurrence);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_cvr_key UNIQUE (cvr);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_host_key UNIQUE (host);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rundbord.tenant
    ADD CONSTRAINT tenant_slug_key UNIQUE (slug);

ALTER TABLE ONLY rundbord.time_answer
    ADD CONSTRAINT time_answer_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.time_answer
    ADD CONSTRAINT time_answer_tenant_id_proposed_id_participant_id_key UNIQUE (tenant_id, proposed_id, participant_id);

ALTER TABLE ONLY rundbord.time_proposal
    ADD CONSTRAINT time_proposal_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.time_proposal
    ADD CONSTRAINT time_proposal_tenant_id_dossier_id_meeting_id_id_key UNIQUE (tenant_id, dossier_id, meeting_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_dossier_id_id_key UNIQUE (tenant_id, dossier_id, id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_tenant_id_source_key_key UNIQUE (tenant_id, source_key);

ALTER TABLE ONLY rundbord.unsealed_event
    ADD CONSTRAINT unsealed_event_pkey PRIMARY KEY (tenant_id, event_id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY rundbord.video_link
    ADD CONSTRAINT video_link_pkey PRIMARY KEY (tenant_id, meeting_id);

CREATE INDEX access_event_by_actor ON rundbord.access_event USING btree (tenant_id, actor_id, occurred_at, id);

CREATE INDEX access_event_by_subject ON rundbord.access_event USING gin (subjects);

CREATE INDEX access_event_by_time ON rundbord.access_event USING btree (tenant_id, occurred_at, id);

CREATE INDEX access_grant_by_end ON rundbord.access_grant USING btree (tenant_id, GREATEST(valid_until, put_off_until)) WHERE ((reason = 'custody'::text) AND (NOT told));

CREATE INDEX access_grant_by_person ON rundbord.access_grant USING btree (tenant_id, person_id, capacity) INCLUDE (dossier_id, valid_from, valid_until);

CREATE INDEX access_grant_by_reach ON rundbord.access_grant USING btree (tenant_id, person_id, capacity) INCLUDE (dossier_id, source_id, reason, valid_from, valid_until) WHERE (reason = ANY (ARRAY['invited'::text, 'accepted'::text]));

CREATE INDEX access_request_by_time ON rundbord.access_request USING btree (tenant_id, asked_at);

CREATE UNIQUE INDEX access_request_open ON rundbord.access_request USING btree (tenant_id, asked_by, subject_id, kind) WHERE (state = ANY (ARRAY['asked'::text, 'extended'::text]));

CREATE INDEX access_request_to_remind ON rundbord.access_request USING btree (tenant_id, next_at) WHERE (state = ANY (ARRAY['asked'::text, 'extended'::text]));

CREATE INDEX action_plan_by_problem ON rundbord.action_plan USING btree (tenant_id, problem_id) WHERE (problem_id IS NOT NULL);

CREATE INDEX agenda_item_by_meeting ON rundbord.agenda_item USING btree (tenant_id, meeting_id, "position");

CREATE INDEX agreement_by_dossier ON rundbord.agreement USING btree (tenant_id, dossier_id);

CREATE INDEX agreement_by_due ON rundbord.agreement USING btree (tenant_id, due_on) WHERE (due_on IS NOT NULL);

CREATE INDEX agreement_by_meeting ON rundbord.agreement USING btree (tenant_id, meeting_id);

CREATE INDEX agreement_by_responsible ON rundbord.agreement USING btree (tenant_id, responsible_id);

CREATE INDEX agreement_settled_by ON rundbord.agreement USING btree (tenant_id, settled_by) WHERE (settled_by IS NOT NULL);

CREATE INDEX audit_verification_by_time ON rundbord.audit_verification USING btree (tenant_id, verified_at);

CREATE INDEX busy_time_by_end ON rundbord.busy_time USING btree (tenant_id, ends_at);

CREATE INDEX busy_time_of_person ON rundbord.busy_time USING btree (tenant_id, person_id, ends_at);

CREATE INDEX calendar_feed_by_account ON rundbord.calendar_feed USING btree (tenant_id, issuer, subject_hash);

CREATE INDEX casework_by_child ON rundbord.casework USING btree (tenant_id, child_id);

CREATE INDEX casework_move_by_dossier ON rundbord.casework_move USING btree (tenant_id, dossier_id, moved_at);

CREATE UNIQUE INDEX casework_open_once ON rundbord.casework USING btree (tenant_id, child_id) WHERE (closed_at IS NULL);

CREATE INDEX casework_to_judge ON rundbord.casework USING btree (tenant_id, judge_at) WHERE (closed_at IS NULL);

CREATE INDEX circle_suggestion_by_meeting ON rundbord.circle_suggestion USING btree (tenant_id, meeting_id, made_at);

CREATE INDEX confirmation_by_dossier ON rundbord.confirmation USING btree (tenant_id, dossier_id, confirmed_at);

CREATE UNIQUE INDEX consent_asked_once ON rundbord.consent USING btree (tenant_id, dossier_id, giver_id, purpose) WHERE (state = 'asked'::text);

CREATE INDEX consent_by_dossier ON rundbord.consent USING btree (tenant_id, dossier_id);

CREATE INDEX consent_by_giver ON rundbord.consent USING btree (tenant_id, giver_id);

CREATE INDEX consent_silent ON rundbord.consent USING btree (tenant_id, asked_by) WHERE ((state = 'asked'::text) AND (silent_since IS NOT NULL));

CREATE INDEX consent_to_lapse ON rundbord.consent USING btree (tenant_id, warn_at) WHERE (state = 'given'::text);

CREATE INDEX consent_to_remind ON rundbord.consent USING btree (tenant_id, LEAST(remind_at, escalate_at)) WHERE (state = 'asked'::text);

CREATE INDEX consultation_agreement_by_consultation ON rundbord.consultation_agreement USING btree (tenant_id, consultation_id);

CREATE INDEX consultation_by_time ON rundbord.consultation USING btree (tenant_id, starts_at, id);

CREATE INDEX consultation_item_by_consultation ON rundbord.consultation_item USING btree (tenant_id, consultation_id, "position");

CREATE UNIQUE INDEX consultation_of_slot ON rundbord.consultation USING btree (tenant_id, slot_id) WHERE (slot_id IS NOT NULL);

CREATE INDEX consultation_participant_by_person ON rundbord.consultation_participant USING btree (tenant_id, person_id);

CREATE INDEX contact_change_by_dossier ON rundbord.contact_change USING btree (tenant_id, dossier_id);

CREATE INDEX contact_change_by_person ON rundbord.contact_change USING btree (tenant_id, person_id);

CREATE INDEX contact_choice_by_dossier ON rundbord.contact_choice USING btree (tenant_id, dossier_id);

CREATE INDEX conversation_by_dossier ON rundbord.conversation USING btree (tenant_id, dossier_id, held_at);

CREATE INDEX custody_by_holder ON rundbord.custody USING btree (tenant_id, holder_id);

CREATE INDEX deadline_awaiting ON rundbord.deadline USING btree (tenant_id, awaits_id) WHERE (awaits_id IS NOT NULL);

CREATE INDEX deadline_by_dossier ON rundbord.deadline USING btree (tenant_id, dossier_id, due_at);

CREATE INDEX deadline_by_follower ON rundbord.deadline USING btree (tenant_id, follower_id) WHERE ((state = 'missed'::text) AND (done_at IS NULL) AND (awaits_id IS NOT NULL));

CREATE INDEX deadline_by_measure ON rundbord.deadline USING btree (tenant_id, measure_id) WHERE (measure_id IS NOT NULL);

CREATE INDEX deadline_by_meeting ON rundbord.deadline USING btree (tenant_id, meeting_id);

CREATE INDEX deadline_by_person ON rundbord.deadline USING btree (tenant_id, person_id, due_at) WHERE (state = 'open'::text);

CREATE INDEX deadline_by_process ON rundbord.deadline USING btree (tenant_id, process_id) WHERE (process_id IS NOT NULL);

CREATE INDEX deadline_by_underretning ON rundbord.deadline USING btree (tenant_id, underretning_id) WHERE (underretning_id IS NOT NULL);

CREATE INDEX deadline_next ON rundbord.deadline USING btree (tenant_id, next_at) WHERE ((state = 'open'::text) OR escalating);

CREATE UNIQUE INDEX deadline_once ON rundbord.deadline USING btree (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, process_id, measure_id, meeting_type, key, person_id, awaits_id) NULLS NOT DISTINCT WHERE (state = 'open'::text);

CREATE INDEX delegation_by_absent ON rundbord.delegation USING btree (tenant_id, absent_id);

CREATE INDEX delegation_by_delegate ON rundbord.delegation USING btree (tenant_id, delegate_id);

CREATE INDEX departure_by_dossier ON rundbord.departure USING btree (tenant_id, dossier_id);

CREATE UNIQUE INDEX departure_once ON rundbord.departure USING btree (tenant_id, person_id, kind) WHERE (over_at IS NULL);

CREATE INDEX departure_to_settle ON rundbord.departure USING btree (tenant_id, GREATEST(effective_at, put_off_until)) WHERE ((settled_at IS NULL) AND (over_at IS NULL));

CREATE INDEX digital_post_number_by_dossier ON rundbord.digital_post_number USING btree (tenant_id, dossier_id);

CREATE INDEX dossier_by_unit ON rundbord.dossier USING btree (tenant_id, unit_id);

CREATE INDEX dossier_place_by_unit ON rundbord.dossier_place USING btree (tenant_id, unit_id) INCLUDE (dossier_id, valid_from, valid_until);

CREATE INDEX draft_by_age ON rundbord.draft USING btree (tenant_id, saved_at);

CREATE INDEX draft_by_dossier ON rundbord.draft USING btree (tenant_id, dossier_id, meeting_id);

CREATE UNIQUE INDEX draft_of_author ON rundbord.draft USING btree (tenant_id, author_id, capacity, dossier_id, meeting_id, form) NULLS NOT DISTINCT;

CREATE INDEX emergency_access_by_child ON rundbord.emergency_access USING btree (tenant_id, child_id);

CREATE INDEX emergency_access_by_person ON rundbord.emergency_access USING btree (tenant_id, person_id, opened_at);

CREATE INDEX emergency_access_by_time ON rundbord.emergency_access USING btree (tenant_id, opened_at);

CREATE INDEX emergency_attempt_by_person ON rundbord.emergency_attempt USING btree (tenant_id, person_id, tried_at);

CREATE INDEX employment_by_person ON rundbord.employment USING btree (tenant_id, person_id);

CREATE INDEX employment_by_unit ON rundbord.employment USING btree (tenant_id, unit_id);

CREATE INDEX enrolment_to_turn ON rundbord.enrolment USING btree (tenant_id, turns_at) WHERE upper_inf(recorded);

CREATE INDEX erasure_certificate_by_time ON rundbord.erasure_certificate USING btree (tenant_id, erased_at DESC, id);

CREATE UNIQUE INDEX erasure_once ON rundbord.erasure USING btree (tenant_id, dossier_id) WHERE (state <> 'stopped'::text);

CREATE INDEX erasure_open ON rundbord.erasure USING btree (tenant_id, begun_at) WHERE (state = ANY (ARRAY['begun'::text, 'rows_gone'::text]));

CREATE INDEX exchange_by_child ON rundbord.exchange USING btree (tenant_id, child_id, exchange_key);

CREATE INDEX exchange_by_dossier ON rundbord.exchange USING btree (tenant_id, dossier_id);

CREATE INDEX family_relation_by_child ON rundbord.family_relation USING btree (tenant_id, child_id);

CREATE INDEX family_relation_by_meeting ON rundbord.family_relation USING btree (tenant_id, meeting_id) WHERE (meeting_id IS NOT NULL);

CREATE INDEX family_relation_by_person ON rundbord.family_relation USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);

CREATE UNIQUE INDEX family_relation_by_source ON rundbord.family_relation USING btree (tenant_id, source_key) WHERE (ended_at IS NULL);

CREATE INDEX form_version_by_age ON rundbord.form_version USING btree (tenant_id, filled_at);

CREATE INDEX form_version_by_meeting ON rundbord.form_version USING btree (tenant_id, dossier_id, meeting_id);

CREATE INDEX handover_by_dossier ON rundbord.handover USING btree (tenant_id, dossier_id, handed_at);

CREATE INDEX handover_by_person ON rundbord.handover USING btree (tenant_id, to_person_id) WHERE (to_person_id IS NOT NULL);

CREATE INDEX handover_by_receiver ON rundbord.handover USING btree (tenant_id, accepted_by) WHERE (accepted_by IS NOT NULL);

CREATE INDEX handover_by_unit ON rundbord.handover USING btree (tenant_id, to_unit_id) WHERE (to_unit_id IS NOT NULL);

CREATE INDEX hold_by_dossier ON rundbord.hold USING btree (tenant_id, dossier_id);

CREATE INDEX idempotency_key_by_age ON rundbord.idempotency_key USING btree (tenant_id, created_at);

CREATE INDEX information_given_by_relation ON rundbord.information_given USING btree (tenant_id, relation_id, given_at);

CREATE INDEX informing_by_dossier ON rundbord.informing USING btree (tenant_id, dossier_id);

CREATE INDEX intake_change_by_run ON rundbord.intake_change USING btree (tenant_id, run_id, phase, place, id);

CREATE INDEX intake_error_by_run ON rundbord.intake_error USING btree (tenant_id, run_id, place, id);

CREATE INDEX intake_key_by_other ON rundbord.intake_key USING btree (tenant_id, other_id);

CREATE INDEX intake_key_by_person ON rundbord.intake_key USING btree (tenant_id, person_id);

CREATE INDEX intake_run_by_time ON rundbord.intake_run USING btree (tenant_id, started_at DESC, id);

CREATE UNIQUE INDEX intake_run_one_at_a_time ON rundbord.intake_run USING btree (tenant_id) WHERE (state = ANY (ARRAY['checking'::text, 'applying'::text]));

CREATE UNIQUE INDEX kept_away_once ON rundbord.kept_away USING btree (tenant_id, dossier_id, problem_id, kind) NULLS NOT DISTINCT;

CREATE INDEX level_move_by_problem ON rundbord.level_move USING btree (tenant_id, problem_id, moved_at);

CREATE INDEX login_attempt_by_end ON rundbord.login_attempt USING btree (tenant_id, expires_at);

CREATE INDEX logout_token_seen_by_end ON rundbord.logout_token_seen USING btree (tenant_id, expires_at);

CREATE INDEX measure_by_dossier ON rundbord.measure USING btree (tenant_id, dossier_id, decided_on);

CREATE INDEX measure_to_look_at ON rundbord.measure USING btree (tenant_id, look_at) WHERE ((started_on IS NOT NULL) AND (ended_on IS NULL) AND (consent_purpose IS NOT NULL));

CREATE INDEX meeting_by_dossier ON rundbord.meeting USING btree (tenant_id, dossier_id, starts_at);

CREATE INDEX meeting_by_follow_up ON rundbord.meeting USING btree (tenant_id, follow_up_by) WHERE (follow_up_by IS NOT NULL);

CREATE INDEX meeting_by_gathering ON rundbord.meeting USING btree (tenant_id, gathering_id) WHERE (gathering_id IS NOT NULL);

CREATE INDEX meeting_by_previous ON rundbord.meeting USING btree (tenant_id, previous_id) WHERE (previous_id IS NOT NULL);

CREATE INDEX meeting_by_problem ON rundbord.meeting USING btree (tenant_id, problem_id, starts_at) WHERE (problem_id IS NOT NULL);

CREATE INDEX meeting_by_time ON rundbord.meeting USING btree (tenant_id, starts_at, id);

CREATE INDEX meeting_record_for ON rundbord.meeting USING btree (tenant_id, dossier_id) WHERE (record_for <> 'circle'::text);

CREATE INDEX message_alike ON rundbord.message USING btree (tenant_id, recipient_id, channel, kind) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX message_by_about ON rundbord.message USING btree (tenant_id, about_id) WHERE (about_id IS NOT NULL);

CREATE INDEX message_by_recipient ON rundbord.message USING btree (tenant_id, recipient_id, settled_at DESC, id) WHERE ((channel = 'inbox'::text) AND (state = 'sent'::text));

CREATE INDEX message_due ON rundbord.message USING btree (tenant_id, not_before) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX message_due_inbox ON rundbord.message USING btree (tenant_id, not_before, id) WHERE ((state = ANY (ARRAY['planned'::text, 'sending'::text])) AND (channel = 'inbox'::text));

CREATE INDEX message_due_urgent ON rundbord.message USING btree (tenant_id, not_before, id) WHERE ((state = ANY (ARRAY['planned'::text, 'sending'::text])) AND (channel <> 'inbox'::text) AND (kind = 'emergency_access'::text));

CREATE INDEX message_open_by_dossier ON rundbord.message USING btree (tenant_id, dossier_id) WHERE (state = ANY (ARRAY['planned'::text, 'sending'::text]));

CREATE INDEX message_resolved ON rundbord.message USING btree (tenant_id, resolved_at) WHERE (resolved_at IS NOT NULL);

CREATE INDEX message_sent ON rundbord.message USING btree (tenant_id, settled_at) INCLUDE (channel) WHERE ((state = 'sent'::text) AND (channel <> 'inbox'::text));

CREATE INDEX message_settled ON rundbord.message USING btree (tenant_id, settled_at) WHERE (state = ANY (ARRAY['sent'::text, 'cancelled'::text, 'dead'::text]));

CREATE INDEX message_told_by ON rundbord.message USING btree (tenant_id, told_by) WHERE (told_by IS NOT NULL);

CREATE INDEX message_undelivered ON rundbord.message USING btree (tenant_id, settled_at, id) WHERE ((state = 'dead'::text) AND (resolved_at IS NULL));

CREATE INDEX network_evaluation_by_network ON rundbord.network_evaluation USING btree (tenant_id, network_id, recorded_at);

CREATE INDEX network_evaluation_by_time ON rundbord.network_evaluation USING btree (tenant_id, recorded_at);

CREATE INDEX offer_by_problem ON rundbord.offer USING btree (tenant_id, problem_id) WHERE (problem_id IS NOT NULL);

CREATE INDEX participant_by_meeting ON rundbord.participant USING btree (tenant_id, meeting_id);

CREATE INDEX participant_by_person ON rundbord.participant USING btree (tenant_id, person_id);

CREATE INDEX person_identifier_by_dossier ON rundbord.person_identifier USING btree (tenant_id, dossier_id);

CREATE INDEX perspective_by_dossier ON rundbord.perspective USING btree (tenant_id, dossier_id);

CREATE INDEX perspective_by_meeting ON rundbord.perspective USING btree (tenant_id, meeting_id);

CREATE UNIQUE INDEX perspective_newest ON rundbord.perspective USING btree (tenant_id, line_id) WHERE (superseded_at IS NULL);

CREATE INDEX problem_by_dossier ON rundbord.problem USING btree (tenant_id, dossier_id);

CREATE INDEX problem_coordinator_by_dossier ON rundbord.problem_coordinator USING btree (tenant_id, dossier_id);

CREATE INDEX problem_coordinator_by_pending ON rundbord.problem_coordinator USING btree (tenant_id, pending_id) WHERE (pending_id IS NOT NULL);

CREATE INDEX problem_coordinator_by_person ON rundbord.problem_coordinator USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX process_by_dossier ON rundbord.process USING btree (tenant_id, dossier_id, begun_at);

CREATE UNIQUE INDEX process_running_once ON rundbord.process USING btree (tenant_id, dossier_id, key) WHERE (ended_at IS NULL);

CREATE INDEX proposed_time_of_dossier ON rundbord.proposed_time USING btree (tenant_id, dossier_id);

CREATE INDEX relation_by_person ON rundbord.relation USING btree (tenant_id, person_id);

CREATE INDEX resting_by_dossier ON rundbord.resting USING btree (tenant_id, dossier_id, shared_at);

CREATE INDEX resting_by_end ON rundbord.resting USING btree (tenant_id, GREATEST(until, put_off_until)) WHERE ((stopped_at IS NULL) AND (purpose IS NOT NULL));

CREATE INDEX retention_due_on ON rundbord.retention_due USING btree (tenant_id, due_on);

CREATE INDEX retention_due_to_begin ON rundbord.retention_due USING btree (tenant_id, due_on, dossier_id) WHERE ((NOT held) AND (NOT export_before));

CREATE INDEX series_by_unit ON rundbord.series USING btree (tenant_id, unit_id);

CREATE INDEX series_short ON rundbord.series USING btree (tenant_id, unit_id) WHERE (short_since IS NOT NULL);

CREATE INDEX series_to_ask ON rundbord.series USING btree (tenant_id, next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX session_by_end ON rundbord.session USING btree (tenant_id, LEAST(expires_at, COALESCE(ended_at, expires_at)));

CREATE INDEX session_by_person ON rundbord.session USING btree (tenant_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX session_by_sid ON rundbord.session USING btree (tenant_id, issuer, sid_hash) WHERE (ended_at IS NULL);

CREATE INDEX session_by_subject ON rundbord.session USING btree (tenant_id, issuer, subject_hash) WHERE (ended_at IS NULL);

CREATE INDEX share_by_dossier ON rundbord.share USING btree (tenant_id, dossier_id, shared_at);

CREATE INDEX share_by_place ON rundbord.share USING btree (tenant_id, participant_id);

CREATE INDEX shared_plan_by_dossier ON rundbord.shared_plan USING btree (tenant_id, dossier_id);

CREATE INDEX slot_by_unit ON rundbord.slot USING btree (tenant_id, unit_id, starts_at);

CREATE INDEX sweep_run_by_occurrence ON rundbord.sweep_run USING btree (tenant_id, occurrence);

CREATE INDEX sweep_run_latest ON rundbord.sweep_run USING btree (tenant_id, sweep, ended_at DESC);

CREATE INDEX time_answer_of_dossier ON rundbord.time_answer USING btree (tenant_id, dossier_id);

CREATE INDEX time_answer_of_proposal ON rundbord.time_answer USING btree (tenant_id, proposal_id, participant_id);

CREATE INDEX time_proposal_of_dossier ON rundbord.time_proposal USING btree (tenant_id, dossier_id);

CREATE UNIQUE INDEX time_proposal_once ON rundbord.time_proposal USING btree (tenant_id, meeting_id) WHERE (state = 'open'::text);

CREATE INDEX underretning_by_dossier ON rundbord.underretning USING btree (tenant_id, dossier_id, written_at);

CREATE INDEX underretning_by_reader ON rundbord.underretning USING btree (tenant_id, reader_id) WHERE (reader_id IS NOT NULL);

CREATE INDEX underretning_by_sending ON rundbord.underretning USING btree (tenant_id, sent_at) WHERE (sent_at IS NOT NULL);

CREATE INDEX underretning_by_writer ON rundbord.underretning USING btree (tenant_id, written_by);

CREATE INDEX upward_report_by_time ON rundbord.upward_report USING btree (tenant_id, written_at DESC, id);

CREATE INDEX upward_report_to_remind ON rundbord.upward_report USING btree (tenant_id, next_at) WHERE (status = 'received'::text);

CREATE TRIGGER ask_of_series AFTER INSERT OR UPDATE OF status ON rundbord.slot FOR EACH ROW EXECUTE FUNCTION rundbord.ask_of_series();

CREATE TRIGGER close_time_proposal AFTER UPDATE OF status, starts_at, sequence ON rundbord.meeting FOR EACH ROW WHEN (((old.sequence <> new.sequence) OR (new.status <> ALL (ARRAY['planned'::text, 'agenda_sent'::text])))) EXECUTE FUNCTION rundbord.close_time_proposal();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE ON rundbord.agreement FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF self_access_from ON rundbord.casework FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF state, expires_at ON rundbord.consent FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.consent_term FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT ON rundbord.consultation FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_consultation();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF status ON rundbord.consultation_participant FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_consultation();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.custody FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE ON rundbord.delegation FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_of_absent();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF valid_until, ended_at ON rundbord.emergency_access FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE ON rundbord.employment FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_of_absent();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE OF status, person_id, access_from, access_until ON rundbord.participant FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT ON rundbord.person FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER UPDATE OF status ON rundbord.problem FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR UPDATE OF person_id, pending_id ON rundbord.problem_coordinator FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants AFTER INSERT OR DELETE OR UPDATE ON rundbord.relation FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants_of_answer AFTER UPDATE OF answer, attended ON rundbord.participant FOR EACH ROW WHEN (((new.kind = 'professional'::text) AND ((old.answer IS DISTINCT FROM new.answer) OR (old.attended IS DISTINCT FROM new.attended)))) EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER derive_grants_of_meeting AFTER UPDATE OF status, chair_id ON rundbord.meeting FOR EACH ROW EXECUTE FUNCTION rundbord.derive_grants_on_change();

CREATE TRIGGER end_awaited AFTER UPDATE OF state ON rundbord.time_proposal FOR EACH ROW WHEN (((old.state = 'open'::text) AND (new.state <> 'open'::text))) EXECUTE FUNCTION rundbord.end_times_of_proposal();

CREATE CONSTRAINT TRIGGER end_calendar_feeds AFTER DELETE OR UPDATE ON rundbord.employment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rundbord.end_calendar_feeds_of_employment();

CREATE CONSTRAINT TRIGGER end_sessions AFTER DELETE OR UPDATE ON rundbord.employment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rundbord.end_sessions_of_employment();

CREATE TRIGGER end_times_awaited AFTER UPDATE OF status ON rundbord.participant FOR EACH ROW WHEN (((old.status = 'invited'::text) AND (new.status <> 'invited'::text))) EXECUTE FUNCTION rundbord.end_times_of_participant();

CREATE TRIGGER end_with_life BEFORE INSERT OR UPDATE ON rundbord.custody FOR EACH ROW EXECUTE FUNCTION rundbord.end_custody_with_life();

CREATE TRIGGER enrolment_turns BEFORE INSERT OR UPDATE OF valid ON rundbord.enrolment FOR EACH ROW EXECUTE FUNCTION rundbord.enrolment_turns();

CREATE TRIGGER judge_adoption BEFORE INSERT ON rundbord.model_adoption FOR EACH ROW EXECUTE FUNCTION rundbord.judge_adoption();

CREATE TRIGGER judge_anew AFTER INSERT ON rundbord.confirmation FOR EACH ROW EXECUTE FUNCTION rundbord.judge_anew();

CREATE TRIGGER judge_anew AFTER INSERT OR UPDATE OF valid, recorded, turns_at ON rundbord.enrolment FOR EACH ROW EXECUTE FUNCTION rundbord.judge_anew();

CREATE TRIGGER judge_anew AFTER INSERT ON rundbord.model_adoption FOR EACH ROW EXECUTE FUNCTION rundbord.judge_anew();

CREATE TRIGGER judge_casework_move BEFORE UPDATE OF model_version_id, self_access_from ON rundbord.casework FOR EACH ROW WHEN (((old.model_version_id IS DISTINCT FROM new.model_version_id) OR ((old.self_access_from IS DISTINCT FROM new.self_access_from) AND (CURRENT_USER = ANY (ARRAY['rundbord_relation'::name, 'rundbord_unit'::name]))))) EXECUTE FUNCTION rundbord.judge_casework_move();

CREATE TRIGGER judge_consent BEFORE UPDATE OF state, answered_at, withdrawn_at, expires_at, channel ON rundbord.consent FOR EACH ROW EXECUTE FUNCTION rundbord.judge_consent();

CREATE TRIGGER judge_decision BEFORE INSERT ON rundbord.model_decision FOR EACH ROW EXECUTE FUNCTION rundbord.judge_decision();

CREATE TRIGGER judge_seat_change BEFORE UPDATE OF answer ON rundbord.consultation_participant FOR EACH ROW EXECUTE FUNCTION rundbord.judge_seat_change();

CREATE TRIGGER look_at_measure BEFORE INSERT OR UPDATE OF started_on, consent_purpose ON rundbord.measure FOR EACH ROW EXECUTE FUNCTION rundbord.look_at_measure();

CREATE TRIGGER mark_held AFTER INSERT OR UPDATE OF lifted_at ON rundbord.hold FOR EACH ROW EXECUTE FUNCTION rundbord.mark_held();

CREATE TRIGGER mark_held BEFORE INSERT ON rundbord.retention_due FOR EACH ROW EXECUTE FUNCTION rundbord.mark_held();

CREATE TRIGGER nobody_stands_alone BEFORE INSERT ON rundbord.access_event FOR EACH ROW WHEN ((cardinality(new.subjects) > 0)) EXECUTE FUNCTION rundbord.nobody_stands_alone();

CREATE TRIGGER note_answered AFTER INSERT ON rundbord.time_answer FOR EACH ROW EXECUTE FUNCTION rundbord.note_time_answer();

CREATE TRIGGER place_dossiers AFTER INSERT OR UPDATE OF closed_at ON rundbord.casework FOR EACH ROW EXECUTE FUNCTION rundbord.place_on_change();

CREATE TRIGGER place_dossiers AFTER INSERT ON rundbord.dossier FOR EACH ROW EXECUTE FUNCTION rundbord.place_on_change();

CREATE TRIGGER place_dossiers AFTER INSERT OR DELETE OR UPDATE ON rundbord.enrolment FOR EACH ROW EXECUTE FUNCTION rundbord.place_on_change();

CREATE TRIGGER prove_calendar_feeds AFTER INSERT ON rundbord.session FOR EACH ROW WHEN (((new.kind = 'cookie'::text) AND (new.capacity <> 'family'::text))) EXECUTE FUNCTION rundbord.prove_calendar_feeds();

CREATE TRIGGER read_is_told AFTER UPDATE OF read_at ON rundbord.message FOR EACH ROW WHEN (((old.read_at IS NULL) AND (new.read_at IS NOT NULL) AND (new.channel = 'inbox'::text))) EXECUTE FUNCTION rundbord.read_is_told();

CREATE TRIGGER released_stays BEFORE INSERT OR DELETE OR UPDATE ON rundbord.indicator_figure FOR EACH ROW EXECUTE FUNCTION rundbord.released_stays();

CREATE TRIGGER released_stays BEFORE DELETE OR UPDATE ON rundbord.indicator_period FOR EACH ROW EXECUTE FUNCTION rundbord.released_stays();

CREATE TRIGGER settle_awaited AFTER UPDATE OF status ON rundbord.agreement FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) AND (('open'::text = old.status) OR ('open'::text = new.status)))) EXECUTE FUNCTION rundbord.settle_awaited_on_change();

CREATE TRIGGER settle_awaited AFTER UPDATE OF state ON rundbord.circle_suggestion FOR EACH ROW WHEN (((old.state = 'open'::text) AND (new.state <> 'open'::text))) EXECUTE FUNCTION rundbord.settle_awaited_on_change();

CREATE TRIGGER settle_awaited AFTER UPDATE OF accepted_at ON rundbord.handover FOR EACH ROW WHEN (((old.accepted_at IS NULL) AND (new.accepted_at IS NOT NULL))) EXECUTE FUNCTION rundbord.settle_awaited_on_change();

CREATE TRIGGER settle_awaited AFTER UPDATE OF status, answer ON rundbord.participant FOR EACH ROW WHEN (((old.answer IS DISTINCT FROM new.answer) OR (old.status IS DISTINCT FROM new.status))) EXECUTE FUNCTION rundbord.settle_awaited_on_change();

CREATE TRIGGER settle_awaited AFTER UPDATE OF pending_id ON rundbord.problem_coordinator FOR EACH ROW WHEN (((old.pending_id IS NOT NULL) AND (old.pending_id IS DISTINCT FROM new.pending_id))) EXECUTE FUNCTION rundbord.settle_awaited_on_change();

CREATE TRIGGER supersede_perspective BEFORE INSERT ON rundbord.perspective FOR EACH ROW WHEN ((new.line_id <> new.id)) EXECUTE FUNCTION rundbord.supersede_perspective();

CREATE TRIGGER takes_effect AFTER INSERT OR UPDATE ON rundbord.contact_choice FOR EACH ROW EXECUTE FUNCTION rundbord.choice_takes_effect();

CREATE TRIGGER takes_effect AFTER INSERT OR UPDATE OF effective_at, over_at ON rundbord.departure FOR EACH ROW EXECUTE FUNCTION rundbord.departure_takes_effect();

CREATE TRIGGER tell_delegates AFTER UPDATE OF state ON rundbord.message FOR EACH ROW WHEN (((old.state = 'planned'::text) AND (new.state = 'sending'::text) AND (new.on_behalf_of IS NULL) AND (new.kind <> 'access_ended'::text))) EXECUTE FUNCTION rundbord.tell_delegates();

CREATE CONSTRAINT TRIGGER tell_of_proposal AFTER INSERT ON rundbord.model_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rundbord.tell_of_proposal();

CREATE TRIGGER tell_of_report AFTER INSERT ON rundbord.upward_report FOR EACH ROW EXECUTE FUNCTION rundbord.tell_of_report();

CREATE TRIGGER tell_of_request AFTER INSERT ON rundbord.access_request FOR EACH ROW EXECUTE FUNCTION rundbord.tell_of_request();

CREATE TRIGGER tell_of_request_settled AFTER UPDATE OF state ON rundbord.access_request FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION rundbord.tell_of_request();

CREATE TRIGGER tell_of_undelivered AFTER UPDATE OF state ON rundbord.message FOR EACH ROW WHEN (((old.state <> 'dead'::text) AND (new.state = 'dead'::text) AND (new.kind <> 'undelivered'::text))) EXECUTE FUNCTION rundbord.tell_of_undelivered();

CREATE TRIGGER underretning_is_activity AFTER INSERT ON rundbord.underretning FOR EACH ROW EXECUTE FUNCTION rundbord.underretning_is_activity();

CREATE TRIGGER unsay AFTER UPDATE OF state, done_at ON rundbord.deadline FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.done_at IS DISTINCT FROM new.done_at))) EXECUTE FUNCTION rundbord.unsay_deadline();

ALTER TABLE ONLY rundbord.access_event
    ADD CONSTRAINT access_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_grant
    ADD CONSTRAINT access_grant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.access_request
    ADD CONSTRAINT access_request_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.access_request
    ADD CONSTRAINT access_request_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.access_request
    ADD CONSTRAINT access_request_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.access_request
    ADD CONSTRAINT access_request_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.access_request
    ADD CONSTRAINT access_request_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_problem_id_fkey FOREIGN KEY (tenant_id, problem_id) REFERENCES rundbord.problem(tenant_id, id) ON DELETE SET NULL (problem_id);

ALTER TABLE ONLY rundbord.action_plan
    ADD CONSTRAINT action_plan_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.agenda_item
    ADD CONSTRAINT agenda_item_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.agenda_item
    ADD CONSTRAINT agenda_item_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_dossier_id_responsible_id_fkey FOREIGN KEY (tenant_id, dossier_id, responsible_id) REFERENCES rundbord.participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.agreement
    ADD CONSTRAINT agreement_tenant_id_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES rundbord.person(tenant_id, id) ON DELETE SET NULL (settled_by);

ALTER TABLE ONLY rundbord.audit_seal
    ADD CONSTRAINT audit_seal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.audit_verification
    ADD CONSTRAINT audit_verification_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.busy_time
    ADD CONSTRAINT busy_time_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.busy_time
    ADD CONSTRAINT busy_time_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.calendar_feed
    ADD CONSTRAINT calendar_feed_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.calendar_feed
    ADD CONSTRAINT calendar_feed_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_from_version_id_fkey FOREIGN KEY (tenant_id, from_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_moved_by_fkey FOREIGN KEY (tenant_id, moved_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.casework_move
    ADD CONSTRAINT casework_move_tenant_id_to_version_id_fkey FOREIGN KEY (tenant_id, to_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.casework
    ADD CONSTRAINT casework_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.checklist_tick
    ADD CONSTRAINT checklist_tick_tenant_id_ticked_by_fkey FOREIGN KEY (tenant_id, ticked_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_dossier_id_participant_id_fkey FOREIGN KEY (tenant_id, dossier_id, participant_id) REFERENCES rundbord.participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.circle_suggestion
    ADD CONSTRAINT circle_suggestion_tenant_id_suggested_by_fkey FOREIGN KEY (tenant_id, suggested_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conclusion
    ADD CONSTRAINT conclusion_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_confirmed_by_fkey FOREIGN KEY (tenant_id, confirmed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.confirmation
    ADD CONSTRAINT confirmation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consent_document
    ADD CONSTRAINT consent_document_tenant_id_dossier_id_id_fkey FOREIGN KEY (tenant_id, dossier_id, id) REFERENCES rundbord.consent(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consent_document
    ADD CONSTRAINT consent_document_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consent_document
    ADD CONSTRAINT consent_document_tenant_id_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_giver_id_fkey FOREIGN KEY (tenant_id, giver_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.consent
    ADD CONSTRAINT consent_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.consent_term
    ADD CONSTRAINT consent_term_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consent_term
    ADD CONSTRAINT consent_term_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_tenant_id_dossier_id_consultation_i_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_tenant_id_dossier_id_responsible_id_fkey FOREIGN KEY (tenant_id, dossier_id, responsible_id) REFERENCES rundbord.consultation_participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_agreement
    ADD CONSTRAINT consultation_agreement_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_dossier_id_consultation_id_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_form
    ADD CONSTRAINT consultation_form_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation_item
    ADD CONSTRAINT consultation_item_tenant_id_dossier_id_consultation_id_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_item
    ADD CONSTRAINT consultation_item_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_dossier_id_consultation_fkey FOREIGN KEY (tenant_id, dossier_id, consultation_id) REFERENCES rundbord.consultation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation_participant
    ADD CONSTRAINT consultation_participant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_chair_id_fkey FOREIGN KEY (tenant_id, chair_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_convener_id_fkey FOREIGN KEY (tenant_id, convener_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_slot_id_fkey FOREIGN KEY (tenant_id, slot_id) REFERENCES rundbord.slot(tenant_id, id);

ALTER TABLE ONLY rundbord.consultation
    ADD CONSTRAINT consultation_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.contact_change
    ADD CONSTRAINT contact_change_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.contact_change
    ADD CONSTRAINT contact_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.contact_change
    ADD CONSTRAINT contact_change_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.contact_choice
    ADD CONSTRAINT contact_choice_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.contact_choice
    ADD CONSTRAINT contact_choice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.contact_choice
    ADD CONSTRAINT contact_choice_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conversation_summary
    ADD CONSTRAINT conversation_summary_tenant_id_dossier_id_conversation_id_fkey FOREIGN KEY (tenant_id, dossier_id, conversation_id) REFERENCES rundbord.conversation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conversation_summary
    ADD CONSTRAINT conversation_summary_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conversation_summary
    ADD CONSTRAINT conversation_summary_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.conversation_summary
    ADD CONSTRAINT conversation_summary_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.conversation
    ADD CONSTRAINT conversation_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conversation
    ADD CONSTRAINT conversation_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.conversation
    ADD CONSTRAINT conversation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.conversation
    ADD CONSTRAINT conversation_tenant_id_held_by_fkey FOREIGN KEY (tenant_id, held_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.counted_answer
    ADD CONSTRAINT counted_answer_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.counted_answer
    ADD CONSTRAINT counted_answer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.custody
    ADD CONSTRAINT custody_tenant_id_holder_id_fkey FOREIGN KEY (tenant_id, holder_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_measure_id_fkey FOREIGN KEY (tenant_id, dossier_id, measure_id) REFERENCES rundbord.measure(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_process_id_fkey FOREIGN KEY (tenant_id, dossier_id, process_id) REFERENCES rundbord.process(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_dossier_id_underretning_id_fkey FOREIGN KEY (tenant_id, dossier_id, underretning_id) REFERENCES rundbord.underretning(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_follower_id_fkey FOREIGN KEY (tenant_id, follower_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.deadline
    ADD CONSTRAINT deadline_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_tenant_id_absent_id_fkey FOREIGN KEY (tenant_id, absent_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_tenant_id_delegate_id_fkey FOREIGN KEY (tenant_id, delegate_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.delegation
    ADD CONSTRAINT delegation_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.delivery_attempt
    ADD CONSTRAINT delivery_attempt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.delivery_attempt
    ADD CONSTRAINT delivery_attempt_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES rundbord.message(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.departure
    ADD CONSTRAINT departure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.departure
    ADD CONSTRAINT departure_tenant_id_person_id_dossier_id_fkey FOREIGN KEY (tenant_id, person_id, dossier_id) REFERENCES rundbord.person(tenant_id, id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.digital_post_number
    ADD CONSTRAINT digital_post_number_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.digital_post_number
    ADD CONSTRAINT digital_post_number_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.digital_post_number
    ADD CONSTRAINT digital_post_number_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.dossier_place
    ADD CONSTRAINT dossier_place_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.dossier_place
    ADD CONSTRAINT dossier_place_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.dossier_place
    ADD CONSTRAINT dossier_place_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.dossier
    ADD CONSTRAINT dossier_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.draft
    ADD CONSTRAINT draft_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.draft
    ADD CONSTRAINT draft_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.draft
    ADD CONSTRAINT draft_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.draft
    ADD CONSTRAINT draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.emergency_access
    ADD CONSTRAINT emergency_access_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.emergency_access
    ADD CONSTRAINT emergency_access_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.emergency_access
    ADD CONSTRAINT emergency_access_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.emergency_access
    ADD CONSTRAINT emergency_access_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.emergency_attempt
    ADD CONSTRAINT emergency_attempt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.emergency_attempt
    ADD CONSTRAINT emergency_attempt_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.emergency_review
    ADD CONSTRAINT emergency_review_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.emergency_review
    ADD CONSTRAINT emergency_review_tenant_id_emergency_id_fkey FOREIGN KEY (tenant_id, emergency_id) REFERENCES rundbord.emergency_access(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.emergency_review
    ADD CONSTRAINT emergency_review_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.emergency_review
    ADD CONSTRAINT emergency_review_tenant_id_reviewed_by_fkey FOREIGN KEY (tenant_id, reviewed_by) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.employment
    ADD CONSTRAINT employment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.enrolment
    ADD CONSTRAINT enrolment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_tenant_id_erasure_id_fkey FOREIGN KEY (tenant_id, erasure_id) REFERENCES rundbord.erasure(tenant_id, id);

ALTER TABLE ONLY rundbord.erasure_certificate
    ADD CONSTRAINT erasure_certificate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.erasure
    ADD CONSTRAINT erasure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.exchange
    ADD CONSTRAINT exchange_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_tenant_id_belongs_to_fkey FOREIGN KEY (tenant_id, belongs_to) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_tenant_id_child_id_dossier_id_fkey FOREIGN KEY (tenant_id, child_id, dossier_id) REFERENCES rundbord.person(tenant_id, id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.family_relation
    ADD CONSTRAINT family_relation_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.form
    ADD CONSTRAINT form_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_tenant_id_filled_by_fkey FOREIGN KEY (tenant_id, filled_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.form_version
    ADD CONSTRAINT form_version_tenant_id_form_id_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES rundbord.form(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.handover_document
    ADD CONSTRAINT handover_document_tenant_id_dossier_id_id_fkey FOREIGN KEY (tenant_id, dossier_id, id) REFERENCES rundbord.handover(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.handover_document
    ADD CONSTRAINT handover_document_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_accepted_by_fkey FOREIGN KEY (tenant_id, accepted_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_handed_by_fkey FOREIGN KEY (tenant_id, handed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_to_person_id_fkey FOREIGN KEY (tenant_id, to_person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.handover
    ADD CONSTRAINT handover_tenant_id_to_unit_id_fkey FOREIGN KEY (tenant_id, to_unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_lifted_by_fkey FOREIGN KEY (tenant_id, lifted_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.hold
    ADD CONSTRAINT hold_tenant_id_placed_by_fkey FOREIGN KEY (tenant_id, placed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.idempotency_key
    ADD CONSTRAINT idempotency_key_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_entered_by_fkey FOREIGN KEY (tenant_id, entered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.indicator_figure
    ADD CONSTRAINT indicator_figure_tenant_id_period_id_fkey FOREIGN KEY (tenant_id, period_id) REFERENCES rundbord.indicator_period(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_judged_by_fkey FOREIGN KEY (tenant_id, judged_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.indicator_period
    ADD CONSTRAINT indicator_period_tenant_id_released_by_fkey FOREIGN KEY (tenant_id, released_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.information_given
    ADD CONSTRAINT information_given_tenant_id_dossier_id_relation_id_fkey FOREIGN KEY (tenant_id, dossier_id, relation_id) REFERENCES rundbord.family_relation(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.information_given
    ADD CONSTRAINT information_given_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.information_given
    ADD CONSTRAINT information_given_tenant_id_given_by_fkey FOREIGN KEY (tenant_id, given_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.informing
    ADD CONSTRAINT informing_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.informing
    ADD CONSTRAINT informing_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.informing
    ADD CONSTRAINT informing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.informing
    ADD CONSTRAINT informing_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.informing
    ADD CONSTRAINT informing_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.intake_change
    ADD CONSTRAINT intake_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_change
    ADD CONSTRAINT intake_change_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES rundbord.intake_run(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_count
    ADD CONSTRAINT intake_count_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_count
    ADD CONSTRAINT intake_count_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES rundbord.intake_run(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_error
    ADD CONSTRAINT intake_error_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_error
    ADD CONSTRAINT intake_error_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES rundbord.intake_run(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_key
    ADD CONSTRAINT intake_key_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_key
    ADD CONSTRAINT intake_key_tenant_id_other_id_fkey FOREIGN KEY (tenant_id, other_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_key
    ADD CONSTRAINT intake_key_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_key
    ADD CONSTRAINT intake_key_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_part
    ADD CONSTRAINT intake_part_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_part
    ADD CONSTRAINT intake_part_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_part
    ADD CONSTRAINT intake_part_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES rundbord.intake_run(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.intake_run
    ADD CONSTRAINT intake_run_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_run
    ADD CONSTRAINT intake_run_tenant_id_started_by_fkey FOREIGN KEY (tenant_id, started_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.intake_seen
    ADD CONSTRAINT intake_seen_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.intake_seen
    ADD CONSTRAINT intake_seen_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES rundbord.intake_run(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.kept_away
    ADD CONSTRAINT kept_away_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.level_move
    ADD CONSTRAINT level_move_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.login_attempt
    ADD CONSTRAINT login_attempt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.logout_token_seen
    ADD CONSTRAINT logout_token_seen_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.measure
    ADD CONSTRAINT measure_tenant_id_started_by_fkey FOREIGN KEY (tenant_id, started_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_chair_id_fkey FOREIGN KEY (tenant_id, chair_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_convener_id_fkey FOREIGN KEY (tenant_id, convener_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_previous_id_fkey FOREIGN KEY (tenant_id, dossier_id, previous_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.meeting
    ADD CONSTRAINT meeting_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_consent_id_fkey FOREIGN KEY (tenant_id, consent_id) REFERENCES rundbord.consent(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.message
    ADD CONSTRAINT message_tenant_id_told_by_fkey FOREIGN KEY (tenant_id, told_by) REFERENCES rundbord.message(tenant_id, id) ON DELETE SET NULL (told_by);

ALTER TABLE ONLY rundbord.model_adoption
    ADD CONSTRAINT model_adoption_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.model_adoption
    ADD CONSTRAINT model_adoption_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.model_decision
    ADD CONSTRAINT model_decision_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.model_version
    ADD CONSTRAINT model_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_dossier_id_network_id_fkey FOREIGN KEY (tenant_id, dossier_id, network_id) REFERENCES rundbord.network(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.network_evaluation
    ADD CONSTRAINT network_evaluation_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_bearing_force_id_fkey FOREIGN KEY (tenant_id, bearing_force_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_contact_person_id_fkey FOREIGN KEY (tenant_id, contact_person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_formed_by_fkey FOREIGN KEY (tenant_id, formed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.network
    ADD CONSTRAINT network_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_offered_by_fkey FOREIGN KEY (tenant_id, offered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_problem_id_fkey FOREIGN KEY (tenant_id, problem_id) REFERENCES rundbord.problem(tenant_id, id) ON DELETE SET NULL (problem_id);

ALTER TABLE ONLY rundbord.offer
    ADD CONSTRAINT offer_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.participant
    ADD CONSTRAINT participant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.person_identifier
    ADD CONSTRAINT person_identifier_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.person_identifier
    ADD CONSTRAINT person_identifier_tenant_id_person_id_dossier_id_fkey FOREIGN KEY (tenant_id, person_id, dossier_id) REFERENCES rundbord.person(tenant_id, id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_alias_of_fkey FOREIGN KEY (tenant_id, alias_of) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.person
    ADD CONSTRAINT person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.perspective_drawing
    ADD CONSTRAINT perspective_drawing_tenant_id_dossier_id_id_fkey FOREIGN KEY (tenant_id, dossier_id, id) REFERENCES rundbord.perspective(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.perspective_drawing
    ADD CONSTRAINT perspective_drawing_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.perspective_drawing
    ADD CONSTRAINT perspective_drawing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.perspective_drawing
    ADD CONSTRAINT perspective_drawing_tenant_id_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.perspective
    ADD CONSTRAINT perspective_tenant_id_speaker_id_fkey FOREIGN KEY (tenant_id, speaker_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_offered_by_fkey FOREIGN KEY (tenant_id, offered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_pending_id_fkey FOREIGN KEY (tenant_id, pending_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem_coordinator
    ADD CONSTRAINT problem_coordinator_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_closed_by_fkey FOREIGN KEY (tenant_id, closed_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.problem
    ADD CONSTRAINT problem_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_begun_by_fkey FOREIGN KEY (tenant_id, begun_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.process
    ADD CONSTRAINT process_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.professional_login
    ADD CONSTRAINT professional_login_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.proposed_time
    ADD CONSTRAINT proposed_time_tenant_id_dossier_id_meeting_id_proposal_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id, proposal_id) REFERENCES rundbord.time_proposal(tenant_id, dossier_id, meeting_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.proposed_time
    ADD CONSTRAINT proposed_time_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.protection
    ADD CONSTRAINT protection_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.protection
    ADD CONSTRAINT protection_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_chooser_id_fkey FOREIGN KEY (tenant_id, chooser_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.reader_choice
    ADD CONSTRAINT reader_choice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.relation
    ADD CONSTRAINT relation_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.resting
    ADD CONSTRAINT resting_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.resting
    ADD CONSTRAINT resting_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.resting
    ADD CONSTRAINT resting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.dossier(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.retention_due
    ADD CONSTRAINT retention_due_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.sending_rate
    ADD CONSTRAINT sending_rate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.staff(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.series_member
    ADD CONSTRAINT series_member_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES rundbord.series(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_tenant_id_leader_id_fkey FOREIGN KEY (tenant_id, leader_id) REFERENCES rundbord.staff(tenant_id, person_id);

ALTER TABLE ONLY rundbord.series
    ADD CONSTRAINT series_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.session
    ADD CONSTRAINT session_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_dossier_id_form_id_fkey FOREIGN KEY (tenant_id, dossier_id, form_id) REFERENCES rundbord.form(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_dossier_id_participant_id_fkey FOREIGN KEY (tenant_id, dossier_id, participant_id) REFERENCES rundbord.participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_dossier_id_plan_id_fkey FOREIGN KEY (tenant_id, dossier_id, plan_id) REFERENCES rundbord.action_plan(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_exchange_id_fkey FOREIGN KEY (tenant_id, exchange_id) REFERENCES rundbord.exchange(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_shared_by_fkey FOREIGN KEY (tenant_id, shared_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.share
    ADD CONSTRAINT share_tenant_id_withdrawn_by_fkey FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_dossier_id_offer_id_fkey FOREIGN KEY (tenant_id, dossier_id, offer_id) REFERENCES rundbord.offer(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.shared_plan
    ADD CONSTRAINT shared_plan_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES rundbord.series(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.slot
    ADD CONSTRAINT slot_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.staff
    ADD CONSTRAINT staff_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.staff
    ADD CONSTRAINT staff_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.sweep_run
    ADD CONSTRAINT sweep_run_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.time_answer
    ADD CONSTRAINT time_answer_tenant_id_dossier_id_meeting_id_proposal_id_pr_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id, proposal_id, proposed_id) REFERENCES rundbord.proposed_time(tenant_id, dossier_id, meeting_id, proposal_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.time_answer
    ADD CONSTRAINT time_answer_tenant_id_dossier_id_participant_id_fkey FOREIGN KEY (tenant_id, dossier_id, participant_id) REFERENCES rundbord.participant(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.time_answer
    ADD CONSTRAINT time_answer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.time_answer
    ADD CONSTRAINT time_answer_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.time_proposal
    ADD CONSTRAINT time_proposal_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.time_proposal
    ADD CONSTRAINT time_proposal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.time_proposal
    ADD CONSTRAINT time_proposal_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES rundbord.person(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES rundbord.casework(tenant_id, dossier_id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_dossier_id_problem_id_fkey FOREIGN KEY (tenant_id, dossier_id, problem_id) REFERENCES rundbord.problem(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_read_by_fkey FOREIGN KEY (tenant_id, read_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_reader_id_fkey FOREIGN KEY (tenant_id, reader_id) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_sent_by_fkey FOREIGN KEY (tenant_id, sent_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.underretning
    ADD CONSTRAINT underretning_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.unit
    ADD CONSTRAINT unit_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES rundbord.unit(tenant_id, id);

ALTER TABLE ONLY rundbord.unsealed_event
    ADD CONSTRAINT unsealed_event_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES rundbord.access_event(tenant_id, id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_model_version_id_fkey FOREIGN KEY (tenant_id, model_version_id) REFERENCES rundbord.model_version(tenant_id, id);

ALTER TABLE ONLY rundbord.upward_report
    ADD CONSTRAINT upward_report_tenant_id_written_by_fkey FOREIGN KEY (tenant_id, written_by) REFERENCES rundbord.person(tenant_id, id);

ALTER TABLE ONLY rundbord.video_link
    ADD CONSTRAINT video_link_tenant_id_dossier_id_meeting_id_fkey FOREIGN KEY (tenant_id, dossier_id, meeting_id) REFERENCES rundbord.meeting(tenant_id, dossier_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY rundbord.video_link
    ADD CONSTRAINT video_link_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES rundbord.tenant(id);

ALTER TABLE ONLY rundbord.video_link
    ADD CONSTRAINT video_link_tenant_id_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES rundbord.person(tenant_id, id);

CREATE POLICY accepted_by_the_addressed ON rundbord.handover AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (((accepted_by IS NULL) AND ((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))))) WITH CHECK ((accepted_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY accepted_here ON rundbord.handover FOR UPDATE TO rundbord_relation, rundbord_unit USING (((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))));

ALTER TABLE rundbord.access_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_grant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.access_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.action_plan ENABLE ROW LEVEL SECURITY;

CREATE POLICY added_by_owner ON rundbord.tenant TO rundbord_owner USING (true) WITH CHECK (true);

CREATE POLICY addressed ON rundbord.handover FOR SELECT TO rundbord_relation, rundbord_unit USING (((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))));

CREATE POLICY adopted_by_an_administrator ON rundbord.model_adoption FOR INSERT TO rundbord_oversight WITH CHECK (((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)));

ALTER TABLE rundbord.agenda_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.agreement ENABLE ROW LEVEL SECURITY;

CREATE POLICY answered_once_by_addressed ON rundbord.upward_report FOR UPDATE TO rundbord_oversight, rundbord_unit USING (((( SELECT rundbord.current_capacity() AS current_capacity) = ANY (addressed)) AND (status = 'received'::text))) WITH CHECK (((answered_by = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'answered'::text)));

ALTER TABLE rundbord.audit_seal ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.audit_verification ENABLE ROW LEVEL SECURITY;

CREATE POLICY begun_in_ones_own_name ON rundbord.process AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((begun_by = ( SELECT rundbord.current_person() AS current_person)) AND (ended_at IS NULL)));

CREATE POLICY both_children ON rundbord.family_relation AS RESTRICTIVE TO rundbord_family, rundbord_relation, rundbord_unit USING (((kind <> 'sibling'::text) OR (EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = family_relation.tenant_id) AND (p.id = family_relation.person_id))))));

ALTER TABLE rundbord.busy_time ENABLE ROW LEVEL SECURITY;

CREATE POLICY by_family ON rundbord.action_plan TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.agenda_item TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.agreement TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.casework TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.circle_suggestion TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (suggested_by = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (suggested_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.consent TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (giver_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (giver_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.consent_document TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.consent c
  WHERE ((c.tenant_id = consent_document.tenant_id) AND (c.id = consent_document.id)))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.consent c
  WHERE ((c.tenant_id = consent_document.tenant_id) AND (c.id = consent_document.id))))));

CREATE POLICY by_family ON rundbord.conversation TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.casework c
  WHERE ((c.tenant_id = conversation.tenant_id) AND (c.dossier_id = conversation.dossier_id) AND (c.child_id = ( SELECT rundbord.current_person() AS current_person))))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.casework c
  WHERE ((c.tenant_id = conversation.tenant_id) AND (c.dossier_id = conversation.dossier_id) AND (c.child_id = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY by_family ON rundbord.conversation_summary TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.custody TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (holder_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (holder_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.deadline TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((NOT private) OR (person_id = ( SELECT rundbord.current_person() AS current_person))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((NOT private) OR (person_id = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY by_family ON rundbord.dossier TO rundbord_family USING ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.dossier_place TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.draft TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.emergency_access TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (NOT rundbord.emergency_is_kept(child_id, category)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (NOT rundbord.emergency_is_kept(child_id, category))));

CREATE POLICY by_family ON rundbord.exchange TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND told)) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND told));

CREATE POLICY by_family ON rundbord.family_relation TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((shown_to = 'family'::text) OR ((shown_to = 'own'::text) AND (belongs_to = ( SELECT rundbord.current_person() AS current_person)))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND ((shown_to = 'family'::text) OR ((shown_to = 'own'::text) AND (belongs_to = ( SELECT rundbord.current_person() AS current_person))))));

CREATE POLICY by_family ON rundbord.form TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.handover TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.handover_document TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.informing TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (person_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (person_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.level_move TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.measure TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (with_family OR (started_on IS NOT NULL)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (with_family OR (started_on IS NOT NULL))));

CREATE POLICY by_family ON rundbord.meeting TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.network TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.network_evaluation TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.offer TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.participant TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.person TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.person_identifier TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (person_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (person_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.perspective TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.perspective_drawing TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.problem TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.problem_coordinator TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.process TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND family_told)) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND family_told));

CREATE POLICY by_family ON rundbord.proposed_time TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[])))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[]))));

CREATE POLICY by_family ON rundbord.reader_choice TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (chooser_id = ( SELECT rundbord.current_person() AS current_person)))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (chooser_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY by_family ON rundbord.resting TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.consent c
  WHERE ((c.tenant_id = resting.tenant_id) AND (c.id = ANY (resting.consents))))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.consent c
  WHERE ((c.tenant_id = resting.tenant_id) AND (c.id = ANY (resting.consents)))))));

CREATE POLICY by_family ON rundbord.retention_due TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.share TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND told)) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND told));

CREATE POLICY by_family ON rundbord.shared_plan TO rundbord_family USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family ON rundbord.time_answer TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[])))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[]))));

CREATE POLICY by_family ON rundbord.time_proposal TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[])))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[]))));

CREATE POLICY by_family ON rundbord.video_link TO rundbord_family USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = video_link.tenant_id) AND (a.meeting_id = video_link.meeting_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)) AND (a.status = 'invited'::text)))))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = video_link.tenant_id) AND (a.meeting_id = video_link.meeting_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)) AND (a.status = 'invited'::text))))));

CREATE POLICY by_family_in_feed ON rundbord.meeting FOR SELECT TO rundbord_calendar USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_family_in_feed ON rundbord.participant FOR SELECT TO rundbord_calendar USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant ON rundbord.action_plan TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.agenda_item TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.agreement TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.casework TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.casework_move TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.checklist_tick TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.circle_suggestion TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.conclusion TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.confirmation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consent TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consent_document TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consent_term TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consultation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consultation_agreement TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consultation_form TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consultation_item TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.consultation_participant TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.conversation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.conversation_summary TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.counted_answer TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.custody TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.deadline TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.dossier TO rundbord_oversight, rundbord_relation USING ((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.dossier_place TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.draft TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.exchange TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.family_relation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.form TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.form_version TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.handover TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.handover_document TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.information_given TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.informing TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.kept_away TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.level_move TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.measure TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.meeting TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.network TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.network_evaluation TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.offer TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.participant TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.person TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.person_identifier TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.perspective TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.perspective_drawing TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.problem TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.problem_coordinator TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.process TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.proposed_time TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.resting TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.retention_due TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.share TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.shared_plan TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.time_answer TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.time_proposal TO rundbord_oversight, rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant ON rundbord.video_link TO rundbord_relation USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))) WITH CHECK (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY by_grant_in_feed ON rundbord.consultation FOR SELECT TO rundbord_calendar USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant_in_feed ON rundbord.consultation_participant FOR SELECT TO rundbord_calendar USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant_in_feed ON rundbord.meeting FOR SELECT TO rundbord_calendar USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_grant_in_feed ON rundbord.participant FOR SELECT TO rundbord_calendar USING ((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])));

CREATE POLICY by_underretning ON rundbord.deadline TO rundbord_relation USING (((underretning_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM rundbord.underretning u
  WHERE ((u.tenant_id = deadline.tenant_id) AND (u.id = deadline.underretning_id))))));

CREATE POLICY by_unit ON rundbord.action_plan TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = action_plan.tenant_id) AND (d.dossier_id = action_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = action_plan.tenant_id) AND (d.dossier_id = action_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.agenda_item TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = agenda_item.tenant_id) AND (d.dossier_id = agenda_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = agenda_item.tenant_id) AND (d.dossier_id = agenda_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.agreement TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = agreement.tenant_id) AND (d.dossier_id = agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = agreement.tenant_id) AND (d.dossier_id = agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.casework TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = casework.tenant_id) AND (d.dossier_id = casework.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = casework.tenant_id) AND (d.dossier_id = casework.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.casework_move TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = casework_move.tenant_id) AND (d.dossier_id = casework_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = casework_move.tenant_id) AND (d.dossier_id = casework_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.checklist_tick TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = checklist_tick.tenant_id) AND (d.dossier_id = checklist_tick.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = checklist_tick.tenant_id) AND (d.dossier_id = checklist_tick.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.circle_suggestion TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = circle_suggestion.tenant_id) AND (d.dossier_id = circle_suggestion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = circle_suggestion.tenant_id) AND (d.dossier_id = circle_suggestion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.conclusion TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = conclusion.tenant_id) AND (d.dossier_id = conclusion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = conclusion.tenant_id) AND (d.dossier_id = conclusion.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.confirmation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = confirmation.tenant_id) AND (d.dossier_id = confirmation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = confirmation.tenant_id) AND (d.dossier_id = confirmation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consent TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consent.tenant_id) AND (d.dossier_id = consent.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consent.tenant_id) AND (d.dossier_id = consent.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consent_document TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consent_document.tenant_id) AND (d.dossier_id = consent_document.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consent_document.tenant_id) AND (d.dossier_id = consent_document.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consent_term TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consent_term.tenant_id) AND (d.dossier_id = consent_term.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consent_term.tenant_id) AND (d.dossier_id = consent_term.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consultation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation.tenant_id) AND (d.dossier_id = consultation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation.tenant_id) AND (d.dossier_id = consultation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consultation_agreement TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_agreement.tenant_id) AND (d.dossier_id = consultation_agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_agreement.tenant_id) AND (d.dossier_id = consultation_agreement.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consultation_form TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_form.tenant_id) AND (d.dossier_id = consultation_form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_form.tenant_id) AND (d.dossier_id = consultation_form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consultation_item TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_item.tenant_id) AND (d.dossier_id = consultation_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_item.tenant_id) AND (d.dossier_id = consultation_item.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.consultation_participant TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_participant.tenant_id) AND (d.dossier_id = consultation_participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = consultation_participant.tenant_id) AND (d.dossier_id = consultation_participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.conversation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = conversation.tenant_id) AND (d.dossier_id = conversation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = conversation.tenant_id) AND (d.dossier_id = conversation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.conversation_summary TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = conversation_summary.tenant_id) AND (d.dossier_id = conversation_summary.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = conversation_summary.tenant_id) AND (d.dossier_id = conversation_summary.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.counted_answer TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = counted_answer.tenant_id) AND (d.dossier_id = counted_answer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = counted_answer.tenant_id) AND (d.dossier_id = counted_answer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.custody TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = custody.tenant_id) AND (d.dossier_id = custody.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = custody.tenant_id) AND (d.dossier_id = custody.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.deadline TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = deadline.tenant_id) AND (d.dossier_id = deadline.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = deadline.tenant_id) AND (d.dossier_id = deadline.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.dossier TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = dossier.tenant_id) AND (d.dossier_id = dossier.id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = dossier.tenant_id) AND (d.dossier_id = dossier.id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.dossier_place TO rundbord_unit USING (((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((valid_until IS NULL) OR (valid_until > ( SELECT rundbord.business_now() AS business_now)))));

CREATE POLICY by_unit ON rundbord.draft TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = draft.tenant_id) AND (d.dossier_id = draft.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = draft.tenant_id) AND (d.dossier_id = draft.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.emergency_access TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = emergency_access.tenant_id) AND (d.dossier_id = emergency_access.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = emergency_access.tenant_id) AND (d.dossier_id = emergency_access.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.emergency_review TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = emergency_review.tenant_id) AND (d.dossier_id = emergency_review.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = emergency_review.tenant_id) AND (d.dossier_id = emergency_review.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.exchange TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = exchange.tenant_id) AND (d.dossier_id = exchange.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = exchange.tenant_id) AND (d.dossier_id = exchange.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.family_relation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = family_relation.tenant_id) AND (d.dossier_id = family_relation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = family_relation.tenant_id) AND (d.dossier_id = family_relation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.form TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = form.tenant_id) AND (d.dossier_id = form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = form.tenant_id) AND (d.dossier_id = form.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.form_version TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = form_version.tenant_id) AND (d.dossier_id = form_version.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = form_version.tenant_id) AND (d.dossier_id = form_version.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.handover TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = handover.tenant_id) AND (d.dossier_id = handover.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = handover.tenant_id) AND (d.dossier_id = handover.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.handover_document TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = handover_document.tenant_id) AND (d.dossier_id = handover_document.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = handover_document.tenant_id) AND (d.dossier_id = handover_document.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.information_given TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = information_given.tenant_id) AND (d.dossier_id = information_given.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = information_given.tenant_id) AND (d.dossier_id = information_given.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.informing TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = informing.tenant_id) AND (d.dossier_id = informing.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = informing.tenant_id) AND (d.dossier_id = informing.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.kept_away TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = kept_away.tenant_id) AND (d.dossier_id = kept_away.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = kept_away.tenant_id) AND (d.dossier_id = kept_away.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.level_move TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = level_move.tenant_id) AND (d.dossier_id = level_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = level_move.tenant_id) AND (d.dossier_id = level_move.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.measure TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = measure.tenant_id) AND (d.dossier_id = measure.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = measure.tenant_id) AND (d.dossier_id = measure.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.meeting TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = meeting.tenant_id) AND (d.dossier_id = meeting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = meeting.tenant_id) AND (d.dossier_id = meeting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.network TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = network.tenant_id) AND (d.dossier_id = network.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = network.tenant_id) AND (d.dossier_id = network.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.network_evaluation TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = network_evaluation.tenant_id) AND (d.dossier_id = network_evaluation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = network_evaluation.tenant_id) AND (d.dossier_id = network_evaluation.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.offer TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = offer.tenant_id) AND (d.dossier_id = offer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = offer.tenant_id) AND (d.dossier_id = offer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.participant TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = participant.tenant_id) AND (d.dossier_id = participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = participant.tenant_id) AND (d.dossier_id = participant.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.person TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = person.tenant_id) AND (d.dossier_id = person.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = person.tenant_id) AND (d.dossier_id = person.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.person_identifier TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = person_identifier.tenant_id) AND (d.dossier_id = person_identifier.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = person_identifier.tenant_id) AND (d.dossier_id = person_identifier.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.perspective TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = perspective.tenant_id) AND (d.dossier_id = perspective.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = perspective.tenant_id) AND (d.dossier_id = perspective.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.perspective_drawing TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = perspective_drawing.tenant_id) AND (d.dossier_id = perspective_drawing.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = perspective_drawing.tenant_id) AND (d.dossier_id = perspective_drawing.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.problem TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = problem.tenant_id) AND (d.dossier_id = problem.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = problem.tenant_id) AND (d.dossier_id = problem.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.problem_coordinator TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = problem_coordinator.tenant_id) AND (d.dossier_id = problem_coordinator.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = problem_coordinator.tenant_id) AND (d.dossier_id = problem_coordinator.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.process TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = process.tenant_id) AND (d.dossier_id = process.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = process.tenant_id) AND (d.dossier_id = process.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.proposed_time TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = proposed_time.tenant_id) AND (d.dossier_id = proposed_time.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = proposed_time.tenant_id) AND (d.dossier_id = proposed_time.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.resting TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = resting.tenant_id) AND (d.dossier_id = resting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = resting.tenant_id) AND (d.dossier_id = resting.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.retention_due TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = retention_due.tenant_id) AND (d.dossier_id = retention_due.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = retention_due.tenant_id) AND (d.dossier_id = retention_due.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.share TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = share.tenant_id) AND (d.dossier_id = share.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = share.tenant_id) AND (d.dossier_id = share.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.shared_plan TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = shared_plan.tenant_id) AND (d.dossier_id = shared_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = shared_plan.tenant_id) AND (d.dossier_id = shared_plan.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.time_answer TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = time_answer.tenant_id) AND (d.dossier_id = time_answer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = time_answer.tenant_id) AND (d.dossier_id = time_answer.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.time_proposal TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = time_proposal.tenant_id) AND (d.dossier_id = time_proposal.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = time_proposal.tenant_id) AND (d.dossier_id = time_proposal.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.underretning TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = underretning.tenant_id) AND (d.dossier_id = underretning.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = underretning.tenant_id) AND (d.dossier_id = underretning.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit ON rundbord.video_link TO rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = video_link.tenant_id) AND (d.dossier_id = video_link.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now))))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.dossier_place d
  WHERE ((d.tenant_id = video_link.tenant_id) AND (d.dossier_id = video_link.dossier_id) AND (d.unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])) AND (d.valid_from <= ( SELECT rundbord.business_now() AS business_now)) AND ((d.valid_until IS NULL) OR (d.valid_until > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY by_unit_in_feed ON rundbord.consultation FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text) AND rundbord.leads(dossier_id)));

CREATE POLICY by_unit_in_feed ON rundbord.consultation_participant FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text) AND rundbord.leads(dossier_id)));

CREATE POLICY by_unit_in_feed ON rundbord.meeting FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text) AND rundbord.leads(dossier_id)));

CREATE POLICY by_unit_in_feed ON rundbord.participant FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text) AND rundbord.leads(dossier_id)));

ALTER TABLE rundbord.calendar_feed ENABLE ROW LEVEL SECURITY;

CREATE POLICY cancelled_by_its_leader ON rundbord.slot FOR UPDATE TO rundbord_unit USING ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

CREATE POLICY carried_on_by_the_few ON rundbord.underretning FOR UPDATE TO rundbord_relation USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)) OR ((( SELECT rundbord.current_capacity() AS current_capacity) = 'adviser'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])))));

ALTER TABLE rundbord.casework ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.casework_move ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.checklist_tick ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.circle_suggestion ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conclusion ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consent_term ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.consultation_participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.contact_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.contact_choice ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conversation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.conversation_summary ENABLE ROW LEVEL SECURITY;

CREATE POLICY corrected_with_a_part ON rundbord.protection FOR UPDATE TO rundbord_relation, rundbord_unit USING (rundbord.may_record_about(person_id)) WITH CHECK (rundbord.may_record_about(person_id));

ALTER TABLE rundbord.counted_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.custody ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.deadline ENABLE ROW LEVEL SECURITY;

CREATE POLICY decided_in_ones_own_name ON rundbord.measure AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((decided_by = ( SELECT rundbord.current_person() AS current_person)) AND (started_on IS NULL) AND (ended_on IS NULL)));

CREATE POLICY decided_in_own_name ON rundbord.model_decision FOR INSERT TO rundbord_oversight WITH CHECK (((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)) AND (person_id = ( SELECT rundbord.current_person() AS current_person)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)));

ALTER TABLE rundbord.delegation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.delivery_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.departure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.digital_post_number ENABLE ROW LEVEL SECURITY;

CREATE POLICY directory ON rundbord.tenant FOR SELECT TO rundbord_definer, rundbord_notifier, rundbord_worker USING (true);

ALTER TABLE rundbord.dossier ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.dossier_place ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.draft ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.emergency_access ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.emergency_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.emergency_review ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.employment ENABLE ROW LEVEL SECURITY;

CREATE POLICY ended_by_self ON rundbord.emergency_access FOR UPDATE TO rundbord_relation USING (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (ended_at IS NULL))) WITH CHECK ((ended_at = ( SELECT rundbord.business_now() AS business_now)));

CREATE POLICY ended_once ON rundbord.delegation FOR UPDATE TO rundbord_relation, rundbord_unit USING (((ended_at IS NULL) AND (((( SELECT rundbord.current_person() AS current_person) = absent_id) OR (( SELECT rundbord.current_person() AS current_person) = delegate_id)) OR (absent_id = ANY (( SELECT rundbord.led_staff() AS led_staff)::uuid[]))))) WITH CHECK (((ended_by = ( SELECT rundbord.current_person() AS current_person)) AND (ended_at = ( SELECT rundbord.business_now() AS business_now))));

CREATE POLICY ended_once ON rundbord.emergency_access AS RESTRICTIVE FOR UPDATE TO rundbord_oversight, rundbord_unit USING ((ended_at IS NULL)) WITH CHECK ((ended_at = ( SELECT rundbord.business_now() AS business_now)));

CREATE POLICY ended_with_a_part ON rundbord.family_relation AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (rundbord.has_lasting_part(child_id));

ALTER TABLE rundbord.enrolment ENABLE ROW LEVEL SECURITY;

CREATE POLICY entered_again ON rundbord.indicator_figure FOR DELETE TO rundbord_oversight, rundbord_unit USING ((entered AND (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))));

CREATE POLICY entered_by_hand ON rundbord.indicator_figure FOR INSERT TO rundbord_oversight, rundbord_unit WITH CHECK ((entered AND (entered_by = ( SELECT rundbord.current_person() AS current_person)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))));

ALTER TABLE rundbord.erasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.erasure_certificate ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.exchange ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.family_relation ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_a_lasting_part ON rundbord.departure FOR SELECT TO rundbord_relation, rundbord_unit USING (rundbord.may_record_about(person_id));

CREATE POLICY for_a_lasting_part ON rundbord.family_relation AS RESTRICTIVE FOR SELECT TO rundbord_relation USING ((rundbord.has_lasting_part(child_id) OR (kind = 'sibling'::text) OR ((meeting_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM rundbord.meeting m
  WHERE ((m.tenant_id = family_relation.tenant_id) AND (m.id = family_relation.meeting_id)))))));

CREATE POLICY for_a_lasting_part ON rundbord.information_given AS RESTRICTIVE FOR SELECT TO rundbord_relation USING ((EXISTS ( SELECT
   FROM rundbord.family_relation f
  WHERE ((f.tenant_id = information_given.tenant_id) AND (f.id = information_given.relation_id)))));

CREATE POLICY for_a_lasting_part ON rundbord.person_identifier AS RESTRICTIVE FOR SELECT TO rundbord_relation, rundbord_unit USING (rundbord.has_lasting_part(person_id));

CREATE POLICY for_its_readers ON rundbord.agreement AS RESTRICTIVE FOR SELECT TO rundbord_family, rundbord_relation USING (((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = agreement.tenant_id) AND (a.id = agreement.responsible_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY for_its_readers ON rundbord.conclusion AS RESTRICTIVE FOR SELECT TO rundbord_relation USING ((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])));

CREATE POLICY for_its_readers ON rundbord.form AS RESTRICTIVE FOR SELECT TO rundbord_family, rundbord_relation USING ((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])));

CREATE POLICY for_its_readers ON rundbord.form_version AS RESTRICTIVE FOR SELECT TO rundbord_relation USING ((meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[])));

CREATE POLICY for_its_readers ON rundbord.perspective AS RESTRICTIVE FOR SELECT TO rundbord_family, rundbord_relation USING (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) OR (speaker_id = ( SELECT rundbord.current_person() AS current_person)) OR (meeting_id <> ALL (( SELECT rundbord.closed_records() AS closed_records)::uuid[]))));

ALTER TABLE rundbord.form ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.form_version ENABLE ROW LEVEL SECURITY;

CREATE POLICY given_with_a_part ON rundbord.information_given AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((given_by = ( SELECT rundbord.current_person() AS current_person)) AND (EXISTS ( SELECT
   FROM rundbord.family_relation f
  WHERE ((f.tenant_id = information_given.tenant_id) AND (f.id = information_given.relation_id) AND (f.kind = 'parent_without_custody'::text) AND rundbord.has_lasting_part(f.child_id))))));

ALTER TABLE rundbord.handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.handover_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.hold ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_figure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.indicator_period ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.information_given ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.informing ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_count ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_error ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_part ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.intake_seen ENABLE ROW LEVEL SECURITY;

CREATE POLICY judged ON rundbord.indicator_period FOR UPDATE TO rundbord_oversight, rundbord_unit USING (((( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text])) AND (released_at IS NULL))) WITH CHECK (((judged_by = ( SELECT rundbord.current_person() AS current_person)) OR (released_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY just_made ON rundbord.agenda_item AS RESTRICTIVE FOR DELETE TO rundbord_relation, rundbord_unit USING (((added_by = ( SELECT rundbord.current_person() AS current_person)) AND (added_at > (( SELECT rundbord.business_now() AS business_now) - '01:00:00'::interval))));

CREATE POLICY just_made ON rundbord.agreement AS RESTRICTIVE FOR DELETE TO rundbord_relation, rundbord_unit USING (((status = 'dropped'::text) AND (made_at > (( SELECT rundbord.business_now() AS business_now) - '01:00:00'::interval))));

CREATE POLICY kept_away ON rundbord.action_plan AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.agenda_item AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.agreement AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.casework AS RESTRICTIVE TO rundbord_family USING ((dossier_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])));

CREATE POLICY kept_away ON rundbord.circle_suggestion AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.conclusion AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.confirmation AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.consent AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.conversation AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.conversation_summary AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.counted_answer AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.deadline AS RESTRICTIVE TO rundbord_family USING ((((measure_id IS NULL) OR (measure_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((process_id IS NULL) OR (process_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((measure_id IS NULL) OR (measure_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((process_id IS NULL) OR (process_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.draft AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.family_relation AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.form AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.form_version AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.informing AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

ALTER TABLE rundbord.kept_away ENABLE ROW LEVEL SECURITY;

CREATE POLICY kept_away ON rundbord.kept_away AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.level_move AS RESTRICTIVE TO rundbord_family USING ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.measure AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.meeting AS RESTRICTIVE TO rundbord_family USING ((((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.message AS RESTRICTIVE TO rundbord_family USING (((about_id IS NULL) OR (about_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.offer AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.participant AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.perspective AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.perspective_drawing AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.problem AS RESTRICTIVE TO rundbord_family USING (((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.problem_coordinator AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.process AS RESTRICTIVE TO rundbord_family USING ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.proposed_time AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.reader_choice AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.resting AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.share AS RESTRICTIVE TO rundbord_family USING ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))))) WITH CHECK ((((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away ON rundbord.shared_plan AS RESTRICTIVE TO rundbord_family USING (((offer_id IS NULL) OR (offer_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((offer_id IS NULL) OR (offer_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.time_answer AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.time_proposal AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.underretning AS RESTRICTIVE TO rundbord_family USING (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away ON rundbord.video_link AS RESTRICTIVE TO rundbord_family USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))) WITH CHECK (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_away_in_feed ON rundbord.meeting AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING ((((id IS NULL) OR (id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))) AND ((problem_id IS NULL) OR (problem_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[])))));

CREATE POLICY kept_away_in_feed ON rundbord.participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((meeting_id IS NULL) OR (meeting_id <> ALL (( SELECT rundbord.kept_from_me() AS kept_from_me)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.access_request AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.action_plan AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.agenda_item AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.agreement AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.casework AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.casework_move AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.checklist_tick AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.circle_suggestion AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.conclusion AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.confirmation AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consent AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consent_document AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consent_term AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consultation AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consultation_agreement AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consultation_form AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consultation_item AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.consultation_participant AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.conversation AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.conversation_summary AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.counted_answer AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.custody AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.deadline AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.dossier AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.dossier_place AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.draft AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.emergency_access AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.emergency_review AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.exchange AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.family_relation AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.form AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.form_version AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.handover AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.handover_document AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.information_given AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.informing AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.kept_away AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.level_move AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.measure AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.meeting AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.network AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.network_evaluation AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.offer AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.participant AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.person AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.person_identifier AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.perspective AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.perspective_drawing AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.problem AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.problem_coordinator AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.process AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.proposed_time AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.reader_choice AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.resting AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.retention_due AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.share AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.shared_plan AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.time_answer AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.time_proposal AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.underretning AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY kept_in_emergency ON rundbord.video_link AS RESTRICTIVE FOR DELETE TO rundbord_relation USING (((dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])) AND (dossier_id <> ALL (( SELECT rundbord.only_looked_at() AS only_looked_at)::uuid[]))));

CREATE POLICY known_speaker ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (
CASE whose
    WHEN 'child'::text THEN ((speaker_id IS NULL) OR (EXISTS ( SELECT
       FROM rundbord.casework c
      WHERE ((c.tenant_id = perspective.tenant_id) AND (c.dossier_id = perspective.dossier_id) AND (c.child_id = perspective.speaker_id)))))
    WHEN 'parent'::text THEN ((speaker_id IS NULL) OR (EXISTS ( SELECT
       FROM rundbord.participant a
      WHERE ((a.tenant_id = perspective.tenant_id) AND (a.meeting_id = perspective.meeting_id) AND (a.person_id = perspective.speaker_id) AND (a.kind = 'parent'::text)))))
    ELSE (speaker_id = ( SELECT rundbord.current_person() AS current_person))
END);

CREATE POLICY led ON rundbord.intake_run FOR UPDATE TO rundbord_oversight USING (((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text) AND (state <> ALL (ARRAY['done'::text, 'cancelled'::text, 'failed'::text])))) WITH CHECK ((state = ANY (ARRAY['receiving'::text, 'checking'::text, 'applying'::text, 'cancelled'::text])));

ALTER TABLE rundbord.level_move ENABLE ROW LEVEL SECURITY;

CREATE POLICY lifted_once ON rundbord.hold AS RESTRICTIVE FOR UPDATE TO rundbord_oversight USING ((lifted_at IS NULL)) WITH CHECK ((lifted_by = ( SELECT rundbord.current_person() AS current_person)));

ALTER TABLE rundbord.login_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.logout_token_seen ENABLE ROW LEVEL SECURITY;

CREATE POLICY made_by_who_may ON rundbord.delegation FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((made_by = ( SELECT rundbord.current_person() AS current_person)) AND (made_at = ( SELECT rundbord.business_now() AS business_now)) AND (valid_until > ( SELECT rundbord.business_now() AS business_now)) AND (ended_at IS NULL) AND rundbord.may_stand_in(absent_id, delegate_id) AND ((child_id IS NULL) OR (EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = delegation.tenant_id) AND (p.id = delegation.child_id)))))));

ALTER TABLE rundbord.measure ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.message ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_adoption ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.model_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.network_evaluation ENABLE ROW LEVEL SECURITY;

CREATE POLICY none_of_an_underretning ON rundbord.deadline AS RESTRICTIVE TO rundbord_family, rundbord_oversight USING ((underretning_id IS NULL)) WITH CHECK ((underretning_id IS NULL));

CREATE POLICY not_for_families_in_feed ON rundbord.consultation AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING ((( SELECT rundbord.current_capacity() AS current_capacity) <> 'family'::text));

CREATE POLICY noted_in_own_name ON rundbord.offer AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK (((answered_by IS NULL) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY of_actor ON rundbord.idempotency_key TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((person_id = ( SELECT rundbord.current_person() AS current_person))) WITH CHECK ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY of_administrator ON rundbord.intake_change FOR SELECT TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text));

CREATE POLICY of_administrator ON rundbord.intake_count FOR SELECT TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text));

CREATE POLICY of_administrator ON rundbord.intake_error FOR SELECT TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text));

CREATE POLICY of_administrator ON rundbord.intake_run FOR SELECT TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text));

CREATE POLICY of_an_underretning_one_sees ON rundbord.deadline AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((underretning_id IS NULL) OR (EXISTS ( SELECT
   FROM rundbord.underretning u
  WHERE ((u.tenant_id = deadline.tenant_id) AND (u.id = deadline.underretning_id))))));

CREATE POLICY of_its_perspective ON rundbord.perspective_drawing AS RESTRICTIVE TO rundbord_family, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.perspective p
  WHERE ((p.tenant_id = perspective_drawing.tenant_id) AND (p.id = perspective_drawing.id))))) WITH CHECK (((uploaded_by = ( SELECT rundbord.current_person() AS current_person)) AND (EXISTS ( SELECT
   FROM rundbord.perspective p
  WHERE ((p.tenant_id = perspective_drawing.tenant_id) AND (p.id = perspective_drawing.id) AND (p.meeting_id = perspective_drawing.meeting_id) AND (p.recorded_by = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY of_its_series ON rundbord.series_member TO rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.series s
  WHERE ((s.tenant_id = series_member.tenant_id) AND (s.id = series_member.series_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.series s
  WHERE ((s.tenant_id = series_member.tenant_id) AND (s.id = series_member.series_id) AND (s.leader_id = ( SELECT rundbord.current_person() AS current_person))))));

CREATE POLICY of_led_staff ON rundbord.delegation FOR SELECT TO rundbord_unit USING ((absent_id = ANY (( SELECT rundbord.led_staff() AS led_staff)::uuid[])));

CREATE POLICY of_oversight ON rundbord.hold TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_event TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_grant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.access_request TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.action_plan TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.agenda_item TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.agreement TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.audit_seal TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.audit_verification TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.busy_time TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.calendar_feed TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.casework TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.casework_move TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.checklist_tick TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.circle_suggestion TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.conclusion TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.confirmation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consent TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consent_document TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consent_term TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_agreement TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_form TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_item TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.consultation_participant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.contact_change TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.contact_choice TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.conversation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.conversation_summary TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.counted_answer TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.custody TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.deadline TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.delegation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.delivery_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.departure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.digital_post_number TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.dossier TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.dossier_place TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.draft TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.emergency_access TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.emergency_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.emergency_review TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.employment TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.enrolment TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.erasure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.erasure_certificate TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.exchange TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.family_relation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.form TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.form_version TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.handover TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.handover_document TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.hold TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.idempotency_key TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.indicator_figure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.indicator_period TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.information_given TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.informing TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_change TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_count TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_error TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_key TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_part TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_run TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.intake_seen TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.kept_away TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.level_move TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.login_attempt TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.logout_token_seen TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.measure TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.meeting TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.message TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_adoption TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_decision TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.model_version TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.network TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.network_evaluation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.offer TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.participant TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.person TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.person_identifier TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.perspective TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.perspective_drawing TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.problem TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.problem_coordinator TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.process TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.professional_login TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.proposed_time TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.protection TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.reader_choice TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.relation TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.resting TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.retention_due TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.sending_rate TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.series TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.series_member TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.session TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.share TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.shared_plan TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.slot TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.staff TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.sweep_run TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.time_answer TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.time_proposal TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.underretning TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.unit TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.unsealed_event TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.upward_report TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_system ON rundbord.video_link TO rundbord_definer, rundbord_notifier, rundbord_worker USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_the_dpo ON rundbord.access_request FOR SELECT TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text));

CREATE POLICY of_the_dpo ON rundbord.emergency_access TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text)) WITH CHECK ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text));

CREATE POLICY of_the_dpo ON rundbord.emergency_review TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text)) WITH CHECK ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text));

CREATE POLICY of_the_dpo ON rundbord.hold AS RESTRICTIVE TO rundbord_oversight USING ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text)) WITH CHECK ((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text));

CREATE POLICY of_the_few ON rundbord.underretning FOR SELECT TO rundbord_relation USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)) OR ((( SELECT rundbord.current_capacity() AS current_capacity) = 'adviser'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[])))));

CREATE POLICY of_the_place ON rundbord.series FOR SELECT TO rundbord_relation, rundbord_unit USING (((unit_id = ANY (( SELECT rundbord.own_units() AS own_units)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = series.tenant_id) AND (d.unit_id = series.unit_id))))));

CREATE POLICY of_the_place ON rundbord.slot FOR SELECT TO rundbord_relation, rundbord_unit USING (((unit_id = ANY (( SELECT rundbord.own_units() AS own_units)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = slot.tenant_id) AND (d.unit_id = slot.unit_id))))));

CREATE POLICY of_the_two ON rundbord.delegation FOR SELECT TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.current_person() AS current_person) = absent_id) OR (( SELECT rundbord.current_person() AS current_person) = delegate_id)));

CREATE POLICY of_visible_child ON rundbord.enrolment FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = enrolment.tenant_id) AND (p.id = enrolment.child_id)))));

CREATE POLICY of_visible_child ON rundbord.relation FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = relation.tenant_id) AND (p.id = relation.child_id)))));

CREATE POLICY of_visible_people ON rundbord.protection FOR SELECT TO rundbord_family, rundbord_relation, rundbord_unit USING (((EXISTS ( SELECT
   FROM rundbord.person p
  WHERE ((p.tenant_id = protection.tenant_id) AND (p.id = protection.person_id)))) OR (EXISTS ( SELECT
   FROM rundbord.custody c
  WHERE ((c.tenant_id = protection.tenant_id) AND (c.holder_id = protection.person_id))))));

CREATE POLICY of_who_comes ON rundbord.video_link AS RESTRICTIVE TO rundbord_relation USING (((EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = video_link.tenant_id) AND (a.meeting_id = video_link.meeting_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)) AND (a.status = 'invited'::text)))) OR (EXISTS ( SELECT
   FROM rundbord.meeting m
  WHERE ((m.tenant_id = video_link.tenant_id) AND (m.id = video_link.meeting_id) AND ((m.convener_id = ( SELECT rundbord.current_person() AS current_person)) OR (m.chair_id = ( SELECT rundbord.current_person() AS current_person)) OR (EXISTS ( SELECT
           FROM rundbord.stood_in_for() s(person_id, in_dossier)
          WHERE ((s.in_dossier = video_link.dossier_id) AND (s.person_id = ANY (ARRAY[m.convener_id, m.chair_id]))))))))))) WITH CHECK (((set_by = ( SELECT rundbord.current_person() AS current_person)) AND (EXISTS ( SELECT
   FROM rundbord.meeting m
  WHERE ((m.tenant_id = video_link.tenant_id) AND (m.id = video_link.meeting_id) AND ((m.convener_id = ( SELECT rundbord.current_person() AS current_person)) OR (m.chair_id = ( SELECT rundbord.current_person() AS current_person)) OR (EXISTS ( SELECT
           FROM rundbord.stood_in_for() s(person_id, in_dossier)
          WHERE ((s.in_dossier = video_link.dossier_id) AND (s.person_id = ANY (ARRAY[m.convener_id, m.chair_id])))))))))));

CREATE POLICY of_writer_and_addressed ON rundbord.upward_report FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (addressed))));

ALTER TABLE rundbord.offer ENABLE ROW LEVEL SECURITY;

CREATE POLICY offered_in_ones_own_name ON rundbord.problem_coordinator AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((offered_by IS NULL) OR (offered_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY only_asked ON rundbord.consent AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((asked_by = ( SELECT rundbord.current_person() AS current_person)) AND (withdrawn_at IS NULL) AND (((state = 'asked'::text) AND (answered_at IS NULL) AND (channel IS NULL) AND (expires_at IS NULL)) OR ((state = ANY (ARRAY['given'::text, 'declined'::text])) AND (channel = ANY (ARRAY['paper'::text, 'oral'::text])) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person))))));

CREATE POLICY open_to_the_role ON rundbord.perspective AS RESTRICTIVE FOR SELECT TO rundbord_relation, rundbord_unit USING (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) OR (NOT ( SELECT rundbord.is_closed('perspective'::text) AS is_closed))));

CREATE POLICY open_to_the_role ON rundbord.underretning AS RESTRICTIVE FOR SELECT TO rundbord_relation, rundbord_unit USING (((NOT ( SELECT rundbord.is_closed('underretning'::text) AS is_closed)) OR (written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY open_to_the_role ON rundbord.upward_report AS RESTRICTIVE FOR SELECT TO rundbord_relation, rundbord_unit USING (((NOT ( SELECT rundbord.is_closed('upward_report'::text) AS is_closed)) OR (written_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY own ON rundbord.access_request TO rundbord_family USING ((asked_by = ( SELECT rundbord.current_person() AS current_person))) WITH CHECK (((asked_by = ( SELECT rundbord.current_person() AS current_person)) AND (dossier_id = ( SELECT rundbord.dossier_of_asker() AS dossier_of_asker)) AND (state = 'asked'::text) AND (asked_at = ( SELECT rundbord.business_now() AS business_now)) AND rundbord.may_ask_for(subject_id)));

CREATE POLICY own ON rundbord.busy_time TO rundbord_relation, rundbord_unit USING ((person_id = ( SELECT rundbord.current_person() AS current_person))) WITH CHECK (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (source = 'file'::text)));

CREATE POLICY own ON rundbord.calendar_feed TO rundbord_family, rundbord_relation, rundbord_unit USING (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (capacity = ( SELECT rundbord.current_capacity() AS current_capacity))));

CREATE POLICY own ON rundbord.contact_choice FOR SELECT TO rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own ON rundbord.draft AS RESTRICTIVE TO rundbord_family, rundbord_relation, rundbord_unit USING (((author_id = ( SELECT rundbord.current_person() AS current_person)) AND (capacity = ( SELECT rundbord.current_capacity() AS current_capacity)))) WITH CHECK (((author_id = ( SELECT rundbord.current_person() AS current_person)) AND (capacity = ( SELECT rundbord.current_capacity() AS current_capacity))));

CREATE POLICY own ON rundbord.emergency_access FOR SELECT TO rundbord_relation USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own ON rundbord.tenant FOR SELECT TO rundbord_auditor, rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY own_answer ON rundbord.offer AS RESTRICTIVE FOR UPDATE TO rundbord_family USING (true) WITH CHECK (((answered_by = ( SELECT rundbord.current_person() AS current_person)) AND (recorded_by IS NULL) AND (state <> 'offered'::text)));

CREATE POLICY own_answer ON rundbord.participant AS RESTRICTIVE FOR UPDATE TO rundbord_family USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_call ON rundbord.consultation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((convener_id = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'planned'::text) AND (outcome IS NULL)));

CREATE POLICY own_call ON rundbord.meeting AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((convener_id = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'planned'::text) AND (outcome IS NULL)));

CREATE POLICY own_casework_move ON rundbord.casework_move AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((moved_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_change ON rundbord.action_plan AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (sent_at IS NOT NULL)));

CREATE POLICY own_change ON rundbord.shared_plan AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_companion ON rundbord.family_relation AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK (((kind = 'bisidder'::text) AND (belongs_to = ( SELECT rundbord.current_person() AS current_person)) AND (shown_to = 'own'::text) AND (recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND (recorded_at = ( SELECT rundbord.business_now() AS business_now)) AND (secrecy_at = ( SELECT rundbord.business_now() AS business_now)) AND (person_id IS NULL) AND (source_key IS NULL) AND (ended_at IS NULL) AND (EXISTS ( SELECT
   FROM ((rundbord.meeting m
     JOIN rundbord.casework c ON (((c.tenant_id = m.tenant_id) AND (c.dossier_id = m.dossier_id))))
     JOIN rundbord.participant a ON (((a.tenant_id = m.tenant_id) AND (a.meeting_id = m.id) AND (a.status = 'invited'::text) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)))))
  WHERE ((m.tenant_id = family_relation.tenant_id) AND (m.id = family_relation.meeting_id) AND (c.child_id = family_relation.child_id) AND (m.status = ANY (ARRAY['planned'::text, 'agenda_sent'::text])))))));

CREATE POLICY own_companion_ended ON rundbord.family_relation AS RESTRICTIVE FOR UPDATE TO rundbord_family USING (((kind = 'bisidder'::text) AND (belongs_to = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id IS NOT NULL) AND (ended_at IS NULL))) WITH CHECK ((ended_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_confirmation ON rundbord.confirmation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((confirmed_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_deed ON rundbord.agreement AS RESTRICTIVE FOR UPDATE TO rundbord_family USING ((((status = 'open'::text) OR ((status = 'done'::text) AND (settled_by = ( SELECT rundbord.current_person() AS current_person)) AND (settled_at > (( SELECT rundbord.business_now() AS business_now) - '01:00:00'::interval)))) AND (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = agreement.tenant_id) AND (a.id = agreement.responsible_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person))))))) WITH CHECK (((status = 'open'::text) OR ((status = 'done'::text) AND (settled_by = ( SELECT rundbord.current_person() AS current_person)) AND (settled_at = ( SELECT rundbord.business_now() AS business_now)))));

CREATE POLICY own_document ON rundbord.consent_document AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((uploaded_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_evaluation ON rundbord.network_evaluation AS RESTRICTIVE FOR INSERT TO rundbord_family, rundbord_relation, rundbord_unit WITH CHECK (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND (by_family = (( SELECT rundbord.current_capacity() AS current_capacity) = 'family'::text))));

CREATE POLICY own_exchange ON rundbord.exchange AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((recorded_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_filling ON rundbord.form_version AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((filled_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_handover ON rundbord.handover AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((handed_by = ( SELECT rundbord.current_person() AS current_person)) AND (accepted_by IS NULL)));

CREATE POLICY own_hold ON rundbord.hold AS RESTRICTIVE FOR INSERT TO rundbord_oversight WITH CHECK (((placed_by = ( SELECT rundbord.current_person() AS current_person)) AND (lifted_at IS NULL)));

CREATE POLICY own_in_feed ON rundbord.tenant FOR SELECT TO rundbord_calendar USING ((id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY own_inbox ON rundbord.message TO rundbord_family, rundbord_oversight, rundbord_relation USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))));

CREATE POLICY own_inbox_beside ON rundbord.message TO rundbord_oversight, rundbord_relation, rundbord_unit USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND ((kind = 'delegated'::text) OR ((kind = 'model_proposed'::text) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)) OR ((kind = 'series_short'::text) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text)) OR ((kind = 'report_received'::text) AND (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))) OR ((kind = ANY (ARRAY['emergency_access'::text, 'access_request_received'::text, 'access_request_due'::text])) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text)))));

CREATE POLICY own_inbox_of_leader ON rundbord.message TO rundbord_unit USING (((recipient_id = ( SELECT rundbord.current_person() AS current_person)) AND (channel = 'inbox'::text) AND (state = 'sent'::text) AND (EXISTS ( SELECT
   FROM rundbord.dossier d
  WHERE ((d.tenant_id = message.tenant_id) AND (d.id = message.dossier_id))))));

CREATE POLICY own_informing ON rundbord.informing AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((recorded_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_item ON rundbord.agenda_item AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK (((added_by = ( SELECT rundbord.current_person() AS current_person)) AND (origin = 'family'::text)));

CREATE POLICY own_move ON rundbord.level_move AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((moved_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_network ON rundbord.network AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((formed_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_offer ON rundbord.offer AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((offered_by = ( SELECT rundbord.current_person() AS current_person)) AND (answered_by IS NULL) AND ((recorded_by IS NULL) OR (recorded_by = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY own_or_led ON rundbord.time_answer AS RESTRICTIVE FOR SELECT TO rundbord_oversight, rundbord_relation USING (((person_id = ( SELECT rundbord.current_person() AS current_person)) OR (meeting_id = ANY (( SELECT rundbord.led_meetings() AS led_meetings)::uuid[]))));

CREATE POLICY own_perspective ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_family, rundbord_relation, rundbord_unit WITH CHECK (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND (superseded_at IS NULL) AND (taken_back_at IS NULL)));

CREATE POLICY own_place_in_feed ON rundbord.consultation_participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_place_in_feed ON rundbord.participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING ((person_id = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_point ON rundbord.agenda_item AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((((origin = 'model'::text) AND (added_by IS NULL)) OR ((origin = 'professional'::text) AND (added_by = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY own_record ON rundbord.conversation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((held_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_report ON rundbord.upward_report FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) AND (status = 'received'::text)));

CREATE POLICY own_review ON rundbord.emergency_review AS RESTRICTIVE FOR INSERT TO rundbord_oversight, rundbord_unit WITH CHECK (((reviewed_by = ( SELECT rundbord.current_person() AS current_person)) AND (capacity = ( SELECT rundbord.current_capacity() AS current_capacity)) AND (reviewed_at = ( SELECT rundbord.business_now() AS business_now)) AND (EXISTS ( SELECT
   FROM rundbord.emergency_access e
  WHERE ((e.tenant_id = emergency_review.tenant_id) AND (e.id = emergency_review.emergency_id) AND (e.dossier_id = emergency_review.dossier_id) AND (e.person_id <> emergency_review.reviewed_by))))));

CREATE POLICY own_setting ON rundbord.video_link AS RESTRICTIVE FOR INSERT TO rundbord_unit WITH CHECK ((set_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_share ON rundbord.share AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((shared_by = ( SELECT rundbord.current_person() AS current_person)) AND (withdrawn_at IS NULL)));

CREATE POLICY own_suggestion ON rundbord.circle_suggestion AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK (((suggested_by = ( SELECT rundbord.current_person() AS current_person)) AND (state = 'open'::text)));

CREATE POLICY own_summary ON rundbord.conversation_summary AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_taking_back ON rundbord.perspective AS RESTRICTIVE FOR UPDATE TO rundbord_family, rundbord_relation, rundbord_unit USING (((taken_back_at IS NULL) AND ((recorded_by = ( SELECT rundbord.current_person() AS current_person)) OR (speaker_id = ( SELECT rundbord.current_person() AS current_person))) AND (EXISTS ( SELECT
   FROM rundbord.meeting m
  WHERE ((m.tenant_id = perspective.tenant_id) AND (m.id = perspective.meeting_id) AND (m.status = ANY (ARRAY['planned'::text, 'agenda_sent'::text]))))))) WITH CHECK ((taken_back_at IS NOT NULL));

CREATE POLICY own_tick ON rundbord.checklist_tick AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((ticked_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_voice ON rundbord.perspective AS RESTRICTIVE FOR INSERT TO rundbord_family WITH CHECK ((obtained AND (EXISTS ( SELECT
   FROM rundbord.casework c
  WHERE ((c.tenant_id = perspective.tenant_id) AND (c.dossier_id = perspective.dossier_id) AND
        CASE
            WHEN (c.child_id = ( SELECT rundbord.current_person() AS current_person)) THEN ((perspective.whose = 'child'::text) AND (perspective.speaker_id = c.child_id) AND (perspective.way = 'written'::text))
            ELSE (((perspective.whose = 'parent'::text) AND (perspective.speaker_id = ( SELECT rundbord.current_person() AS current_person)) AND (perspective.way = 'written'::text)) OR ((perspective.whose = 'child'::text) AND (perspective.speaker_id = c.child_id) AND (perspective.way = 'told'::text)))
        END)))));

CREATE POLICY own_word ON rundbord.agreement AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (true) WITH CHECK (((settled_by IS NULL) OR (settled_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY own_word ON rundbord.time_answer AS RESTRICTIVE FOR INSERT TO rundbord_family, rundbord_relation, rundbord_unit WITH CHECK (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = time_answer.tenant_id) AND (a.id = time_answer.participant_id) AND (a.meeting_id = time_answer.meeting_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person))))) AND (EXISTS ( SELECT
   FROM rundbord.time_proposal p
  WHERE ((p.tenant_id = time_answer.tenant_id) AND (p.id = time_answer.proposal_id) AND (p.state = 'open'::text) AND (p.answer_by > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY own_word_again ON rundbord.time_answer AS RESTRICTIVE FOR UPDATE TO rundbord_family, rundbord_relation, rundbord_unit USING (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.asked_to() AS asked_to)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.time_proposal p
  WHERE ((p.tenant_id = time_answer.tenant_id) AND (p.id = time_answer.proposal_id) AND (p.state = 'open'::text) AND (p.answer_by > ( SELECT rundbord.business_now() AS business_now)))))));

CREATE POLICY own_words ON rundbord.action_plan AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY own_words ON rundbord.shared_plan AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((written_by = ( SELECT rundbord.current_person() AS current_person)));

ALTER TABLE rundbord.participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person_identifier ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.perspective_drawing ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.problem_coordinator ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.process ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.professional_login ENABLE ROW LEVEL SECURITY;

CREATE POLICY proposed_by_who_leads ON rundbord.proposed_time AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK ((EXISTS ( SELECT
   FROM rundbord.time_proposal p
  WHERE ((p.tenant_id = proposed_time.tenant_id) AND (p.id = proposed_time.proposal_id) AND (p.made_by = ( SELECT rundbord.current_person() AS current_person)) AND (p.made_at = ( SELECT rundbord.business_now() AS business_now))))));

CREATE POLICY proposed_by_who_leads ON rundbord.time_proposal AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((made_by = ( SELECT rundbord.current_person() AS current_person)) AND (state = 'open'::text) AND ((meeting_id = ANY (( SELECT rundbord.led_meetings() AS led_meetings)::uuid[])) OR (( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text))));

CREATE POLICY proposed_in_own_name ON rundbord.model_version FOR INSERT TO rundbord_oversight WITH CHECK (((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)) AND (author_id = ( SELECT rundbord.current_person() AS current_person)) AND (( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text)));

ALTER TABLE rundbord.proposed_time ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.protection ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_by_the_receiver ON rundbord.handover_document FOR SELECT TO rundbord_relation, rundbord_unit USING ((id = ANY (( SELECT rundbord.handovers_accepted() AS handovers_accepted)::uuid[])));

CREATE POLICY readable ON rundbord.audit_verification FOR SELECT TO rundbord_auditor USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.employment FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.erasure_certificate FOR SELECT TO rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_adoption FOR SELECT TO rundbord_auditor, rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_decision FOR SELECT TO rundbord_auditor, rundbord_oversight USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.model_version FOR SELECT TO rundbord_auditor, rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.staff FOR SELECT TO rundbord_auditor, rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY readable ON rundbord.unit FOR SELECT TO rundbord_auditor, rundbord_family, rundbord_oversight, rundbord_relation, rundbord_unit USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

ALTER TABLE rundbord.reader_choice ENABLE ROW LEVEL SECURITY;

CREATE POLICY received ON rundbord.intake_error FOR INSERT TO rundbord_oversight WITH CHECK (((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text) AND (EXISTS ( SELECT
   FROM rundbord.intake_run r
  WHERE ((r.tenant_id = intake_error.tenant_id) AND (r.id = intake_error.run_id) AND (r.state = 'receiving'::text) AND (r.started_by = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY received ON rundbord.intake_part FOR INSERT TO rundbord_oversight WITH CHECK (((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text) AND (EXISTS ( SELECT
   FROM rundbord.intake_run r
  WHERE ((r.tenant_id = intake_part.tenant_id) AND (r.id = intake_part.run_id) AND (r.state = 'receiving'::text) AND (r.started_by = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY received ON rundbord.intake_seen FOR INSERT TO rundbord_oversight WITH CHECK (((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text) AND (EXISTS ( SELECT
   FROM rundbord.intake_run r
  WHERE ((r.tenant_id = intake_seen.tenant_id) AND (r.id = intake_seen.run_id) AND (r.state = 'receiving'::text) AND (r.started_by = ( SELECT rundbord.current_person() AS current_person)))))));

CREATE POLICY recorded_with_a_part ON rundbord.departure FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND (over_at IS NULL) AND (effective_at > ( SELECT rundbord.business_now() AS business_now)) AND (dossier_id = rundbord.dossier_to_record(person_id)) AND ((kind = 'death'::text) OR rundbord.has_lasting_part(person_id))));

CREATE POLICY recorded_with_a_part ON rundbord.family_relation AS RESTRICTIVE FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND rundbord.has_lasting_part(child_id)));

CREATE POLICY recorded_with_a_part ON rundbord.protection FOR INSERT TO rundbord_relation, rundbord_unit WITH CHECK (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) AND rundbord.may_record_about(person_id)));

ALTER TABLE rundbord.relation ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.resting ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.retention_due ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON rundbord.indicator_figure FOR SELECT TO rundbord_auditor, rundbord_oversight, rundbord_relation, rundbord_unit USING ((EXISTS ( SELECT
   FROM rundbord.indicator_period p
  WHERE ((p.tenant_id = indicator_figure.tenant_id) AND (p.id = indicator_figure.period_id)))));

CREATE POLICY seen ON rundbord.indicator_period FOR SELECT TO rundbord_auditor, rundbord_oversight, rundbord_relation, rundbord_unit USING (((released_at IS NOT NULL) OR (( SELECT rundbord.current_capacity() AS current_capacity) = ANY (ARRAY['leader'::text, 'administrator'::text]))));

ALTER TABLE rundbord.sending_rate ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.series_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.session ENABLE ROW LEVEL SECURITY;

CREATE POLICY set_by_its_leader ON rundbord.series FOR INSERT TO rundbord_unit WITH CHECK ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

CREATE POLICY set_by_its_leader ON rundbord.slot FOR INSERT TO rundbord_unit WITH CHECK ((unit_id = ANY (( SELECT rundbord.led_units() AS led_units)::uuid[])));

CREATE POLICY settled_by_the_dpo ON rundbord.access_request FOR UPDATE TO rundbord_oversight USING (((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text) AND (state = ANY (ARRAY['asked'::text, 'extended'::text])))) WITH CHECK (((( SELECT rundbord.current_capacity() AS current_capacity) = 'dpo'::text) AND (state <> 'asked'::text) AND ((answered_by IS NULL) OR (answered_by = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY settled_by_who_leads ON rundbord.time_proposal AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING (((state = 'open'::text) AND ((meeting_id = ANY (( SELECT rundbord.led_meetings() AS led_meetings)::uuid[])) OR (( SELECT rundbord.current_capacity() AS current_capacity) = 'leader'::text)))) WITH CHECK ((state <> 'open'::text));

CREATE POLICY settled_with_a_part ON rundbord.departure FOR UPDATE TO rundbord_relation, rundbord_unit USING (rundbord.may_record_about(person_id)) WITH CHECK (rundbord.may_record_about(person_id));

ALTER TABLE rundbord.share ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.shared_plan ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.slot ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.staff ENABLE ROW LEVEL SECURITY;

CREATE POLICY started ON rundbord.intake_run FOR INSERT TO rundbord_oversight WITH CHECK (((( SELECT rundbord.current_capacity() AS current_capacity) = 'administrator'::text) AND (started_by = ( SELECT rundbord.current_person() AS current_person)) AND (state = 'receiving'::text)));

ALTER TABLE rundbord.sweep_run ENABLE ROW LEVEL SECURITY;

CREATE POLICY taken_back ON rundbord.perspective AS RESTRICTIVE FOR SELECT TO rundbord_oversight, rundbord_relation, rundbord_unit USING (((taken_back_at IS NULL) OR (recorded_by = ( SELECT rundbord.current_person() AS current_person))));

ALTER TABLE rundbord.tenant ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_wall ON rundbord.access_event AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.access_grant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.access_request AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.action_plan AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.agenda_item AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.agreement AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.audit_seal AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.audit_verification AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.busy_time AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.calendar_feed AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.casework AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.casework_move AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.checklist_tick AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.circle_suggestion AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.conclusion AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.confirmation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consent AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consent_document AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consent_term AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_agreement AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_form AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_item AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.consultation_participant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.contact_change AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.contact_choice AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.conversation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.conversation_summary AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.counted_answer AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.custody AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.deadline AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.delegation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.delivery_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.departure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.digital_post_number AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.dossier AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.dossier_place AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.draft AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.emergency_access AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.emergency_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.emergency_review AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.employment AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.enrolment AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.erasure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.erasure_certificate AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.exchange AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.family_relation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.form AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.form_version AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.handover AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.handover_document AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.hold AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.idempotency_key AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.indicator_figure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.indicator_period AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.information_given AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.informing AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_change AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_count AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_error AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_key AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_part AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_run AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.intake_seen AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.kept_away AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.level_move AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.login_attempt AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.logout_token_seen AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.measure AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.meeting AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.message AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_adoption AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_decision AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.model_version AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.network AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.network_evaluation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.offer AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.participant AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.person AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.person_identifier AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.perspective AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.perspective_drawing AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.problem AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.problem_coordinator AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.process AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.professional_login AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.proposed_time AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.protection AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.reader_choice AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.relation AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.resting AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.retention_due AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.sending_rate AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.series AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.series_member AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.session AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.share AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.shared_plan AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.slot AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.staff AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.sweep_run AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.time_answer AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.time_proposal AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.underretning AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.unit AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.unsealed_event AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.upward_report AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.video_link AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY the_operator_is_nobody ON rundbord.model_version AS RESTRICTIVE FOR INSERT TO rundbord_worker WITH CHECK ((author_id IS NULL));

CREATE POLICY the_operator_only_withdraws ON rundbord.model_decision AS RESTRICTIVE FOR INSERT TO rundbord_worker WITH CHECK (((person_id IS NULL) AND (decision = 'withdrawn'::text)));

ALTER TABLE rundbord.time_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.time_proposal ENABLE ROW LEVEL SECURITY;

CREATE POLICY told_to_family ON rundbord.perspective AS RESTRICTIVE FOR SELECT TO rundbord_family USING (((recorded_by = ( SELECT rundbord.current_person() AS current_person)) OR (speaker_id = ( SELECT rundbord.current_person() AS current_person)) OR ((superseded_at IS NULL) AND (taken_back_at IS NULL) AND ((whose = 'professional'::text) OR ((whose = 'child'::text) AND (for_parents OR (EXISTS ( SELECT
   FROM rundbord.casework c
  WHERE ((c.tenant_id = perspective.tenant_id) AND (c.dossier_id = perspective.dossier_id) AND (c.child_id = ( SELECT rundbord.current_person() AS current_person)))))))))));

ALTER TABLE rundbord.underretning ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.unsealed_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.upward_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.video_link ENABLE ROW LEVEL SECURITY;

CREATE POLICY with_a_reason ON rundbord.emergency_access FOR INSERT TO rundbord_relation WITH CHECK (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (capacity = ( SELECT rundbord.current_capacity() AS current_capacity)) AND (opened_at = ( SELECT rundbord.business_now() AS business_now)) AND (ended_at IS NULL) AND rundbord.may_break_glass(child_id, dossier_id)));

CREATE POLICY withdrawn_once ON rundbord.share AS RESTRICTIVE FOR UPDATE TO rundbord_relation, rundbord_unit USING ((withdrawn_at IS NULL)) WITH CHECK ((withdrawn_by = ( SELECT rundbord.current_person() AS current_person)));

CREATE POLICY within_reach ON rundbord.access_request AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.action_plan AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (id = ANY (( SELECT rundbord.shared_records() AS shared_records)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.agenda_item AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.accepted_meetings() AS accepted_meetings)::uuid[]))));

CREATE POLICY within_reach ON rundbord.agreement AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = agreement.tenant_id) AND (a.id = agreement.responsible_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person)))))))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])) AND (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = agreement.tenant_id) AND (a.id = agreement.responsible_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person))))))));

CREATE POLICY within_reach ON rundbord.casework AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR true)) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.casework_move AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.checklist_tick AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.circle_suggestion AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.conclusion AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.confirmation AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consent AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consent_document AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consent_term AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consultation AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consultation_agreement AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consultation_form AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consultation_item AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.consultation_participant AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.conversation AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.conversation_summary AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.counted_answer AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.custody AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.deadline AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (key <> ALL (ARRAY['await_invitation'::text, 'await_times'::text]))) OR (underretning_id IS NOT NULL)))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (key <> ALL (ARRAY['await_invitation'::text, 'await_times'::text]))) OR (underretning_id IS NOT NULL))));

CREATE POLICY within_reach ON rundbord.dossier AS RESTRICTIVE TO rundbord_relation USING (((id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR true)) WITH CHECK ((id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.dossier_place AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR true)) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.draft AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.accepted_meetings() AS accepted_meetings)::uuid[]))));

CREATE POLICY within_reach ON rundbord.emergency_access AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.emergency_review AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.exchange AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.family_relation AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.form AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])) OR (id = ANY (( SELECT rundbord.shared_records() AS shared_records)::uuid[]))))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.form_version AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.handover AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((to_person_id = ( SELECT rundbord.current_person() AS current_person)) OR (to_unit_id = ANY (( SELECT rundbord.employing_units() AS employing_units)::uuid[]))))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (accepted_by = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY within_reach ON rundbord.handover_document AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (id = ANY (( SELECT rundbord.handovers_accepted() AS handovers_accepted)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.information_given AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.informing AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.kept_away AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.meeting m
  WHERE ((m.tenant_id = kept_away.tenant_id) AND (m.dossier_id = kept_away.dossier_id) AND ((kept_away.problem_id IS NULL) OR (m.problem_id = kept_away.problem_id))))))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.level_move AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (problem_id = ANY (( SELECT rundbord.shared_records() AS shared_records)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.measure AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.meeting AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])) OR (id = ANY (( SELECT rundbord.shared_records() AS shared_records)::uuid[]))))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.message AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (((meeting_id IS NULL) AND (consent_id IS NULL)) OR (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[]))))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (recipient_id = ( SELECT rundbord.current_person() AS current_person))));

CREATE POLICY within_reach ON rundbord.network AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.network_evaluation AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.offer AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.participant AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[]))))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])))));

CREATE POLICY within_reach ON rundbord.person AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR true)) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.person_identifier AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.perspective AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])) AND for_guests AND (superseded_at IS NULL) AND (taken_back_at IS NULL)))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.perspective_drawing AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.problem AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((id = ANY (( SELECT rundbord.reached_problems() AS reached_problems)::uuid[])) OR (id = ANY (( SELECT rundbord.shared_records() AS shared_records)::uuid[]))))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.problem_coordinator AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.process AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.proposed_time AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.reader_choice AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.resting AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.retention_due AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.share AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (EXISTS ( SELECT
   FROM rundbord.participant a
  WHERE ((a.tenant_id = share.tenant_id) AND (a.id = share.participant_id) AND (a.person_id = ( SELECT rundbord.current_person() AS current_person))))))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.shared_plan AS RESTRICTIVE TO rundbord_relation USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[]))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.time_answer AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[]))))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((person_id = ( SELECT rundbord.current_person() AS current_person)) AND (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])))));

CREATE POLICY within_reach ON rundbord.time_proposal AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach ON rundbord.underretning AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person))))) WITH CHECK (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((written_by = ( SELECT rundbord.current_person() AS current_person)) OR (reader_id = ( SELECT rundbord.current_person() AS current_person)))));

CREATE POLICY within_reach ON rundbord.video_link AS RESTRICTIVE TO rundbord_relation USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))) WITH CHECK ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach_in_feed ON rundbord.consultation AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach_in_feed ON rundbord.consultation_participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING ((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])));

CREATE POLICY within_reach_in_feed ON rundbord.meeting AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])) OR (id = ANY (( SELECT rundbord.shared_records() AS shared_records)::uuid[])))));

CREATE POLICY within_reach_in_feed ON rundbord.participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((dossier_id <> ALL (( SELECT rundbord.only_reached() AS only_reached)::uuid[])) OR ((meeting_id = ANY (( SELECT rundbord.invited_to() AS invited_to)::uuid[])) OR (meeting_id = ANY (( SELECT rundbord.opened_meetings() AS opened_meetings)::uuid[])))));

CREATE POLICY within_units ON rundbord.access_request AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.action_plan AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.agenda_item AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.agreement AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.casework AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.casework_move AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.checklist_tick AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.circle_suggestion AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.conclusion AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.confirmation AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consent AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consent_document AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consent_term AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consultation AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consultation_agreement AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consultation_form AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consultation_item AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.consultation_participant AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.conversation AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.conversation_summary AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.counted_answer AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.custody AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.deadline AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.dossier AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.dossier_place AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.draft AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.emergency_access AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.emergency_review AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.exchange AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.family_relation AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.form AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.form_version AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.handover AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.handover_document AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.information_given AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.informing AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.kept_away AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.level_move AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.measure AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.meeting AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.network AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.network_evaluation AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.offer AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.participant AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.person AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.person_identifier AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.perspective AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.perspective_drawing AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.problem AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.problem_coordinator AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.process AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.proposed_time AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.reader_choice AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.resting AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.retention_due AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.share AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.shared_plan AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.time_answer AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.time_proposal AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.underretning AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units ON rundbord.video_link AS RESTRICTIVE TO rundbord_relation, rundbord_unit USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[])))) WITH CHECK (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units_in_feed ON rundbord.consultation AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units_in_feed ON rundbord.consultation_participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units_in_feed ON rundbord.meeting AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY within_units_in_feed ON rundbord.participant AS RESTRICTIVE FOR SELECT TO rundbord_calendar USING (((( SELECT rundbord.unit_limit() AS unit_limit) IS NULL) OR (dossier_id = ANY (( SELECT rundbord.dossiers_within() AS dossiers_within)::uuid[]))));

CREATE POLICY written_by_one_who_sees_the_child ON rundbord.underretning FOR INSERT TO rundbord_relation WITH CHECK (((written_by = ( SELECT rundbord.current_person() AS current_person)) AND (dossier_id = ANY (( SELECT rundbord.granted_dossiers() AS granted_dossiers)::uuid[]))));

GRANT USAGE ON SCHEMA rundbord TO rundbord_api;
GRANT USAGE ON SCHEMA rundbord TO rundbord_worker;
GRANT USAGE ON SCHEMA rundbord TO rundbord_notifier;
GRANT ALL ON SCHEMA rundbord TO rundbord_definer;
GRANT USAGE ON SCHEMA rundbord TO rundbord_family;
GRANT USAGE ON SCHEMA rundbord TO rundbord_relation;
GRANT USAGE ON SCHEMA rundbord TO rundbord_unit;
GRANT USAGE ON SCHEMA rundbord TO rundbord_oversight;
GRANT USAGE ON SCHEMA rundbord TO rundbord_auditor;
GRANT USAGE ON SCHEMA rundbord TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.about_of(p_ids uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.accepted_meetings() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.accepted_meetings() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.accepted_meetings() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.accepted_meetings() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.accepted_meetings() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.accepted_meetings() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.accepted_meetings() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.access_to_child(p_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.access_to_child(p_child uuid) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.access_to_child_then(p_child uuid, p_from timestamp with time zone, p_until timestamp with time zone) TO rundbord_oversight;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.message TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.message TO rundbord_family;
GRANT SELECT ON TABLE rundbord.message TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.message TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.message TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.message TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(not_before) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(state) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(reason) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(settled_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_family;
GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_relation;
GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_unit;
GRANT UPDATE(read_at) ON TABLE rundbord.message TO rundbord_oversight;

GRANT UPDATE(attempt) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(free_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(first_attempt_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(delivered_at) ON TABLE rundbord.message TO rundbord_notifier;

GRANT UPDATE(told_by) ON TABLE rundbord.message TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.answer_for(p_message rundbord.message) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.ask_of_series() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.ask_of_series() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.asked_to() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.asked_to() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.asked_to() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.asked_to() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.asked_to() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.asks_as_guest(p_child uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.await_again(p_awaits uuid, p_key text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.await_invitation(p_id uuid, p_participant uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.await_suggestion(p_id uuid, p_suggestion uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.await_suggestion(p_id uuid, p_suggestion uuid, p_due timestamp with time zone, p_remind timestamp with time zone[]) TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.await_times(p_id uuid, p_participant uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.begin_calendar_feed(p_host text, p_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.begin_calendar_feed(p_host text, p_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.begin_request(p_host text, p_kind text, p_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.begin_system(p_tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.begin_system(p_tenant uuid) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.begin_system(p_tenant uuid) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.busy_among(p_people uuid[], p_starts timestamp with time zone[], p_minutes integer, p_besides uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.busy_around(p_child uuid, p_people uuid[], p_starts timestamp with time zone[], p_minutes integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.busy_around(p_child uuid, p_people uuid[], p_starts timestamp with time zone[], p_minutes integer) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.busy_around(p_child uuid, p_people uuid[], p_starts timestamp with time zone[], p_minutes integer) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.busy_of_meeting(p_meeting uuid, p_starts timestamp with time zone[], p_minutes integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.busy_of_meeting(p_meeting uuid, p_starts timestamp with time zone[], p_minutes integer) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.busy_of_meeting(p_meeting uuid, p_starts timestamp with time zone[], p_minutes integer) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.cancel_messages(p_reason text, p_dossier uuid, p_meeting uuid, p_consent uuid, p_deadline uuid, p_recipient uuid, p_except text[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.casework_of_child(p_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.casework_of_child(p_child uuid) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.change_own_contact(p_version integer, p_sealed bytea, p_change uuid, p_former bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.change_own_contact(p_version integer, p_sealed bytea, p_change uuid, p_former bytea) TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.child_asked_about(p_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.child_asked_about(p_child uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.child_asked_about(p_child uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.child_asked_about(p_child uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.child_asked_about(p_child uuid) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.choice_takes_effect() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.choice_takes_effect() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.choose_contact(p_version integer, p_channels text[], p_from time without time zone, p_until time without time zone, p_days integer, p_language text) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.circle_is_protected(p_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.circle_is_protected(p_meeting uuid) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.close_time_proposal() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.close_time_proposal() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.closed_records() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.closed_records() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.closed_records() TO rundbord_relation;

REVOKE ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.consent_standing(p_dossier uuid, p_purpose text) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.consent_stands_at(p_dossier uuid, p_purpose text, p_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.consent_state(p_dossier uuid, p_purpose text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.consent_turns(p_dossier uuid, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consent_turns(p_dossier uuid, p_purpose text) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.consent_words(p_dossier uuid, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consent_words(p_dossier uuid, p_purpose text) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consent_words(p_dossier uuid, p_purpose text) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.consent_words(p_dossier uuid, p_purpose text) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.consultation_to_join(p_slot uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consultation_to_join(p_slot uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consultation_to_join(p_slot uuid) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.consultations_mailed_to(p_person uuid, p_dossiers uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.consultations_mailed_to(p_person uuid, p_dossiers uuid[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.consultations_mailed_to(p_person uuid, p_dossiers uuid[]) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.deal_with_undelivered(p_message uuid, p_resolution text, p_said bytea) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.departure_takes_effect() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.departure_takes_effect() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.derive_grants(p_child uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.derive_grants_of_absent() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.derive_grants_of_absent() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.derive_grants_of_consultation(p_dossier uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.derive_grants_on_change() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.derive_grants_on_change() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.derive_grants_on_consultation() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.derive_grants_on_consultation() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.dossier_of_asker() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.dossier_of_asker() TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.dossier_to_record(p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.dossier_to_record(p_person uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.dossier_to_record(p_person uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.dossier_to_record(p_person uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.dossiers_within() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.dossiers_within() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.dossiers_within() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.dossiers_within() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.emergency_is_kept(p_child uuid, p_category text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.emergency_is_kept(p_child uuid, p_category text) TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.emergency_look(p_ids uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.emergency_look(p_ids uuid[]) TO rundbord_relation;

REVOKE ALL ON FUNCTION rundbord.employed_until(p_person uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.employing_units() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.employing_units() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.employing_units() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.end_calendar_feeds_of_employment() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.end_calendar_feeds_of_employment() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.end_custody_with_life() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.end_custody_with_life() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.end_sessions_of_employment() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.end_sessions_of_employment() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.end_times_awaited(p_meeting uuid, p_participant uuid, p_answered boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.end_times_of_participant() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.end_times_of_participant() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.end_times_of_proposal() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.end_times_of_proposal() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.enrolment_turns() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.enrolment_turns() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.enter_tenant(p_tenant uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.event_about(p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.events_for_auditor(p_actor uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.events_for_auditor(p_actor uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_auditor;

REVOKE ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.events_of_child(p_child uuid, p_before timestamp with time zone, p_before_id uuid, p_limit integer) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.fall_back(p_message uuid, p_id uuid, p_channels text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.fall_back(p_message uuid, p_id uuid, p_channels text[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.fall_silent(p_dossier uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.family_for_login(p_tenant uuid, p_person uuid) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.feed_stands_for() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.finding_a_time(p_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.finding_a_time(p_meeting uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.finding_a_time(p_meeting uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.finding_a_time(p_meeting uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.finding_a_time(p_meeting uuid) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.finding_a_time(p_meeting uuid) TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.first_failure(p_message rundbord.message) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.first_occurrence(p_key text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.free_of_consent(p_dossier uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.granted_dossiers() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.granted_dossiers() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.handovers_accepted() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.handovers_accepted() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.handovers_accepted() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.has_lasting_part(p_child uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.has_lasting_part(p_child uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.has_lasting_part(p_child uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.has_lasting_part(p_child uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.invited_to() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_notifier;
GRANT ALL ON FUNCTION rundbord.invited_to() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.is_closed(p_area text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.is_closed(p_area text) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.is_closed(p_area text) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.is_kept_away(p_person uuid, p_dossier uuid, p_about uuid) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.is_silenced(p_person uuid, p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.is_silenced(p_person uuid, p_dossier uuid) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.is_silenced(p_person uuid, p_dossier uuid) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.join_consultation(p_slot uuid, p_participant uuid, p_role text, p_strength text, p_access_until timestamp with time zone, p_sealed bytea) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.judge_adoption() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_anew() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.judge_anew() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.judge_casework_move() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_consent() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_decision() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_resting(p_dossier uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.judge_seat_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.keep_resting(p_id uuid, p_dossier uuid, p_kind text, p_about uuid, p_meeting uuid, p_receiver uuid, p_purpose text, p_basis text, p_law text[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.kept_from_me() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.kept_from_me() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.kept_from_me() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.known_erasures(p_tenant uuid, p_ids uuid[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.leads(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.leads(p_dossier uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.leads(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.leads(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.leads(p_dossier uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.leads(p_dossier uuid) TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.led_meetings() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.led_meetings() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.led_meetings() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.led_meetings() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.led_meetings() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.led_staff() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.led_staff() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.led_staff() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.led_units() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.led_units() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.limit_of(p_tenant uuid, p_limits jsonb, p_capacity text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.live_session(p_tenant uuid, p_kind text, p_hash bytea, p_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_silent boolean, p_ttl_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.login_begin(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea, p_provider text, p_nonce text, p_verifier text, p_return_path text, p_silent boolean, p_ttl_seconds integer) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.login_take(p_tenant uuid, p_state_hash bytea, p_browser_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.look_at_measure() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.look_at_measure() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.make_calendar_feed(p_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.make_calendar_feed(p_hash bytea) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.make_calendar_feed(p_hash bytea) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.make_calendar_feed(p_hash bytea) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.mark_held() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.mark_held() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.may_ask_for(p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.may_ask_for(p_subject uuid) TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.may_ask_who_sees(p_child uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.may_break_glass(p_child uuid, p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.may_break_glass(p_child uuid, p_dossier uuid) TO rundbord_relation;

REVOKE ALL ON FUNCTION rundbord.may_record_about(p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.may_record_about(p_person uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.may_record_about(p_person uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.may_record_about(p_person uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.may_stand_in(p_absent uuid, p_delegate uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.may_stand_in(p_absent uuid, p_delegate uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.may_stand_in(p_absent uuid, p_delegate uuid) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.model_languages() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.model_languages() TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.model_of_host(p_host text, p_known uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.model_of_host(p_host text, p_known uuid) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.nobody_stands_alone() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.nobody_stands_alone() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.note_time_answer() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.note_time_answer() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.note_told(p_grant uuid, p_told boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.note_told(p_grant uuid, p_told boolean) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.only_looked_at() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.only_looked_at() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.only_looked_at() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.only_looked_at() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.only_looked_at() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.only_looks() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.only_looks() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.only_looks() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.only_looks() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.only_looks() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.only_reached() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_notifier;
GRANT ALL ON FUNCTION rundbord.only_reached() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.open_dossier(p_id uuid, p_kind text, p_unit uuid, p_pseudonym uuid, p_subject uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.open_undelivered() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.opened_meetings() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_notifier;
GRANT ALL ON FUNCTION rundbord.opened_meetings() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.own_contact() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.own_contact() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.own_contact() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.own_contact() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.own_contact() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.own_dossier() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.own_dossier() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.own_units() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.own_units() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.own_units() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.place_dossiers(p_child uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.place_on_change() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.place_on_change() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.plan_message(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_kind text, p_inbox boolean, p_meeting uuid, p_consent uuid, p_deadline uuid, p_key text, p_not_before timestamp with time zone, p_about uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.plan_reminder(p_ids uuid[], p_recipient uuid, p_dossier uuid, p_inbox boolean, p_meeting uuid, p_key text, p_at timestamp with time zone[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.professional_for_login(p_tenant uuid, p_issuer text, p_subject text, p_staff_id text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.protected_among(p_people uuid[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.prove_calendar_feeds() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.prove_calendar_feeds() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.reached_problems() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.reached_problems() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.reached_problems() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.reached_problems() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.reached_problems() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.reached_problems() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.reached_problems() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.read_business_clock() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.read_business_clock() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.read_business_clock() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.read_is_told() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.read_is_told() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_auditor;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_notifier;
GRANT ALL ON FUNCTION rundbord.record_access(p_id uuid, p_operation text, p_changed boolean, p_dossiers uuid[], p_named uuid[], p_seen uuid[]) TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamp with time zone, p_self timestamp with time zone, p_ages integer[], p_instants timestamp with time zone[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamp with time zone, p_self timestamp with time zone, p_ages integer[], p_instants timestamp with time zone[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamp with time zone, p_self timestamp with time zone, p_ages integer[], p_instants timestamp with time zone[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.record_born(p_child uuid, p_version integer, p_sealed bytea, p_majority timestamp with time zone, p_self timestamp with time zone, p_ages integer[], p_instants timestamp with time zone[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.reminder_at(p_at timestamp with time zone[], p_days integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.resend_undelivered(p_channel text, p_reason text, p_since timestamp with time zone, p_until timestamp with time zone, p_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.resend_undelivered(p_channel text, p_reason text, p_since timestamp with time zone, p_until timestamp with time zone, p_most integer) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.resting_ended(p_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.resting_ended(p_id uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.resting_ended(p_id uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.resting_ended(p_id uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.resting_ended(p_id uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.resting_ended(p_id uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.seal_standing() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.seal_standing() TO rundbord_auditor;

REVOKE ALL ON FUNCTION rundbord.sees_dossier(p_dossier uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.sees_whole(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.sees_whole(p_dossier uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.sees_whole(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.sees_whole(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.sees_whole(p_dossier uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.sees_whole(p_dossier uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.send_again(p_message uuid, p_resolution text, p_said bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.sending_now() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.sending_now() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.sending_now() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.sending_now() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_describe(p_tenant uuid, p_cookie_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_end(p_tenant uuid, p_cookie_hash bytea, p_reason text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_whole boolean, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_end_by_provider(p_tenant uuid, p_issuer text, p_sid_hash bytea, p_subject_hash bytea, p_whole boolean, p_jti_hash bytea, p_jti_expires_at timestamp with time zone) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_end_of_account(p_tenant uuid, p_issuer text, p_subject_hash bytea, p_like uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_end_of_account(p_tenant uuid, p_issuer text, p_subject_hash bytea, p_like uuid) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_event(p_session uuid, p_person uuid, p_capacity text, p_operation text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_limits jsonb, p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer, p_issued_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_open(p_tenant uuid, p_id uuid, p_cookie_hash bytea, p_replaces bytea, p_person uuid, p_capacity text, p_capacities text[], p_roles text[], p_limits jsonb, p_language text, p_provider text, p_issuer text, p_subject_hash bytea, p_sid_hash bytea, p_hint bytea, p_idle_seconds integer, p_absolute_seconds integer, p_issued_at timestamp with time zone) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.session_switch(p_tenant uuid, p_cookie_hash bytea, p_new_cookie_hash bytea, p_capacity text, p_hint bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.settle_awaited(p_awaits uuid, p_key text, p_answered boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.settle_awaited_on_change() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.settle_awaited_on_change() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.share_rests(p_dossier uuid, p_purpose text, p_consents uuid[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.shared_records() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_notifier;
GRANT ALL ON FUNCTION rundbord.shared_records() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.source_is_kept(p_child uuid, p_reason text, p_source uuid) FROM PUBLIC;

GRANT SELECT ON TABLE rundbord.share TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.share TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.share TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.share TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.share TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.share TO rundbord_worker;

GRANT UPDATE(withdrawn_by) ON TABLE rundbord.share TO rundbord_relation;
GRANT UPDATE(withdrawn_by) ON TABLE rundbord.share TO rundbord_unit;

GRANT UPDATE(withdrawn_at) ON TABLE rundbord.share TO rundbord_relation;
GRANT UPDATE(withdrawn_at) ON TABLE rundbord.share TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.share TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.share TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.standing_shares() FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.stood_in_for() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.stood_in_for() TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.stood_in_for() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.stood_in_for() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.stood_in_for() TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.stood_in_for() TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.stop_resting(p_dossier uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.stop_resting(p_dossier uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.stop_resting(p_dossier uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.stop_resting(p_dossier uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.stop_resting(p_dossier uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.supersede_perspective() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.supersede_perspective() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.sweeps_now(p_sweeps text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.sweeps_now(p_sweeps text[]) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.sweeps_now(p_sweeps text[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.sweeps_now(p_sweeps text[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.tell_busy(p_email text, p_starts timestamp with time zone[], p_ends timestamp with time zone[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_busy(p_email text, p_starts timestamp with time zone[], p_ends timestamp with time zone[]) TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.tell_delegates() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_delegates() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.tell_in_office(p_people uuid[], p_kind text, p_key text) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.tell_of_contact_change(p_change uuid, p_ids uuid[], p_channels text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_contact_change(p_change uuid, p_ids uuid[], p_channels text[]) TO rundbord_family;

REVOKE ALL ON FUNCTION rundbord.tell_of_proposal() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_proposal() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.tell_of_report() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_report() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.tell_of_report(p_report uuid, p_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_report(p_report uuid, p_key text) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.tell_of_request() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_request() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.tell_of_series(p_unit uuid, p_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_series(p_unit uuid, p_key text) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.tell_of_undelivered() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_of_undelivered() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.tell_officers(p_kind text, p_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_officers(p_kind text, p_key text) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.tenant_by_host(p_host text) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tenant_by_host(p_host text) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.tenants() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tenants() TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.tenants() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.tenants() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.token_describe(p_tenant uuid, p_token_hash bytea) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.turn_of(p_valid tstzrange) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.turn_of(p_valid tstzrange) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.undelivered_in_office() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.undelivered_in_office() TO rundbord_oversight;

REVOKE ALL ON FUNCTION rundbord.undelivered_of_actor(p_settled_days integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.undelivered_settled() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.undelivered_settled() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.undelivered_settled() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.undelivered_to_deal_with() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.undelivered_to_deal_with() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.undelivered_to_deal_with() TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.underretning_is_activity() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.underretning_is_activity() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.unit_limit() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.unit_limit() TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.unit_limit() TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.unit_limit() TO rundbord_calendar;

REVOKE ALL ON FUNCTION rundbord.unit_of(p_dossier uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.units_below(p_tenant uuid, p_units uuid[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.units_for_login(p_tenant uuid, p_keys text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.units_for_login(p_tenant uuid, p_keys text[]) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.units_of(p_tenant uuid, p_person uuid, p_capacity text, p_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.unsay_deadline() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.unsay_deadline() TO rundbord_owner;

REVOKE ALL ON FUNCTION rundbord.works_at(p_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.works_at(p_unit uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.works_at(p_unit uuid) TO rundbord_unit;

REVOKE ALL ON FUNCTION rundbord.works_here(p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_family;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_relation;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_unit;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_oversight;
GRANT ALL ON FUNCTION rundbord.works_here(p_person uuid) TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.access_event TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.access_event TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.access_grant TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.access_grant TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.access_grant TO rundbord_notifier;

GRANT SELECT,INSERT ON TABLE rundbord.access_request TO rundbord_family;
GRANT SELECT ON TABLE rundbord.access_request TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.access_request TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.access_request TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(due_at) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(extended_at) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(answered_at) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(answered_by) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(sealed) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT UPDATE(next_at) ON TABLE rundbord.access_request TO rundbord_oversight;

GRANT SELECT ON TABLE rundbord.action_plan TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.action_plan TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.action_plan TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.action_plan TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.action_plan TO rundbord_definer;

GRANT UPDATE(written_by) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(written_by) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(written_at) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(written_at) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(completed_at) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(completed_at) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(sent_at) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(sent_at) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT UPDATE(problem_id) ON TABLE rundbord.action_plan TO rundbord_relation;
GRANT UPDATE(problem_id) ON TABLE rundbord.action_plan TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.agenda_item TO rundbord_family;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.agenda_item TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.agenda_item TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.agenda_item TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.agenda_item TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.agreement TO rundbord_family;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.agreement TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.agreement TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.agreement TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.agreement TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.agreement TO rundbord_definer;

GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_unit;
GRANT UPDATE(status) ON TABLE rundbord.agreement TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.agreement TO rundbord_family;

GRANT UPDATE(settled_at) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.agreement TO rundbord_unit;
GRANT UPDATE(settled_at) ON TABLE rundbord.agreement TO rundbord_family;

GRANT UPDATE(settled_by) ON TABLE rundbord.agreement TO rundbord_relation;
GRANT UPDATE(settled_by) ON TABLE rundbord.agreement TO rundbord_unit;
GRANT UPDATE(settled_by) ON TABLE rundbord.agreement TO rundbord_family;

GRANT UPDATE(said_sealed) ON TABLE rundbord.agreement TO rundbord_family;

GRANT SELECT ON TABLE rundbord.audit_seal TO rundbord_definer;
GRANT SELECT,INSERT ON TABLE rundbord.audit_seal TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.audit_verification TO rundbord_auditor;
GRANT SELECT,INSERT ON TABLE rundbord.audit_verification TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.business_clock TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.business_clock TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.busy_time TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.busy_time TO rundbord_unit;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.busy_time TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.busy_time TO rundbord_worker;

GRANT DELETE ON TABLE rundbord.calendar_feed TO rundbord_family;
GRANT DELETE ON TABLE rundbord.calendar_feed TO rundbord_relation;
GRANT DELETE ON TABLE rundbord.calendar_feed TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.calendar_feed TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.calendar_feed TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.calendar_feed TO rundbord_family;
GRANT SELECT(tenant_id) ON TABLE rundbord.calendar_feed TO rundbord_relation;
GRANT SELECT(tenant_id) ON TABLE rundbord.calendar_feed TO rundbord_unit;

GRANT SELECT(person_id) ON TABLE rundbord.calendar_feed TO rundbord_family;
GRANT SELECT(person_id) ON TABLE rundbord.calendar_feed TO rundbord_relation;
GRANT SELECT(person_id) ON TABLE rundbord.calendar_feed TO rundbord_unit;

GRANT SELECT(capacity) ON TABLE rundbord.calendar_feed TO rundbord_family;
GRANT SELECT(capacity) ON TABLE rundbord.calendar_feed TO rundbord_relation;
GRANT SELECT(capacity) ON TABLE rundbord.calendar_feed TO rundbord_unit;

GRANT SELECT(made_at) ON TABLE rundbord.calendar_feed TO rundbord_family;
GRANT SELECT(made_at) ON TABLE rundbord.calendar_feed TO rundbord_relation;
GRANT SELECT(made_at) ON TABLE rundbord.calendar_feed TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.casework TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.casework TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.casework TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.casework TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.casework TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.casework TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.casework TO rundbord_worker;

GRANT UPDATE(model_version_id) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(model_version_id) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(self_access_from) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(self_access_from) ON TABLE rundbord.casework TO rundbord_unit;
GRANT UPDATE(self_access_from) ON TABLE rundbord.casework TO rundbord_definer;

GRANT UPDATE(closed_at) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(closed_at) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_unit;
GRANT UPDATE(last_activity_at) ON TABLE rundbord.casework TO rundbord_definer;

GRANT UPDATE(version) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(closed_reason) ON TABLE rundbord.casework TO rundbord_relation;
GRANT UPDATE(closed_reason) ON TABLE rundbord.casework TO rundbord_unit;

GRANT UPDATE(judge_at) ON TABLE rundbord.casework TO rundbord_definer;

GRANT SELECT,INSERT ON TABLE rundbord.casework_move TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.casework_move TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.casework_move TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.casework_move TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.checklist_tick TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.checklist_tick TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.checklist_tick TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.checklist_tick TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.circle_suggestion TO rundbord_definer;
GRANT SELECT,INSERT ON TABLE rundbord.circle_suggestion TO rundbord_family;
GRANT SELECT ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.circle_suggestion TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.circle_suggestion TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(settled_by) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(settled_by) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(settled_at) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.circle_suggestion TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.circle_suggestion TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.conclusion TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.conclusion TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.conclusion TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.confirmation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.confirmation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.confirmation TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.confirmation TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.confirmation TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.consent TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.consent TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consent TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.consent TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.consent TO rundbord_notifier;
GRANT SELECT,DELETE ON TABLE rundbord.consent TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent TO rundbord_worker;

GRANT UPDATE(meeting_id) ON TABLE rundbord.consent TO rundbord_definer;

GRANT UPDATE(state) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(state) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(answered_at) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(answered_at) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(answered_at) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(withdrawn_at) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(withdrawn_at) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(withdrawn_at) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(expires_at) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(expires_at) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(expires_at) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.consent TO rundbord_definer;

GRANT UPDATE(channel) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(channel) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(channel) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(recorded_by) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(recorded_by) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(recorded_at) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(recorded_at) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(withdrawn_by) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(withdrawn_by) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(invalidated_at) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(invalidated_at) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(invalidated_by) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(invalidated_by) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(warn_at) ON TABLE rundbord.consent TO rundbord_family;
GRANT UPDATE(warn_at) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(warn_at) ON TABLE rundbord.consent TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.consent TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.consent TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.consent_document TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.consent_document TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consent_document TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent_document TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent_term TO rundbord_relation;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent_term TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consent_term TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.consent_term TO rundbord_definer;

GRANT UPDATE(own_from) ON TABLE rundbord.consent_term TO rundbord_definer;

GRANT UPDATE(alone_from) ON TABLE rundbord.consent_term TO rundbord_definer;

GRANT SELECT,INSERT ON TABLE rundbord.consultation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.consultation TO rundbord_definer;

GRANT SELECT(tenant_id) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(tenant_id) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT SELECT(id) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(id) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT SELECT(dossier_id) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(dossier_id) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT UPDATE(slot_id) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(slot_id) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(status) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.consultation TO rundbord_unit;
GRANT SELECT(status) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(status) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT UPDATE(starts_at) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(starts_at) ON TABLE rundbord.consultation TO rundbord_unit;
GRANT SELECT(starts_at) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(starts_at) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT UPDATE(ends_at) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(ends_at) ON TABLE rundbord.consultation TO rundbord_unit;
GRANT SELECT(ends_at) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(ends_at) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT UPDATE(sequence) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(sequence) ON TABLE rundbord.consultation TO rundbord_unit;
GRANT SELECT(sequence) ON TABLE rundbord.consultation TO rundbord_calendar;
GRANT SELECT(sequence) ON TABLE rundbord.consultation TO rundbord_notifier;

GRANT SELECT(convener_id) ON TABLE rundbord.consultation TO rundbord_calendar;

GRANT SELECT(chair_id) ON TABLE rundbord.consultation TO rundbord_calendar;

GRANT UPDATE(outcome) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(outcome) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consultation TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consultation TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_agreement TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_agreement TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_agreement TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_form TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_form TO rundbord_worker;

GRANT UPDATE(completed) ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT UPDATE(completed) ON TABLE rundbord.consultation_form TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.consultation_form TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consultation_form TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consultation_form TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_item TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_item TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_item TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_participant TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.consultation_participant TO rundbord_worker;
GRANT SELECT,INSERT ON TABLE rundbord.consultation_participant TO rundbord_definer;

GRANT SELECT(tenant_id) ON TABLE rundbord.consultation_participant TO rundbord_calendar;
GRANT SELECT(tenant_id) ON TABLE rundbord.consultation_participant TO rundbord_notifier;

GRANT SELECT(consultation_id) ON TABLE rundbord.consultation_participant TO rundbord_calendar;
GRANT SELECT(consultation_id) ON TABLE rundbord.consultation_participant TO rundbord_notifier;

GRANT SELECT(person_id) ON TABLE rundbord.consultation_participant TO rundbord_calendar;
GRANT SELECT(person_id) ON TABLE rundbord.consultation_participant TO rundbord_notifier;

GRANT UPDATE(status) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.consultation_participant TO rundbord_unit;
GRANT SELECT(status) ON TABLE rundbord.consultation_participant TO rundbord_calendar;
GRANT SELECT(status) ON TABLE rundbord.consultation_participant TO rundbord_notifier;

GRANT UPDATE(attended) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(attended) ON TABLE rundbord.consultation_participant TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.consultation_participant TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.consultation_participant TO rundbord_unit;

GRANT UPDATE(answer) ON TABLE rundbord.consultation_participant TO rundbord_relation;
GRANT UPDATE(answer) ON TABLE rundbord.consultation_participant TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.contact_change TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.contact_change TO rundbord_notifier;
GRANT SELECT,DELETE ON TABLE rundbord.contact_change TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.contact_choice TO rundbord_family;
GRANT SELECT ON TABLE rundbord.contact_choice TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.contact_choice TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.contact_choice TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.contact_choice TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.contact_choice TO rundbord_notifier;
GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.contact_choice TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.conversation TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.conversation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.conversation TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.conversation TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.conversation TO rundbord_definer;

GRANT UPDATE(version) ON TABLE rundbord.conversation TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.conversation TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.conversation_summary TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.conversation_summary TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.conversation_summary TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.conversation_summary TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.conversation_summary TO rundbord_definer;

GRANT INSERT ON TABLE rundbord.counted_answer TO rundbord_relation;
GRANT INSERT ON TABLE rundbord.counted_answer TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.counted_answer TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.custody TO rundbord_family;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.custody TO rundbord_notifier;
GRANT SELECT,UPDATE ON TABLE rundbord.custody TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.custody TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.deadline TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.deadline TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.deadline TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.deadline TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.deadline TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.deadline TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.deadline TO rundbord_worker;

GRANT UPDATE(person_id) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(person_id) ON TABLE rundbord.deadline TO rundbord_unit;

GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_family;
GRANT UPDATE(state) ON TABLE rundbord.deadline TO rundbord_definer;

GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_family;
GRANT UPDATE(settled_at) ON TABLE rundbord.deadline TO rundbord_definer;

GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_family;
GRANT UPDATE(version) ON TABLE rundbord.deadline TO rundbord_definer;

GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_family;
GRANT UPDATE(done_at) ON TABLE rundbord.deadline TO rundbord_definer;

GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_relation;
GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_unit;
GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_family;
GRANT UPDATE(escalating) ON TABLE rundbord.deadline TO rundbord_definer;

GRANT SELECT,INSERT ON TABLE rundbord.delegation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.delegation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.delegation TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.delegation TO rundbord_worker;

GRANT UPDATE(ended_at) ON TABLE rundbord.delegation TO rundbord_relation;
GRANT UPDATE(ended_at) ON TABLE rundbord.delegation TO rundbord_unit;

GRANT UPDATE(ended_by) ON TABLE rundbord.delegation TO rundbord_relation;
GRANT UPDATE(ended_by) ON TABLE rundbord.delegation TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.delegation TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.delegation TO rundbord_unit;

GRANT SELECT,DELETE ON TABLE rundbord.delivery_attempt TO rundbord_worker;
GRANT SELECT,INSERT ON TABLE rundbord.delivery_attempt TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.delivery_attempt TO rundbord_definer;

GRANT UPDATE(ended_at) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(outcome) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(failure) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(stage) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT UPDATE(code) ON TABLE rundbord.delivery_attempt TO rundbord_notifier;

GRANT SELECT ON TABLE rundbord.departure TO rundbord_definer;
GRANT SELECT,INSERT ON TABLE rundbord.departure TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.departure TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.departure TO rundbord_worker;

GRANT UPDATE(over_at) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(over_at) ON TABLE rundbord.departure TO rundbord_unit;

GRANT UPDATE(over_by) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(over_by) ON TABLE rundbord.departure TO rundbord_unit;

GRANT UPDATE(settled_at) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.departure TO rundbord_unit;

GRANT UPDATE(handover_agreed_on) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(handover_agreed_on) ON TABLE rundbord.departure TO rundbord_unit;

GRANT UPDATE(handover_recorded_by) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(handover_recorded_by) ON TABLE rundbord.departure TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.departure TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.departure TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.departure TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.digital_post_number TO rundbord_definer;
GRANT INSERT,DELETE ON TABLE rundbord.digital_post_number TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.digital_post_number TO rundbord_worker;
GRANT SELECT(tenant_id) ON TABLE rundbord.digital_post_number TO rundbord_notifier;

GRANT SELECT(person_id) ON TABLE rundbord.digital_post_number TO rundbord_worker;
GRANT SELECT(person_id) ON TABLE rundbord.digital_post_number TO rundbord_notifier;

GRANT SELECT(dossier_id) ON TABLE rundbord.digital_post_number TO rundbord_worker;
GRANT SELECT(dossier_id) ON TABLE rundbord.digital_post_number TO rundbord_notifier;

GRANT UPDATE(sealed) ON TABLE rundbord.digital_post_number TO rundbord_worker;
GRANT SELECT(sealed) ON TABLE rundbord.digital_post_number TO rundbord_notifier;

GRANT UPDATE(told_at) ON TABLE rundbord.digital_post_number TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.dossier TO rundbord_family;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.dossier TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.dossier TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.dossier TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.dossier_place TO rundbord_family;
GRANT SELECT ON TABLE rundbord.dossier_place TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.dossier_place TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.dossier_place TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.dossier_place TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.dossier_place TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.dossier_place TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.draft TO rundbord_family;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.draft TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.draft TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.draft TO rundbord_worker;

GRANT UPDATE(saved_at) ON TABLE rundbord.draft TO rundbord_family;
GRANT UPDATE(saved_at) ON TABLE rundbord.draft TO rundbord_relation;
GRANT UPDATE(saved_at) ON TABLE rundbord.draft TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.draft TO rundbord_family;
GRANT UPDATE(sealed) ON TABLE rundbord.draft TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.draft TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.emergency_access TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.emergency_access TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.emergency_access TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.emergency_access TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.emergency_access TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.emergency_access TO rundbord_family;
GRANT SELECT(tenant_id) ON TABLE rundbord.emergency_access TO rundbord_notifier;

GRANT SELECT(id) ON TABLE rundbord.emergency_access TO rundbord_family;
GRANT SELECT(id) ON TABLE rundbord.emergency_access TO rundbord_notifier;

GRANT SELECT(dossier_id) ON TABLE rundbord.emergency_access TO rundbord_family;
GRANT SELECT(dossier_id) ON TABLE rundbord.emergency_access TO rundbord_notifier;

GRANT SELECT(child_id) ON TABLE rundbord.emergency_access TO rundbord_family;

GRANT SELECT(person_id) ON TABLE rundbord.emergency_access TO rundbord_family;
GRANT SELECT(person_id) ON TABLE rundbord.emergency_access TO rundbord_notifier;

GRANT SELECT(category) ON TABLE rundbord.emergency_access TO rundbord_family;

GRANT SELECT(opened_at) ON TABLE rundbord.emergency_access TO rundbord_family;

GRANT SELECT(valid_until) ON TABLE rundbord.emergency_access TO rundbord_family;

GRANT SELECT(ended_at) ON TABLE rundbord.emergency_access TO rundbord_family;
GRANT UPDATE(ended_at) ON TABLE rundbord.emergency_access TO rundbord_relation;
GRANT UPDATE(ended_at) ON TABLE rundbord.emergency_access TO rundbord_unit;
GRANT UPDATE(ended_at) ON TABLE rundbord.emergency_access TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.emergency_access TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.emergency_access TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.emergency_access TO rundbord_oversight;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.emergency_attempt TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.emergency_attempt TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.emergency_review TO rundbord_unit;
GRANT SELECT,INSERT ON TABLE rundbord.emergency_review TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.emergency_review TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.employment TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.employment TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.employment TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.enrolment TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.enrolment TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.erasure TO rundbord_definer;
GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.erasure TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.erasure_certificate TO rundbord_oversight;
GRANT SELECT,INSERT ON TABLE rundbord.erasure_certificate TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.exchange TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.exchange TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.exchange TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.exchange TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.exchange TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.exchange TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.family_relation TO rundbord_definer;
GRANT SELECT,INSERT ON TABLE rundbord.family_relation TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.family_relation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.family_relation TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.family_relation TO rundbord_worker;

GRANT UPDATE(valid_until) ON TABLE rundbord.family_relation TO rundbord_family;
GRANT UPDATE(valid_until) ON TABLE rundbord.family_relation TO rundbord_relation;
GRANT UPDATE(valid_until) ON TABLE rundbord.family_relation TO rundbord_unit;

GRANT UPDATE(ended_at) ON TABLE rundbord.family_relation TO rundbord_family;
GRANT UPDATE(ended_at) ON TABLE rundbord.family_relation TO rundbord_relation;
GRANT UPDATE(ended_at) ON TABLE rundbord.family_relation TO rundbord_unit;

GRANT UPDATE(ended_by) ON TABLE rundbord.family_relation TO rundbord_family;
GRANT UPDATE(ended_by) ON TABLE rundbord.family_relation TO rundbord_relation;
GRANT UPDATE(ended_by) ON TABLE rundbord.family_relation TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.family_relation TO rundbord_family;
GRANT UPDATE(version) ON TABLE rundbord.family_relation TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.family_relation TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.form TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.form TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.form TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.form TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.form TO rundbord_worker;

GRANT UPDATE(completed_at) ON TABLE rundbord.form TO rundbord_relation;
GRANT UPDATE(completed_at) ON TABLE rundbord.form TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.form TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.form TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.form TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.form TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.form_version TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.form_version TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.form_version TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.handover TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.handover TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.handover TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.handover TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.handover TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.handover TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.handover TO rundbord_worker;

GRANT UPDATE(accepted_by) ON TABLE rundbord.handover TO rundbord_relation;
GRANT UPDATE(accepted_by) ON TABLE rundbord.handover TO rundbord_unit;

GRANT UPDATE(accepted_at) ON TABLE rundbord.handover TO rundbord_relation;
GRANT UPDATE(accepted_at) ON TABLE rundbord.handover TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.handover TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.handover TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.handover_document TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.handover_document TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.handover_document TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.handover_document TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.handover_document TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.hold TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.hold TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.hold TO rundbord_definer;

GRANT UPDATE(lifted_by) ON TABLE rundbord.hold TO rundbord_oversight;

GRANT UPDATE(lifted_at) ON TABLE rundbord.hold TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.hold TO rundbord_oversight;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_family;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_unit;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_oversight;
GRANT SELECT,DELETE ON TABLE rundbord.idempotency_key TO rundbord_worker;
GRANT DELETE ON TABLE rundbord.idempotency_key TO rundbord_definer;

GRANT SELECT(tenant_id) ON TABLE rundbord.idempotency_key TO rundbord_definer;

GRANT SELECT(person_id) ON TABLE rundbord.idempotency_key TO rundbord_definer;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.indicator_figure TO rundbord_unit;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.indicator_figure TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.indicator_figure TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.indicator_figure TO rundbord_auditor;
GRANT SELECT,INSERT ON TABLE rundbord.indicator_figure TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.indicator_period TO rundbord_auditor;
GRANT SELECT,INSERT ON TABLE rundbord.indicator_period TO rundbord_worker;

GRANT UPDATE(judgement) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(judgement) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(kept_reason) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(kept_reason) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(judged_by) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(judged_by) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(released_at) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(released_at) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(released_by) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(released_by) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.indicator_period TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.indicator_period TO rundbord_oversight;

GRANT SELECT,INSERT ON TABLE rundbord.information_given TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.information_given TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.information_given TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.informing TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.informing TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.informing TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.informing TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.informing TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.intake_change TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_change TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.intake_count TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_count TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.intake_error TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_error TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_key TO rundbord_worker;

GRANT INSERT ON TABLE rundbord.intake_part TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_part TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.intake_run TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_run TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(ended_at) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(row_count) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(row_done) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(part_count) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(part_done) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(unreadable) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(accepted) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(begun) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.intake_run TO rundbord_oversight;

GRANT INSERT ON TABLE rundbord.intake_seen TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.intake_seen TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.kept_away TO rundbord_relation;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.kept_away TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.kept_away TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.kept_away TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.kept_away TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.kept_away TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.level_move TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.level_move TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.level_move TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.level_move TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.level_move TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.level_move TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.level_move TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.login_attempt TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.login_attempt TO rundbord_worker;

GRANT SELECT,INSERT,DELETE ON TABLE rundbord.logout_token_seen TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.logout_token_seen TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.measure TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.measure TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.measure TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.measure TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.measure TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.measure TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.measure TO rundbord_definer;

GRANT UPDATE(with_family) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(with_family) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(cooperates) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(cooperates) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(started_on) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(started_on) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(started_by) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(started_by) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(ended_on) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(ended_on) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(ended_by) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(ended_by) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(consent_purpose) ON TABLE rundbord.measure TO rundbord_relation;
GRANT UPDATE(consent_purpose) ON TABLE rundbord.measure TO rundbord_unit;

GRANT UPDATE(look_at) ON TABLE rundbord.measure TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.meeting TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.meeting TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.meeting TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.meeting TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.meeting TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.meeting TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT SELECT(id) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT SELECT(dossier_id) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT UPDATE(status) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT(status) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT UPDATE(starts_at) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(starts_at) ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT(starts_at) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT UPDATE(ends_at) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(ends_at) ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT(ends_at) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT UPDATE(sequence) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(sequence) ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT(sequence) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT SELECT(convener_id) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT UPDATE(chair_id) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(chair_id) ON TABLE rundbord.meeting TO rundbord_unit;
GRANT SELECT(chair_id) ON TABLE rundbord.meeting TO rundbord_calendar;

GRANT UPDATE(outcome) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(outcome) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(outcome_level) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(outcome_level) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(follow_up_by) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(follow_up_by) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT UPDATE(gathering_id) ON TABLE rundbord.meeting TO rundbord_relation;
GRANT UPDATE(gathering_id) ON TABLE rundbord.meeting TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_family;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_unit;
GRANT SELECT,INSERT ON TABLE rundbord.model_adoption TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_auditor;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.model_adoption TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.model_adoption TO rundbord_definer;

GRANT SELECT,INSERT ON TABLE rundbord.model_decision TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.model_decision TO rundbord_auditor;
GRANT SELECT,INSERT ON TABLE rundbord.model_decision TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.model_version TO rundbord_family;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_unit;
GRANT SELECT,INSERT ON TABLE rundbord.model_version TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_auditor;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_notifier;
GRANT SELECT,INSERT ON TABLE rundbord.model_version TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.model_version TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.network TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.network TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.network TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.network TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.network TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.network TO rundbord_definer;

GRANT UPDATE(bearing_force_id) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(bearing_force_id) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(contact_person_id) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(contact_person_id) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(services) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(services) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.network TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.network TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.network TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.network_evaluation TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.network_evaluation TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.network_evaluation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.network_evaluation TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.network_evaluation TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.offer TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.offer TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.offer TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.offer TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.offer TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.offer TO rundbord_definer;

GRANT UPDATE(state) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(state) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(answered_by) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(answered_by) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(answered_by) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(answered_at) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(answered_at) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(answered_at) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(recorded_by) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(recorded_by) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(recorded_by) ON TABLE rundbord.offer TO rundbord_family;

GRANT UPDATE(sealed) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.offer TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.offer TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.offer TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.offer TO rundbord_family;

GRANT SELECT ON TABLE rundbord.participant TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.participant TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.participant TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.participant TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.participant TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.participant TO rundbord_calendar;

GRANT SELECT(meeting_id) ON TABLE rundbord.participant TO rundbord_calendar;

GRANT SELECT(person_id) ON TABLE rundbord.participant TO rundbord_calendar;

GRANT UPDATE(consent_purpose) ON TABLE rundbord.participant TO rundbord_definer;

GRANT UPDATE(status) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.participant TO rundbord_unit;
GRANT SELECT(status) ON TABLE rundbord.participant TO rundbord_calendar;

GRANT UPDATE(answer) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(answer) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(answer) ON TABLE rundbord.participant TO rundbord_family;
GRANT SELECT(answer) ON TABLE rundbord.participant TO rundbord_calendar;

GRANT UPDATE(answered_at) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(answered_at) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(answered_at) ON TABLE rundbord.participant TO rundbord_family;

GRANT UPDATE(attended) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(attended) ON TABLE rundbord.participant TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(sealed) ON TABLE rundbord.participant TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_family;
GRANT UPDATE(version) ON TABLE rundbord.participant TO rundbord_definer;

GRANT UPDATE(heard_at) ON TABLE rundbord.participant TO rundbord_relation;
GRANT UPDATE(heard_at) ON TABLE rundbord.participant TO rundbord_unit;
GRANT UPDATE(heard_at) ON TABLE rundbord.participant TO rundbord_family;

GRANT SELECT ON TABLE rundbord.person TO rundbord_family;
GRANT SELECT ON TABLE rundbord.person TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.person TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.person TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.person TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.person TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.person TO rundbord_worker;

GRANT UPDATE(language) ON TABLE rundbord.person TO rundbord_definer;

GRANT UPDATE(sealed) ON TABLE rundbord.person TO rundbord_definer;

GRANT UPDATE(version) ON TABLE rundbord.person TO rundbord_definer;

GRANT UPDATE(unborn) ON TABLE rundbord.person TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.person_identifier TO rundbord_family;
GRANT SELECT ON TABLE rundbord.person_identifier TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.person_identifier TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.person_identifier TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.perspective TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.perspective TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.perspective TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.perspective TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.perspective TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.perspective TO rundbord_worker;

GRANT UPDATE(superseded_at) ON TABLE rundbord.perspective TO rundbord_definer;

GRANT UPDATE(taken_back_at) ON TABLE rundbord.perspective TO rundbord_family;
GRANT UPDATE(taken_back_at) ON TABLE rundbord.perspective TO rundbord_relation;
GRANT UPDATE(taken_back_at) ON TABLE rundbord.perspective TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.perspective_drawing TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.perspective_drawing TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.perspective_drawing TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.perspective_drawing TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.problem TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.problem TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.problem TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.problem TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.problem TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.problem TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.problem TO rundbord_worker;

GRANT UPDATE(level) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(level) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(status) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(status) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(closed_at) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(closed_at) ON TABLE rundbord.problem TO rundbord_unit;

GRANT UPDATE(closed_by) ON TABLE rundbord.problem TO rundbord_relation;
GRANT UPDATE(closed_by) ON TABLE rundbord.problem TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.problem_coordinator TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.problem_coordinator TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.problem_coordinator TO rundbord_worker;

GRANT UPDATE(person_id) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(person_id) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(since) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(since) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(pending_id) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(pending_id) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(offered_by) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(offered_by) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT UPDATE(offered_at) ON TABLE rundbord.problem_coordinator TO rundbord_relation;
GRANT UPDATE(offered_at) ON TABLE rundbord.problem_coordinator TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.process TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.process TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.process TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.process TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.process TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.process TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.process TO rundbord_definer;

GRANT UPDATE(known_on) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(known_on) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(due_on) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(due_on) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(family_told) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(family_told) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(ended_by) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(ended_by) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(ended_at) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(ended_at) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.process TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.process TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.process TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.professional_login TO rundbord_definer;
GRANT SELECT,INSERT,DELETE ON TABLE rundbord.professional_login TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.proposed_time TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.proposed_time TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.proposed_time TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.proposed_time TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.proposed_time TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.proposed_time TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.protection TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.protection TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.protection TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.protection TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.protection TO rundbord_worker;

GRANT UPDATE(recorded) ON TABLE rundbord.protection TO rundbord_relation;
GRANT UPDATE(recorded) ON TABLE rundbord.protection TO rundbord_unit;

GRANT SELECT,INSERT ON TABLE rundbord.reader_choice TO rundbord_family;
GRANT SELECT ON TABLE rundbord.reader_choice TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.reader_choice TO rundbord_worker;

GRANT UPDATE(readers) ON TABLE rundbord.reader_choice TO rundbord_family;

GRANT UPDATE(chosen_at) ON TABLE rundbord.reader_choice TO rundbord_family;

GRANT UPDATE(version) ON TABLE rundbord.reader_choice TO rundbord_family;

GRANT SELECT ON TABLE rundbord.relation TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.relation TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.relation TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.resting TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.resting TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.resting TO rundbord_oversight;
GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.resting TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.resting TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(id) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(dossier_id) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(kind) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(about_id) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(meeting_id) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(receiver_id) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(purpose) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(consents) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(basis) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(law) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(shared_by) ON TABLE rundbord.resting TO rundbord_family;

GRANT SELECT(shared_at) ON TABLE rundbord.resting TO rundbord_family;

GRANT UPDATE(put_off_until) ON TABLE rundbord.resting TO rundbord_worker;

GRANT UPDATE(failures) ON TABLE rundbord.resting TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.retention_due TO rundbord_family;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.retention_due TO rundbord_relation;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.retention_due TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.retention_due TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.retention_due TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.retention_due TO rundbord_definer;

GRANT UPDATE(held) ON TABLE rundbord.retention_due TO rundbord_definer;

GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.sending_rate TO rundbord_notifier;

GRANT SELECT ON TABLE rundbord.series TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.series TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.series TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.series TO rundbord_definer;

GRANT UPDATE(next_at) ON TABLE rundbord.series TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.series_member TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.series_member TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.series_member TO rundbord_worker;

GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.session TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.session TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.shared_plan TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.shared_plan TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.shared_plan TO rundbord_oversight;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.shared_plan TO rundbord_worker;

GRANT UPDATE(written_by) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(written_by) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT UPDATE(written_at) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(written_at) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.shared_plan TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.shared_plan TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.slot TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.slot TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.slot TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.slot TO rundbord_worker;

GRANT UPDATE(status) ON TABLE rundbord.slot TO rundbord_unit;

GRANT UPDATE(reason) ON TABLE rundbord.slot TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.slot TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.staff TO rundbord_family;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_auditor;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.staff TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.staff TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.staff TO rundbord_definer;

GRANT SELECT(person_id) ON TABLE rundbord.staff TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.sweep_run TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.sweep_run TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.tenant TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_family;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.tenant TO rundbord_auditor;

GRANT SELECT(id) ON TABLE rundbord.tenant TO rundbord_calendar;

GRANT SELECT(name) ON TABLE rundbord.tenant TO rundbord_calendar;

GRANT SELECT,INSERT ON TABLE rundbord.time_answer TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.time_answer TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.time_answer TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.time_answer TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.time_answer TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.time_answer TO rundbord_worker;

GRANT UPDATE(answer) ON TABLE rundbord.time_answer TO rundbord_family;
GRANT UPDATE(answer) ON TABLE rundbord.time_answer TO rundbord_relation;
GRANT UPDATE(answer) ON TABLE rundbord.time_answer TO rundbord_unit;

GRANT UPDATE(answered_at) ON TABLE rundbord.time_answer TO rundbord_family;
GRANT UPDATE(answered_at) ON TABLE rundbord.time_answer TO rundbord_relation;
GRANT UPDATE(answered_at) ON TABLE rundbord.time_answer TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.time_proposal TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.time_proposal TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.time_proposal TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.time_proposal TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.time_proposal TO rundbord_definer;
GRANT SELECT ON TABLE rundbord.time_proposal TO rundbord_notifier;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.time_proposal TO rundbord_worker;

GRANT UPDATE(state) ON TABLE rundbord.time_proposal TO rundbord_relation;
GRANT UPDATE(state) ON TABLE rundbord.time_proposal TO rundbord_unit;
GRANT UPDATE(state) ON TABLE rundbord.time_proposal TO rundbord_definer;

GRANT UPDATE(fixed_id) ON TABLE rundbord.time_proposal TO rundbord_relation;
GRANT UPDATE(fixed_id) ON TABLE rundbord.time_proposal TO rundbord_unit;

GRANT UPDATE(settled_at) ON TABLE rundbord.time_proposal TO rundbord_relation;
GRANT UPDATE(settled_at) ON TABLE rundbord.time_proposal TO rundbord_unit;
GRANT UPDATE(settled_at) ON TABLE rundbord.time_proposal TO rundbord_definer;

GRANT UPDATE(version) ON TABLE rundbord.time_proposal TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.time_proposal TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.time_proposal TO rundbord_definer;

GRANT SELECT ON TABLE rundbord.underretning TO rundbord_definer;
GRANT SELECT,INSERT ON TABLE rundbord.underretning TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.underretning TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.underretning TO rundbord_worker;

GRANT SELECT(tenant_id) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT SELECT(dossier_id) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT SELECT(reader_id) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT UPDATE(read_by) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(read_by) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(read_at) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(read_at) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(sent_by) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(sent_by) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(sent_at) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(sent_at) ON TABLE rundbord.underretning TO rundbord_unit;
GRANT SELECT(sent_at) ON TABLE rundbord.underretning TO rundbord_notifier;

GRANT UPDATE(sealed) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT UPDATE(version) ON TABLE rundbord.underretning TO rundbord_relation;
GRANT UPDATE(version) ON TABLE rundbord.underretning TO rundbord_unit;

GRANT SELECT ON TABLE rundbord.unit TO rundbord_family;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_relation;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_auditor;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_notifier;
GRANT SELECT ON TABLE rundbord.unit TO rundbord_definer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.unit TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.unsealed_event TO rundbord_definer;
GRANT SELECT,DELETE ON TABLE rundbord.unsealed_event TO rundbord_worker;

GRANT SELECT,INSERT ON TABLE rundbord.upward_report TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT SELECT ON TABLE rundbord.upward_report TO rundbord_oversight;
GRANT SELECT ON TABLE rundbord.upward_report TO rundbord_worker;
GRANT SELECT ON TABLE rundbord.upward_report TO rundbord_definer;

GRANT UPDATE(status) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(status) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(answer) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(answer) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(answered_by) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(answered_by) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(answered_at) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(answered_at) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(version) ON TABLE rundbord.upward_report TO rundbord_unit;
GRANT UPDATE(version) ON TABLE rundbord.upward_report TO rundbord_oversight;

GRANT UPDATE(next_at) ON TABLE rundbord.upward_report TO rundbord_worker;

GRANT UPDATE(reminded) ON TABLE rundbord.upward_report TO rundbord_worker;

GRANT UPDATE(failures) ON TABLE rundbord.upward_report TO rundbord_worker;

GRANT SELECT ON TABLE rundbord.video_link TO rundbord_family;
GRANT SELECT,INSERT ON TABLE rundbord.video_link TO rundbord_relation;
GRANT SELECT,INSERT ON TABLE rundbord.video_link TO rundbord_unit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.video_link TO rundbord_worker;

GRANT UPDATE(set_by) ON TABLE rundbord.video_link TO rundbord_relation;
GRANT UPDATE(set_by) ON TABLE rundbord.video_link TO rundbord_unit;

GRANT UPDATE(set_at) ON TABLE rundbord.video_link TO rundbord_relation;
GRANT UPDATE(set_at) ON TABLE rundbord.video_link TO rundbord_unit;

GRANT UPDATE(sealed) ON TABLE rundbord.video_link TO rundbord_relation;
GRANT UPDATE(sealed) ON TABLE rundbord.video_link TO rundbord_unit;
