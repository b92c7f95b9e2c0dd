#!/usr/bin/env bash
# About: SQLite's full-text search (FTS5, tokenizer unicode61) and vowel signs.
# Versions: apsw 3.54.1.0 (its own SQLite 3.54.1).
# Guess: a Punjabi or an Arabic word is one word; with remove_diacritics 2 Arabic vowel marks are ignored.
# Seen: a vowel sign ends the word. ਸਾਲ (year) is kept as ਸ and ਲ, so the search for it also finds ਸੂਲ (a thorn).
#   Arabic مدرس (teacher) does not find the same word written with its vowel marks, with remove_diacritics 2 neither.
# Matters: a catalog published as an SQLite file gives Punjabi readers wrong hits, and Arabic readers none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'apsw==3.54.1.0'

echo "Guess: ਸਾਲ finds ਸਾਲ alone; مدرس finds مُدَرِّس once diacritics are removed."
echo "Seen:"
env/bin/python > seen <<'PY'
import apsw

for options in ("unicode61", "unicode61 remove_diacritics 2"):
    base = apsw.Connection(":memory:")
    base.execute(f"create virtual table words using fts5(word, tokenize='{options}')")
    for word in ("ਸਾਲ", "ਸੂਲ", "مُدَرِّس"):
        base.execute("insert into words values (?)", (word,))
    for query in ("ਸਾਲ", "مدرس"):
        found = [word for (word,) in base.execute("select word from words where word match ?", (f'"{query}"',))]
        print(options, query, "finds", *found)
PY
cat seen
diff seen - <<'SEEN'
unicode61 ਸਾਲ finds ਸਾਲ ਸੂਲ
unicode61 مدرس finds
unicode61 remove_diacritics 2 ਸਾਲ finds ਸਾਲ ਸੂਲ
unicode61 remove_diacritics 2 مدرس finds
SEEN
