"""The measuring of a build runs to its end, so that nobody finds it broken on the day a figure is needed."""

import re

from builds import ROOT, run


def test_five_resources_in_two_languages_are_measured() -> None:
    done = run("python", str(ROOT / "tests/bench/measure.py"), "5", "2")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = dict(re.findall(r"^(\w[\w, ]*?) {2,}([\d.]+)", done.stdout, re.MULTILINE))
    parts = ["localize", "view, render, stamp", "code", "write", "together"]
    assert list(rows) == ["this generator", "stock stack", *parts]
    assert float(rows["together"]) > float(rows["view, render, stamp"]) > 0


def test_the_preview_of_eight_resources_in_three_languages_is_measured() -> None:
    done = run("python", str(ROOT / "tests/bench/serve.py"), "8", "3", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = re.findall(r"^(\w[\w ,]*?) {2,}[\d.]+ +[\d.]+$", done.stdout, re.MULTILINE)
    assert rows == ["first page", "changed summary", "an open page is told", "first page, other language"]


def test_validating_five_resources_in_two_languages_is_measured() -> None:
    hub = run("python", "-c", "import sys, pathlib; print(pathlib.Path(sys.executable).parent / 'hub')").stdout.strip()
    done = run("python", str(ROOT / "tests/bench/validate.py"), "5", "2", hub)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r"^(\w[\w ]*?) {2,}[\d.]+ +[\d.]+$", done.stdout, re.MULTILINE) == [
        "this generator",
        "the other",
        "ratio",
    ]
