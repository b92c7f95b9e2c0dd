#!/usr/bin/env bash
# About: lunr's Vietnamese support and the letters that Vietnamese is written with.
# Versions: lunr 2.3.9, lunr-languages 1.22.0 (its lunr.vi.js also ships with MkDocs and Material for MkDocs).
# Guess: with the Vietnamese support switched on, a word is found as it stands in the text.
# Seen: the trimmer takes off accented letters at the ends of a word as if they were punctuation. "nhà" (house) is
#   kept as "nh", "ở" (at) as nothing at all; the search for either, spelt exactly so, finds nothing. "đọc" is found.
# Matters: many of the commonest Vietnamese words end in such a letter, and the page stays silent about it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private": true}' > package.json
npm install --silent --no-audit --no-fund lunr@2.3.9 lunr-languages@1.22.0 > npm.log

echo "Guess: nhà, ở and đọc are each found in 'ở nhà đọc sách'."
echo "Seen:"
node > seen 2> warnings <<'JS'
const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.vi")(lunr);
const builder = new lunr.Builder();
builder.use(lunr.vi);
console.log("kept", JSON.stringify(builder.pipeline.run(lunr.tokenizer("ở nhà đọc sách")).map(String)));
const index = lunr(function () {
  this.use(lunr.vi);
  this.field("text");
  this.add({ id: 1, text: "ở nhà đọc sách" });
});
for (const word of ["nhà", "ở", "đọc"]) console.log(word, index.search(word).length);
JS
cat seen
diff seen - <<'SEEN'
kept ["","nh","đọc","sách"]
nhà 0
ở 0
đọc 1
SEEN
