-- Consent as a noun of its own: who must answer, how an answer was given, what rests on it, and who was only told.

-- Who must answer for a purpose in a casework, and from when: by the model that governs the case and the birth date,
-- which stands elsewhere. A custody holder who was never asked is missing, and one of former days does not count.
create table rundbord.consent_term (
    tenant_id uuid not null references rundbord.tenant,
    dossier_id uuid not null,
    purpose text not null,
    asked_of text not null check (asked_of in ('each_custody_holder', 'young_person', 'both')),
    own_age integer not null,
    alone_age integer not null,
    own_from timestamptz,
    alone_from timestamptz,
    primary key (tenant_id, dossier_id, purpose),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade
);
comment on column rundbord.consent_term.own_from is
    'Midnight Europe/Copenhagen of the birthday from which the young person answers; null before birth.';
comment on column rundbord.consent_term.alone_from is 'The same of majority: from then on the young person answers alone.';

-- Caseworks of before: the 18th birthday is known from custody; whoever has none is judged when the case is next opened.
insert into rundbord.consent_term (tenant_id, dossier_id, purpose, asked_of, own_age, alone_age, own_from, alone_from)
select c.tenant_id, c.dossier_id, p ->> 'key', coalesce(p ->> 'asked_of', 'both'), a.own, a.alone,
       ((m.at at time zone 'Europe/Copenhagen') - make_interval(years => 18 - a.own)) at time zone 'Europe/Copenhagen',
       ((m.at at time zone 'Europe/Copenhagen') + make_interval(years => a.alone - 18)) at time zone 'Europe/Copenhagen'
from rundbord.casework c
join rundbord.model_version v on v.tenant_id = c.tenant_id and v.id = c.model_version_id
cross join lateral jsonb_array_elements(coalesce(v.content -> 'purposes', '[]')) p
cross join lateral (select coalesce((p ->> 'own_from_age')::integer, 15) as own,
                           coalesce((v.content -> 'population' ->> 'majority_age')::integer, 18) as alone) a
left join lateral (select max(x.majority_at) as at from rundbord.custody x
                   where x.tenant_id = c.tenant_id and x.child_id = c.child_id and upper_inf(x.recorded)) m on true;

alter table rundbord.consent
    add column channel text check (channel in ('portal', 'paper', 'oral')),
    add column recorded_by uuid,
    add column recorded_at timestamptz,
    add column withdrawn_by uuid,
    add column invalidated_at timestamptz,
    add column invalidated_by uuid,
    add column written boolean not null default false,
    add column information text not null default '',
    add column from_whom text not null default '',
    add column to_whom text not null default '',
    add column remind_at timestamptz,
    add column escalate_at timestamptz,
    add column warn_at timestamptz,
    add column sealed bytea,
    drop constraint consent_state_check,
    add constraint consent_state_check check (state in ('asked', 'given', 'declined', 'withdrawn', 'invalidated')),
    -- Who was asked may answer on paper or in a meeting: then somebody else has written it down.
    add constraint consent_recorded_by_somebody check (
        channel is null or (channel = 'portal') = (recorded_by is null) and (recorded_by is null) = (recorded_at is null)),
    -- What the law wants in writing is not said yes to by word of mouth (Sundhedsloven § 44).
    add constraint consent_in_writing check (not written or channel is distinct from 'oral' or state <> 'given'),
    add constraint consent_invalidated_by_somebody check ((state = 'invalidated') = (invalidated_at is not null)
        and (invalidated_at is null) = (invalidated_by is null)),
    add constraint consent_of_dossier unique (tenant_id, dossier_id, id);
update rundbord.consent set channel = 'portal' where answered_at is not null;
comment on column rundbord.consent.answered_at is 'When the giver said it; on paper and in a meeting that lies before recorded_at.';
comment on column rundbord.consent.withdrawn_by is 'Who wrote a withdrawal down that was told; null: the giver took it back themselves.';
comment on column rundbord.consent.written is 'Whether its basis takes a yes in writing alone.';
comment on column rundbord.consent.information is 'What it is about, in the model''s words as they were shown; from whom and to whom beside it.';
comment on column rundbord.consent.sealed is 'ConsentDetails: where it was given, and why it was never valid.';
create index consent_to_remind on rundbord.consent (tenant_id, least(remind_at, escalate_at)) where state = 'asked';
comment on column rundbord.consent.warn_at is 'When the giver is told that a yes lapses soon; null once told, and where nothing lapses.';
create index consent_to_lapse on rundbord.consent (tenant_id, warn_at) where state = 'given';

create table rundbord.consent_document (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size integer not null check (size between 1 and 5242880),
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, id) references rundbord.consent (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, uploaded_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.consent_document is 'The paper on which somebody said yes or no: its id is that of the consent.';

-- What was shared with somebody outside the family, and the consents or the law that it rests on.
create table rundbord.resting (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    kind text not null check (kind in ('invitation', 'agenda', 'conclusion', 'exchange', 'handover', 'record', 'message')),
    about_id uuid not null,
    meeting_id uuid,
    receiver_id uuid,
    purpose text,
    consents uuid[] not null default '{}',
    basis text,
    law text[] not null default '{}',
    until timestamptz,
    shared_by uuid,
    shared_at timestamptz not null,
    stopped_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    constraint resting_on_one check ((purpose is null) <> (basis is null) and (purpose is null) = (consents = '{}'))
);
create index resting_by_dossier on rundbord.resting (tenant_id, dossier_id, shared_at);
create index resting_by_end on rundbord.resting (tenant_id, until) where stopped_at is null and purpose is not null;
comment on column rundbord.resting.about_id is 'The participant, exchange, handover or share of the record that it is.';
comment on column rundbord.resting.consents is 'The answers that stood when it was shared, one of each who must answer.';
comment on column rundbord.resting.basis is 'Where no consent is needed: the exchange''s or meeting type''s key in the model, with the law beside it.';
comment on column rundbord.resting.stopped_at is 'From when on nothing more is shared: what it rested on stands no longer. What was shared stays recorded.';

-- That somebody was told, where the model wants them to know and does not ask.
create table rundbord.informing (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid,
    person_id uuid not null,
    channel text not null check (channel in ('letter', 'telephone', 'conversation', 'portal')),
    informed_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, recorded_by) references rundbord.person (tenant_id, id)
);
create index informing_by_dossier on rundbord.informing (tenant_id, dossier_id);

do $$
declare t text;
begin
    foreach t in array array['consent_term', 'consent_document', 'resting', 'informing'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;

-- Kinds are added to what stands, whatever else was added meanwhile.
do $$
declare def text := (select pg_get_constraintdef(oid) from pg_constraint
                     where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[',
        'ARRAY[''consent_reminder''::text, ''consent_unanswered''::text, ''consent_lapsing''::text, ''consent_ended''::text, ''invitation_paused''::text, ');
end $$;
