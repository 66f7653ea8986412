"""The database: engine, migration, readiness."""
