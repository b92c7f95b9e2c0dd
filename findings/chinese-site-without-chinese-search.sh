#!/usr/bin/env bash
# About: Sphinx's search index of one Chinese page, under language "en" and under its own language.
# Versions: Sphinx 9.0.4.
# Guess: to name the language makes the search better, or changes nothing.
# Seen: under en the Chinese words are in the index. Under zh_CN and zh_TW not one is, only the Latin ones: words are
#   cut by the package jieba, which Sphinx does not ask for; without it the cutter returns nothing. No warning, not
#   even with -W, which makes an error of each.
# Matters: the more correct setting leaves Chinese readers with a search that finds only English words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'sphinx==9.0.4'
mkdir site
printf '学校\n====\n\n学校办公室 IEP plan\n' > site/index.rst

echo "Guess: Chinese words in each index."
echo "Seen:"
for language in en zh_CN zh_TW; do
  printf 'project = "x"\nhtml_theme = "basic"\nlanguage = "%s"\n' "$language" > site/conf.py
  env/bin/sphinx-build -q -W -b html site "$language"
  env/bin/python - "$language" <<'PY'
import json
import re
import sys
from pathlib import Path

index = Path(sys.argv[1], "searchindex.js").read_text("utf-8")
data = json.loads(re.fullmatch(r"Search\.setIndex\((.*)\)", index, re.DOTALL)[1])
print(sys.argv[1], "| text:", *sorted(data["terms"]), "| titles:", *sorted(data["titleterms"]))
PY
done > seen
cat seen
diff seen - <<'SEEN'
en | text: iep plan 学校办公室 | titles: 学校
zh_CN | text: iep plan | titles:
zh_TW | text: iep plan | titles:
SEEN
