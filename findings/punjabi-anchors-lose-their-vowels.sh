#!/usr/bin/env bash
# About: the "Unicode" slugs that Markdown tools for Python make of headings, and Punjabi.
# Versions: Markdown 3.11.3, mdit-py-plugins 0.7.0, pymdown-extensions 13.1.2; beside them github-slugger 2.0.0.
# Guess: a slug made for Unicode keeps the letters of every script; only punctuation goes.
# Seen: Python's \w does not hold vowel signs (general categories Mn and Mc), so all three strip them: ਸਾਲ (year)
#   and ਸੂਲ (thorn) both become ਸਲ. Arabic loses its vowel marks, too. GitHub's own rule keeps every sign.
# Matters: two different headings get one anchor, a Punjabi reader sees a spoilt word in the address, and an anchor
#   written by GitHub's rule leads nowhere on the site.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'Markdown==3.11.3' 'mdit-py-plugins==0.7.0' 'pymdown-extensions==13.1.2'
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund github-slugger@2.0.0 > npm.log

echo "Guess: ਸਾਲ and ਸੂਲ stay as they are in each tool."
echo "Seen:"
env/bin/python > seen <<'PY'
from markdown.extensions.toc import slugify_unicode
from mdit_py_plugins.anchors.index import slugify as of_mdit
from pymdownx.slugs import slugify as of_pymdown

for word in ("ਸਾਲ", "ਸੂਲ", "ਸਿੱਖਿਆ", "مُدَرِّس"):
    print(word, slugify_unicode(word, "-"), of_mdit(word), of_pymdown(case="lower")(word, "-"))
PY
cat > look.js <<'JS'
import { slug } from "github-slugger";
console.log("github-slugger keeps", ...["ਸਾਲ", "ਸੂਲ", "ਸਿੱਖਿਆ", "مُدَرِّس"].map((word) => slug(word) === word));
JS
node look.js >> seen
cat seen
diff seen - <<'SEEN'
ਸਾਲ ਸਲ ਸਲ ਸਲ
ਸੂਲ ਸਲ ਸਲ ਸਲ
ਸਿੱਖਿਆ ਸਖਆ ਸਖਆ ਸਖਆ
مُدَرِّس مدرس مدرس مدرس
github-slugger keeps true true true true
SEEN
