#!/usr/bin/env bash
# About: Fuse.js with ignoreDiacritics, the places it reports of a match, and Korean.
# Versions: fuse.js 7.5.0.
# Guess: ignoreDiacritics concerns accents; the places reported fit the text that is reported with them.
# Seen: Hangul syllables are taken apart into their letters, and the places count those. In a Korean text of 8
#   characters the match lies at 13 to 17. In Vietnamese the places fit.
# Matters: whoever marks the found words by these places marks nothing, or the wrong ones, for Korean readers alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund fuse.js@7.5.0 > npm.log

echo "Guess: the match for 안내 is at 6 to 7 of '학교 급식 안내'."
echo "Seen:"
cat > look.js <<'JS'
import Fuse from "fuse.js";
const options = { threshold: 0, ignoreLocation: true, ignoreDiacritics: true, includeMatches: true };
for (const [text, query] of [["학교 급식 안내", "안내"], ["Trường học", "hoc"]]) {
  const [{ matches: [match] }] = new Fuse([text], options).search(query);
  console.log(match.value, "length", match.value.length, "match at", ...match.indices[0]);
}
JS
node look.js > seen
cat seen
diff seen - <<'SEEN'
학교 급식 안내 length 8 match at 13 17
Trường học length 10 match at 7 9
SEEN
