"""The jobs of the workflow that make each language on a machine of its own: what they do gives the site of one job."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from builds import DAY, HUBS, ROOT, TOOLS, files

JOBS: dict[str, Any] = yaml.load((ROOT / ".github/workflows/site.yml").read_text(), yaml.BaseLoader)["jobs"]
ADDRESS = "https://school.example.org/hub"
LATER = "1769990400"  # a month on: machines that start late must not see another day


def act(job: str, name: str, root: Path, known: dict[str, str], now: str = LATER) -> Path:
    """Run a step as GitHub does and return the file of its outputs; ``known`` are the values of its expressions."""
    step = next(s for s in JOBS[job]["steps"] if s.get("name") == name)
    output = root / ".output"
    env = os.environ | {"PATH": f"{TOOLS}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(output), "SOURCE_DATE_EPOCH": now}
    env |= {key: filled(value, known) for key, value in step.get("env", {}).items()}
    done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=root, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def filled(value: str, known: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], value)


def machine(folder: Path) -> Path:
    """A new machine with the sources checked out."""
    return Path(shutil.copytree(HUBS / "tiny", folder))


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the one job makes."""
    root = machine(tmp_path_factory.mktemp("one") / "hub")
    known = {
        "!github.event.repository.fork": "true",
        "steps.pages.outcome": "success",
        "steps.pages.outputs.base_url": ADDRESS,
    }
    act("build", "Build the site", root, known, now=DAY)
    return root / "site"


def test_the_parts_of_several_machines_are_byte_for_byte_the_site_of_one(one: Path, tmp_path: Path) -> None:
    output = act("plan", "Say which parts to make", machine(tmp_path / "plan"), {}, now=DAY)
    told = dict(line.split("=", 1) for line in output.read_text().splitlines())
    assert told["moment"] == DAY
    parts = tmp_path / "merge/parts"
    machine(tmp_path / "merge")
    for tag in yaml.safe_load(told["languages"]):
        root = machine(tmp_path / tag)
        known = {
            "!github.event.repository.fork": "true",
            "needs.plan.outputs.pages": "success",
            "needs.plan.outputs.address": ADDRESS,
            "needs.plan.outputs.moment": told["moment"],
            "matrix.language": tag,
        }
        act("part", "Build the part", root, known)
        shutil.copytree(root / "part", parts / f"part-{tag}")
    act("merge", "Put the parts together", tmp_path / "merge", {})
    assert files(tmp_path / "merge/site") == files(one)


def test_each_machine_takes_what_the_first_has_found_out() -> None:
    told = set(re.findall(r"needs\.plan\.outputs\.(\w+)", str(JOBS["part"])))
    assert told == JOBS["plan"]["outputs"].keys() == {"pages", "address", "commit", "languages", "moment"}
    assert JOBS["part"]["strategy"] == {"matrix": {"language": "${{ fromJSON(needs.plan.outputs.languages) }}"}}
    steps = [step["with"] for job in ("part", "merge") for step in JOBS[job]["steps"] if "with" in step]
    assert [given["ref"] for given in steps if "ref" in given] == ["${{ needs.plan.outputs.commit }}"] * 2


def test_parts_or_one_job_and_what_either_has_made_is_published() -> None:
    assert "&& !inputs.parts" in JOBS["build"]["if"] and "&& inputs.parts" in JOBS["plan"]["if"]
    assert (JOBS["part"]["needs"], JOBS["merge"]["needs"]) == ("plan", ["plan", "part"])
    assert "needs.part.result == 'success'" in JOBS["merge"]["if"], "with one part missing nothing is published"
    assert JOBS["deploy"]["needs"] == ["build", "merge"]
    taken = [step["with"] for step in JOBS["merge"]["steps"] if "download-artifact" in step.get("uses", "")]
    assert taken == [{"pattern": "part-*", "path": "parts"}]
