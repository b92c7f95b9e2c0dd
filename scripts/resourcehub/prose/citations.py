"""How a page cites: ``[@key]`` and ``[@key; @other]``, Pandoc's syntax (Pandoc User's Guide, "Citation syntax")."""

import re

CITATION = re.compile(r"\[(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]")


def keys_in(markdown: str) -> list[str]:
    """Return the citation keys of a Markdown text in order, each once."""
    groups = (match[1] for match in CITATION.finditer(markdown))
    return list(dict.fromkeys(key.strip().lstrip("@") for group in groups for key in group.split(";")))
