/* Search over one language's index. The rest of the site knows only this:

     const index = await HubSearch.open(address);       // fetches search/index.json, once an address
     const index = await HubSearch.read(data);          // the same from what was fetched already
     const found = await index.find("words", {topic: ["rights"]}, second);
     // -> {total, groups: [{foreign, docs, cards} …], lacking, chosen, counts}
     await found.groups[0].cards(20)                     // the first twenty: {path, title, summary, …}
     await found.counts()                                // {topic: {rights: 3}}

   `groups` are the hits in the order in which they are to be shown, those in the reader's language and those that are
   `foreign`, in the source language; a document has one number in all languages. `second` is the source language's index.
   It need not be opened before `lacking` says that this index does not know what the reader asks for, and that the
   other might; then ask again with it. `chosen` is what of the filters exists.

   An index is whole (index.js) or, where that is too much to fetch, in pieces (pieces.js). What is found is the same. */
const HubSearch = (() => {
  const LONGEST = 2000; // letters of a query that are looked at,
  const MOST = 24; // and different words
  const NEAR = 0.6; // a result must hold this share of what the best one holds,
  const LEAST = 0.3; // and this share of all that was asked: little says nothing. Both were set by trying.
  const [FAIR, CLOSE] = [0.15, 0.65]; // Of a long question less is enough for what weighs almost as much as the best one.
  const BLOCK = 40; // milliseconds after which a finger or a screen gets its turn

  let since = 0;
  const pause = () => new Promise((done) => setTimeout(done));
  const breathe = async () => {
    if (performance.now() - since < BLOCK) return;
    await pause();
    since = performance.now();
  };

  const BEGINS = 3; // letters from which on a word may be the beginning of a longer one. A stem may, too, but
  const STEM = 4; // one of three letters only if it is half its word: else it begins half the language

  const look = async (index, form, begins) => (await index.range(form, !begins)).map(([term, entry]) => {
    const more = term.length - form.length;
    return { term, entry, weight: more ? (0.4 * term.length) / (term.length + 0.3 * more) : 1 };
  });
  const stands = (found) => found.some((terms) => terms.some(({ weight }) => weight === 1));

  /* A word is taken for a slip of the finger only where nobody writes it so; and in another language than the index's
     only a long one, for there a slip of one letter makes it another word. */
  const slips = async (index, form, strict) => {
    if (HubWords.paired(form) || form.length < (strict ? 9 : 5)) return [];
    const near = await index.near(form, strict || form.length < 9 ? 1 : 2);
    const terms = await Promise.all(near.map(async ([term, far]) => [far, await index.range(term, true)]));
    return terms.flatMap(([far, found]) => found.map(([term, entry]) => (
      { term, entry, weight: (0.3 * term.length) / (term.length + far) })));
  };

  /* The terms of the index that a part of a word meets, for each of its forms. */
  const meet = async (index, part, last, strict) => {
    const long = (form, word) => (form === word || form.length >= STEM || form.length * 2 >= word.length) && form.length >= BEGINS;
    const begins = (form, word) => (HubWords.paired(form) ? form.length < 2 : long(form, word) && (last || !index.data.rules.tones));
    const ask = (forms) => Promise.all(forms.map((form) => look(index, form, begins(form, forms[0]))));
    let { forms } = part;
    let found = await ask(forms);
    if (part.otherwise && !stands(found)) {
      forms = part.otherwise;
      found = await ask(forms);
    }
    if (!stands(found)) {
      const more = await Promise.all(forms.map((form) => slips(index, form, strict)));
      found = found.map((terms, i) => [...terms, ...more[i].filter(({ term }) => !terms.some((other) => other.term === term))]);
    }
    return forms.map((form, i) => ({ form, terms: found[i] }));
  };

  const different = (words) => {
    const seen = new Set();
    return words.filter(({ raw }) => !seen.has(raw) && seen.add(raw)).slice(0, MOST);
  };

  /* How much of a query a document must hold is weighed by how rare its words are, and a long word weighs no more than a
     short one. What stands nowhere is left out: in a whole sentence most words do. */
  const rank = async (index, query, strict) => {
    const asked = different(index.words(query.slice(0, LONGEST)));
    const reader = { ...index, ...index.question(asked) };
    const met = await Promise.all(asked.map(({ parts }, i) => Promise.all(parts.map((part) => (
      meet(reader, part, i === asked.length - 1, strict))))));
    since = performance.now();
    const score = new Float64Array(index.size);
    const forms = new Uint16Array(index.size);
    const share = new Float64Array(index.size);
    const stamps = new Uint32Array(index.size);
    let stamp = 0;
    const once = (lists) => {
      stamp += 1;
      return lists.flatMap((docs) => docs.filter((n) => stamps[n] !== stamp && (stamps[n] = stamp)));
    };
    const counted = new Map();
    const count = async ({ form, terms }) => {
      if (!counted.has(form)) {
        await breathe();
        for (const { entry: { docs, weights }, weight } of terms) {
          for (let i = 0; i < docs.length; i += 1) score[docs[i]] += weight * weights[i];
        }
        const docs = once(terms.map(({ entry }) => entry.docs));
        for (const n of docs) forms[n] += 1;
        counted.set(form, docs);
      }
      return counted.get(form);
    };
    for (const parts of met) for (const part of parts) for (const form of part) form.docs = await count(form);
    const words = [];
    for (const [i, { raw }] of asked.entries()) {
      await breathe();
      const parts = met[i].map((found) => {
        const docs = once(found.map((form) => form.docs));
        const half = HubWords.paired(found[0].form) && found[0].form.length < 2; // one character says less than two
        return { docs, weight: docs.length && Math.log(1 + index.held / docs.length) / (half ? 2 : 1) };
      });
      const weights = parts.map(({ weight }) => weight);
      words.push({ raw, found: met[i], parts, all: weights.reduce((a, b) => a + b, 0), most: Math.max(...weights) });
    }
    const whole = words.reduce((sum, { most }) => sum + most, 0);
    for (const { parts, all, most } of words) {
      await breathe();
      for (const { docs, weight } of parts) for (const n of docs) share[n] += (most * weight) / (all * whole);
    }
    await breathe();
    const hits = once([...counted.values()]).map((n) => ({ n, share: share[n], score: score[n] * forms[n] * share[n] * share[n] }));
    return { words, reader, hits: hits.sort((a, b) => b.score - a.score || a.n - b.n) };
  };

  const near = (hits) => {
    const best = hits.reduce((most, { share }) => Math.max(most, share), 0);
    const much = (share) => share >= Math.max(best * NEAR, LEAST);
    return hits.filter(({ share, score }) => much(share) || (share >= FAIR && score >= hits[0].score * CLOSE));
  };

  /* The words of a query that stand in resources that nobody has translated yet, and in none that speaks the reader's
     language: school words such as IEP or Title I. */
  const schoolWords = async (index, words) => {
    const found = await Promise.all(words.map(async ({ raw, found: [forms] }) => {
      if (raw.length < 3 || !(await index.range(raw, true)).some(([, { known }]) => known)) return false;
      return !forms.some(({ form, terms }) => terms.some(({ term, entry }) => (
        term.startsWith(form) && entry.docs.some((n) => n < index.data.resources))));
    }));
    return words.filter((_, i) => found[i]);
  };

  /* Another language's words can stand in the source language's index only if they have its letters. */
  const written = ({ data }, text) => new RegExp(`[\\p{N}${data.script}]`, "u").test(text);

  /* The groups of an answer: what is in the reader's language, what is not, and what lacks the school words it needs. */
  const search = async (own, query, second) => {
    const { words, reader, hits: all } = await rank(own, query);
    const hits = near(all);
    const school = await schoolWords(reader, words);
    const holding = new Set(school.flatMap(({ parts }) => parts.flatMap(({ docs }) => docs)));
    const found = new Set((school.length ? all.filter(({ n }) => holding.has(n)) : hits).map(({ n }) => n));
    const rest = new Set(hits.map(({ n }) => n).filter((n) => !found.has(n)));
    const theirs = new Set();
    const speaks = hits.some(({ n }) => !own.others.has(n));
    const wanted = speaks ? school.map(({ raw }) => raw).join(" ") : query;
    const lacking = written(own, wanted);
    if (second && lacking && second.data.order === own.data.order) {
      for (const { n } of near((await rank(second, wanted, true)).hits)) if (!found.has(n) && !rest.has(n)) theirs.add(n);
    }
    const ours = (docs) => [...docs].filter((n) => !own.others.has(n));
    const foreign = (docs) => [...docs].filter((n) => own.others.has(n));
    return { lacking, theirs, groups: [[false, ours(found)], [true, [...foreign(found), ...theirs]], [false, ours(rest)], [true, foreign(rest)]] };
  };

  const browse = ({ size, holds, others, data }) => {
    const docs = Array.from({ length: size }, (_, n) => n).filter(holds);
    const resources = docs.filter((n) => others.has(n) && n < data.resources);
    return { lacking: false, theirs: new Set(), groups: [[false, docs.filter((n) => !others.has(n))], [true, resources]] };
  };

  const existing = (facets, filters) => Object.fromEntries(facets.map(({ name, values }) => (
    [name, (filters[name] || []).filter((value) => values.some(([known]) => known === value))])));

  const find = async (own, query, filters, second) => {
    const { lacking, theirs, groups } = query.trim() ? await search(own, query, second) : browse(own);
    const names = own.data.facets.map(({ name }) => name);
    const chosen = existing(own.data.facets, filters);
    const narrow = async (docs) => HubFacets.narrow(await own.columns(), names, chosen, docs);
    const filtered = names.some((name) => chosen[name].length);
    const card = async (n, foreign) => {
      const index = foreign && theirs.has(n) && !own.others.has(n) ? second : own;
      const row = await index.row(n);
      return { ...Object.fromEntries(index.data.fields.map((name, i) => [name, row[i]])), foreign };
    };
    const shown = await Promise.all(groups.map(async ([foreign, all]) => {
      const docs = filtered ? (await narrow(all)).kept : all;
      return { foreign, docs, cards: (most) => Promise.all(docs.slice(0, most).map((n) => card(n, foreign))) };
    }));
    const counts = async () => HubFacets.counts(await own.columns(), names,
      (await Promise.all(groups.map(([, docs]) => narrow(docs)))).map(({ many }) => many));
    const total = shown.reduce((sum, { docs }) => sum + docs.length, 0);
    return { lacking, chosen, total, counts, groups: shown.filter(({ docs }) => docs.length) };
  };

  /* The whole index is made a little at a time, so that the page stays alive meanwhile. */
  const whole = async (data) => {
    since = performance.now();
    const making = HubIndex.make(data);
    let step = making.next();
    for (; !step.done; step = making.next()) if (performance.now() - since > BLOCK) await breathe();
    let columns;
    return {
      ...step.value,
      question: () => ({}),
      row: (n) => data.docs[n],
      columns: () => columns || (columns = HubFacets.columns(data)),
      holds: (n) => Boolean(data.docs[n]),
      size: data.docs.length,
      others: data.others,
    };
  };

  const get = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.json();
  };
  const remembered = (make) => {
    const made = new Map();
    return (address) => {
      if (!made.has(address)) {
        const making = make(address);
        making.catch(() => made.delete(address)); // a bad line must not spoil the next try
        made.set(address, making);
      }
      return made.get(address);
    };
  };

  const read = async (data, base) => {
    const fetched = remembered((path) => get(new URL(path, base)));
    const page = data.terms ? 10 : 20; // results shown at a time: cards that are fetched are dear
    const index = data.terms ? HubPieces.read(data, fetched) : await whole(data);
    const made = { ...index, data, page, others: new Set(index.others), held: 0 };
    for (let n = 0; n < made.size; n += 1) made.held += made.holds(n);
    return { ...made, find: (query, filters, second) => find(made, query, filters, second) };
  };
  const open = remembered(async (address) => read(await get(address), new URL(address, location.href)));

  return { open, read };
})();
