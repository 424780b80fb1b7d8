-- The private calendar: how its address becomes an actor, and what that actor sees.
--
-- Why this is safe: an address is resolved to one person in one capacity by begin_calendar_feed alone, which asks at every
-- reading what a log-in would be asked. The transaction then takes on a role that reads the times of meetings and has a
-- privilege on nothing else, no column of theirs that says more, and no table for writing. Which meetings is decided by
-- the very policies of the capacities: feed_sees() copies them, in the file that makes them.

set role rundbord_definer;

-- A professional's feed stands on a log-in for so long, by the machine's clock.
create or replace function rundbord.feed_stands_for() returns interval language sql immutable parallel safe
    set search_path = '' as $$ select interval '90 days' $$;

-- The begin of a reading. No row: unknown, ended or somebody else's municipality, which are all the same.
create or replace function rundbord.begin_calendar_feed(p_host text, p_hash bytea)
    returns table (tenant_id uuid, tenant_slug text, person_id uuid, capacity text, language text, now timestamptz)
    language plpgsql volatile security definer set search_path = '' as $$
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
comment on function rundbord.begin_calendar_feed(text, bytea) is
    'Who a calendar''s address reads for, if that stands at this moment; begins the transaction as them.';

-- A new address for the actor; the one before ends. It is of the session's own account, roles and language.
create or replace function rundbord.make_calendar_feed(p_hash bytea) returns timestamptz language sql volatile security definer
    set search_path = '' as $$
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
comment on function rundbord.make_calendar_feed(bytea) is 'When it was made: now. Null where the session is not the actor''s.';

-- The newest log-in of an account says what its feeds may go on showing; one that was dead stays dead.
create or replace function rundbord.prove_calendar_feeds() returns trigger language plpgsql security definer set search_path = '' as $$
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

-- What an employment gave ends with it for good, as a session does (person/policies.sql).
create or replace function rundbord.end_calendar_feeds_of_employment() returns trigger language plpgsql security definer
    set search_path = '' as $$
declare r record := coalesce(new, old);
begin
    perform rundbord.enter_tenant(r.tenant_id);
    delete from rundbord.calendar_feed f
    where f.tenant_id = r.tenant_id and f.person_id = r.person_id and f.capacity <> 'family'
      and cardinality(rundbord.units_of(f.tenant_id, f.person_id, f.capacity, rundbord.business_now())) = 0;
    return null;
end $$;
grant execute on function rundbord.prove_calendar_feeds(), rundbord.end_calendar_feeds_of_employment() to rundbord_owner;
grant execute on function rundbord.begin_calendar_feed(text, bytea) to rundbord_api;
grant execute on function rundbord.make_calendar_feed(bytea) to rundbord_family, rundbord_relation, rundbord_unit;
grant execute on function rundbord.granted_dossiers(), rundbord.kept_from_me(), rundbord.only_reached(), rundbord.invited_to(),
    rundbord.shared_records(), rundbord.opened_meetings(), rundbord.unit_limit(), rundbord.dossiers_within(), rundbord.leads(uuid),
    rundbord.record_access(uuid, text, boolean, uuid[], uuid[], uuid[]) to rundbord_calendar;
reset role;

create or replace trigger prove_calendar_feeds after insert on rundbord.session
    for each row when (new.kind = 'cookie' and new.capacity <> 'family') execute function rundbord.prove_calendar_feeds();
drop trigger if exists end_calendar_feeds on rundbord.employment;
create constraint trigger end_calendar_feeds after update or delete on rundbord.employment deferrable initially deferred
    for each row execute function rundbord.end_calendar_feeds_of_employment();

call rundbord.wall_of_tenant('calendar_feed', '');
drop policy if exists own on rundbord.calendar_feed;
create policy own on rundbord.calendar_feed to rundbord_family, rundbord_relation, rundbord_unit
    using (person_id = (select rundbord.current_person()) and capacity = (select rundbord.current_capacity()));
-- One's own, that it is there and since when: what the address holds is nobody's to read.
grant select (tenant_id, person_id, capacity, made_at), delete on rundbord.calendar_feed
    to rundbord_family, rundbord_relation, rundbord_unit;
grant select, insert, update, delete on rundbord.calendar_feed to rundbord_definer;
grant select, delete on rundbord.calendar_feed to rundbord_worker;

drop policy if exists own_in_feed on rundbord.tenant;
create policy own_in_feed on rundbord.tenant for select to rundbord_calendar using (id = (select rundbord.current_tenant()));
grant select (id, name) on rundbord.tenant to rundbord_calendar;

-- Lets a calendar see of a table what its actor sees there: every policy for reading of the capacities, copied. They ask
-- who acts and in which capacity, so each lets through what it would; the unit's is asked row by row.
create or replace procedure rundbord.feed_sees(p_table text) language plpgsql set search_path = '' as $$
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
