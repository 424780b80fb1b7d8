-- What a family does itself: it says that its own agreement is done, names its own companion, and hears of its requests.

-- Who said that an agreement is done, and what they said of it.
alter table rundbord.agreement
    add column settled_by uuid,
    add column said_sealed bytea check (length(said_sealed) > 40),
    add foreign key (tenant_id, settled_by) references rundbord.person (tenant_id, id) on delete set null (settled_by),
    add check (status <> 'open' or settled_by is null and said_sealed is null);
comment on column rundbord.agreement.settled_by is 'Who said so; null: before this was kept, or somebody who is no longer here.';
comment on column rundbord.agreement.said_sealed is 'AgreementSaid: what they said of it; null: nothing.';
create index agreement_settled_by on rundbord.agreement (tenant_id, settled_by) where settled_by is not null;
