/* Search over one language's index. The rest of the site knows only this:

     const index = await HubSearch.open(address);             // fetches search/index.json, once an address
     const found = index.find("words", {topic: ["rights"]});  // -> {hits: [doc …], counts: {topic: {rights: 3}}}

   Only this file knows MiniSearch, so that another engine can take its place. Rules of single languages come with the
   index (scripts/resourcehub/analyzers.yaml); what holds for a whole script stands here. */
const HubSearch = (() => {
  const LONGEST = 200; // letters of a query that are looked at
  const NEAR = 0.6; // a result must hold this share of the words that the best one holds,
  const LEAST = 0.3; // and this share of all the words: one of four says little
  const BOOST = { title: 4, original: 2, summary: 1, about: 0.5 };

  /* Marks that people leave out when they type: accents, Arabic vowels and tatweel, nukta and addak, stress and question
     marks inside Armenian words, apostrophes, and characters that only steer the direction of text. */
  const MARKS = new RegExp("[\u0300-\u036f\u0483-\u0487\u055a-\u055f\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0a3c\u0a71"
    + "'\u2018\u2019\u02bc\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "g");
  /* Letters that stand for each other. Arabic script as ArabicNormalizer and PersianNormalizer of Apache Lucene have it;
     alef with hamza or madda loses its mark by decomposition (Unicode Standard Annex 15). */
  const LETTERS = {
    "\u0649": "\u064a", "\u06cc": "\u064a", "\u06d2": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647", "\u06c1": "\u0647",
    "\u06be": "\u0647", "\u06d5": "\u0647", "\u0671": "\u0627", "\u0621": "", "\u0a70": "\u0a02",
    "\u0565\u0582": "\u0565\u057e", "\u0111": "d", "\u0131": "i", "\u0142": "l", "\u00f8": "o", "\u00df": "ss",
  };
  const SWAPPED = new RegExp(Object.keys(LETTERS).join("|"), "g");
  const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0a66-\u0a6f]/g;
  const digit = (c) => String((c.charCodeAt(0) & 15) - (c >= "\u0a66" ? 6 : 0));

  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(MARKS, "")
    .replace(SWAPPED, (c) => LETTERS[c]).replace(DIGITS, digit).normalize("NFC");

  /* Scripts that put no space between words, and Korean, which glues its particles on: found by pairs of characters. */
  const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}"
    + "\\p{Script=Khmer}\\p{Script=Myanmar}";
  const RUNS = new RegExp(`[${UNSPACED}]+|\\p{Script=Hangul}+|(?:(?![${UNSPACED}\\p{Script=Hangul}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const PAIRED = new RegExp(`^[${UNSPACED}\\p{Script=Hangul}]`, "u");

  const pairs = (run) => {
    const letters = [...run];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter);
  };

  /* A language's rules become one function: text -> groups; a group holds the forms under which one word is found. */
  const analyzer = (rules, variants) => {
    const table = (name) => fold(rules[name] || "").split(/\s+/).filter(Boolean).sort((a, b) => b.length - a.length);
    const other = new Map();
    const letters = [...variants];
    for (let i = 0; i < letters.length; i += 2) other.set(letters[i], letters[i + 1]);
    const spell = (text) => fold(text).replace(/\p{Script=Han}/gu, (c) => other.get(c) || c);
    const stop = new Set(spell(rules.stop || "").split(/\s+/));
    const beginnings = table("prefixes");
    const endings = table("suffixes");
    const swaps = Object.entries(rules.swap || {});
    const least = rules.least || 3;
    const syllable = rules.syllables && new RegExp(rules.syllables, "g");
    const tone = rules.tones && new RegExp(rules.tones);

    const stem = (word) => {
      const first = beginnings.find((b) => word.startsWith(b) && word.length - b.length >= least);
      const rest = first ? word.slice(first.length) : word;
      const swap = swaps.find(([end]) => rest.endsWith(end) && rest.length - end.length >= least);
      if (swap) return rest.slice(0, -swap[0].length) + swap[1];
      const last = endings.find((e) => rest.endsWith(e) && rest.length - e.length >= least);
      return last ? rest.slice(0, -last.length) : rest;
    };
    const parts = (word) => {
      const found = syllable ? word.match(syllable) || [] : [];
      return found.join("") === word ? found : [word];
    };
    const forms = (word) => [...new Set([word, stem(word), tone ? word.replace(tone, "$1") : word])];
    const split = (run) => {
      if (!PAIRED.test(run)) return parts(run).map(forms);
      return pairs(endings.length ? stem(run) : run).map((pair) => [pair]);
    };
    return { groups: (text) => (spell(text).match(RUNS) || []).filter((run) => !stop.has(run)).flatMap(split) };
  };

  const GRADES = ["birth", "PK", "K", ...Array.from({ length: 12 }, (_, i) => String(i + 1))];
  const span = (grades) => {
    const [first, last = first] = grades.split("-").map((grade) => GRADES.indexOf(grade));
    return GRADES.slice(first, last + 1);
  };

  const build = (data) => {
    const { groups } = analyzer(data.rules, data.variants);
    const docs = data.docs.map((row, id) => Object.fromEntries([["id", id], ...data.fields.map((name, i) => [name, row[i]])]));
    const words = Object.fromEntries(data.facets.map(({ name, values }) => [name, new Map(values)]));
    for (const doc of docs) {
      doc.values = { ...doc, kind: [doc.kind], format: [doc.format], cost: [doc.cost], grades: doc.grades ? span(doc.grades) : [] };
      const named = ["kind", "topic", "language"].flatMap((name) => (doc.values[name] || []).map((v) => words[name].get(v) || ""));
      doc.about = [doc.more, ...named].join(" ");
    }
    const mini = new MiniSearchModule.default({
      fields: Object.keys(BOOST),
      tokenize: (text) => groups(text).flat(),
      processTerm: (term) => term,
    });
    mini.addAll(docs);
    return { data, docs, mini, groups };
  };

  const ask = ({ docs, mini, groups }, query) => {
    const wanted = groups(query.slice(0, LONGEST));
    if (!wanted.length) return query.trim() ? [] : docs;
    const hits = mini.search([...new Set(wanted.flat())].join(" "), {
      boost: BOOST,
      tokenize: (text) => text.split(" "),
      prefix: (term) => term.length > 2 || PAIRED.test(term),
      fuzzy: (term) => (term.length < 5 || PAIRED.test(term) ? false : term.length < 9 ? 1 : 2),
      weights: { prefix: 0.4, fuzzy: 0.3 },
    });
    const ranked = hits.map(({ id, score, queryTerms }) => {
      const met = new Set(queryTerms);
      const share = wanted.filter((forms) => forms.some((form) => met.has(form))).length / wanted.length;
      return { doc: docs[id], share, score: score * share * share };
    });
    const best = Math.max(...ranked.map((hit) => hit.share));
    return ranked.filter((hit) => hit.share >= Math.max(best * NEAR, LEAST)).sort((a, b) => b.score - a.score).map((hit) => hit.doc);
  };

  const fits = (doc, name, chosen) => !chosen || !chosen.length || chosen.some((v) => (doc.values[name] || []).includes(v));

  /* Counts of a facet leave out what was chosen in it: they say what choosing one more value would bring. */
  const count = (docs, names, filters) => Object.fromEntries(names.map((name) => {
    const counts = {};
    for (const doc of docs.filter((d) => names.every((n) => n === name || fits(d, n, filters[n])))) {
      for (const value of doc.values[name] || []) counts[value] = (counts[value] || 0) + 1;
    }
    return [name, counts];
  }));

  const opened = new Map();
  const open = (address) => {
    if (!opened.has(address)) {
      const index = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${address}`);
        return answer.json();
      }).then((data) => {
        const built = build(data);
        const names = data.facets.map((facet) => facet.name);
        const find = (query, filters) => {
          const docs = ask(built, query);
          const hits = docs.filter((doc) => names.every((name) => fits(doc, name, filters[name])));
          return { hits, counts: count(docs, names, filters) };
        };
        return { data, find };
      });
      index.catch(() => opened.delete(address)); // a bad line must not spoil the next try
      opened.set(address, index);
    }
    return opened.get(address);
  };

  return { open };
})();
