-- What somebody sees of a child by a place in a meeting begins with their yes; what was there before is shared one by one.

alter table rundbord.form add unique (tenant_id, dossier_id, id);
alter table rundbord.action_plan add unique (tenant_id, dossier_id, id);

create table rundbord.share (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    participant_id uuid not null,
    kind text not null check (kind in ('meeting', 'form', 'plan', 'problem')),
    meeting_id uuid,
    form_id uuid,
    plan_id uuid,
    problem_id uuid,
    consent_purpose text,
    consents uuid[] not null default '{}',
    law text,
    exchange_id uuid,
    told boolean not null,
    valid_until timestamptz not null,
    shared_by uuid not null,
    shared_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    sealed bytea not null check (length(sealed) > 40),
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (valid_until > shared_at),
    constraint share_of_one_record check (case kind
        when 'meeting' then meeting_id is not null and num_nonnulls(form_id, plan_id, problem_id) = 0
        when 'form' then form_id is not null and meeting_id is not null and num_nonnulls(plan_id, problem_id) = 0
        when 'plan' then plan_id is not null and num_nonnulls(meeting_id, form_id, problem_id) = 0
        else problem_id is not null and num_nonnulls(meeting_id, form_id, plan_id) = 0 end),
    -- A share without ground is none: the consents that it rests on, or the law.
    constraint share_on_a_ground check (
        (law is null) <> (consent_purpose is null) and (consent_purpose is null) = (consents = '{}')
        and (exchange_id is null or law is not null)),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, participant_id) references rundbord.participant (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, form_id) references rundbord.form (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, plan_id) references rundbord.action_plan (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, exchange_id) references rundbord.exchange (tenant_id, id) on delete cascade,
    foreign key (tenant_id, shared_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, withdrawn_by) references rundbord.person (tenant_id, id)
);
create index share_by_place on rundbord.share (tenant_id, participant_id);
create index share_by_dossier on rundbord.share (tenant_id, dossier_id, shared_at);
comment on table rundbord.share is
    'An earlier or other record, shared with somebody who has a place in a meeting: to whom, why, on what ground, until when.';
comment on column rundbord.share.participant_id is 'The place it was given to: it ends with it.';
comment on column rundbord.share.consents is 'The answers it rests on: one that is taken back ends it at once.';
comment on column rundbord.share.exchange_id is 'Where its ground is counted: the exchange that it was counted as.';
comment on column rundbord.share.told is 'Whether the family sees it.';
comment on column rundbord.share.sealed is 'ShareDetails: why.';

alter table rundbord.share enable row level security;
alter table rundbord.share force row level security;

-- Of many grants those by a place in a meeting are few, and asked for in every statement.
create index access_grant_by_reach on rundbord.access_grant (tenant_id, person_id, capacity)
    include (dossier_id, source_id, reason, valid_from, valid_until) where reason in ('invited', 'accepted');
create index agreement_by_responsible on rundbord.agreement (tenant_id, responsible_id);

-- Grants as they follow from what is there already (the migration holds the gate).
alter table rundbord.access_grant no force row level security;
alter table rundbord.participant no force row level security;
alter table rundbord.meeting no force row level security;
alter table rundbord.agreement no force row level security;
with places as (
    select g.tenant_id, g.id,
           case when a.person_id = m.convener_id then 'convener' when a.person_id = m.chair_id then 'chair'
                when a.answer = 'coming' or a.attended then 'accepted'
                when m.status in ('planned', 'agenda_sent') or exists (
                    select from rundbord.agreement r where r.tenant_id = a.tenant_id and r.responsible_id = a.id) then 'invited' end as reason,
           case when a.person_id = m.convener_id or a.person_id is not distinct from m.chair_id then a.access_from
                when a.answer = 'coming' then greatest(a.access_from, a.answered_at)
                when a.attended then greatest(a.access_from, m.starts_at) else a.access_from end as valid_from
    from rundbord.access_grant g
    join rundbord.participant a on a.tenant_id = g.tenant_id and a.id = g.source_id
    join rundbord.meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
    where g.reason = 'participant'
), gone as (
    delete from rundbord.access_grant g using places p where p.tenant_id = g.tenant_id and p.id = g.id and p.reason is null
)
update rundbord.access_grant g set reason = p.reason, valid_from = p.valid_from
from places p where p.tenant_id = g.tenant_id and p.id = g.id and p.reason is not null;
alter table rundbord.access_grant force row level security;
alter table rundbord.participant force row level security;
alter table rundbord.meeting force row level security;
alter table rundbord.agreement force row level security;

-- Reasons are added to what stands, whatever else was added meanwhile.
do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_reason_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_reason_check;
    execute 'alter table rundbord.message add constraint message_reason_check ' || replace(def, 'ARRAY[',
        'ARRAY[''not_accepted''::text, ');
end $$;
