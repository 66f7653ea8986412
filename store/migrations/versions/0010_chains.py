"""Every chain of revisions begins at its revision 0, and nowhere else."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = ("target", "wording", "schedule", "task_report", "assessment_call", "twin_pair")


def upgrade() -> None:
    """Give six tables the check that the other revised ones have."""
    for table in TABLES:
        with op.batch_alter_table(table, table_args=_checks(table)) as batch:
            batch.create_check_constraint(
                op.f(f"ck_{table}_chain"), "(revision = 0) = (supersedes_id IS NULL)"
            )


def _checks(table: str) -> tuple[sa.CheckConstraint, ...]:
    """The checks that the table has: where SQLite builds it anew, it would lose them."""
    found = sa.inspect(op.get_bind()).get_check_constraints(table)
    return tuple(
        sa.CheckConstraint(check["sqltext"], name=op.f(str(check["name"]))) for check in found
    )
