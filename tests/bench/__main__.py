"""`python -m tests.bench [PART]` measures, prints tables and targets."""

import argparse
import sys

from tests.bench import (
    api,
    briefing,
    budgets,
    hostile,
    kills,
    ledger,
    lists,
    load,
    pages,
    report,
    shapes,
    site,
    sizes,
    slow,
)


def main() -> int:
    """Run one part or all; fail where a page passed its budget, print every other miss."""
    parts = {
        "pages": lambda: pages.run(arguments.rounds, arguments.slower),
        "budgets": budgets.run,
        "ledger": ledger.run,
        "sizes": lambda: sizes.run(arguments.most),
        "lists": lists.run,
        "briefing": briefing.run,
        "site": site.run,
        "slow": slow.run,
        "api": api.run,
        "load": load.run,
        "hostile": hostile.run,
        "shapes": shapes.run,
        "kills": kills.run,
    }
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=parts)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=sizes.SIZES[-1], help="rows, for sizes")
    parser.add_argument(
        "--slower", type=float, default=1, help="how slow the browsers' processor is (pages)"
    )
    arguments = parser.parse_args()
    status = 0
    for name, measure in parts.items():
        if arguments.part in (None, name):
            try:
                found = measure()
            except report.MissedError as error:
                found, status = str(error), 1
            sys.stdout.write(f"{found}\n\n")
            sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main())
