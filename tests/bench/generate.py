"""Makes a hub of N resources in L languages, every field filled and every text different, to measure with.

``hub`` writes it for this generator, ``plain`` as one Markdown page per resource for MkDocs alone.
"""

import json
from pathlib import Path

import polib

PART = 2000  # resources in a file
LOCALES = ("en", "es", "ar", "zh-Hans", "hmn", "vi", "ko", "ru")
NAMES = {
    "en": "English",
    "es": "Español",
    "ar": "العربية",
    "zh-Hans": "简体中文",
    "hmn": "Hmoob",
    "vi": "Tiếng Việt",
    "ko": "한국어",
    "ru": "Русский",
}
WORDS = {
    "en": [
        "family",
        "school",
        "reading",
        "together",
        "home",
        "visit",
        "meeting",
        "teacher",
        "question",
        "language",
        "letter",
        "child",
    ],
    "es": [
        "familia",
        "escuela",
        "lectura",
        "juntos",
        "hogar",
        "visita",
        "reunión",
        "maestra",
        "pregunta",
        "idioma",
        "carta",
        "niño",
    ],
    "ar": [
        "الأسرة",
        "المدرسة",
        "القراءة",
        "معا",
        "البيت",
        "الزيارة",
        "الاجتماع",
        "المعلمة",
        "السؤال",
        "اللغة",
        "الرسالة",
        "الطفل",
    ],
    "zh-Hans": ["家庭", "学校", "阅读", "一起", "家里", "家访", "会议", "老师", "问题", "语言", "信件", "孩子"],
    "hmn": [
        "tsev",
        "neeg",
        "tsev",
        "kawm",
        "ntawv",
        "nyeem",
        "ua",
        "ke",
        "tsev",
        "mus",
        "saib",
        "rooj",
        "sib",
        "tham",
        "xib",
        "fwb",
        "nug",
        "lus",
    ],
    "vi": [
        "gia",
        "đình",
        "trường",
        "học",
        "đọc",
        "sách",
        "cùng",
        "nhau",
        "ở",
        "nhà",
        "thăm",
        "họp",
        "giáo",
        "viên",
        "câu",
        "hỏi",
        "ngôn",
        "ngữ",
    ],
    "ko": ["가족", "학교", "읽기", "함께", "집", "방문", "회의", "선생님", "질문", "언어", "편지", "아이"],
    "ru": [
        "семья",
        "школа",
        "чтение",
        "вместе",
        "дом",
        "визит",
        "встреча",
        "учитель",
        "вопрос",
        "язык",
        "письмо",
        "ребёнок",
    ],
}


def prose(locale: str, seed: int, count: int) -> str:
    """Return ``count`` words of a language, Spanish where we have none of it; another seed gives other words."""
    words = WORDS.get(locale, WORDS["es"])
    return " ".join(words[(seed * 7 + i * (1 + seed % 5)) % len(words)] for i in range(count)) + f" {seed}"


def resource(n: int) -> dict[str, object]:
    """Return resource ``n`` with every field filled."""
    return {
        "id": f"resource-{n}",
        "kind": f"kind-{n % 5}",
        "title": f"{prose('en', n, 6)} <{n} & more",
        "url": f"https://example.org/{n}",
        "summary": prose("en", n, 24),
        "details": prose("en", n + 1, 60) + "\n\n" + prose("en", n + 2, 40),
        "publisher": prose("en", n, 3),
        "authors": [prose("en", n, 2), prose("en", n + 1, 2)],
        "year": str(2000 + n % 25),
        "topics": [f"topic-{n % 12}", f"topic-{(n + 5) % 12}"],
        "audiences": [f"audience-{n % 4}"],
        "grades": "PK-12",
        "languages": ["en", "es"],
        "editions": [{"language": "es", "url": f"https://example.org/es/{n}"}],
        "format": "pdf",
        "pages": str(1 + n % 90),
        "megabytes": "2.5",
        "cost": "free",
        "login": "none",
        "license": "CC BY 4.0",
        "citations": [f"citation-{n % 20}"],
        "added": f"2026-01-{1 + n % 28:02}",
        "checked": f"2026-02-{1 + n % 28:02}",
        "related": [f"resource-{(n + 1) % 20}"] if n >= 20 else [],
        "archived": f"https://example.org/saved/{n}",
    }


def catalog(count: int) -> dict[str, object]:
    """Return a whole catalog."""

    def terms(name: str, many: int) -> list[dict[str, str]]:
        return [{"id": f"{name}-{i}", "title": f"{name} {i}", "summary": prose("en", i, 8)} for i in range(many)]

    citations = [{"id": f"citation-{i}", "type": "report", "title": prose("en", i, 5)} for i in range(20)]
    return {
        "kinds": terms("kind", 5),
        "topics": terms("topic", 12),
        "audiences": terms("audience", 4),
        "citations": citations,
        "resources": [resource(n) for n in range(count)],
    }


def settings(locales: tuple[str, ...], plugin: bool) -> str:
    """Return ``mkdocs.yml`` with or without our plugin; MkDocs reads JSON as YAML."""
    languages = [{"locale": t, "name": NAMES.get(t, t), "default": t == "en", "build": True} for t in locales]
    i18n = {"docs_structure": "suffix", "languages": languages, "reconfigure_material": False}
    i18n["reconfigure_search"] = False
    plugins = [*([{"resourcehub": {"indexable": True}}] if plugin else []), {"i18n": i18n}]
    theme = {"name": "material", "font": False}
    return json.dumps({"site_name": "Bench", "site_url": "https://example.org/", "theme": theme, "plugins": plugins})


def hub(root: Path, count: int, locales: tuple[str, ...]) -> None:
    """Write a hub for this generator. What is too large for one file goes into files of a folder."""
    data = catalog(count)
    (root / "docs/translations").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(settings(locales, plugin=True))
    (root / "numbers.yaml").write_text("".join(f"{n}: resources/resource-{n}/\n" for n in range(count)))
    (root / "docs/index.md").write_text(
        "---\ntitle: Bench\ndescription: A hub to measure.\ntemplate: home.html\n---\nHello.\n"
    )
    if count > PART:
        (root / "resources").mkdir()
        for start in range(0, count, PART):
            part = {"resources": data["resources"][start : start + PART]}  # type: ignore[index]
            (root / f"resources/{start}.yaml").write_text(json.dumps(part, ensure_ascii=False, indent=1))
    whole = {name: entries for name, entries in data.items() if name != "resources" or count <= PART}
    (root / "resources.yaml").write_text(json.dumps(whole, ensure_ascii=False, indent=1))
    for tag in locales[1:]:
        translation(root / "docs/translations", tag, data["resources"])  # type: ignore[arg-type]


def translated(tag: str, n: int) -> dict[str, str]:
    """Return the texts of resource ``n`` in a language, with the figures and paragraphs of the source."""
    return {
        "title": f"{prose(tag, n, 6)} <{n}",
        "summary": prose(tag, n, 24),
        "details": prose(tag, n + 1, 60) + "\n\n" + prose(tag, n + 2, 40),
    }


def translation(folder: Path, tag: str, items: list[dict[str, str]]) -> None:
    """Write the words of one language."""
    if len(items) > PART:
        (folder / tag).mkdir()
    for start in range(0, len(items), PART):
        po = polib.POFile(wrapwidth=0)
        po.metadata = {"Language": tag, "Content-Type": "text/plain; charset=UTF-8"}
        for n, item in enumerate(items[start : start + PART], start):
            for field, words in translated(tag, n).items():
                context = f"resources/{item['id']}/{field}"
                po.append(polib.POEntry(msgctxt=context, msgid=item[field].strip(), msgstr=words))
        po.save(str(folder / (f"{tag}/{start}.po" if len(items) > PART else f"{tag}.po")))


def plain(root: Path, count: int, locales: tuple[str, ...]) -> None:
    """Write the same texts as Markdown pages for MkDocs, the stock theme and mkdocs-static-i18n alone."""
    (root / "docs/resources").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(settings(tuple(t for t in locales if len(t) < 3 or "-" in t), plugin=False))
    (root / "docs/index.md").write_text("# Bench\n\nHello.\n")
    for tag in locales:
        suffix = "" if tag == "en" else f".{tag}"
        for n in range(count):
            item = resource(n)
            facts = "\n".join(f"- {key}: {value}" for key, value in item.items() if key not in ("title", "details"))
            text = f"# {prose(tag, n, 6)}\n\n{prose(tag, n, 24)}\n\n{facts}\n\n{prose(tag, n, 100)}\n"
            (root / f"docs/resources/resource-{n}{suffix}.md").write_text(text)
