-- When work on a problem ended and by whom: the line of a case has both its ends.
alter table rundbord.problem
    add column closed_at timestamptz,
    add column closed_by uuid,
    add foreign key (tenant_id, closed_by) references rundbord.person (tenant_id, id);
comment on column rundbord.problem.closed_at is 'Business time; null while it is worked on, and of problems closed before this was kept.';

-- Whoever is invited to a meeting about nobody named says whether they come, also to many dates at once; an invitation can
-- be taken back, and the row stays with its reason. When somebody answered is not kept: no moment but the meeting's own (ADR 19).
alter table rundbord.consultation_participant
    add column answer text not null default 'none' check (answer in ('none', 'coming', 'not_coming')),
    drop constraint consultation_participant_status_check,
    add constraint consultation_participant_status_check check (status in ('invited', 'left_out', 'withdrawn'));
