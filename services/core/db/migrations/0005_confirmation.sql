-- What professionals have confirmed about a problem: the facts that the model's conditions ask for.

create table rundbord.confirmation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid not null,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, confirmed_by) references rundbord.person (tenant_id, id)
);
create index confirmation_by_dossier on rundbord.confirmation (tenant_id, dossier_id, confirmed_at);
comment on table rundbord.confirmation is
    'Each row is all that was confirmed from then on; the newest counts, the older ones say who changed what. No family may read it.';

alter table rundbord.confirmation enable row level security;
alter table rundbord.confirmation force row level security;
