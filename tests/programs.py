"""Finds GNU gettext for the tests, or installs the system's package: its programs read and write our PO files."""

import shutil
import sys

from browser import package

NEEDED = ("msgfmt", "msgmerge", "msgcat", "msgattrib")
SORRY = "GNU gettext was not found and could not be installed. Install the package 'gettext' of your system."


def main() -> int:
    """Make sure that its programs are there."""
    if not all(map(shutil.which, NEEDED)):
        package("gettext")
    there = all(map(shutil.which, NEEDED))
    print("gettext: found" if there else SORRY, file=sys.stdout if there else sys.stderr)
    return 0 if there else 1


if __name__ == "__main__":
    sys.exit(main())
