-- What a family does itself: it says that its own agreement is done, names its own companion, and hears of its requests.

-- Who said that an agreement is done, and what they said of it.
alter table rundbord.agreement
    add column settled_by uuid,
    add column said_sealed bytea check (length(said_sealed) > 31),
    add foreign key (tenant_id, settled_by) references rundbord.person (tenant_id, id) on delete set null (settled_by),
    add check (status <> 'open' or settled_by is null and said_sealed is null);
comment on column rundbord.agreement.settled_by is 'Who said so; null: before this was kept, or somebody who is no longer here.';
comment on column rundbord.agreement.said_sealed is 'AgreementSaid: what they said of it; null: nothing.';
create index agreement_settled_by on rundbord.agreement (tenant_id, settled_by) where settled_by is not null;

-- A request is heard of, and is not forgotten: the officer is told when it comes and before its time is out, its asker when
-- there is an answer (GDPR article 12, paragraphs 3 and 4).
alter table rundbord.access_request add column next_at timestamptz, add column failures integer not null default 0;
comment on column rundbord.access_request.next_at is 'When who answers it is reminded next; null: nobody is.';
update rundbord.access_request set next_at = due_at - interval '7 days' where state in ('asked', 'extended');
create index access_request_to_remind on rundbord.access_request (tenant_id, next_at) where state in ('asked', 'extended');

do $$
declare kinds constant text := (select pg_get_constraintdef(oid) from pg_constraint
                                where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(kinds, 'ARRAY[',
        'ARRAY[''access_request_received''::text, ''access_request_due''::text, ''access_request_answered''::text, ');
end $$;
