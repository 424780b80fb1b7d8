-- name: person_by_source
-- A person by the key its source system knows it by.
select id, dossier_id, kind, language, sealed, version from person
where tenant_id = current_tenant() and source_key = :source_key

-- name: person_exists
-- Whether an id that the keys instance knows has its row here, or was left behind by a transaction that failed.
select id from person where tenant_id = current_tenant() and id = :id

-- name: people_by_id
-- People the actor may see themselves, by id.
select id, dossier_id, kind, language, sealed, version from person
where tenant_id = current_tenant() and id = any(:ids::uuid[])

-- name: insert_person
-- A person whose identity dossier was just opened.
insert into person (tenant_id, id, dossier_id, kind, language, source_key, sealed, unborn)
values (current_tenant(), :id, :dossier_id, :kind, :language, :source_key, :sealed, :unborn)

-- name: update_person
-- What the source system says about a person now. The language that they chose themselves stays.
update person set sealed = :sealed, version = version + 1, language = coalesce(
    (select c.language from contact_choice c where c.tenant_id = current_tenant() and c.person_id = person.id), :language)
where tenant_id = current_tenant() and id = :id

-- name: put_staff
-- A professional's public name, work address and profession.
insert into staff (tenant_id, person_id, display_name, work_email, work_phone, profession)
values (current_tenant(), :person_id, :name, :email, :phone, :profession)
on conflict (tenant_id, person_id) do update
    set display_name = excluded.display_name, work_email = excluded.work_email, work_phone = excluded.work_phone, profession = excluded.profession

-- name: custody_of_holder
-- The custodies a person holds by what is known now: each keeps the person's name in the child's dossier.
select id, dossier_id, holder_id, sealed from custody
where tenant_id = current_tenant() and holder_id = :holder_id and upper_inf(recorded)

-- name: rename_holder
-- The holder's name as the child's dossier keeps it.
update custody set sealed = :sealed where tenant_id = current_tenant() and id = :id

-- name: move_majority
-- Custody of a child whose birth date became known or was corrected.
update custody set majority_at = :majority_at
where tenant_id = current_tenant() and child_id = :child_id and upper_inf(recorded) and majority_at <> :majority_at

-- name: mark_born
-- A birth date is known.
update person set unborn = false where tenant_id = current_tenant() and id = :id and unborn

-- name: record_born
-- A child that was expected is born: its name, and the instants of its ages, where whoever acts may say so.
select record_born(:id, :expected_version, :sealed, :majority_at, :self_access_from, :ages::integer[], :instants::timestamptz[]) as done

-- name: move_self_access
-- When the young person may see the own casework.
update casework set self_access_from = :self_access_from
where tenant_id = current_tenant() and child_id = :child_id and self_access_from is distinct from :self_access_from::timestamptz

-- name: move_terms
-- From when the young person answers for the own consents: each age with its instant.
update consent_term t
set own_from = (select a.at from unnest(:ages::integer[], :instants::timestamptz[]) a (age, at) where a.age = t.own_age),
    alone_from = (select a.at from unnest(:ages::integer[], :instants::timestamptz[]) a (age, at) where a.age = t.alone_age)
from casework c
where t.tenant_id = current_tenant() and c.tenant_id = t.tenant_id and c.dossier_id = t.dossier_id and c.child_id = :child_id

-- name: close_custody
-- Close what was held true about a pair and overlaps a period that is told anew.
update custody set recorded = tstzrange(lower(recorded), greatest(business_now(), lower(recorded)))
where tenant_id = current_tenant() and child_id = :child_id and holder_id = :holder_id and upper_inf(recorded)
  and valid && :valid::tstzrange and valid <> :valid::tstzrange

-- name: add_custody
-- A period of custody, unless it is known already.
insert into custody (tenant_id, id, child_id, holder_id, dossier_id, valid, recorded, majority_at, sealed)
select current_tenant(), :id, :child_id, :holder_id, :dossier_id, :valid::tstzrange, tstzrange(business_now(), null), :majority_at, :sealed
where not exists (
    select from custody where tenant_id = current_tenant() and child_id = :child_id and holder_id = :holder_id
      and upper_inf(recorded) and valid = :valid::tstzrange)

-- name: close_relation
-- Close what was held true about a relation and overlaps a period that is told anew.
update relation set recorded = tstzrange(lower(recorded), greatest(business_now(), lower(recorded)))
where tenant_id = current_tenant() and child_id = :child_id and person_id = :person_id and kind = :kind and upper_inf(recorded)
  and valid && :valid::tstzrange and valid <> :valid::tstzrange

-- name: add_relation
-- A period of a relation, unless it is known already.
insert into relation (tenant_id, id, child_id, person_id, kind, valid, recorded)
select current_tenant(), :id, :child_id, :person_id, :kind, :valid::tstzrange, tstzrange(business_now(), null)
where not exists (
    select from relation where tenant_id = current_tenant() and child_id = :child_id and person_id = :person_id
      and kind = :kind and upper_inf(recorded) and valid = :valid::tstzrange)

-- name: close_enrolment
-- Close what was held true about an enrolment and overlaps a period that is told anew.
update enrolment set recorded = tstzrange(lower(recorded), greatest(business_now(), lower(recorded)))
where tenant_id = current_tenant() and child_id = :child_id and unit_id = :unit_id and upper_inf(recorded)
  and valid && :valid::tstzrange and valid <> :valid::tstzrange

-- name: add_enrolment
-- A period of an enrolment, unless it is known already.
insert into enrolment (tenant_id, id, child_id, unit_id, valid, recorded)
select current_tenant(), :id, :child_id, :unit_id, :valid::tstzrange, tstzrange(business_now(), null)
where not exists (
    select from enrolment where tenant_id = current_tenant() and child_id = :child_id and unit_id = :unit_id
      and upper_inf(recorded) and valid = :valid::tstzrange)

-- name: close_employment
-- Close what was held true about an employment and overlaps a period that is told anew.
update employment set recorded = tstzrange(lower(recorded), greatest(business_now(), lower(recorded)))
where tenant_id = current_tenant() and person_id = :person_id and unit_id = :unit_id and role = :role and upper_inf(recorded)
  and valid && :valid::tstzrange and valid <> :valid::tstzrange

-- name: add_employment
-- A period of an employment, unless it is known already.
insert into employment (tenant_id, id, person_id, unit_id, role, valid, recorded)
select current_tenant(), :id, :person_id, :unit_id, :role, :valid::tstzrange, tstzrange(business_now(), null)
where not exists (
    select from employment where tenant_id = current_tenant() and person_id = :person_id and unit_id = :unit_id
      and role = :role and upper_inf(recorded) and valid = :valid::tstzrange)

-- name: take_turned
-- An enrolment that has begun or ended by itself.
select id, child_id from enrolment
where tenant_id = current_tenant() and upper_inf(recorded) and turns_at <= business_now()
order by turns_at
limit 1
for update skip locked

-- name: turned
-- The child's dossiers have followed; when it next turns.
update enrolment set turns_at = turn_of(valid), failures = 0 where tenant_id = current_tenant() and id = :id

-- name: put_off_turned
-- One that could not be followed waits, longer each time, so that it delays only itself.
update enrolment set failures = failures + 1, turns_at = business_now() + least(failures + 1, 12) * interval '5 minutes'
where tenant_id = current_tenant() and id = :id

-- name: count_turned
-- How many the sweep would find now.
select count(*) as due from enrolment where tenant_id = current_tenant() and upper_inf(recorded) and turns_at <= business_now()

-- name: settle_units
-- Dossiers follow the enrolment that is valid now: identity and casework move to the unit, and leaders' access with them.
with placed as (
    select p.id, p.dossier_id,
           (select e.unit_id from enrolment e
            where e.tenant_id = p.tenant_id and e.child_id = p.id and upper_inf(e.recorded) and e.valid @> business_now()
            order by lower(e.valid) desc, e.id limit 1) as unit_id
    from person p
    where p.tenant_id = current_tenant() and p.kind = 'subject' and p.id = :child_id
), wanted as (
    select dossier_id, unit_id from placed
    union all
    select c.dossier_id, placed.unit_id from placed
    join casework c on c.tenant_id = current_tenant() and c.child_id = placed.id and c.closed_at is null
)
update dossier d set unit_id = wanted.unit_id from wanted
where d.tenant_id = current_tenant() and d.id = wanted.dossier_id and d.unit_id is distinct from wanted.unit_id
