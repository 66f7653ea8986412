"""The program behind `python -m store.verify FILE`."""

import sys

from store.verify.cases import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
