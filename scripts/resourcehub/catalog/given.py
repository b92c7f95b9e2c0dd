"""Which sheet numbers were given before, by the history of the file in Git, where the folder has one."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

_GIVEN = re.compile(r"""^\+['"]?((?:[A-Z]{2,8}-)?[0-9]{1,6})['"]?:[ ]+['"]?([^\s'"#]+)""", re.MULTILINE)
# Nothing that a repository's settings name is run.
_LOG = ("log", "--reverse", "--format=", "--patch", "--unified=0", "--no-ext-diff", "--no-textconv", "--no-color")
SECONDS = 20


def given_before(root: Path, file: str) -> Mapping[str, str]:
    """Return each number that the file ever held in the history of what is checked out, with its first address.

    Empty where there is no Git, no history, or only its last step (a shallow copy).
    """
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", *_LOG, "--", file]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            command, capture_output=True, check=True, timeout=SECONDS, env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"}
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    found: dict[str, str] = {}
    for number, address in _GIVEN.findall(done.stdout.decode("utf-8", "replace")):
        found.setdefault(number, address)
    return found
