-- The statutory notification of concern, its authority's clocks, and a neutral word to those it is for.

create table rundbord.underretning (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    child_id uuid not null,
    problem_id uuid,
    bypass text not null,
    written_by uuid not null,
    written_at timestamptz not null,
    reader_id uuid,
    read_by uuid,
    read_at timestamptz,
    sent_by uuid,
    sent_at timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    check ((read_by is null) = (read_at is null)),
    check ((sent_by is null) = (sent_at is null)),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, written_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, reader_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, read_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, sent_by) references rundbord.person (tenant_id, id)
);
create index underretning_by_dossier on rundbord.underretning (tenant_id, dossier_id, written_at);
create index underretning_by_writer on rundbord.underretning (tenant_id, written_by);
create index underretning_by_reader on rundbord.underretning (tenant_id, reader_id) where reader_id is not null;
comment on table rundbord.underretning is
    'For its writer, its reader, the leader of the unit and the adviser. No family has a policy or a privilege here.';
comment on column rundbord.underretning.reader_id is 'Who was asked to read it first; sending never waits for that.';

alter table rundbord.underretning enable row level security;
alter table rundbord.underretning force row level security;

alter table rundbord.deadline add column underretning_id uuid;
alter table rundbord.deadline add foreign key (tenant_id, dossier_id, underretning_id)
    references rundbord.underretning (tenant_id, dossier_id, id) on delete cascade;
drop index rundbord.deadline_once;
create unique index deadline_once on rundbord.deadline
    (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, key, person_id) nulls not distinct where state = 'open';
create index deadline_by_underretning on rundbord.deadline (tenant_id, underretning_id) where underretning_id is not null;

alter table rundbord.message drop constraint message_kind_check;
alter table rundbord.message add constraint message_kind_check check (kind in (
    'invitation', 'meeting_moved', 'meeting_cancelled', 'agenda_sent', 'agenda_added', 'answer_received',
    'meeting_reminder', 'meeting_concluded', 'deadline_reminder', 'deadline_missed', 'deadline_escalated',
    'consent_asked', 'consent_answered', 'consent_withdrawn', 'coordinator_offered', 'coordinator_changed',
    'access_ended', 'case_news'));
