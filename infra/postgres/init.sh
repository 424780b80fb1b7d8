#!/bin/bash
# Runs once, when a PostgreSQL container starts on an empty volume: the login roles, with the passwords of this
# instance's environment (never on a command line), and the database. Schema and rows are migrate's work.
set -euo pipefail
psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname postgres <<'SQL'
\getenv database RUNDBORD_DATABASE
\getenv owner_password RUNDBORD_OWNER_PASSWORD
\getenv api_password RUNDBORD_API_PASSWORD
\getenv worker_password RUNDBORD_WORKER_PASSWORD
\getenv notifier_password RUNDBORD_NOTIFIER_PASSWORD
\include /rundbord/roles.sql
SQL
