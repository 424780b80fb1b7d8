-- What a child has said is not its parents' to read unless that was said: a conversation with a child may be held
-- without them (Barnets lov paragraph 5).
alter table rundbord.perspective add column for_parents boolean not null default false;
alter table rundbord.perspective add constraint for_parents_is_a_childs check (whose = 'child' or not for_parents);
comment on column rundbord.perspective.for_parents is 'Whether the parents may read what the child said.';
