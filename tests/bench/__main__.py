"""`python -m tests.bench [PART] [--rounds N]`: measure, print tables with their targets."""

import argparse
import sys

from tests.bench import api, briefing, hostile, ledger, lists, load, pages, shapes, site


def main() -> int:
    """Run one part or all; a missed target is printed, not an error."""
    parts = {
        "pages": lambda: pages.run(arguments.rounds),
        "ledger": ledger.run,
        "lists": lists.run,
        "briefing": briefing.run,
        "site": site.run,
        "api": api.run,
        "load": load.run,
        "hostile": hostile.run,
        "shapes": shapes.run,
    }
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=parts)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    for name, measure in parts.items():
        if arguments.part in (None, name):
            sys.stdout.write(f"{measure()}\n\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
