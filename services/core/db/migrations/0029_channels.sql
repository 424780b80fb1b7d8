-- More ways out than mail: what each person chose, what came of a message after a peer took it, and a message that a
-- quiet hour puts off.

alter table rundbord.message drop constraint message_channel_check;
alter table rundbord.message add constraint message_channel_check
    check (channel in ('mail', 'sms', 'digital_post', 'inbox'));
alter table rundbord.message drop constraint message_reason_check;
alter table rundbord.message add constraint message_reason_check check (reason in (
    'meeting_cancelled', 'meeting_moved', 'meeting_over', 'not_invited', 'not_accepted', 'access_ended',
    'consent_withdrawn', 'consent_settled', 'deadline_settled', 'recipient_gone', 'superseded', 'no_address', 'refused',
    'out_of_patience', 'kept_away', 'bounced', 'channel_off'));
alter table rundbord.message add column delivered_at timestamptz;
comment on column rundbord.message.delivered_at is
    'Business time at which a receipt said that it arrived. Null: no receipt, which most mail never has.';

alter table rundbord.delivery_attempt drop constraint delivery_attempt_outcome_check;
alter table rundbord.delivery_attempt add constraint delivery_attempt_outcome_check
    check (outcome in ('sent', 'retry', 'dead', 'cancelled', 'lost', 'deferred'));

create table rundbord.contact_choice (
    tenant_id uuid not null references rundbord.tenant,
    person_id uuid not null,
    dossier_id uuid not null,
    channels text[] not null default '{mail}'
        check (channels <@ array['mail', 'sms', 'digital_post'] and cardinality(channels) between 1 and 3),
    quiet_from time,
    quiet_until time,
    remind_days smallint check (remind_days between 0 and 14),
    changed_at timestamptz not null,
    version integer not null default 1,
    primary key (tenant_id, person_id),
    check ((quiet_from is null) = (quiet_until is null)),
    check (quiet_from <> quiet_until),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade
);
comment on table rundbord.contact_choice is 'How a person wants to be told; no row: by mail, at any hour.';
comment on column rundbord.contact_choice.dossier_id is 'The person''s own.';
comment on column rundbord.contact_choice.quiet_from is
    'From this time by the clock on the wall in Copenhagen nothing but what is urgent is sent, until quiet_until, which may be the next day.';
comment on column rundbord.contact_choice.remind_days is 'So many days before a meeting they are reminded; null: as the municipality does.';

alter table rundbord.contact_choice enable row level security;
alter table rundbord.contact_choice force row level security;
