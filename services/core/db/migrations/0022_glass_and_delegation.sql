-- Where a dossier belongs from moment to moment; the glass that is broken in an emergency; who acts for the absent.

-- ---------------------------------------------------------------- the unit, at every moment

create table rundbord.dossier_place (
    tenant_id uuid not null references rundbord.tenant,
    dossier_id uuid not null,
    unit_id uuid not null,
    valid_from timestamptz not null,
    valid_until timestamptz,
    primary key (tenant_id, dossier_id, valid_from),
    check (valid_until > valid_from),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id)
);
create index dossier_place_by_unit on rundbord.dossier_place (tenant_id, unit_id) include (dossier_id, valid_from, valid_until);
comment on table rundbord.dossier_place is
    'Which unit a dossier belongs to, from and until when. Derived by the database from enrolments; no service can write it.';
comment on column rundbord.dossier.unit_id is
    'The unit as it was last settled, for what counts by unit. Who may see the dossier goes by dossier_place.';

-- ---------------------------------------------------------------- breaking the glass

create table rundbord.emergency_access (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    capacity text not null check (capacity in ('professional', 'adviser')),
    category text not null check (category ~ '^[a-z_]{1,40}$'),
    sealed bytea not null check (length(sealed) > 40),
    opened_at timestamptz not null,
    valid_until timestamptz not null,
    ended_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    check (valid_until > opened_at and valid_until <= opened_at + interval '24 hours'),
    check (ended_at >= opened_at),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
create index emergency_access_by_person on rundbord.emergency_access (tenant_id, person_id, opened_at);
create index emergency_access_by_child on rundbord.emergency_access (tenant_id, child_id);
create index emergency_access_by_time on rundbord.emergency_access (tenant_id, opened_at);
comment on table rundbord.emergency_access is
    'A professional without a reason to see a child opened it in an emergency: why, and until when. Grants come of the row.';
comment on column rundbord.emergency_access.dossier_id is 'The child''s identity dossier.';
comment on column rundbord.emergency_access.sealed is 'EmergencyReason: what happened, in the professional''s own words.';

create table rundbord.emergency_review (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    emergency_id uuid not null,
    reviewed_by uuid not null,
    capacity text not null check (capacity in ('leader', 'dpo')),
    reviewed_at timestamptz not null,
    justified boolean not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, emergency_id, reviewed_by),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, emergency_id) references rundbord.emergency_access (tenant_id, id) on delete cascade,
    foreign key (tenant_id, reviewed_by) references rundbord.person (tenant_id, id) on delete cascade
);
comment on table rundbord.emergency_review is
    'Whether it was justified, as a leader of the unit or the data protection officer sees it: each by themselves, once.';
comment on column rundbord.emergency_review.sealed is 'EmergencyNote: why they see it so.';

create table rundbord.emergency_attempt (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    tried_at timestamptz not null,
    made_in xid8 not null default pg_current_xact_id(),
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
create index emergency_attempt_by_person on rundbord.emergency_attempt (tenant_id, person_id, tried_at);
comment on table rundbord.emergency_attempt is
    'That a child was looked for in an emergency, found or not, by the machine''s clock: so many an hour, and no more.';

-- ---------------------------------------------------------------- delegation

create table rundbord.delegation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    absent_id uuid not null,
    delegate_id uuid not null,
    child_id uuid,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    version integer not null default 1,
    primary key (tenant_id, id),
    check (absent_id <> delegate_id),
    check (valid_until > valid_from and valid_until <= valid_from + interval '366 days'),
    check ((ended_at is null) = (ended_by is null)),
    foreign key (tenant_id, absent_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, delegate_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, made_by) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, ended_by) references rundbord.person (tenant_id, id) on delete cascade
);
create index delegation_by_absent on rundbord.delegation (tenant_id, absent_id);
create index delegation_by_delegate on rundbord.delegation (tenant_id, delegate_id);
comment on table rundbord.delegation is
    'Who acts for a professional while they are away: for one child, or (null) for all they have a part in by themselves.';

alter table rundbord.access_grant add column on_behalf_of uuid;
comment on column rundbord.access_grant.on_behalf_of is 'Whose relation or thread a delegate''s grant comes of.';
alter table rundbord.message add column on_behalf_of uuid;
comment on column rundbord.message.on_behalf_of is 'Who is away and is told the same: what may be told is judged as if to them.';
-- Migrations of one time may not need each other: what the check allows already it goes on allowing.
do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[',
        'ARRAY[''emergency_access''::text, ''delegated''::text, ');
end $$;

do $$
declare t text;
begin
    foreach t in array array['dossier_place', 'emergency_access', 'emergency_review', 'emergency_attempt', 'delegation'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
    -- The owner reads these rows once, to place the dossiers that are there (the migration holds the gate).
    foreach t in array array['dossier', 'dossier_place', 'person', 'casework', 'enrolment'] loop
        execute format('alter table rundbord.%I no force row level security', t);
    end loop;
    insert into rundbord.dossier_place (tenant_id, dossier_id, unit_id, valid_from)
    select d.tenant_id, d.id, d.unit_id, '-infinity' from rundbord.dossier d
    left join rundbord.casework c on c.tenant_id = d.tenant_id and c.dossier_id = d.id
    where d.unit_id is not null and (d.kind in ('group', 'anonymous') or c.closed_at is not null);
    with spans as (
        select e.tenant_id, e.child_id, e.id, e.unit_id, coalesce(lower(e.valid), '-infinity') as since, upper(e.valid) as until
        from rundbord.enrolment e where upper_inf(e.recorded) and not isempty(e.valid)
    ), edges as (
        select tenant_id, child_id, since as at from spans union select tenant_id, child_id, until from spans where until is not null
    ), steps as (
        select tenant_id, child_id, at, lead(at) over (partition by tenant_id, child_id order by at) as until from edges
    ), placed as (
        select s.tenant_id, s.child_id, s.at, s.until,
               (select x.unit_id from spans x where x.tenant_id = s.tenant_id and x.child_id = s.child_id
                  and x.since <= s.at and (x.until is null or x.until > s.at) order by x.since desc, x.id limit 1) as unit_id
        from steps s
    ), dossiers as (
        select p.tenant_id, p.id as child_id, p.dossier_id from rundbord.person p
        union all
        select c.tenant_id, c.child_id, c.dossier_id from rundbord.casework c where c.closed_at is null
    )
    insert into rundbord.dossier_place (tenant_id, dossier_id, unit_id, valid_from, valid_until)
    select d.tenant_id, d.dossier_id, p.unit_id, p.at, p.until
    from placed p join dossiers d on d.tenant_id = p.tenant_id and d.child_id = p.child_id
    where p.unit_id is not null;
    foreach t in array array['dossier', 'dossier_place', 'person', 'casework', 'enrolment'] loop
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
