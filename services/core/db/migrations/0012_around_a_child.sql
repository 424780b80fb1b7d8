-- What is done around a child beside levels and meetings: offers and the plan made with the family, checklists,
-- networks, knowledge handed over, and private information exchanged without consent.

create table rundbord.offer (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    offer_key text not null,
    model_version_id uuid not null,
    state text not null check (state in ('offered', 'accepted', 'declined')),
    offered_by uuid not null,
    offered_at timestamptz not null,
    answered_by uuid,
    answered_at timestamptz,
    recorded_by uuid,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    unique (tenant_id, dossier_id, offer_key),
    check ((state = 'offered') = (answered_at is null)),
    check (answered_at is null or (answered_by is null) <> (recorded_by is null)),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, offered_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, answered_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, recorded_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.offer is 'What a family is offered, and its own answer: one for the family, the latest stands.';
comment on column rundbord.offer.recorded_by is 'Who noted an answer that was told; null where one of the family answered here.';

create table rundbord.shared_plan (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    offer_id uuid not null,
    form_key text not null,
    model_version_id uuid not null,
    written_by uuid not null,
    written_at timestamptz not null,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, offer_id),
    foreign key (tenant_id, dossier_id, offer_id) references rundbord.offer (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, written_by) references rundbord.person (tenant_id, id)
);
create index shared_plan_by_dossier on rundbord.shared_plan (tenant_id, dossier_id);
comment on table rundbord.shared_plan is 'The form of an accepted offer: goals and decisions made with the family.';

create table rundbord.checklist_tick (
    tenant_id uuid not null references rundbord.tenant,
    dossier_id uuid not null,
    checklist_key text not null,
    item_key text not null,
    ticked_by uuid not null,
    ticked_at timestamptz not null,
    primary key (tenant_id, dossier_id, checklist_key, item_key),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, ticked_by) references rundbord.person (tenant_id, id)
);

create table rundbord.network (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    network_key text not null,
    model_version_id uuid not null,
    bearing_force_id uuid,
    contact_person_id uuid,
    services text[] not null,
    formed_by uuid not null,
    formed_at timestamptz not null,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    unique (tenant_id, dossier_id, network_key),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, bearing_force_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, contact_person_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, formed_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.network is 'A network about one family: who bears it, whom the family contacts, which services take part.';

create table rundbord.network_evaluation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    network_id uuid not null,
    form_key text not null,
    model_version_id uuid not null,
    by_family boolean not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, network_id) references rundbord.network (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, recorded_by) references rundbord.person (tenant_id, id)
);
create index network_evaluation_by_network on rundbord.network_evaluation (tenant_id, network_id, recorded_at);
comment on column rundbord.network_evaluation.by_family is
    'One of the family answered the few questions: nobody else of it sees that. Otherwise it is the professionals'' status.';

create table rundbord.handover (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    handover_key text not null,
    form_key text not null,
    model_version_id uuid not null,
    consent_purpose text,
    to_unit_id uuid,
    to_person_id uuid,
    handed_by uuid not null,
    handed_at timestamptz not null,
    accepted_by uuid,
    accepted_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    check ((to_unit_id is null) <> (to_person_id is null)),
    check ((accepted_by is null) = (accepted_at is null)),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, to_unit_id) references rundbord.unit (tenant_id, id),
    foreign key (tenant_id, to_person_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, handed_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, accepted_by) references rundbord.person (tenant_id, id)
);
create index handover_by_dossier on rundbord.handover (tenant_id, dossier_id, handed_at);
create index handover_by_unit on rundbord.handover (tenant_id, to_unit_id) where to_unit_id is not null;
create index handover_by_person on rundbord.handover (tenant_id, to_person_id) where to_person_id is not null;
create index handover_by_receiver on rundbord.handover (tenant_id, accepted_by) where accepted_by is not null;
comment on table rundbord.handover is
    'An envelope: to whom knowledge goes. Its content is the handover_document, which the receiver sees once accepted.';

create table rundbord.handover_document (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, id) references rundbord.handover (tenant_id, dossier_id, id) on delete cascade
);
comment on column rundbord.handover_document.id is 'That of its handover.';

create table rundbord.exchange (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    child_id uuid not null,
    exchange_key text not null,
    special boolean not null,
    told boolean not null,
    exchanged_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, recorded_by) references rundbord.person (tenant_id, id)
);
create index exchange_by_child on rundbord.exchange (tenant_id, child_id, exchange_key);
create index exchange_by_dossier on rundbord.exchange (tenant_id, dossier_id);
comment on table rundbord.exchange is 'Private information exchanged on a legal basis without consent; counted for each child and basis.';
comment on column rundbord.exchange.told is 'Whether the family sees it: not where it was made while a shield of the model stood.';

do $$
declare t text;
begin
    foreach t in array array['offer', 'shared_plan', 'checklist_tick', 'network', 'network_evaluation', 'handover',
                             'handover_document', 'exchange']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
