-- A message about a meeting about nobody named knows which of its times it told of, as one about a child's meeting does.

alter table rundbord.message
    drop constraint message_check2,
    add constraint message_check2 check (meeting_id is null or meeting_sequence is not null);
comment on column rundbord.message.meeting_sequence is
    'How often the meeting had been moved when this was planned: of the meeting, or of the one about nobody named whose dossier it is.';

-- Why somebody settled a dead letter, in their own words.
alter table rundbord.message
    add column said_sealed bytea check (length(said_sealed) > 31),
    add check (said_sealed is null or resolved_at is not null);
comment on column rundbord.message.said_sealed is 'What who settled a dead letter wrote of it; null: nothing.';
create index message_resolved on rundbord.message (tenant_id, resolved_at) where resolved_at is not null;
