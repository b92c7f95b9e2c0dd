#!/usr/bin/env bash
# About: bare addresses in running text, and the full stops and commas of other scripts.
# Versions: Jinja2 3.1.6 (urlize), linkify-it-py 2.2.0, mdit-py-plugins 0.7.0 (gfm_autolink, GitHub's rule) with
#   markdown-it-py 4.3.0, pymdown-extensions 13.1.2 (magiclink) with Markdown 3.11.3.
# Guess: as the English full stop and comma are left outside the link, so are those of the reader's script.
# Seen: all four take them in: the Chinese 。 and ，, the Arabic ، and ؟, the Armenian ։ and the Punjabi ।. After the
#   Chinese comma the next word goes in, too, since no space stands between.
# Matters: the sentence looks right and the link is dead, in every language but those that write as English does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'Jinja2==3.1.6' 'linkify-it-py==2.2.0' 'markdown-it-py==4.3.0' \
  'mdit-py-plugins==0.7.0' 'Markdown==3.11.3' 'pymdown-extensions==13.1.2'

echo "Guess: every link ends with the letter a."
echo "Seen (what each takes in behind it: Jinja, linkify-it, GitHub's rule, magiclink):"
env/bin/python > seen <<'PY'
import re
from urllib.parse import unquote

import markdown
from jinja2.utils import urlize
from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

github = MarkdownIt("commonmark").use(gfm_autolink_plugin)


def behind(html: str) -> str:
    (address,) = re.findall(r'href="([^"]*)"', html)
    return unquote(address).removeprefix("https://example.org/a") or "-"


for end in (".", ", b", "。", "，b", "، b", "؟", "։", "।"):
    text = f"b https://example.org/a{end}"
    (found,) = LinkifyIt().match(text)
    magic = markdown.markdown(text, extensions=["pymdownx.magiclink"])
    print(end, "|", behind(urlize(text)), behind(f'href="{found.url}"'), behind(github.render(text)), behind(magic))
PY
cat seen
diff seen - <<'SEEN'
. | - - - -
, b | - - - -
。 | 。 。 。 。
，b | ，b ，b ，b ，b
، b | ، ، ، ،
؟ | ؟ ؟ ؟ ؟
։ | ։ ։ ։ ։
। | । । । ।
SEEN
