#!/usr/bin/env bash
# About: the abbr extension of Python-Markdown (the glossary of many MkDocs sites), Chinese, Korean and Arabic.
# Versions: Markdown 3.11.3.
# Guess: IEP gets its explanation wherever it stands in the text.
# Seen: only where \b sees the edge of a word. Chinese characters, Hangul and the Arabic article count as letters of
#   the same word: in 参加IEP会议, IEP는 and الـIEP nothing is marked, and nothing is said.
# Matters: families who read Chinese or Korean, who need the explanation of a school's English letters most, get none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'Markdown==3.11.3'

echo "Guess: explained in all five."
echo "Seen:"
env/bin/python > seen <<'PY'
import markdown

for text in ("the IEP meeting", "参加 IEP 会议", "参加IEP会议", "IEP는 계획", "خطة الـIEP"):
    html = markdown.markdown(f"{text}\n\n*[IEP]: Individualized Education Program", extensions=["abbr"])
    print(text, "|", "explained" if "<abbr" in html else "plain")
PY
cat seen
diff seen - <<'SEEN'
the IEP meeting | explained
参加 IEP 会议 | explained
参加IEP会议 | plain
IEP는 계획 | plain
خطة الـIEP | plain
SEEN
