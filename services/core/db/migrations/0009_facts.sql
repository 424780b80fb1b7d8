-- Facts of a case as a whole, deadlines that an event sets, and who is told when one was not met.

alter table rundbord.unit add column district text not null default '';
comment on column rundbord.unit.district is 'A key of the model''s districts; empty: that of the nearest place above it that has one.';

alter table rundbord.confirmation alter column problem_id drop not null;
-- The key with the problem in it holds nothing where there is none.
alter table rundbord.confirmation add foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id)
    on delete cascade;
comment on column rundbord.confirmation.problem_id is 'None: it is so of the case as a whole.';

alter table rundbord.deadline
    add column meeting_type text,
    add column done_at timestamptz,
    add column escalating boolean not null default false,
    add check (not escalating or state = 'missed'),
    add check (done_at is null or state in ('met', 'missed'));
comment on column rundbord.deadline.meeting_type is
    'Of which type the meeting is that an event calls for. Such a deadline belongs to the case, whether or not one is called.';
comment on column rundbord.deadline.done_at is 'When it was done, in time or late. None for those met before this was written down.';
comment on column rundbord.deadline.escalating is 'Missed and not done: the sweep looks again at next_at, to tell the next who follows up.';

drop index rundbord.deadline_once;
create unique index deadline_once on rundbord.deadline
    (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, meeting_type, key, person_id) nulls not distinct
    where state = 'open';
drop index rundbord.deadline_next;
create index deadline_next on rundbord.deadline (tenant_id, next_at) where state = 'open' or escalating;
create index deadline_by_dossier on rundbord.deadline (tenant_id, dossier_id, due_at);
