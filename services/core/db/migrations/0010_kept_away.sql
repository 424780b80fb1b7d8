-- Who of a family must not be told of a problem or a case, and whom a family lets read the record of a meeting.

create table rundbord.kept_away (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid,
    kind text not null check (kind in ('child', 'parent', 'network')),
    since timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade
);
create unique index kept_away_once on rundbord.kept_away (tenant_id, dossier_id, problem_id, kind) nulls not distinct;
comment on table rundbord.kept_away is
    'What a shield of the model comes to now: of this problem (null: of the whole case) these of the family learn nothing.';

-- A place in the circle that a shield has taken away; only a person gives it back.
alter table rundbord.participant drop constraint participant_status_check;
alter table rundbord.participant add constraint participant_status_check
    check (status in ('invited', 'left_out', 'removed', 'suspended'));

alter table rundbord.message add column about_id uuid;
comment on column rundbord.message.about_id is
    'The problem or underretning that it comes from, however it does: what is kept from somebody is not sent to them.';
create index message_by_about on rundbord.message (tenant_id, about_id) where about_id is not null;
alter table rundbord.message drop constraint message_reason_check;
alter table rundbord.message add constraint message_reason_check check (reason in (
    'meeting_cancelled', 'meeting_moved', 'meeting_over', 'not_invited', 'access_ended', 'consent_withdrawn',
    'consent_settled', 'deadline_settled', 'recipient_gone', 'superseded', 'no_address', 'refused',
    'out_of_patience', 'kept_away'));

alter table rundbord.access_event add column about uuid[];
comment on column rundbord.access_event.about is
    'Of each dossier the problems and underretninger it was about, or the dossier itself; null: from before this was kept.';

-- The owner reads these rows once, to say what waiting messages are about (the migration holds the gate).
do $$
declare t text;
begin
    foreach t in array array['message', 'meeting', 'consent', 'deadline'] loop
        execute format('alter table rundbord.%I no force row level security', t);
    end loop;
    update rundbord.message m set about_id = coalesce(
        (select d.underretning_id from rundbord.deadline d where d.tenant_id = m.tenant_id and d.id = m.deadline_id),
        (select d.problem_id from rundbord.deadline d where d.tenant_id = m.tenant_id and d.id = m.deadline_id),
        (select g.problem_id from rundbord.meeting g where g.tenant_id = m.tenant_id and g.id = coalesce(
            m.meeting_id, (select c.meeting_id from rundbord.consent c where c.tenant_id = m.tenant_id and c.id = m.consent_id))));
    foreach t in array array['message', 'meeting', 'consent', 'deadline'] loop
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;

alter table rundbord.meeting add column record_for text not null default 'circle'
    check (record_for in ('circle', 'chosen', 'professionals'));
comment on column rundbord.meeting.record_for is
    'Who may read its record, as its type had it when it was called: the circle, those the family chooses, or no family.';
create index meeting_record_for on rundbord.meeting (tenant_id, dossier_id) where record_for <> 'circle';

create table rundbord.reader_choice (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    chooser_id uuid not null,
    readers uuid[] not null,
    chosen_at timestamptz not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, meeting_id, chooser_id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, chooser_id) references rundbord.person (tenant_id, id)
);
comment on table rundbord.reader_choice is
    'Whom one of the family lets read the record of a meeting. It is read by those whom all of the family have chosen.';
comment on column rundbord.reader_choice.readers is 'Participants of the meeting.';

do $$
declare t text;
begin
    foreach t in array array['kept_away', 'reader_choice']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
