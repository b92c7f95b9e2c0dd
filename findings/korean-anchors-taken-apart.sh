#!/usr/bin/env bash
# About: the slugs of headings in VitePress and VuePress (their shared package) and Korean, Russian and Ukrainian.
# Versions: @mdit-vue/shared 3.0.2.
# Guess: accents are taken off Latin letters; other scripts stay as they are.
# Seen: the text is decomposed and never composed again. 학교 gets an id of five letters instead of two syllables: it
#   looks the same and is not equal to what anyone types. The Cyrillic letters й and ї lose their marks and become
#   the letters и and і: русский is русскии, їжа (food) is іжа.
# Matters: a hand-written link to a Korean heading goes nowhere, and no eye can see why.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund @mdit-vue/shared@3.0.2 > npm.log

echo "Guess: 학교, русский and їжа are unchanged."
echo "Seen:"
cat > look.js <<'JS'
import { slugify } from "@mdit-vue/shared";
for (const word of ["학교", "русский", "їжа", "Tiếng Việt", "Đặc biệt"]) {
  const slug = slugify(word);
  console.log(word, slug.normalize("NFC"), "length", slug.length, "composed", slug === slug.normalize("NFC"));
}
JS
node look.js > seen
cat seen
diff seen - <<'SEEN'
학교 학교 length 5 composed false
русский русскии length 7 composed true
їжа іжа length 3 composed true
Tiếng Việt tieng-viet length 10 composed true
Đặc biệt đac-biet length 8 composed true
SEEN
