-- A CPR number to write to: kept for Digital Post alone, sealed in the person's own dossier, and only where the municipality
-- sends Digital Post (docs/adr/0026-a-number-is-kept-for-digital-post.md).

create table rundbord.digital_post_number (
    tenant_id uuid not null references rundbord.tenant,
    person_id uuid not null,
    dossier_id uuid not null,
    sealed bytea not null,
    told_at timestamptz not null,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade
);
create index digital_post_number_by_dossier on rundbord.digital_post_number (tenant_id, dossier_id);
comment on table rundbord.digital_post_number is
    'The CPR number by which Digital Post reaches a grown-up of a family, or a young person from 15. Only the notifier reads what is sealed.';
comment on column rundbord.digital_post_number.dossier_id is 'The person''s own: the number goes with its key.';

alter table rundbord.digital_post_number enable row level security;
alter table rundbord.digital_post_number force row level security;
