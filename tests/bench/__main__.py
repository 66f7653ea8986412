"""`python -m tests.bench [pages|ledger] [--rounds N]`: measure, and print tables with targets."""

import argparse
import sys

from tests.bench import ledger, pages


def main() -> int:
    """Run one half or both; a missed target is printed, not an error."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("half", nargs="?", choices=("pages", "ledger"))
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.half != "ledger":
        sys.stdout.write(f"{pages.run(arguments.rounds)}\n\n")
        sys.stdout.flush()
    if arguments.half != "pages":
        sys.stdout.write(f"{ledger.run()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
