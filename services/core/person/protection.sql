-- name: protection_of
-- Protections of some people that hold now or will, as far as the actor may know of them.
select id, person_id, kind, lower(valid) as valid_from, upper(valid) as valid_until, recorded_by from protection
where tenant_id = current_tenant() and person_id = any(:people::uuid[]) and upper_inf(recorded) and upper(valid) > business_now()
order by person_id, upper(valid) desc, kind, id

-- name: protected_among
-- Who of some people is protected now: no more than that.
select x as person_id from protected_among(:people::uuid[]) x

-- name: close_protection
-- What was held true of a protection and overlaps a period that is told anew.
update protection set recorded = tstzrange(lower(recorded), greatest(business_now(), lower(recorded)))
where tenant_id = current_tenant() and person_id = :person_id and kind = :kind and upper_inf(recorded)
  and valid && :valid::tstzrange and valid <> :valid::tstzrange

-- name: add_protection
-- A period of protection, unless it is known already.
insert into protection (tenant_id, id, person_id, kind, valid, recorded, recorded_by)
select current_tenant(), :id, :person_id, :kind, :valid::tstzrange, tstzrange(business_now(), null), :recorded_by
where not exists (
    select from protection where tenant_id = current_tenant() and person_id = :person_id and kind = :kind
      and upper_inf(recorded) and valid = :valid::tstzrange)
