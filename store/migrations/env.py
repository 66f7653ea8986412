"""Runs the migrations on the connection that `database.migrate` hands over, in one transaction."""

import sqlalchemy as sa
from alembic import context
from sqlmodel import SQLModel

import store.models  # noqa: F401  # fills the metadata


def run(connection: sa.Connection) -> None:
    """Migrate; on any error nothing has changed."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,  # SQLite can, and Alembic would not ask it to
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
