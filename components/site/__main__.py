"""The program behind `python -m store publish`."""

import argparse
import sys

from components.site import publish
from store.commands import publish as site_command
from store.ground.errors import StoreError


def main() -> int:
    """Publish as asked; what the user can mend is said in one sentence."""
    parser = site_command.declare(argparse.ArgumentParser(prog="python -m store publish"))
    arguments = parser.parse_args()
    try:
        build = publish.run(arguments.folder, arguments.as_of, arguments.plan)
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    home = arguments.folder / "index.html"
    sys.stdout.write(f"The site shows what was known on {build.as_of}: {home}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
