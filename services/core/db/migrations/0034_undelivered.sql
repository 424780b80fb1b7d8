-- What did not reach somebody and what people did about it; how fast a municipality's messages may go out; and what is
-- asked every minute about how it all goes.

alter table rundbord.message
    add column resolved_at timestamptz,
    add column resolved_by uuid,
    add column resolution text check (resolution in ('sent_again', 'told_otherwise', 'not_needed', 'read_in_portal')),
    add check ((resolved_at is null) = (resolution is null) and (resolved_at is null) = (resolved_by is null)),
    add check (resolved_at is null or state = 'dead');
comment on column rundbord.message.resolved_at is 'Business time at which somebody dealt with a dead letter; null: it waits for people.';
comment on column rundbord.message.resolved_by is 'Who did; the recipient, where they read it in the portal.';
drop index rundbord.message_dead;
create index message_undelivered on rundbord.message (tenant_id, settled_at, id) where state = 'dead' and resolved_at is null;
-- Behind a long queue that waits for room, what needs none is found at once, and so is what goes first.
create index message_due_inbox on rundbord.message (tenant_id, not_before, id) where state in ('planned', 'sending') and channel = 'inbox';
create index message_due_urgent on rundbord.message (tenant_id, not_before, id)
    where state in ('planned', 'sending') and channel <> 'inbox' and kind = 'emergency_access';
create index message_sent on rundbord.message (tenant_id, settled_at) include (channel) where state = 'sent' and channel <> 'inbox';

do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[',
        'ARRAY[''undelivered''::text, ');
end $$;

-- One row a municipality, so that counting what it may still send costs one row however much it sends.
create table rundbord.sending_rate (
    tenant_id uuid not null references rundbord.tenant,
    room double precision not null,
    counted_at timestamptz not null,
    primary key (tenant_id)
);
comment on table rundbord.sending_rate is
    'How many messages a municipality may begin to send at this moment, of its number a minute, over all channels and notifiers.';
comment on column rundbord.sending_rate.room is 'As it was at counted_at (machine time); it grows by the number a minute, to two seconds'' worth at the most.';

alter table rundbord.sending_rate enable row level security;
alter table rundbord.sending_rate force row level security;
