-- A conversation with a child, which may be held without its parents' consent or presence (Barnets lov paragraph 5).
-- What was said stands in one table, which no parent has a policy for; what is passed on to them stands in another.

create table rundbord.conversation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid,
    held_at timestamptz not null,
    held_by uuid not null,
    support_person_offered boolean not null,
    recorded_at timestamptz not null,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, held_by) references rundbord.person (tenant_id, id)
);
create index conversation_by_dossier on rundbord.conversation (tenant_id, dossier_id, held_at);
comment on column rundbord.conversation.support_person_offered is 'Whether the child was told that it may bring a support person.';
comment on column rundbord.conversation.sealed is 'ConversationDetails: what was said, and who else was there.';

create table rundbord.conversation_summary (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    conversation_id uuid not null,
    problem_id uuid,
    written_by uuid not null,
    written_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, conversation_id),
    foreign key (tenant_id, dossier_id, conversation_id)
        references rundbord.conversation (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, written_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.conversation_summary is 'What of a conversation with a child is passed on to its parents. Written once.';
comment on column rundbord.conversation_summary.problem_id is 'The conversation''s own: what is kept from somebody keeps this too.';

do $$
declare t text;
begin
    foreach t in array array['conversation', 'conversation_summary'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
