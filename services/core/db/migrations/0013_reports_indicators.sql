-- What professionals tell upwards, and the figures that a committee follows. Neither is about a child: no dossier.

create table rundbord.upward_report (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    report text not null,
    model_version_id uuid not null,
    written_by uuid not null,
    written_at timestamptz not null,
    addressed text[] not null check (addressed <@ array['leader', 'administrator'] and cardinality(addressed) > 0),
    content jsonb not null,
    kept_reason text not null default '',
    status text not null default 'received' check (status in ('received', 'answered')),
    answer text not null default '',
    answered_by uuid,
    answered_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((status = 'answered') = (answered_at is not null)),
    check ((answered_by is null) = (answered_at is null)),
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, written_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, answered_by) references rundbord.person (tenant_id, id)
);
create index upward_report_by_time on rundbord.upward_report (tenant_id, written_at desc, id);
comment on table rundbord.upward_report is
    'For its writer and the capacities it is addressed to. Its texts were checked to name no child before they were kept.';
comment on column rundbord.upward_report.content is 'The form''s fields as they were filled, under the model version.';
comment on column rundbord.upward_report.kept_reason is
    'Why a word that is also a name of a child known to the writer was kept; empty where there was none.';

create table rundbord.indicator_period (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    began_on date not null,
    ended_on date not null check (ended_on > began_on),
    model_version_id uuid not null,
    counted_at timestamptz not null,
    judgement text not null default '',
    kept_reason text not null default '',
    judged_by uuid,
    released_at timestamptz,
    released_by uuid,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, began_on, ended_on),
    check ((released_at is null) = (released_by is null)),
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, judged_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, released_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.indicator_period is 'A period that is over and was counted, once. Released, it never changes.';

create table rundbord.indicator_figure (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    period_id uuid not null,
    during daterange not null,
    indicator text not null,
    measure text not null,
    part text not null,
    place integer not null,
    entered boolean not null,
    number double precision,
    small boolean not null check (not small or number is null),
    source text not null default '',
    entered_by uuid,
    primary key (tenant_id, id),
    unique (tenant_id, period_id, indicator, measure, part),
    check (entered = (entered_by is not null)),
    foreign key (tenant_id, period_id) references rundbord.indicator_period (tenant_id, id),
    foreign key (tenant_id, entered_by) references rundbord.person (tenant_id, id),
    constraint counted_once exclude using gist (tenant_id with =, measure with =, part with =, during with &&) where (not entered)
);
comment on table rundbord.indicator_figure is
    'Only what may be seen: a number too small for that was never written here, so nothing here can be subtracted.';
comment on constraint counted_once on rundbord.indicator_figure is
    'Periods of one measure cannot overlap: two counts that differ by a few days would tell of a few children.';

create table rundbord.counted_answer (
    tenant_id uuid not null references rundbord.tenant,
    dossier_id uuid not null,
    meeting_id uuid not null,
    measure text not null,
    primary key (tenant_id, meeting_id, measure),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade
);
comment on table rundbord.counted_answer is
    'A box ticked in a concluded meeting''s form that an indicator counts: the form is sealed. Nobody reads it; it is counted.';

-- What is done in time is known only if it is known when it was done.
alter table rundbord.agreement add column settled_at timestamptz;
comment on column rundbord.agreement.settled_at is 'When it was done or dropped.';
create index agreement_by_due on rundbord.agreement (tenant_id, due_on) where due_on is not null;
create index meeting_by_follow_up on rundbord.meeting (tenant_id, follow_up_by) where follow_up_by is not null;
create index meeting_by_previous on rundbord.meeting (tenant_id, previous_id) where previous_id is not null;
create index meeting_by_problem on rundbord.meeting (tenant_id, problem_id, starts_at) where problem_id is not null;
create index underretning_by_sending on rundbord.underretning (tenant_id, sent_at) where sent_at is not null;

create function rundbord.released_stays() returns trigger language plpgsql set search_path = '' as $$
declare
    told jsonb := to_jsonb(coalesce(old, new));
    period uuid := coalesce(told ->> 'period_id', told ->> 'id');
begin
    if exists (select from rundbord.indicator_period p
               where p.tenant_id = (told ->> 'tenant_id')::uuid and p.id = period and p.released_at is not null) then
        raise exception 'released figures do not change' using errcode = 'RB003';
    end if;
    return coalesce(new, old);
end $$;
comment on function rundbord.released_stays() is 'What a committee was given stays as it was given, whoever asks, the worker too.';
create trigger released_stays before update or delete on rundbord.indicator_period
    for each row execute function rundbord.released_stays();
create trigger released_stays before insert or update or delete on rundbord.indicator_figure
    for each row execute function rundbord.released_stays();

do $$
declare t text;
begin
    foreach t in array array['upward_report', 'indicator_period', 'indicator_figure', 'counted_answer']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
