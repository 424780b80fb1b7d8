-- The database roles of Rundbord, for psql, as a superuser; safe to run again.
-- Variables: database, owner_password, api_password, worker_password, notifier_password.
-- Run once against each PostgreSQL instance (main: rundbord, keys: rundbord_keys).
--
-- Login roles own nothing but for rundbord_owner, which migrates. A session of the api takes on exactly one
-- capacity role with SET ROLE; it inherits none of them, so a forgotten SET ROLE sees no row of any child.
\set ON_ERROR_STOP on
\set QUIET on

SELECT format('CREATE ROLE %I', role)
FROM unnest(ARRAY['rundbord_owner', 'rundbord_api', 'rundbord_worker', 'rundbord_notifier',
                  'rundbord_definer', 'rundbord_family', 'rundbord_relation', 'rundbord_unit', 'rundbord_oversight',
                  'rundbord_auditor', 'rundbord_calendar']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

ALTER ROLE rundbord_owner    LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
ALTER ROLE rundbord_api      LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'api_password';
ALTER ROLE rundbord_worker   LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'worker_password';
ALTER ROLE rundbord_notifier LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'notifier_password';

ALTER ROLE rundbord_family    NOLOGIN NOSUPERUSER NOBYPASSRLS;
ALTER ROLE rundbord_relation  NOLOGIN NOSUPERUSER NOBYPASSRLS;
ALTER ROLE rundbord_unit      NOLOGIN NOSUPERUSER NOBYPASSRLS;
ALTER ROLE rundbord_oversight NOLOGIN NOSUPERUSER NOBYPASSRLS;
-- Sees the log of who looked and nothing of a child: no policy of a child's table names it.
ALTER ROLE rundbord_auditor   NOLOGIN NOSUPERUSER NOBYPASSRLS;
-- A private calendar's address, read by a program: the times of meetings and nothing else (calendar_feed/policies.sql).
ALTER ROLE rundbord_calendar  NOLOGIN NOSUPERUSER NOBYPASSRLS;
-- Owns the security-definer functions and nothing else; it sees rows of the running transaction's tenant only.
ALTER ROLE rundbord_definer   NOLOGIN NOSUPERUSER NOBYPASSRLS;

GRANT rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight, rundbord_auditor, rundbord_calendar
    TO rundbord_api WITH INHERIT FALSE, SET TRUE, ADMIN FALSE;

-- Migrations hand security-definer functions over to rundbord_definer. Not inheriting it keeps the policies
-- written for it from opening the rows to the owner.
GRANT rundbord_definer TO rundbord_owner WITH INHERIT FALSE, SET TRUE, ADMIN FALSE;

SELECT format('CREATE DATABASE %I OWNER rundbord_owner', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec

-- Also the owner's right to create schemas and trusted extensions (btree_gist) comes from owning the database.
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO rundbord_api, rundbord_worker, rundbord_notifier;
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
