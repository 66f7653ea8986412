"""Which tests one worker runs one after the other, since they share a server."""

from xdist.scheduler import LoadScopeScheduling

# Tests that share a browser and servers, by the beginnings of their names: the first that fits.
CHAINS = {
    "tests/browser/reporting/test_crash": "on a local copy",
    "tests/browser/reporting/test_faults": "on a local copy",
    "tests/browser/reporting/test_hostile": "on a local copy",
    "tests/browser/reporting/test_import": "on a local copy",
    "tests/browser/reporting/test_meeting": "on a local copy",
    "tests/browser/reporting/test_numbers": "on a local copy",
    "tests/browser/reporting/test_site_served": "on a local copy",
    "tests/browser/reporting/test_two_processes": "behind nginx",
    "tests/browser/reporting/": "signed in",
    "tests/browser/": "reading",
    "tests/components/site/": "on the site",
}


class ServersTogether(LoadScopeScheduling):
    """Gives each chain of tests to one worker, the chain of most tests first.

    A chain shares a browser and servers, or the PostgreSQL that one worker has started and filled.
    """

    def _split_scope(self, nodeid: str) -> str:
        # Not by xdist_group: pytest-xdist 3.8 ignores that mark under pytest 9.2 (its issue 1386).
        chains = (name for start, name in CHAINS.items() if nodeid.startswith(start))
        return next(chains, "on PostgreSQL" if "[postgresql" in nodeid else nodeid)
