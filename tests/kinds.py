"""One page of each kind that the site has, by its locale-free address, and the languages and widths it is seen in."""

TAGS = ("en", "es", "ar", "zh-Hans", "hmn")
# One language of each class, where what is tried depends on the script and not on the words: the source language,
# right to left, no spaces, and one that is part translated, in long Latin words.
CLASSES = ("en", "ar", "zh-Hans", "hmn")
KINDS = {
    "home": "",
    "section": "families/",
    "family": "families/your-language/",
    "glossary": "families/words/",
    "words": "families/words/extra-help/",
    "sentences": "families/say-it/",
    "explainer": "myths/families-at-every-income-care/",
    "strategy": "strategies/talk-and-listen/",
    "school": "schools/planning/",
    "guide": "contribute/editors/",
    "about": "about/",
    "privacy": "privacy/",
    "keep": "keep/",
    "resource": "resources/ospi-interpretation-rights/",
    "browse": "resources/",
    "list": "resources/audience/families/",
    "alphabet": "resources/a-z/",
    "search": "search/",
}
WIDTHS = {"phone": (360, 740), "desktop": (1280, 900)}


def path_in(tag: str, path: str) -> str:
    """Return a page's address below the root of the site."""
    return path if tag == "en" else f"{tag}/{path}"
