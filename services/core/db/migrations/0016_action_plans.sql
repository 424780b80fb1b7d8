-- The plan that is made with a child and its family, and lives on from meeting to meeting.

create table rundbord.action_plan (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    document_key text not null,
    form_key text not null,
    model_version_id uuid not null,
    written_by uuid not null,
    written_at timestamptz not null,
    completed_at timestamptz,
    sent_at timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, document_key),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, written_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.action_plan is 'A document of the case with a form of its own: goals and tasks, adjusted after each follow-up.';
comment on column rundbord.action_plan.completed_at is 'When all that the form asks for stood there for the first time.';
comment on column rundbord.action_plan.sent_at is 'When its present words were sent to the circle; null once they were adjusted again.';

alter table rundbord.action_plan enable row level security;
alter table rundbord.action_plan force row level security;

alter table rundbord.message drop constraint message_kind_check;
alter table rundbord.message add constraint message_kind_check check (kind in (
    'invitation', 'meeting_moved', 'meeting_cancelled', 'agenda_sent', 'agenda_added', 'answer_received',
    'meeting_reminder', 'meeting_concluded', 'deadline_reminder', 'deadline_missed', 'deadline_escalated',
    'consent_asked', 'consent_answered', 'consent_withdrawn', 'coordinator_offered', 'coordinator_changed',
    'access_ended', 'case_news', 'circle_suggested', 'circle_answered', 'chair_agreed', 'action_plan_sent'));
