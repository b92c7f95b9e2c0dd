/* How the words of a language are compared: text -> words. What a language's rules say is in
   scripts/resourcehub/outputs/analyzers.yaml and comes with the index.

     const { terms, words } = HubWords.analyzer(rules, variants);
     terms("Reading tips")   // of a text: ["reading", "read", "tips", "tip"]
     words("reading tips")   // of what is asked for: [{raw: "reading", parts: [{forms: ["reading", "read"]}]}, …]

   A word has parts (pairs of characters, syllables, else one), a part the forms under which it is found, and those that
   are tried `otherwise`, where none of the first stands anywhere. */
const HubWords = (() => {
  const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0a66-\u0a6f]/g;
  const digit = (c) => String((c.charCodeAt(0) & 15) - (c >= "\u0a66" ? 6 : 0));

  /* Scripts that put no space between words, and Korean, which glues its particles on: found by pairs of characters. */
  const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}"
    + "\\p{Script=Khmer}\\p{Script=Myanmar}";
  const RUNS = new RegExp(`[${UNSPACED}]+|\\p{Script=Hangul}+|(?:(?![${UNSPACED}\\p{Script=Hangul}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const PAIRED = new RegExp(`^[${UNSPACED}\\p{Script=Hangul}]`, "u");
  const HAN = /\p{Script=Han}/gu;
  const HANGUL = /^\p{Script=Hangul}/u;
  const LATIN = /^[a-z]/;
  const PLAIN = /^[a-z0-9]+$/; // nothing in it that other rules would change
  /* A small number says little alone: it belongs to the word before it, in digits or as Romans wrote it (Title I). */
  const NUMERALS = { i: "1", ii: "2", iii: "3", iv: "4" };
  const NUMBER = /^(\d\d?|i{1,3}|iv)$/;
  const HYPHEN = /^[-\u2010]$/;
  const SHORT = 30; // letters between two spaces that are worth remembering: they come again

  const remembered = (make) => {
    const known = new Map();
    return (text) => {
      let found = known.get(text);
      if (!found) known.set(text, found = make(text));
      return found;
    };
  };

  const analyzer = (rules, variants) => {
    const marks = new RegExp(`[${rules.marks}]`, "g");
    const swapped = new RegExp(Object.keys(rules.letters).join("|"), "g");
    const fold = (text) => (PLAIN.test(text) ? text : text.normalize("NFKD").toLowerCase().replace(marks, "")
      .replace(swapped, (c) => rules.letters[c]).replace(DIGITS, digit).normalize("NFC"));
    const table = (name) => fold(rules[name] || "").split(/\s+/).filter(Boolean).sort((a, b) => b.length - a.length);
    const other = new Map();
    const letters = [...variants];
    for (let i = 0; i < letters.length; i += 2) other.set(letters[i], letters[i + 1]);
    const spell = (text) => {
      const folded = fold(text);
      return PLAIN.test(folded) ? folded : folded.replace(HAN, (c) => other.get(c) || c);
    };
    const stop = new Set(spell(rules.stop || "").split(/\s+/));
    const beginnings = table("prefixes");
    const endings = table("suffixes");
    const shapes = Object.entries(rules.shapes || {}).map(([shape, form]) => [new RegExp(shape), form]);
    const least = rules.least || 3;
    const leastAfter = rules.after || least;
    const syllable = rules.syllables && new RegExp(rules.syllables, "g");

    const stem = (word) => {
      const first = beginnings.find((b) => word.startsWith(b) && word.length - b.length >= leastAfter);
      const rest = first ? word.slice(first.length) : word;
      const last = endings.find((e) => rest.endsWith(e) && rest.length - e.length >= least);
      return shapes.reduce((form, [shape, to]) => form.replace(shape, to), last ? rest.slice(0, -last.length) : rest);
    };
    const forms = (word) => [...new Set([word, stem(word)])];
    const syllables = (word) => {
      const found = syllable ? word.match(syllable) || [] : [];
      return (found.join("") === word ? found : [word]).map((part) => ({ forms: forms(part) }));
    };
    /* A last character begins no pair: a text holds it alone, so that it is found alone. What is asked for may end in
       the first character of a word that is not written out yet; in Korean the end of a run is the end of a word. */
    const pairs = (run, asked) => {
      const all = [...(endings.length ? stem(run) : run)];
      const found = all.slice(1).map((letter, i) => ({ forms: [all[i] + letter] }));
      const last = { forms: all.slice(-1) };
      if (!asked || !found.length) return [...found, last];
      if (!HANGUL.test(run)) found[found.length - 1].otherwise = last.forms;
      return found;
    };
    /* Where marks are tones, a word is found with them and without; typed with them, they are meant. */
    const toned = (parts, tones, asked) => {
      if (!tones || parts.length > 1) return parts;
      const [{ forms: bare }] = parts;
      return asked ? [{ forms: [tones], otherwise: bare }] : [{ forms: [...bare, tones] }];
    };
    const word = (run, asked, tones) => ({
      raw: run, parts: PAIRED.test(run) ? pairs(run, asked) : toned(syllables(run), tones, asked),
    });
    /* The words of one chunk of text. `before` is the run before it, if but a space stands between. */
    const words = (runs, asked, before) => runs.flatMap(({ run, gap, tones }, i) => {
      const last = i ? runs[i - 1].run : before;
      const number = NUMBER.test(run) && LATIN.test(last) && (i ? gap.length === 1 : !gap);
      if (number) {
        const both = stem(last) + (NUMERALS[run] || run);
        return [{ raw: both, parts: [{ forms: asked ? [both] : [both, run] }] }];
      }
      const joined = !asked && HYPHEN.test(gap) ? [word(last + run, false)] : [];
      return stop.has(run) ? joined : [word(run, asked, tones), ...joined];
    });
    const flat = (found) => found.flatMap(({ parts }) => parts.flatMap((part) => part.forms));

    /* What stands between two spaces: its runs of letters, each with what stands before it; its terms, if nothing before
       it matters; whether a letter ends it. */
    const analyze = (chunk) => {
      const spelled = spell(chunk);
      const found = spelled.match(RUNS) || []; // matchAll would make the expression anew, which takes longer than to use it
      const marked = rules.tones ? chunk.normalize("NFC").toLowerCase().match(RUNS) || [] : [];
      let end = 0;
      const runs = found.map((run, i) => {
        const start = spelled.indexOf(run, end);
        const gap = spelled.slice(end, start);
        end = start + run.length;
        return { run, gap, tones: marked.length === found.length && marked[i] !== run && marked[i] };
      });
      return { runs, terms: flat(words(runs, false, "")), closed: runs.length > 0 && end === spelled.length };
    };
    const short = remembered(analyze);

    /* Go through a text, chunk by chunk: `visit` is told of each, and of the run that touches it. */
    const walk = (text, visit) => {
      let before = "";
      for (const chunk of text.split(/\s+/)) {
        const found = chunk.length < SHORT ? short(chunk) : analyze(chunk);
        visit(found, before);
        before = found.closed ? found.runs[found.runs.length - 1].run : "";
      }
    };
    return {
      terms: (text) => {
        const found = [];
        walk(text, ({ runs, terms }, before) => {
          const touched = before && runs.length && NUMBER.test(runs[0].run);
          for (const term of touched ? flat(words(runs, false, before)) : terms) found.push(term);
        });
        return found;
      },
      words: (text) => {
        const found = [];
        walk(text, ({ runs }, before) => found.push(...words(runs, true, before)));
        return found;
      },
    };
  };

  return { analyzer, paired: (word) => PAIRED.test(word) };
})();
