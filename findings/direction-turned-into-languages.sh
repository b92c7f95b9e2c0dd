#!/usr/bin/env bash
# About: what Lightning CSS makes of :dir(rtl) and of inset-inline-start for browsers that lack them.
# Versions: lightningcss 1.33.0; target Chrome 110 (:dir came with 120).
# Guess: something that asks for the direction, as [dir="rtl"] does.
# Seen: a fixed list of languages, and dir is not asked for at all. The list holds ar, fa and ur; it holds ku, which
#   is mostly written in Latin letters, and lacks prs (Dari), pa-Arab and uz-Arab.
# Matters: a Dari page with lang="prs" dir="rtl" is laid out from left to right, a Kurdish one in Latin letters from
#   right to left, and so is an Arabic paragraph without a lang inside an English page.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund lightningcss@1.33.0 > npm.log

echo "Guess: [dir=rtl] in both."
echo "Seen:"
cat > look.js <<'JS'
import { transform } from "lightningcss";
for (const [chrome, rule] of [[110, ".a:dir(rtl){color:red}"], [80, ".a{inset-inline-start:0}"]]) {
  const { code } = transform({ filename: "a.css", code: Buffer.from(rule), targets: { chrome: chrome << 16 } });
  const css = code.toString();
  const named = new Set([...css.matchAll(/:lang\(([\w-]+)\)/g)].map((match) => match[1]));
  console.log(rule, "| asks for dir:", /dir/.test(css), "| languages:", [...named].join(" "));
}
JS
node look.js > seen
cat seen
diff seen - <<'SEEN'
.a:dir(rtl){color:red} | asks for dir: false | languages: ae ar arc bcc bqi ckb dv fa glk he ku mzn nqo pnb ps sd ug ur yi
.a{inset-inline-start:0} | asks for dir: false | languages: ae ar arc bcc bqi ckb dv fa glk he ku mzn nqo pnb ps sd ug ur yi
SEEN
