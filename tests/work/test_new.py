"""``hub new``: a school's repository from its answers, whole or not at all; each answer comes out as it went in."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from builds import files, run
from resourcehub.catalog.sheets import read_sheets
from resourcehub.cli.main import main
from resourcehub.settings.core import read_settings, settings_of
from resourcehub.work.answers import Answers
from resourcehub.work.new import NO_PROGRAM, NewError, make, rendered

NAMES = (
    "Lincoln School #1",
    "Oak: a \"school\" & its 'families'",
    "مدرسة الزيتون",
    "{{ answers }} {% raw %} - no",
    "C:\\new\\table % @ | * ? ! ~ &",
    "Ñandú [x], -",
    "Trường Tiểu học Đống Đa",
    "2026-01-01",
    "null",
)


def call(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["new", *words], input=typed)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_signs_comes_out_as_it_went_in(tmp_path: Path, name: str) -> None:
    make(tmp_path / "hub", Answers(name=name, phone="+1 555 0100"))
    file, problems = read_settings(tmp_path / "hub")
    assert file and not problems
    assert (file.site.site_name, file.options.contact.name) == (name, {"": name})


def test_each_answer_is_a_setting(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    flags = {
        "name": "Oak School",
        "address": "https://oak.example.org/hub",
        "phone": "555 0100 ext. 12",
        "mail": "office@example.org",
        "languages": "es, vi pa",
        "colour": "#036",
        "prefix": "OAK",
    }
    done = call(str(folder), "--yes", *(word for key, value in flags.items() for word in (f"--{key}", value)))
    assert done.exit_code == 0, done.output
    file, problems = read_settings(folder, given={})
    assert file and not problems
    found = settings_of(file, given={})
    assert (file.site.site_name, found.site_url) == ("Oak School", "https://oak.example.org/hub/")
    assert found.contact and (found.contact.phone, found.contact.mail) == ("555 0100 ext. 12", "office@example.org")
    assert (found.locales, found.source) == (("en", "es", "vi", "pa"), "en")
    assert (found.accent, found.number_prefix, found.catalog) == ("#003366", "OAK", "local.yaml")
    assert [named.word for named in found.extends] == ["reference"]


def test_yes_takes_every_default_and_the_site_can_be_checked(tmp_path: Path) -> None:
    done = run("hub", "new", str(tmp_path / "hub"), "--yes")
    assert done.returncode == 0 and "README says" in done.stdout
    checked = run("hub", "validate", "--root", str(tmp_path / "hub"))
    assert checked.returncode == 0 and "0 errors, 1 warning" in checked.stdout
    assert read_sheets(tmp_path / "hub") == ({}, [])


def test_there_are_few_files_and_each_says_what_it_is_for(tmp_path: Path) -> None:
    make(tmp_path / "hub", Answers())
    found = files(tmp_path / "hub")
    assert len(found) <= 10
    for path, text in found.items():
        first = text.decode().splitlines()[0]
        assert len(first.split()) > 5 and (first.startswith(("# ", "<!-- ")) or "folder" in first), path
    assert found["requirements.txt"].decode().splitlines()[1].startswith("resourcehub==")
    text = found["README.md"].decode().split("\n\n", 1)[1]
    assert len([line for line in text.splitlines() if line.endswith(".")]) == 5


def test_the_workflow_is_that_of_the_program_in_its_version() -> None:
    texts = rendered(Answers(), "some-owner/hub.program")
    workflow = yaml.load(texts[".github/workflows/site.yml"], yaml.BaseLoader)
    version = texts["requirements.txt"].decode().splitlines()[-1].removeprefix("resourcehub==")
    job = workflow["jobs"]["site"]
    assert job["uses"] == f"some-owner/hub.program/.github/workflows/site.yml@v{version.split('.')[0]}"
    assert workflow["permissions"] == {} and "steps" not in job
    assert NO_PROGRAM.encode() in rendered(Answers())[".github/workflows/site.yml"]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--phone", "call us"], "--phone: 'call us': this is not one number"),
        (["--mail", "office"], "no mail address"),
        (["--colour", "burgundy"], "no colour"),
        (["--prefix", "oak"], "capital letters"),
        (["--address", "oak.example.org"], "https://"),
        (["--languages", "es,vn"], "did you mean 'vi'?"),
        (["--languages", "Punjabi"], "'pa'"),
        (["--languages", "qxq"], "unknown language 'qxq'"),
        (["--name", " "], "needs a name"),
        (["--program", "a b/c"], "no repository"),
        (["--program", "x/y@main#"], "no repository"),
        (["--program", "https://host/x/y"], "no repository"),
    ],
)
def test_a_wrong_answer_is_refused_with_the_cure_and_nothing_is_written(
    tmp_path: Path, flags: list[str], said: str
) -> None:
    done = call(str(tmp_path / "hub"), "--yes", *flags)
    assert done.exit_code == 1 and said in done.output and "Traceback" not in done.output
    assert list(tmp_path.iterdir()) == []


def test_all_wrong_answers_are_told_at_once(tmp_path: Path) -> None:
    done = call(str(tmp_path / "hub"), "--yes", "--phone", "x", "--mail", "x", "--languages", "kr")
    assert [word in done.output for word in ("--phone", "--mail", "--languages", "'ko'")] == [True] * 4


def test_a_wrong_answer_is_asked_again(tmp_path: Path) -> None:
    typed = "Oak School\n\ncall us\n+1 555 0100\n\nes vn\nes vi\n\nOAK\n"
    done = call(str(tmp_path / "hub"), typed=typed)
    assert done.exit_code == 0, done.output
    assert done.output.count("The phone number") == 2 and "did you mean 'vi'?" in done.output
    file, problems = read_settings(tmp_path / "hub")
    assert file and not problems and file.options.contact.phone == "+1 555 0100"
    assert [tongue.locale for tongue in file.languages.languages or ()] == ["en", "es", "vi"]


@pytest.mark.parametrize("what", ["full", "file", "below a file"])
def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "hub"
    if what == "full":
        folder.mkdir()
        (folder / "mine.txt").write_text("mine")
    else:
        folder.write_text("mine")
    before = files(tmp_path)
    with pytest.raises(NewError):
        make(folder / "x" if what == "below a file" else folder, Answers())
    assert files(tmp_path) == before


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    make(tmp_path / "hub", Answers())
    assert (tmp_path / "hub/mkdocs.yml").is_file() and [p.name for p in tmp_path.iterdir()] == ["hub"]


def test_a_disk_that_refuses_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def write(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == 4:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(NewError, match="left as it was: No space left"):
        make(tmp_path / "hub", Answers())
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_command_can_be_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    done = call(".", "--yes")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "here/mkdocs.yml").is_file()
