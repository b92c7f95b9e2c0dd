/* Search over one language's index. The rest of the site knows only this:

     const index = await HubSearch.open(address);       // fetches search/index.json, once an address
     const index = HubSearch.read(data);                // the same from what was fetched already
     const found = index.find("words", {topic: ["rights"]}, second);
     // -> {hits: [doc …], groups: [{foreign, docs: [doc …]} …], counts: {topic: {rights: 3}}, lacking}

   `groups` are the hits in the order in which they are to be shown, those in the reader's language and those that are
   `foreign`, in the source language. `second` is the source language's index. It need not be opened before `lacking`
   says that this index does not know what the reader asks for; then ask again with it.

   Only this file knows MiniSearch, so that another engine can take its place. How the words of a language are compared
   comes with the index (scripts/resourcehub/analyzers.yaml). */
const HubSearch = (() => {
  const LONGEST = 200; // letters of a query that are looked at
  const NEAR = 0.6; // a result must hold this share of what the best one holds,
  const LEAST = 0.3; // and this share of all that was asked: little says nothing. Both were set by trying.
  const BOOST = { title: 4, original: 2, summary: 1, about: 0.5 };

  const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0a66-\u0a6f]/g;
  const digit = (c) => String((c.charCodeAt(0) & 15) - (c >= "\u0a66" ? 6 : 0));

  /* Scripts that put no space between words, and Korean, which glues its particles on: found by pairs of characters. */
  const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}"
    + "\\p{Script=Khmer}\\p{Script=Myanmar}";
  const RUNS = new RegExp(`[${UNSPACED}]+|\\p{Script=Hangul}+|(?:(?![${UNSPACED}\\p{Script=Hangul}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const PAIRED = new RegExp(`^[${UNSPACED}\\p{Script=Hangul}]`, "u");
  const HANGUL = /^\p{Script=Hangul}/u;
  const LATIN = /^[a-z]/;
  /* A small number says little alone: it belongs to the word before it, in digits or as Romans wrote it (Title I). */
  const NUMERALS = { i: "1", ii: "2", iii: "3", iv: "4" };
  const NUMBER = /^(\d\d?|i{1,3}|iv)$/;
  const HYPHEN = /^[-\u2010]$/;

  /* A language's rules become one function: text -> words. A word has parts (pairs of characters, syllables, else one),
     a part the forms under which it is found. A query is `asked` of the terms of an index; a text holds more: numbers
     alone, too, and what a hyphen joins in one. */
  const analyzer = (rules, variants) => {
    const marks = new RegExp(`[${rules.marks}]`, "g");
    const swapped = new RegExp(Object.keys(rules.letters).join("|"), "g");
    const fold = (text) => text.normalize("NFKD").toLowerCase().replace(marks, "")
      .replace(swapped, (c) => rules.letters[c]).replace(DIGITS, digit).normalize("NFC");
    const table = (name) => fold(rules[name] || "").split(/\s+/).filter(Boolean).sort((a, b) => b.length - a.length);
    const other = new Map();
    const letters = [...variants];
    for (let i = 0; i < letters.length; i += 2) other.set(letters[i], letters[i + 1]);
    const spell = (text) => fold(text).replace(/\p{Script=Han}/gu, (c) => other.get(c) || c);
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
      return (found.join("") === word ? found : [word]).map(forms);
    };
    /* A last character begins no pair: a text holds it alone, so that it is found alone. What is asked for may end in
       the first character of a word that is not written out yet; in Korean the end of a run is the end of a word. */
    const pairs = (run, asked) => {
      const all = [...(endings.length ? stem(run) : run)];
      const found = all.slice(1).map((letter, i) => [all[i] + letter]);
      const last = all.slice(-1);
      if (!asked || !found.length) return [...found, last];
      return HANGUL.test(run) || asked.has(found[found.length - 1][0]) ? found : [...found.slice(0, -1), last];
    };
    const word = (run, asked) => ({ raw: run, parts: PAIRED.test(run) ? pairs(run, asked) : syllables(run) });
    return (text, asked) => {
      const spelled = spell(text);
      const found = [...spelled.matchAll(RUNS)];
      return found.flatMap(({ 0: run, index }, i) => {
        const before = i ? found[i - 1][0] : "";
        const between = i ? spelled.slice(found[i - 1].index + before.length, index) : "";
        if (between.length === 1 && NUMBER.test(run) && LATIN.test(before)) {
          const both = stem(before) + (NUMERALS[run] || run);
          return { raw: both, parts: [asked ? [both] : [both, run]] };
        }
        const joined = !asked && HYPHEN.test(between) ? [word(before + run)] : [];
        return stop.has(run) ? joined : [word(run, asked), ...joined];
      });
    };
  };

  const GRADES = ["birth", "PK", "K", ...Array.from({ length: 12 }, (_, i) => String(i + 1))];
  const span = (grades) => {
    const [first, last = first] = grades.split("-").map((grade) => GRADES.indexOf(grade));
    return GRADES.slice(first, last + 1);
  };

  const build = (data) => {
    const words = analyzer(data.rules, data.variants);
    const named = Object.fromEntries(data.facets.map(({ name, values }) => [name, new Map(values)]));
    const read = (foreign) => (row) => {
      const doc = Object.fromEntries(data.fields.map((name, i) => [name, row[i]]));
      const { kind, format, cost, grades, more = "" } = doc;
      const language = [...new Set((doc.language || []).flatMap((tag) => [tag, ...((data.reads || {})[tag] || [])]))];
      const values = { ...doc, language, kind: [kind], format: [format], cost: [cost], grades: grades ? span(grades) : [] };
      const names = ["kind", "topic", "language"].flatMap((name) => (values[name] || []).map((v) => named[name].get(v) || ""));
      return { ...doc, values, foreign, about: [more, ...names].join(" ") };
    };
    const docs = [...data.docs.map(read(false)), ...data.others.map(read(true))];
    docs.forEach((doc, id) => { doc.id = id; });
    const plain = analyzer({ marks: data.rules.marks, letters: data.rules.letters }, "");
    const known = new Set(data.others.flatMap(([, title, summary]) => plain(`${title} ${summary}`, new Set()).map(({ raw }) => raw)));
    const terms = new Set(known);
    const mini = new MiniSearchModule.default({
      fields: Object.keys(BOOST),
      tokenize: (text) => {
        const found = words(text).flatMap(({ parts }) => parts.flat());
        for (const term of found) terms.add(term);
        return found;
      },
      processTerm: (term) => term,
    });
    /* What is not in the reader's language is found by its words through its own index, with the rules of its language;
       but for the words of the glossary, which people say in English at every school. */
    mini.addAll(docs.filter(({ foreign, kind }) => !foreign || !kind).map((doc) => (doc.foreign ? { ...doc, summary: "" } : doc)));
    return { data, docs, mini, terms, words, known, paths: new Map(docs.map((doc) => [doc.path, doc])) };
  };

  /* A word is taken for a slip of the finger only where nobody writes it so; and in another language than the index's
     only a long one, for there a slip of one letter makes it another word. */
  const slips = (forms, { terms }, strict) => (term) => {
    if (PAIRED.test(term) || term.length < (strict ? 9 : 5) || forms.get(term).some((form) => terms.has(form))) return false;
    return strict || term.length < 9 ? 1 : 2;
  };

  /* How much of a query a document must hold is weighed by how rare its words are, and a long word weighs no more than a
     short one. What stands nowhere is left out: in a whole sentence most words do. */
  const rank = (index, asked, strict) => {
    const { docs, mini } = index;
    const forms = new Map(asked.flatMap(({ parts }) => parts.flatMap((part) => part.map((form) => [form, part]))));
    if (!forms.size) return [];
    const hits = mini.search([...forms.keys()].join(" "), {
      boost: BOOST,
      tokenize: (text) => text.split(" "),
      prefix: (term) => term.length > 2 || PAIRED.test(term),
      fuzzy: slips(forms, index, strict),
      weights: { prefix: 0.4, fuzzy: 0.3 },
    }).map((hit) => ({ ...hit, doc: docs[hit.id], met: new Set(hit.queryTerms) }));
    const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
    const holds = (hit, forms) => forms.some((form) => hit.met.has(form));
    const rarity = (forms) => {
      const count = hits.filter((hit) => holds(hit, forms)).length;
      const half = PAIRED.test(forms[0]) && forms[0].length < 2; // one character says less than two
      return count && Math.log(1 + docs.length / count) / (half ? 2 : 1);
    };
    const weighed = asked.map(({ parts }) => {
      const rare = parts.map((forms) => [forms, rarity(forms)]);
      const weights = rare.map(([, weight]) => weight);
      return { rare, all: sum(weights), most: Math.max(...weights) };
    }).filter(({ all }) => all);
    const whole = sum(weighed.map(({ most }) => most));
    for (const hit of hits) {
      const held = ({ rare, all, most }) => most * sum(rare.map(([forms, weight]) => (holds(hit, forms) ? weight : 0))) / all;
      hit.share = sum(weighed.map(held)) / whole;
      hit.score *= hit.share * hit.share;
    }
    return hits.sort((a, b) => b.score - a.score);
  };

  const near = (hits) => {
    const best = Math.max(...hits.map(({ share }) => share));
    return hits.filter(({ share }) => share >= Math.max(best * NEAR, LEAST));
  };

  /* The words of a query that stand in resources that nobody has translated yet, and in none that speaks the reader's
     language: school words such as IEP or Title I. */
  const schoolWords = ({ known }, asked, hits) => asked.filter(({ raw, parts: [forms] }) => {
    const begins = (term) => forms.some((form) => term.startsWith(form));
    return raw.length > 2 && known.has(raw) && !hits.some(({ doc, terms }) => doc.kind && terms.some(begins));
  });

  /* The groups of an answer: what is in the reader's language, what is not, and what lacks the school words it needs. */
  const search = (own, query, second) => {
    const asked = own.words(query, own.terms);
    const all = rank(own, asked);
    const hits = near(all);
    const school = schoolWords(own, asked, all);
    const holds = ({ met }) => school.some(({ parts }) => parts.flat().some((form) => met.has(form)));
    const found = new Set((school.length ? all.filter(holds) : hits).map(({ doc }) => doc));
    const rest = hits.map(({ doc }) => doc).filter((doc) => !found.has(doc));
    const speaks = hits.some(({ doc }) => !doc.foreign);
    const lacking = !speaks || school.length > 0;
    if (second && lacking) {
      const words = second.words(speaks ? school.map(({ raw }) => raw).join(" ") : query, second.terms);
      for (const { doc } of near(rank(second, words, true))) {
        const known = own.paths.get(doc.path) || {};
        if (!found.has(known) && !rest.includes(known)) found.add(known.foreign ? known : { ...doc, foreign: true });
      }
    }
    return { lacking, groups: [[false, [...found]], [true, [...found]], [false, rest], [true, rest]] };
  };

  const browse = ({ docs }) => ({ lacking: false, groups: [[false, docs], [true, docs.filter(({ kind }) => kind)]] });

  const fits = (doc, name, chosen) => !chosen || !chosen.length || chosen.some((v) => (doc.values[name] || []).includes(v));

  /* Counts of a facet leave out what was chosen in it: they say what choosing one more value would bring. */
  const count = (docs, names, filters) => Object.fromEntries(names.map((name) => {
    const counts = Object.create(null); // a topic may be called 'constructor'
    for (const doc of docs.filter((d) => names.every((n) => n === name || fits(d, n, filters[n])))) {
      for (const value of doc.values[name] || []) counts[value] = (counts[value] || 0) + 1;
    }
    return [name, counts];
  }));

  const find = (own, query, filters, second) => {
    const names = own.data.facets.map(({ name }) => name);
    const { lacking, groups } = query.trim() ? search(own, query.slice(0, LONGEST), second) : browse(own);
    const told = groups.map(([foreign, docs]) => ({ foreign, docs: docs.filter((doc) => doc.foreign === foreign) }));
    const chosen = told.map(({ foreign, docs }) => ({ foreign, docs: docs.filter((d) => names.every((n) => fits(d, n, filters[n]))) }));
    const all = (parts) => parts.flatMap(({ docs }) => docs);
    return { lacking, hits: all(chosen), groups: chosen.filter(({ docs }) => docs.length), counts: count(all(told), names, filters) };
  };

  const read = (data) => {
    const built = build(data);
    return { ...built, find: (query, filters, second) => find(built, query, filters, second) };
  };

  const opened = new Map();
  const open = (address) => {
    if (!opened.has(address)) {
      const index = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${address}`);
        return answer.json();
      }).then(read);
      index.catch(() => opened.delete(address)); // a bad line must not spoil the next try
      opened.set(address, index);
    }
    return opened.get(address);
  };

  return { open, read };
})();
