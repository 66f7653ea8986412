"""What `make test-fast` leaves out: what would keep a developer waiting."""

import pytest

# Sites, documents, packages, demonstrations and images as a whole, and programs that are started:
# a thousand tests, with those of the whole API, that take longer than the other four thousand.
WHOLE = (
    "tests/components/api/test_datasets.py",
    "tests/components/api/test_description.py",
    "tests/components/briefing/",
    "tests/components/serving/",
    "tests/components/site/",
    "tests/pages/test_budgets.py",
    "tests/pages/test_known_later.py",
    "tests/pages/test_meeting_frozen.py",
    "tests/pages/test_odd_rows.py",
    "tests/pages/test_plan_of_a_day.py",
    "tests/store/backup/",
    "tests/store/commands/",
    "tests/store/database/test_faults.py",
    "tests/store/database/test_migrate.py",
    "tests/store/demo/",
    "tests/store/exchange/",
    "tests/store/ledger/test_crowds.py",
    "tests/store/shipped/test_recodings.py",
    "tests/store/templates/test_marking.py",
    "tests/store/uploads/",
    "tests/test_deploy.py",
)


def leaves_out(item: pytest.Item) -> bool:
    """Whether the test is of those, or needs a browser or PostgreSQL."""
    needed = set(getattr(item, "fixturenames", ()))
    is_whole = item.nodeid.startswith(("tests/browser/", *WHOLE))
    return is_whole or bool(needed & {"browser", "postgres_server"})
