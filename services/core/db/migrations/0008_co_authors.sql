-- The family helps make a meeting: they are heard before the agenda is final, and say who should come or stay away.

alter table rundbord.participant add column heard_at timestamptz;
comment on column rundbord.participant.heard_at is
    'When someone of the family had said what they wanted to on agenda and circle, by themselves or as recorded by the convener.';

create table rundbord.circle_suggestion (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    participant_id uuid,
    suggested_by uuid not null,
    made_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'followed', 'not_followed')),
    settled_by uuid,
    settled_at timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((state = 'open') = (settled_at is null)),
    check ((settled_by is null) = (settled_at is null)),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, participant_id) references rundbord.participant (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, suggested_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, settled_by) references rundbord.person (tenant_id, id)
);
create index circle_suggestion_by_meeting on rundbord.circle_suggestion (tenant_id, meeting_id, made_at);
comment on table rundbord.circle_suggestion is
    'Whom a family wants at a meeting, or away from it. Of the family only the one who said it reads it.';
comment on column rundbord.circle_suggestion.participant_id is 'The one who should stay away; null: someone should come.';

alter table rundbord.circle_suggestion enable row level security;
alter table rundbord.circle_suggestion force row level security;

alter table rundbord.message drop constraint message_kind_check;
alter table rundbord.message add constraint message_kind_check check (kind in (
    'invitation', 'meeting_moved', 'meeting_cancelled', 'agenda_sent', 'agenda_added', 'answer_received',
    'meeting_reminder', 'meeting_concluded', 'deadline_reminder', 'deadline_missed', 'deadline_escalated',
    'consent_asked', 'consent_answered', 'consent_withdrawn', 'coordinator_offered', 'coordinator_changed',
    'access_ended', 'case_news', 'circle_suggested', 'circle_answered', 'chair_agreed'));
