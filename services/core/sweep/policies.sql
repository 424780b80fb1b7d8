-- Runs of the sweeps are between the worker and itself.

call rundbord.wall_of_tenant('sweep_run', '');
grant select, insert, update, delete on rundbord.sweep_run to rundbord_worker;

-- Nobody writes grants. That a holder has been told of an end is noted on them by this alone.
set role rundbord_definer;
create or replace function rundbord.note_told(p_grant uuid, p_told boolean) returns void language sql volatile
    security definer set search_path = '' as $$
    update rundbord.access_grant g
    set told = p_told, failures = case when p_told then 0 else g.failures + 1 end,
        put_off_until = case when not p_told then rundbord.business_now() + least(g.failures + 1, 12) * interval '5 minutes' end
    where g.tenant_id = (select rundbord.current_tenant()) and g.id = p_grant and g.reason = 'custody'
$$;
comment on function rundbord.note_told is 'That somebody whose custody ended has been told, or that it is tried again later.';
grant execute on function rundbord.note_told to rundbord_worker;

-- When an enrolment next begins or ends by itself; whatever is recorded as being so already is settled by who records it.
create or replace function rundbord.turn_of(p_valid tstzrange) returns timestamptz language sql stable set search_path = '' as $$
    select case when lower(p_valid) > rundbord.business_now() then lower(p_valid)
                when upper(p_valid) > rundbord.business_now() then upper(p_valid) end
$$;
create or replace function rundbord.enrolment_turns() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    new.turns_at := rundbord.turn_of(new.valid);
    return new;
end $$;
-- A case in which nothing is confirmed or kept away has nothing to judge. Where a child goes can decide what is kept from
-- its family, and so can another model.
create or replace function rundbord.judge_anew() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update rundbord.casework c set judge_at = rundbord.business_now()
    where c.tenant_id = new.tenant_id and c.closed_at is null
      and case tg_table_name when 'confirmation' then c.dossier_id = (to_jsonb(new) ->> 'dossier_id')::uuid
                             when 'enrolment' then c.child_id = (to_jsonb(new) ->> 'child_id')::uuid else true end
      and (exists (select from rundbord.confirmation f where f.tenant_id = c.tenant_id and f.dossier_id = c.dossier_id)
           or exists (select from rundbord.kept_away k where k.tenant_id = c.tenant_id and k.dossier_id = c.dossier_id));
    return null;
end $$;
grant execute on function rundbord.enrolment_turns(), rundbord.judge_anew() to rundbord_owner;
grant execute on function rundbord.turn_of to rundbord_worker;
reset role;
grant update (judge_at) on rundbord.casework to rundbord_definer;
grant select on rundbord.confirmation, rundbord.kept_away to rundbord_definer;
create or replace trigger enrolment_turns before insert or update of valid on rundbord.enrolment
    for each row execute function rundbord.enrolment_turns();
create or replace trigger judge_anew after insert on rundbord.model_adoption
    for each row execute function rundbord.judge_anew();
create or replace trigger judge_anew after insert or update of valid, recorded, turns_at on rundbord.enrolment
    for each row execute function rundbord.judge_anew();
create or replace trigger judge_anew after insert on rundbord.confirmation
    for each row execute function rundbord.judge_anew();
