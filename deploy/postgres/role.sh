#!/bin/sh
# The role that the app signs in as; `python -m store grants dashboard_app` says what it may do.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$APP_PASSWORD" \
    --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE ROLE dashboard_app LOGIN PASSWORD :'password';
SQL
