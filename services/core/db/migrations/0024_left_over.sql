-- What a measure rests on, so that a consent that goes while it runs is found by whoever looks, and not by memory.
alter table rundbord.measure add column consent_purpose text;
alter table rundbord.measure add column without_consent_since timestamptz;
comment on column rundbord.measure.consent_purpose is 'The consent that it was started on; null where the model asks for none.';
comment on column rundbord.measure.without_consent_since is
    'Since when it runs without the consent it rests on: somebody has been asked to settle what happens now.';
create index measure_running on rundbord.measure (tenant_id, id)
    where started_on is not null and ended_on is null and consent_purpose is not null;

update rundbord.measure m set consent_purpose = nullif(rule ->> 'consent', '')
from rundbord.casework c, rundbord.model_version v, jsonb_array_elements(v.content -> 'measures') rule
where c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id and v.tenant_id = c.tenant_id and v.id = c.model_version_id
  and rule ->> 'key' = m.key and m.started_on is not null and m.ended_on is null;

-- A plan or an offer can belong to a problem: whoever must not learn of that problem does not learn of them.
alter table rundbord.action_plan add column problem_id uuid;
alter table rundbord.action_plan add foreign key (tenant_id, problem_id) references rundbord.problem (tenant_id, id) on delete set null (problem_id);
alter table rundbord.offer add column problem_id uuid;
alter table rundbord.offer add foreign key (tenant_id, problem_id) references rundbord.problem (tenant_id, id) on delete set null (problem_id);
create index action_plan_by_problem on rundbord.action_plan (tenant_id, problem_id) where problem_id is not null;
create index offer_by_problem on rundbord.offer (tenant_id, problem_id) where problem_id is not null;
comment on column rundbord.action_plan.problem_id is 'The problem it was made for; null: the case as a whole.';
comment on column rundbord.offer.problem_id is 'The problem it was offered for; null: the case as a whole.';

-- What an indicator counts of a network's evaluation: its answers are sealed and cannot be counted (SL-18).
alter table rundbord.network_evaluation add column counted text[] not null default '{}';
comment on column rundbord.network_evaluation.counted is
    'The measures whose box was ticked in it. Read by the count alone.';
create index network_evaluation_by_time on rundbord.network_evaluation (tenant_id, recorded_at);

-- Two more kinds of message. What the check allows already it goes on allowing.
do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[',
        'ARRAY[''model_proposed''::text, ''report_received''::text, ');
end $$;
