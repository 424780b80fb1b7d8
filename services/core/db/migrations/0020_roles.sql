-- What a municipality's provider says narrows what a session sees; a login may be asked for without a word to the person;
-- and someone can be employed to look after the looking.

alter table rundbord.session add column limits jsonb not null default '{}';
comment on column rundbord.session.limits is
    'By capacity, as the provider constrained it: ids of units, and areas that are closed. A capacity that is not there has no limit.';

alter table rundbord.login_attempt add column silent boolean not null default false;
comment on column rundbord.login_attempt.silent is 'Whether the provider was asked not to show the person anything.';

alter table rundbord.employment drop constraint employment_role_check;
alter table rundbord.employment add constraint employment_role_check
    check (role in ('professional', 'leader', 'adviser', 'administrator', 'dpo', 'auditor'));

create table rundbord.audit_verification (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    verified_at timestamptz not null,
    links bigint not null check (links >= 0),
    waiting bigint not null check (waiting >= 0),
    findings text[] not null,
    notes text[] not null,
    primary key (tenant_id, id)
);
create index audit_verification_by_time on rundbord.audit_verification (tenant_id, verified_at);
comment on table rundbord.audit_verification is
    'What came out when the chain of access events was recomputed and compared with its anchors: codes, nothing of anybody.';

alter table rundbord.audit_verification enable row level security;
alter table rundbord.audit_verification force row level security;

alter table rundbord.logout_token_seen add column sid_hash bytea;
comment on column rundbord.logout_token_seen.sid_hash is
    'The provider''s session that was ended: a login that was under way in it opens none here.';

grant usage on schema rundbord to rundbord_auditor;

create index access_event_by_actor on rundbord.access_event (tenant_id, actor_id, occurred_at, id);
create index session_by_person on rundbord.session (tenant_id, person_id) where ended_at is null;
