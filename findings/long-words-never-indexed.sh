#!/usr/bin/env bash
# About: the default tokenizer of Tantivy, and scripts whose letters take two or three bytes.
# Versions: tantivy 0.27.0 (PyPI).
# Guess: every word is found; a limit on length, if any, is far beyond real words.
# Seen: words of 40 bytes and more are dropped and nothing is said. That is 20 Cyrillic letters (a Russian word of 21
#   is not found, its neighbour is) and 14 Chinese characters: a whole clause without a comma is one "word".
# Matters: a Chinese sentence of ordinary length is simply absent from the index, while short test texts are found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'tantivy==0.27.0'

echo "Guess: each text is found by its own words."
echo "Seen:"
env/bin/python > seen <<'PY'
import tantivy

TEXTS = ["a" * 39, "a" * 40, "学校办公室的翻译服务是免费", "学校办公室的翻译服务是免费的", "достопримечательности города"]
builder = tantivy.SchemaBuilder()
builder.add_text_field("text", stored=True)
index = tantivy.Index(builder.build())
writer = index.writer(15_000_000)
for text in TEXTS:
    writer.add_document(tantivy.Document(text=text))
writer.commit()
index.reload()
searcher = index.searcher()
for word in " ".join(TEXTS).split():
    found = searcher.search(index.parse_query(word, ["text"]), 10).count
    print(word[:14], "letters", len(word), "bytes", len(word.encode()), "found", found)
PY
cat seen
diff seen - <<'SEEN'
aaaaaaaaaaaaaa letters 39 bytes 39 found 1
aaaaaaaaaaaaaa letters 40 bytes 40 found 0
学校办公室的翻译服务是免费 letters 13 bytes 39 found 1
学校办公室的翻译服务是免费的 letters 14 bytes 42 found 0
достопримечате letters 21 bytes 42 found 0
города letters 6 bytes 12 found 1
SEEN
