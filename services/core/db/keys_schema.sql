CREATE SCHEMA rundbord;

ALTER SCHEMA rundbord OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.add_epoch(p_id uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    insert into rundbord.key_epoch (id, created_at) values (p_id, clock_timestamp())
$$;

ALTER FUNCTION rundbord.add_epoch(p_id uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.add_key(p_tenant uuid, p_dossier uuid, p_epoch uuid, p_wrapped bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.dossier_key (tenant_id, dossier_id, epoch_id, wrapped, created_at)
    values (p_tenant, p_dossier, p_epoch, p_wrapped, clock_timestamp());
end $$;

ALTER FUNCTION rundbord.add_key(p_tenant uuid, p_dossier uuid, p_epoch uuid, p_wrapped bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.births(p_tenant uuid, p_persons uuid[]) RETURNS TABLE(person_id uuid, born_on date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select b.person_id, b.born_on from rundbord.birth b where b.tenant_id = p_tenant and b.person_id = any (p_persons);
end $$;

ALTER FUNCTION rundbord.births(p_tenant uuid, p_persons uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.born_on(p_tenant uuid, p_born_on date) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select b.person_id from rundbord.birth b where b.tenant_id = p_tenant and b.born_on = p_born_on limit 200;
end $$;

ALTER FUNCTION rundbord.born_on(p_tenant uuid, p_born_on date) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.current_epoch() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select id from rundbord.key_epoch where retired_at is null order by created_at desc limit 1
$$;

ALTER FUNCTION rundbord.current_epoch() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.current_tenant() RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO ''
    AS $$
declare v text := pg_catalog.current_setting('rundbord.tenant', true);
begin
    if v is null or v = '' then
        raise exception 'this transaction has no tenant' using errcode = 'RB001';
    end if;
    return v::uuid;
end $$;

ALTER FUNCTION rundbord.current_tenant() OWNER TO rundbord_owner;

CREATE FUNCTION rundbord.destroy_keys(p_tenant uuid, p_dossiers uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare n integer;
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.dossier_key k where k.tenant_id = p_tenant and k.dossier_id = any (p_dossiers);
    get diagnostics n = row_count;
    return n;
end $$;

ALTER FUNCTION rundbord.destroy_keys(p_tenant uuid, p_dossiers uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.enter_tenant(p_tenant uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select set_config('rundbord.tenant', p_tenant::text, true)
$$;

ALTER FUNCTION rundbord.enter_tenant(p_tenant uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.epochs() RETURNS TABLE(id uuid, age interval, retired_for interval)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
    select e.id, clock_timestamp() - e.created_at, clock_timestamp() - e.retired_at from rundbord.key_epoch e
    where e.destroyed_at is null order by e.created_at
$$;

ALTER FUNCTION rundbord.epochs() OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[]) RETURNS TABLE(dossier_id uuid, generation smallint, epoch_id uuid, wrapped bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select k.dossier_id, k.generation, k.epoch_id, k.wrapped from rundbord.dossier_key k
        where k.tenant_id = p_tenant and k.dossier_id = any (p_dossiers);
end $$;

ALTER FUNCTION rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[]) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.find_person(p_tenant uuid, p_kind text, p_lookup bytea) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    -- A number that was replaced finds nobody: whoever shows it is let in as no one.
    return (select l.person_id from rundbord.person_lookup l
            where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup and l.retired_at is null);
end $$;

ALTER FUNCTION rundbord.find_person(p_tenant uuid, p_kind text, p_lookup bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.forget_person(p_tenant uuid, p_person uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    delete from rundbord.person_lookup l where l.tenant_id = p_tenant and l.person_id = p_person;
    delete from rundbord.birth b where b.tenant_id = p_tenant and b.person_id = p_person;
end $$;

ALTER FUNCTION rundbord.forget_person(p_tenant uuid, p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.keys_under(p_tenant uuid, p_epoch uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return (select count(*) from rundbord.dossier_key k where k.tenant_id = p_tenant and k.epoch_id = p_epoch);
end $$;

ALTER FUNCTION rundbord.keys_under(p_tenant uuid, p_epoch uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.list_keys(p_tenant uuid, p_before timestamp with time zone, p_after uuid, p_limit integer) RETURNS TABLE(dossier_id uuid, generation smallint, epoch_id uuid, wrapped bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    return query select k.dossier_id, k.generation, k.epoch_id, k.wrapped from rundbord.dossier_key k
        where k.tenant_id = p_tenant and k.created_at < p_before and (p_after is null or k.dossier_id > p_after)
        order by k.dossier_id, k.generation limit p_limit;
end $$;

ALTER FUNCTION rundbord.list_keys(p_tenant uuid, p_before timestamp with time zone, p_after uuid, p_limit integer) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.mark_epoch_destroyed(p_id uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    update rundbord.key_epoch set destroyed_at = clock_timestamp() where id = p_id and retired_at is not null
$$;

ALTER FUNCTION rundbord.mark_epoch_destroyed(p_id uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.record_birth(p_tenant uuid, p_person uuid, p_born_on date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.birth values (p_tenant, p_person, p_born_on)
    on conflict (tenant_id, person_id) do update set born_on = excluded.born_on;
end $$;

ALTER FUNCTION rundbord.record_birth(p_tenant uuid, p_person uuid, p_born_on date) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.record_first_birth(p_tenant uuid, p_person uuid, p_born_on date) RETURNS date
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.birth values (p_tenant, p_person, p_born_on) on conflict do nothing;
    return (select b.born_on from rundbord.birth b where b.tenant_id = p_tenant and b.person_id = p_person);
end $$;

ALTER FUNCTION rundbord.record_first_birth(p_tenant uuid, p_person uuid, p_born_on date) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.remember_person(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.person_lookup values (p_tenant, p_kind, p_lookup, p_person) on conflict do nothing;
    return (select l.person_id from rundbord.person_lookup l where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup);
end $$;

ALTER FUNCTION rundbord.remember_person(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.replace_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) RETURNS TABLE(holder uuid, changed boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare found_holder uuid; was_new boolean; was_retired boolean;
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.person_lookup (tenant_id, kind, lookup, person_id) values (p_tenant, p_kind, p_lookup, p_person)
    on conflict do nothing;
    was_new := found;
    select l.person_id, l.retired_at is not null into found_holder, was_retired from rundbord.person_lookup l
        where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup;
    if found_holder = p_person then
        update rundbord.person_lookup l
        set retired_at = case when l.lookup = p_lookup then null else coalesce(l.retired_at, clock_timestamp()) end
        where l.tenant_id = p_tenant and l.kind = p_kind and l.person_id = p_person;
    end if;
    return query select found_holder, found_holder = p_person and (was_new or was_retired);
end $$;

ALTER FUNCTION rundbord.replace_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.retire_epochs(p_except uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
    update rundbord.key_epoch set retired_at = clock_timestamp() where id <> p_except and retired_at is null
$$;

ALTER FUNCTION rundbord.retire_epochs(p_except uuid) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.rewrap_key(p_tenant uuid, p_dossier uuid, p_generation smallint, p_old_epoch uuid, p_epoch uuid, p_wrapped bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
    perform rundbord.enter_tenant(p_tenant);
    update rundbord.dossier_key k set epoch_id = p_epoch, wrapped = p_wrapped
        where k.tenant_id = p_tenant and k.dossier_id = p_dossier and k.generation = p_generation and k.epoch_id = p_old_epoch;
    return found;
end $$;

ALTER FUNCTION rundbord.rewrap_key(p_tenant uuid, p_dossier uuid, p_generation smallint, p_old_epoch uuid, p_epoch uuid, p_wrapped bytea) OWNER TO rundbord_definer;

CREATE FUNCTION rundbord.tell_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) RETURNS TABLE(holder uuid, standing text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare fresh boolean;
begin
    perform rundbord.enter_tenant(p_tenant);
    insert into rundbord.person_lookup (tenant_id, kind, lookup, person_id) values (p_tenant, p_kind, p_lookup, p_person)
    on conflict do nothing;
    fresh := found;
    return query select l.person_id, case when fresh then 'fresh' when l.retired_at is null then 'current' else 'retired' end
        from rundbord.person_lookup l where l.tenant_id = p_tenant and l.kind = p_kind and l.lookup = p_lookup;
end $$;

ALTER FUNCTION rundbord.tell_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) OWNER TO rundbord_definer;

CREATE TABLE rundbord.birth (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    born_on date NOT NULL
);

ALTER TABLE ONLY rundbord.birth FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.birth OWNER TO rundbord_owner;

CREATE TABLE rundbord.dossier_key (
    tenant_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    generation smallint DEFAULT 1 NOT NULL,
    epoch_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY rundbord.dossier_key FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.dossier_key OWNER TO rundbord_owner;

CREATE TABLE rundbord.key_epoch (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    destroyed_at timestamp with time zone
);

ALTER TABLE ONLY rundbord.key_epoch FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.key_epoch OWNER TO rundbord_owner;

CREATE TABLE rundbord.person_lookup (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    lookup bytea NOT NULL,
    person_id uuid NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT person_lookup_kind_check CHECK ((kind = ANY (ARRAY['cpr'::text, 'mitid'::text, 'institution'::text]))),
    CONSTRAINT person_lookup_lookup_check CHECK ((length(lookup) = 32))
);

ALTER TABLE ONLY rundbord.person_lookup FORCE ROW LEVEL SECURITY;

ALTER TABLE rundbord.person_lookup OWNER TO rundbord_owner;

ALTER TABLE ONLY rundbord.birth
    ADD CONSTRAINT birth_pkey PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY rundbord.dossier_key
    ADD CONSTRAINT dossier_key_pkey PRIMARY KEY (tenant_id, dossier_id, generation);

ALTER TABLE ONLY rundbord.key_epoch
    ADD CONSTRAINT key_epoch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rundbord.person_lookup
    ADD CONSTRAINT person_lookup_pkey PRIMARY KEY (tenant_id, kind, lookup);

CREATE INDEX dossier_key_by_epoch ON rundbord.dossier_key USING btree (epoch_id);

CREATE INDEX person_lookup_by_person ON rundbord.person_lookup USING btree (tenant_id, person_id);

ALTER TABLE ONLY rundbord.dossier_key
    ADD CONSTRAINT dossier_key_epoch_id_fkey FOREIGN KEY (epoch_id) REFERENCES rundbord.key_epoch(id);

ALTER TABLE rundbord.birth ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.dossier_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE rundbord.key_epoch ENABLE ROW LEVEL SECURITY;

CREATE POLICY of_functions ON rundbord.birth TO rundbord_definer USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_functions ON rundbord.dossier_key TO rundbord_definer USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY of_functions ON rundbord.key_epoch TO rundbord_definer USING (true) WITH CHECK (true);

CREATE POLICY of_functions ON rundbord.person_lookup TO rundbord_definer USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

ALTER TABLE rundbord.person_lookup ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_wall ON rundbord.birth AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.dossier_key AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

CREATE POLICY tenant_wall ON rundbord.person_lookup AS RESTRICTIVE USING ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant))) WITH CHECK ((tenant_id = ( SELECT rundbord.current_tenant() AS current_tenant)));

GRANT USAGE ON SCHEMA rundbord TO rundbord_api;
GRANT USAGE ON SCHEMA rundbord TO rundbord_worker;
GRANT USAGE ON SCHEMA rundbord TO rundbord_notifier;
GRANT ALL ON SCHEMA rundbord TO rundbord_definer;

REVOKE ALL ON FUNCTION rundbord.add_epoch(p_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.add_epoch(p_id uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.add_key(p_tenant uuid, p_dossier uuid, p_epoch uuid, p_wrapped bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.add_key(p_tenant uuid, p_dossier uuid, p_epoch uuid, p_wrapped bytea) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.add_key(p_tenant uuid, p_dossier uuid, p_epoch uuid, p_wrapped bytea) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.births(p_tenant uuid, p_persons uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.births(p_tenant uuid, p_persons uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.births(p_tenant uuid, p_persons uuid[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.births(p_tenant uuid, p_persons uuid[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.born_on(p_tenant uuid, p_born_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.born_on(p_tenant uuid, p_born_on date) TO rundbord_api;

REVOKE ALL ON FUNCTION rundbord.current_epoch() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.current_epoch() TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.current_epoch() TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.current_epoch() TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.destroy_keys(p_tenant uuid, p_dossiers uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.destroy_keys(p_tenant uuid, p_dossiers uuid[]) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.enter_tenant(p_tenant uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION rundbord.epochs() FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.epochs() TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[]) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[]) TO rundbord_worker;
GRANT ALL ON FUNCTION rundbord.fetch_keys(p_tenant uuid, p_dossiers uuid[]) TO rundbord_notifier;

REVOKE ALL ON FUNCTION rundbord.find_person(p_tenant uuid, p_kind text, p_lookup bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.find_person(p_tenant uuid, p_kind text, p_lookup bytea) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.find_person(p_tenant uuid, p_kind text, p_lookup bytea) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.forget_person(p_tenant uuid, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.forget_person(p_tenant uuid, p_person uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.keys_under(p_tenant uuid, p_epoch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.keys_under(p_tenant uuid, p_epoch uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.list_keys(p_tenant uuid, p_before timestamp with time zone, p_after uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.list_keys(p_tenant uuid, p_before timestamp with time zone, p_after uuid, p_limit integer) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.mark_epoch_destroyed(p_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.mark_epoch_destroyed(p_id uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.record_birth(p_tenant uuid, p_person uuid, p_born_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.record_birth(p_tenant uuid, p_person uuid, p_born_on date) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.record_first_birth(p_tenant uuid, p_person uuid, p_born_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.record_first_birth(p_tenant uuid, p_person uuid, p_born_on date) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.record_first_birth(p_tenant uuid, p_person uuid, p_born_on date) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.remember_person(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.remember_person(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) TO rundbord_api;
GRANT ALL ON FUNCTION rundbord.remember_person(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.replace_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.replace_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.retire_epochs(p_except uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.retire_epochs(p_except uuid) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.rewrap_key(p_tenant uuid, p_dossier uuid, p_generation smallint, p_old_epoch uuid, p_epoch uuid, p_wrapped bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.rewrap_key(p_tenant uuid, p_dossier uuid, p_generation smallint, p_old_epoch uuid, p_epoch uuid, p_wrapped bytea) TO rundbord_worker;

REVOKE ALL ON FUNCTION rundbord.tell_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION rundbord.tell_identifier(p_tenant uuid, p_kind text, p_lookup bytea, p_person uuid) TO rundbord_worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.birth TO rundbord_definer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.dossier_key TO rundbord_definer;

GRANT SELECT,INSERT,UPDATE ON TABLE rundbord.key_epoch TO rundbord_definer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE rundbord.person_lookup TO rundbord_definer;
