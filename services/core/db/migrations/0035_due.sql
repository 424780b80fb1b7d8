-- What is due is found by the moment it is due, and nothing else is read for it; a silence has a deadline of its own.

-- An answer that is awaited: by when, of whom (person_id), and who takes it up when none comes.
alter table rundbord.deadline
    add column awaits_id uuid,
    add column follower_id uuid,
    add foreign key (tenant_id, follower_id) references rundbord.person (tenant_id, id),
    add check (awaits_id is not null or follower_id is null);
comment on column rundbord.deadline.awaits_id is
    'The place in a circle, the problem whose thread is offered, the handover, the wish or the agreement that waits for an answer; null: no answer is awaited.';
comment on column rundbord.deadline.follower_id is
    'Who takes it up when no answer comes; null: the convener of its meeting, else who holds the thread, else who leads the place.';
drop index rundbord.deadline_once;
create unique index deadline_once on rundbord.deadline (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, process_id,
    measure_id, meeting_type, key, person_id, awaits_id) nulls not distinct where state = 'open';
create index deadline_by_follower on rundbord.deadline (tenant_id, follower_id) where state = 'missed' and done_at is null and awaits_id is not null;
create index deadline_awaiting on rundbord.deadline (tenant_id, awaits_id) where awaits_id is not null;

-- A consent that nobody answered is the asker's from this moment on.
alter table rundbord.consent add column silent_since timestamptz, add column failures integer not null default 0;
comment on column rundbord.consent.silent_since is 'Since when the question is a task of whoever asked, because nobody answers.';
create index consent_silent on rundbord.consent (tenant_id, asked_by) where state = 'asked' and silent_since is not null;

alter table rundbord.resting add column put_off_until timestamptz, add column failures integer not null default 0;
drop index rundbord.resting_by_end;
create index resting_by_end on rundbord.resting (tenant_id, greatest(until, put_off_until)) where stopped_at is null and purpose is not null;

-- A measure is looked at when something that its consent hangs on has changed, or changes by itself.
alter table rundbord.measure add column look_at timestamptz, add column failures integer not null default 0;
comment on column rundbord.measure.look_at is 'When the sweep asks whether its consent still stands; null: nothing can change that by itself.';
update rundbord.measure set look_at = '2000-01-01 00:00:00+00'
where started_on is not null and ended_on is null and consent_purpose is not null;
drop index rundbord.measure_running;
create index measure_to_look_at on rundbord.measure (tenant_id, look_at)
    where started_on is not null and ended_on is null and consent_purpose is not null;

-- Whose custody ended is told once. What is derived again may be told again, and is the same occasion.
alter table rundbord.access_grant add column told boolean not null default false, add column put_off_until timestamptz,
    add column failures integer not null default 0;
drop index rundbord.access_grant_by_end;
create index access_grant_by_end on rundbord.access_grant (tenant_id, greatest(valid_until, put_off_until)) where reason = 'custody' and not told;
alter table rundbord.departure add column put_off_until timestamptz, add column failures integer not null default 0;
drop index rundbord.departure_to_settle;
create index departure_to_settle on rundbord.departure (tenant_id, greatest(effective_at, put_off_until)) where settled_at is null and over_at is null;

-- An enrolment that begins or ends by itself.
alter table rundbord.enrolment add column turns_at timestamptz, add column failures integer not null default 0;
comment on column rundbord.enrolment.turns_at is 'When it next begins or ends without anybody''s doing; null: never, or as far as known.';
update rundbord.enrolment set turns_at = '2000-01-01 00:00:00+00' where upper_inf(recorded);
create index enrolment_to_turn on rundbord.enrolment (tenant_id, turns_at) where upper_inf(recorded);

-- A held record is due and stays; it is found again when the hold is lifted.
alter table rundbord.retention_due add column held boolean not null default false;
update rundbord.retention_due r set held = true
where exists (select from rundbord.hold h where h.tenant_id = r.tenant_id and h.dossier_id = r.dossier_id and h.lifted_at is null);
create index retention_due_to_begin on rundbord.retention_due (tenant_id, due_on, dossier_id) where not held and not export_before;

-- Shields are judged again when the child has a birthday, and when another model is in force.
alter table rundbord.casework add column judge_at timestamptz, add column failures integer not null default 0;
comment on column rundbord.casework.judge_at is 'When what the model keeps from the family is judged again by itself; null: never.';
update rundbord.casework c set judge_at = '2000-01-01 00:00:00+00'
where exists (select from rundbord.confirmation f where f.tenant_id = c.tenant_id and f.dossier_id = c.dossier_id)
   or exists (select from rundbord.kept_away k where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id);
create index casework_to_judge on rundbord.casework (tenant_id, judge_at) where closed_at is null;

-- Times fixed ahead that run out, and what was told upwards and nobody answered.
alter table rundbord.series add column next_at timestamptz default '2000-01-01 00:00:00+00', add column short_since timestamptz,
    add column failures integer not null default 0;
comment on column rundbord.series.next_at is 'When it is next asked whether enough times are fixed; null: when times are fixed or given up.';
comment on column rundbord.series.short_since is 'Since when fewer times are fixed than the model asks for: a task of who leads the place.';
create index series_to_ask on rundbord.series (tenant_id, next_at) where next_at is not null;
create index series_short on rundbord.series (tenant_id, unit_id) where short_since is not null;
alter table rundbord.upward_report add column next_at timestamptz, add column reminded integer not null default 0,
    add column failures integer not null default 0;
comment on column rundbord.upward_report.next_at is 'When those it is addressed to are reminded; null: nobody is.';
create index upward_report_to_remind on rundbord.upward_report (tenant_id, next_at) where status = 'received';

-- What is deleted after its time is found by that time.
create index message_settled on rundbord.message (tenant_id, settled_at) where state in ('sent', 'cancelled', 'dead');
create index idempotency_key_by_age on rundbord.idempotency_key (tenant_id, created_at);
create index login_attempt_by_end on rundbord.login_attempt (tenant_id, expires_at);
create index logout_token_seen_by_end on rundbord.logout_token_seen (tenant_id, expires_at);
create index session_by_end on rundbord.session (tenant_id, least(expires_at, coalesce(ended_at, expires_at)));
create index sweep_run_by_occurrence on rundbord.sweep_run (tenant_id, occurrence);

do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[', 'ARRAY[''series_short''::text, ');
end $$;
