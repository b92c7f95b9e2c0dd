"""Rules on the languages of resources: a tag has a meaning, and the one that was meant."""

from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from resourcehub.catalog.fields import Language
from resourcehub.catalog.tongues import doubtful, is_named, meant, name_of
from resourcehub.catalog.tree import Keys
from resourcehub.problems import Problem
from resourcehub.rules.facts import Facts, texts

_FORM: TypeAdapter[str] = TypeAdapter(Language)
_DESCRIBE = "describe the language in docs/translations/locales.yaml"


def languages_are_known(facts: Facts) -> Iterator[Problem]:
    """A language tag is one that CLDR names or the site describes, and not the code of a country."""
    own = frozenset(facts.registry)
    for entry in facts.entries("resources"):
        for tag, path in _tags(entry.fields, entry.path):
            if tag in own or not _well_formed(tag):
                continue
            place, likely = facts.place(path), meant(tag)
            if not is_named(tag, facts.registry.describes(tag)):
                near = f" (did you mean '{likely}', {name_of(likely)}?)" if likely else ""
                yield Problem(
                    place, f"no language has the tag '{tag}'{near}: correct it, or {_DESCRIBE}", "no-language"
                )
            elif found := doubtful(tag):
                what = f"'{tag}' is {name_of(tag)}; for {found[0]} write '{found[1]}' ({name_of(found[1])})"
                cure = f"{what}. If {name_of(tag)} is meant, {_DESCRIBE}"
                yield Problem(place, cure, "doubtful-language", "warning")


def _tags(fields: dict[str, object], path: Keys) -> Iterator[tuple[str, Keys]]:
    for name in ("languages", "spoken"):
        yield from texts(fields.get(name), (*path, name))
    for text, where in texts(fields.get("editions"), (*path, "editions")):
        if where[-1] == "language":
            yield text, where


def _well_formed(tag: str) -> bool:
    try:
        return bool(_FORM.validate_python(tag))
    except ValidationError:
        return False


RULES = (languages_are_known,)
