-- One message for what is alike: which of them told of the others. And that an invitation was taken back is told.

do $$
declare
    kinds constant text := (select pg_get_constraintdef(oid) from pg_constraint
                            where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
    reasons constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_reason_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check, drop constraint message_reason_check;
    execute 'alter table rundbord.message add constraint message_kind_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''invitation_withdrawn''::text, ');
    execute 'alter table rundbord.message add constraint message_reason_check '
        || replace(reasons, 'ARRAY[', 'ARRAY[''told_together''::text, ');
end $$;

alter table rundbord.message
    add column told_by uuid,
    add foreign key (tenant_id, told_by) references rundbord.message (tenant_id, id) on delete set null (told_by),
    add check (told_by is null or reason = 'told_together');
comment on column rundbord.message.told_by is
    'The message like it that told of this one as well. Null: none did, or it has been forgotten.';
create index message_told_by on rundbord.message (tenant_id, told_by) where told_by is not null;
create index message_alike on rundbord.message (tenant_id, recipient_id, channel, kind) where state in ('planned', 'sending');
