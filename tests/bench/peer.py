"""Writes the bench's catalog as a Hugo site: a plain page for each resource in each language, and the same lists.

No search, no file to read offline, no codes and no sheet pages: what Hugo does for every site, and no more. Its lists
are those of ours: all resources, and one list for each kind, topic, audience and language, sixteen cards to a page.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import generate

PER_PAGE = 16
FACETS = {"kinds": "Kind", "topics": "Topics", "audiences": "For whom", "languages": "Languages"}
SHOWN = ("publisher", "year", "grades", "format", "pages", "cost", "license", "checked")
# What a card shows of them, as ours does.
CARD = ({"audiences": "For whom", "languages": "Languages"}, ("format", "cost", "publisher", "year", "checked"))

BASE = """<!doctype html>
<html lang="{{ .Site.Language.Locale }}" dir="{{ or .Site.Language.Direction "ltr" }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Site.Language.Locale }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/hub.css">
</head>
<body>
<header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}">{{ .Site.Language.Label }}</a></li>{{ end }}</ul>
</header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"""
SINGLE = """{{ define "main" }}
<article>
<h1>{{ .Title }}</h1>
<p class="lead">{{ .Description }}</p>
<p><a href="{{ .Params.url_of }}" rel="external">Open the resource</a></p>
{{ .Content }}
<dl>
FACTS</dl>
{{ with .Params.related }}<h2>Related</h2>
<ul>
{{ range . }}{{ with site.GetPage (printf "/resources/%s" .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}{{ end }}</ul>
{{ end }}
</article>
{{ end }}
"""
LIST = """{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ partialCached "facets.html" . .Site.Language.Lang }}
{{ $pages := .RegularPages }}{{ if eq .Kind "taxonomy" }}{{ $pages = .Pages }}{{ end }}
{{ $paginator := .Paginate $pages }}
<ul>
{{ range $paginator.Pages }}<li>
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p>{{ .Description }}</p>
<dl>
CARD</dl>
</li>
{{ end }}</ul>
{{ if gt $paginator.TotalPages 1 }}<nav>
{{ with $paginator.Prev }}<a href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }} {{ $paginator.PageNumber }}
{{ with $paginator.Next }}<a href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}
<a href="{{ $paginator.Last.URL }}">{{ $paginator.TotalPages }}</a>
</nav>{{ end }}
{{ end }}
"""
CHOICES = """<nav>{{ range $name, $terms := site.Taxonomies }}
<details><summary>{{ $name }}</summary><ul>
{{ range $terms }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
{{ end }}</ul></details>
{{ end }}</nav>
"""


def facts(facets: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the rows of a list of facts, as Hugo's template: links to lists first, then plain values."""
    linked = "".join(
        f'{{{{ with .GetTerms "{facet}" }}}}<div><dt>{label}</dt>'
        '{{ range . }}<dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd>{{ end }}</div>{{ end }}\n'
        for facet, label in facets.items()
    )
    plain = "".join(
        f"{{{{ with .Params.{name} }}}}<div><dt>{name.title()}</dt><dd>{{{{ . }}}}</dd></div>{{{{ end }}}}\n"
        for name in names
    )
    return linked + plain


def settings(locales: tuple[str, ...]) -> dict[str, object]:
    """Return Hugo's settings: one folder of content a language, lists by taxonomy, no feeds."""
    return {
        "baseURL": "https://example.org/",
        "title": "Bench",
        "defaultContentLanguage": locales[0],
        "languages": {
            tag.lower(): {
                "label": generate.NAMES.get(tag, tag),
                "locale": tag,
                "weight": n,
                "contentDir": f"content/{tag}",
                "direction": "rtl" if tag == "ar" else "ltr",
            }
            for n, tag in enumerate(locales, 1)
        },
        "pagination": {"pagerSize": PER_PAGE},
        "taxonomies": {facet: facet for facet in FACETS},
        "disableKinds": ["rss"],
    }


def page(item: dict[str, object], tag: str, n: int) -> str:
    """Return one resource in one language as a page for Hugo, whose front matter may be JSON."""
    front = {
        "title": item["title"] if tag == "en" else generate.prose(tag, n, 6),
        "description": generate.prose(tag, n, 24),
        "url_of": item["url"],
        "kinds": [item["kind"]],
        **{name: item[name] for name in ("topics", "audiences", "languages", "related", *SHOWN)},
    }
    return json.dumps(front, ensure_ascii=False) + f"\n\n{generate.prose(tag, n, 100)}\n"


def site(root: Path, count: int, locales: tuple[str, ...]) -> None:
    """Write the site: the same resources, texts and lists as ``generate.hub``."""
    layouts = root / "layouts"
    (layouts / "_default").mkdir(parents=True)
    (layouts / "partials").mkdir()
    (root / "hugo.json").write_text(json.dumps(settings(locales), ensure_ascii=False))
    (layouts / "_default/baseof.html").write_text(BASE)
    (layouts / "_default/single.html").write_text(SINGLE.replace("FACTS", facts(FACETS, SHOWN)))
    (layouts / "_default/list.html").write_text(LIST.replace("CARD", facts(*CARD)))
    (layouts / "partials/facets.html").write_text(CHOICES)
    items = [generate.resource(n) for n in range(count)]
    for tag in locales:
        folder = root / "content" / tag / "resources"
        folder.mkdir(parents=True)
        (folder.parent / "_index.md").write_text('{"title": "Bench"}\n\nHello.\n')
        for n, item in enumerate(items):
            (folder / f"{item['id']}.md").write_text(page(item, tag, n))
