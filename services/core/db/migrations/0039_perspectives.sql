-- A perspective in a form that fits who speaks: whose it is, how it came, who may read it, its versions and its drawing.
-- And the address of a meeting's video room, which lets in whoever knows it.

alter table rundbord.perspective
    drop constraint perspective_whose_check,
    add constraint perspective_whose_check check (whose in ('child', 'parent', 'professional')),
    add column speaker_id uuid,
    add column way text check (way in ('written', 'told')),
    add column form_key text,
    add column model_version_id uuid,
    add column for_guests boolean not null default false,
    add column line_id uuid,
    add column superseded_at timestamptz,
    add column taken_back_at timestamptz,
    add constraint perspective_of_dossier unique (tenant_id, dossier_id, id),
    add constraint perspective_form_of_version check ((form_key is null) = (model_version_id is null)),
    add foreign key (tenant_id, speaker_id) references rundbord.person (tenant_id, id),
    add foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id);

-- What stands was said to the whole meeting; what a child said is opened to nobody further by a change of tables.
update rundbord.perspective set line_id = id, for_guests = whose <> 'child';
alter table rundbord.perspective alter column line_id set not null;
create unique index perspective_newest on rundbord.perspective (tenant_id, line_id) where superseded_at is null;
create index perspective_by_dossier on rundbord.perspective (tenant_id, dossier_id);
comment on column rundbord.perspective.speaker_id is 'Whose view it is, where that person is known; recorded_by wrote it down.';
comment on column rundbord.perspective.way is 'Written by the speaker, or told to a trusted adult; null: said in how alone.';
comment on column rundbord.perspective.for_guests is 'Whether those may read it who see no more of the case than this meeting.';
comment on column rundbord.perspective.line_id is 'The first version''s id: a correction is a new row of the same line.';
comment on column rundbord.perspective.superseded_at is 'When a newer version of the line came.';
comment on column rundbord.perspective.taken_back_at is 'When it was taken back before the meeting: nobody else reads it any more.';

create table rundbord.perspective_drawing (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    width integer not null check (width between 1 and 2000),
    height integer not null check (height between 1 and 2000),
    size integer not null check (size between 1 and 5242880),
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, id) references rundbord.perspective (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, uploaded_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.perspective_drawing is 'The drawing of a perspective, drawn anew as JPEG without what a camera adds; its id is that of the perspective.';

create table rundbord.video_link (
    tenant_id uuid not null references rundbord.tenant,
    meeting_id uuid not null,
    dossier_id uuid not null,
    set_by uuid not null,
    set_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, meeting_id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, set_by) references rundbord.person (tenant_id, id)
);
comment on table rundbord.video_link is 'Where a meeting is joined by video. Apart from the meeting: whoever has the address comes in.';

do $$
declare t text;
begin
    foreach t in array array['perspective_drawing', 'video_link'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
