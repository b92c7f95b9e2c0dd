// Makes the checked-in files of others anew: node scripts/vendor.mjs BUILT-SITE THEME-FOLDER THEME-VERSION
// 'make vendor' calls it with tests/hubs/typography, built, and the theme's folder and version. Building a site needs none of this.
import { createRequire } from "node:module";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const [site, theme, version] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const versions = JSON.parse(readFileSync("package.json", "utf8")).devDependencies;

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const copy = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
};
const bundle = (name, entry, folder, globalName, target = "es2018") => build({
  stdin: { contents: entry, resolveDir: "." },
  outfile: `${folder}/${name}.js`,
  bundle: true, minify: true, format: "iife", globalName, target, legalComments: "none",
  conditions: ["browser"], mainFields: ["browser", "module", "main"],
  banner: { js: `/* ${name} ${versions[name]}, minified; see LICENSE.txt beside it */` },
});

// What is in use of the theme's stylesheet: by our templates and scripts, and by a page with all that Markdown can do.
const sheets = `${theme}/templates/assets/stylesheets`;
const sheet = readdirSync(sheets).find((name) => /^main\.\w+\.min\.css$/.test(name));
const [{ css }] = await new PurgeCSS().purge({
  content: [`${site}/**/*.html`, "overrides/**/*.html", "overrides/assets/*.js", "overrides/assets/search/*.js"],
  css: [`${sheets}/${sheet}`],
  variables: true, keyframes: true, fontFace: true,
  blocklist: [/^md-(?!typeset)/],
});
const { code } = await transform(css, { loader: "css", minify: true, target: "es2018" });
const folder = "overrides/assets/vendor/material";
write(`${folder}/material.css`, `/*! mkdocs-material ${version}, ${sheet}: what is in use; MIT, see LICENSE.txt beside it */\n${code}`);


const { daleChall } = await import("dale-chall");
write("scripts/resourcehub/vendor/dale-chall/words.txt", `${daleChall.join("\n")}\n`);
copy("node_modules/dale-chall/license", "scripts/resourcehub/vendor/dale-chall/LICENSE.txt");

// For the tests: both run in the browser that the tests have anyway.
copy(require.resolve("axe-core/axe.min.js"), "tests/vendor/axe-core/axe-core.js");
copy("node_modules/axe-core/LICENSE", "tests/vendor/axe-core/LICENSE.txt");
await bundle("html-validate", 'export * from "html-validate/browser";', "tests/vendor/html-validate", "HtmlValidateModule", "es2022");
copy("node_modules/html-validate/LICENSE", "tests/vendor/html-validate/LICENSE.txt");
