-- A number that was replaced stays bound to its person, so that nobody else gets it, and finds nobody any more.

alter table rundbord.person_lookup add column retired_at timestamptz;
alter table rundbord.person_lookup drop constraint person_lookup_kind_check;
alter table rundbord.person_lookup add constraint person_lookup_kind_check check (kind in ('cpr', 'mitid', 'institution'));
