-- name: kept_away
-- What is kept from whom in a casework now.
select id, dossier_id, problem_id, kind, since
from kept_away where tenant_id = current_tenant() and dossier_id = :dossier_id

-- name: keep_away
-- From now on it is kept from them.
insert into kept_away (tenant_id, id, dossier_id, problem_id, kind, since)
values (current_tenant(), :id, :dossier_id, :problem_id, :kind, business_now())
on conflict do nothing

-- name: let_in
-- They may know of it again.
delete from kept_away where tenant_id = current_tenant() and id = :id

-- name: suspend
-- Take the places of those who must not know of it any more, in every meeting that is not over.
update participant a set status = 'suspended', version = a.version + 1
from meeting m
where a.tenant_id = current_tenant() and m.tenant_id = a.tenant_id and m.id = a.meeting_id and a.dossier_id = :dossier_id
  and (:problem_id::uuid is null or m.problem_id = :problem_id::uuid) and m.status in ('planned', 'agenda_sent', 'held')
  and a.kind = :kind and a.status = 'invited'
returning a.id, a.dossier_id, a.meeting_id, a.person_id, a.version, m.convener_id

-- name: drop_deadlines
-- Nobody waits for what they must not be asked.
update deadline set state = 'cancelled', settled_at = business_now(), version = version + 1
where tenant_id = current_tenant() and dossier_id = :dossier_id and meeting_id = :meeting_id and person_id = :person_id and state = 'open'

-- name: fall_silent
-- Take back what waits to be told of it, and forget stored answers that tell of it.
select fall_silent(:dossier_id) as cancelled

-- name: free_of_consent
-- Whoever comes from outside rests on the law now, where the family must not be asked; answers those who waited.
select id, :dossier_id::uuid as dossier_id, meeting_id, person_id from free_of_consent(:dossier_id)

-- name: kept_meetings
-- The meetings that are kept from somebody, and from whom.
select m.id, m.dossier_id, k.kind
from kept_away k join meeting m on m.tenant_id = k.tenant_id and m.dossier_id = k.dossier_id
     and (k.problem_id is null or m.problem_id = k.problem_id)
where k.tenant_id = current_tenant() and k.dossier_id = :dossier_id

-- name: take_to_judge
-- A running casework that is to be judged again by itself.
select dossier_id as id from casework
where tenant_id = current_tenant() and closed_at is null and judge_at <= business_now()
order by judge_at
limit 1
for update skip locked

-- name: judged
-- It was judged; when the next thing that changes by itself is.
update casework set judge_at = :judge_at, failures = 0 where tenant_id = current_tenant() and dossier_id = :id

-- name: put_off_judging
-- One that could not be judged waits, longer each time, so that it delays only itself.
update casework set failures = failures + 1, judge_at = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and dossier_id = :id

-- name: count_to_judge
-- How many the sweep would find now.
select count(*) as due from casework where tenant_id = current_tenant() and closed_at is null and judge_at <= business_now()
