"""`python -m store grants ROLE`: what the app may do on PostgreSQL, and no more."""

import argparse
import re

from sqlmodel import SQLModel

from store.ground.errors import UnusableStoreError
from store.ledger import append_only, derived

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def run(arguments: argparse.Namespace) -> list[str]:
    """The statements that let a role work on today's tables; their owner runs them.

    The role adds to the ledger and reads it; only what is no ledger it may change. It owns nothing,
    so it can take away no trigger either. Errors: UnusableStoreError for what is no name.
    """
    role = arguments.role
    if not _NAME.fullmatch(role):
        raise UnusableStoreError(
            "A role has a name of small letters, digits and _: {role}", role=role
        )
    no_ledger = SQLModel.metadata.tables.keys() - append_only.tables()
    others = sorted({*no_ledger, *derived.METADATA.tables})
    return [
        f"GRANT USAGE ON SCHEMA public TO {role};",
        f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {role};",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};",
        f"GRANT UPDATE, DELETE ON {', '.join(others)} TO {role};",
        f"REVOKE INSERT ON alembic_version FROM {role};",
    ]
