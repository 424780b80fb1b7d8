-- Why a meeting came to its outcome stands by itself: it is part of the record, and the meeting's own row is not.

create table rundbord.conclusion (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, meeting_id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade
);
comment on table rundbord.conclusion is
    'The recorded reason of an outcome. Of meetings concluded before this table it stands among the meeting''s details.';

alter table rundbord.conclusion enable row level security;
alter table rundbord.conclusion force row level security;
