-- name: find_relation
-- One of a family's circle, if the actor may know of it.
select id, child_id, dossier_id, kind, person_id, belongs_to, meeting_id, shown_to, secrecy_at, valid_from, valid_until,
       recorded_at, recorded_by, ended_at, ended_by, sealed, version
from family_relation where tenant_id = current_tenant() and id = :id

-- name: relation_by_source
-- The present row of what a register told of before.
select id, child_id, dossier_id, kind, person_id, belongs_to, meeting_id, shown_to, secrecy_at, valid_from, valid_until,
       recorded_at, recorded_by, ended_at, ended_by, sealed, version
from family_relation where tenant_id = current_tenant() and source_key = :source_key and ended_at is null

-- name: relations_around_child
-- Who is and was around a child, the present ones first; not who comes to one meeting alone.
select id, child_id, dossier_id, kind, person_id, belongs_to, meeting_id, shown_to, secrecy_at, valid_from, valid_until,
       recorded_at, recorded_by, ended_at, ended_by, sealed, version
from family_relation
where tenant_id = current_tenant() and child_id = :child_id and kind <> 'sibling' and meeting_id is null
order by valid_until nulls first, kind, recorded_at, id

-- name: companions_of_meeting
-- Who comes with somebody to a meeting, or interprets there: for this meeting, or always while they stand by somebody.
select f.id, f.child_id, f.dossier_id, f.kind, f.person_id, f.belongs_to, f.meeting_id, f.shown_to, f.secrecy_at, f.valid_from,
       f.valid_until, f.recorded_at, f.recorded_by, f.ended_at, f.ended_by, f.sealed, f.version
from meeting m
join casework c on c.tenant_id = m.tenant_id and c.dossier_id = m.dossier_id
join family_relation f on f.tenant_id = m.tenant_id and f.child_id = c.child_id
    and (f.meeting_id = m.id or f.meeting_id is null and f.kind = 'bisidder')
    and f.valid_from <= greatest(m.starts_at, business_now())
    and (f.valid_until is null or f.valid_until > least(m.starts_at, business_now()))
where m.tenant_id = current_tenant() and m.id = :meeting_id and f.ended_at is null
order by f.kind, f.recorded_at, f.id

-- name: siblings_of_child
-- Children with a custody holder in common now, and those said to be siblings: where the actor sees both children.
select s.child_id, bool_or(s.explicit) as explicit
from (
    select b.child_id, false as explicit
    from custody a join custody b on b.tenant_id = a.tenant_id and b.holder_id = a.holder_id and b.child_id <> a.child_id
    where a.tenant_id = current_tenant() and a.child_id = :child_id
      and upper_inf(a.recorded) and a.valid @> business_now() and upper_inf(b.recorded) and b.valid @> business_now()
    union all
    select case when f.child_id = :child_id then f.person_id else f.child_id end, true
    from family_relation f
    where f.tenant_id = current_tenant() and f.kind = 'sibling' and :child_id in (f.child_id, f.person_id)
      and f.ended_at is null and f.valid_from <= business_now() and (f.valid_until is null or f.valid_until > business_now())
) s
join person p on p.tenant_id = current_tenant() and p.id = s.child_id and p.kind = 'subject' and p.alias_of is null
group by s.child_id
order by s.child_id

-- name: add_family_relation
-- Somebody is around a child.
insert into family_relation (tenant_id, id, child_id, dossier_id, kind, person_id, belongs_to, meeting_id, shown_to, secrecy_at,
                             valid_from, valid_until, recorded_at, recorded_by, source_key, sealed)
values (current_tenant(), :id, :child_id, :dossier_id, :kind, :person_id, :belongs_to, :meeting_id, :shown_to, :secrecy_at,
        :valid_from, :valid_until, business_now(), :recorded_by, :source_key, :sealed)

-- name: end_family_relation
-- Somebody is no longer; that they were stays.
update family_relation set valid_until = :until, ended_at = business_now(), ended_by = :ended_by, version = version + 1
where tenant_id = current_tenant() and id = :id and version = :expected_version and ended_at is null

-- name: give_information
-- What a parent without custody was told on a concrete request.
insert into information_given (tenant_id, id, dossier_id, relation_id, asked_on, given_at, given_by, sealed)
values (current_tenant(), :id, :dossier_id, :relation_id, :asked_on, business_now(), :given_by, :sealed)

-- name: information_given
-- What some parents without custody were told, the latest first.
select id, dossier_id, relation_id, asked_on, given_at, given_by, sealed from information_given
where tenant_id = current_tenant() and relation_id = any(:relations::uuid[])
order by given_at desc, id
