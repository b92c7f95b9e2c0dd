#!/usr/bin/env bash
# About: bold words that end with a punctuation mark, in text without spaces between words.
# Versions: Markdown 3.11.3 (MkDocs), markdown-it-py 4.3.0 (CommonMark, as GitHub reads).
# Guess: **注意：**请 is bold in any Markdown, as **Note:** is.
# Seen: CommonMark lets ** close behind a punctuation mark only where a space or another mark follows. Chinese never
#   writes that space, Korean particles stand without one: the stars are shown. Python-Markdown makes it bold.
# Matters: the English page is right in both; its Chinese and Korean translations show stars on GitHub and wherever
#   CommonMark is read, and fine ones in the preview of MkDocs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'Markdown==3.11.3' 'markdown-it-py==4.3.0'

echo "Guess: bold in both."
echo "Seen:"
env/bin/python > seen <<'PY'
import markdown
from markdown_it import MarkdownIt

for text in ("**Note:** call", "**注意：**请打电话", "**“免费”**的翻译", "학교는 **무료(free)**입니다", "**注意**：请打电话"):
    bold = ["bold" if "<strong>" in html else "stars" for html in (markdown.markdown(text), MarkdownIt().render(text))]
    print(text, "| Markdown", bold[0], "| CommonMark", bold[1])
PY
cat seen
diff seen - <<'SEEN'
**Note:** call | Markdown bold | CommonMark bold
**注意：**请打电话 | Markdown bold | CommonMark stars
**“免费”**的翻译 | Markdown bold | CommonMark stars
학교는 **무료(free)**입니다 | Markdown bold | CommonMark stars
**注意**：请打电话 | Markdown bold | CommonMark bold
SEEN
