-- Meetings that are held as one: brothers and sisters, or a group. Each child has a meeting of its own, in its own
-- dossier with its own form, circle and consents; only that they are held together is said here.
alter table rundbord.meeting add column gathering_id uuid;
create index meeting_by_gathering on rundbord.meeting (tenant_id, gathering_id) where gathering_id is not null;
comment on column rundbord.meeting.gathering_id is
    'The same for meetings of several children that are held at one time in one place; it names nothing else.';
