/* An inverted index: for each term the documents that hold it, and how much each says with it.

     for (const step of HubIndex.make(data)) …   // makes it from the rows of search/index.json, a little at a time
     index.range("read")     // terms that begin so: [[term, entry] …]; `index.range("read", true)`: that term alone
     index.near("raeding", 1)                    // terms that a slip of so many letters makes of it

   An entry is {docs, weights, known}: numbers of documents, rising, and what each weighs in halves; `known` says that
   the term stands in what nobody has translated yet. A weight is BM25+ over the fields, as in MiniSearch and in
   Y. Lv and C. Zhai, "Lower-bounding term frequency normalization" (CIKM 2011). */
const HubIndex = (() => {
  const BOOST = [4, 2, 1, 0.5]; // title, original title, summary, and what is about it: publisher, kind, topics, languages
  const [K, B, D] = [1.2, 0.7, 0.5];
  const STEP = 2; // finer weights rank no better and press together worse

  /* The texts of a row that are searched. The source language's name would be found in nearly all: it says nothing. */
  const texts = (data) => {
    const named = data.facets.map(({ name, values }) => [name, new Map(values)]);
    const at = Object.fromEntries(data.fields.map((name, i) => [name, i]));
    const about = named.filter(([name]) => ["kind", "topic", "language"].includes(name));
    return (row, foreign) => {
      const names = about.flatMap(([name, words]) => HubFacets.readers(name === "language" ? data : {}, row[at[name]])
        .filter((value) => value !== data.source).map((value) => words.get(value) || ""));
      return [row[at.title], row[at.original], foreign ? "" : row[at.summary], [row[at.more] || "", ...names].join(" ")];
    };
  };

  /* Count the terms of all documents: term -> [document, field, times, …]; and how many each field of a document has. */
  function* count(data, analyzer, terms, lengths) {
    const read = texts(data);
    const others = new Set(data.others);
    const kind = data.fields.indexOf("kind");
    for (let n = 0; n < data.docs.length; n += 1) {
      const row = data.docs[n];
      /* What is not in the reader's language is found by its words through its own index, with the rules of its
         language; but for the words of the glossary, which people say in English at every school. */
      if (row && !(others.has(n) && row[kind])) {
        read(row, others.has(n)).forEach((text, f) => {
          let different = 0;
          for (const term of text ? analyzer.terms(text) : []) {
            const found = terms.get(term);
            const last = found ? found.length - 3 : 0;
            if (found && found[last] === n && found[last + 1] === f) found[last + 2] += 1;
            else {
              different += 1;
              if (found) found.push(n, f, 1);
              else terms.set(term, [n, f, 1]);
            }
          }
          lengths[f][n] = different;
        });
      }
      yield;
    }
  }

  /* What each document weighs for a term, from its counts: a function of these. */
  const weigher = (lengths) => {
    const all = lengths[0].filter((many) => many !== undefined).length;
    const means = lengths.map((field) => field.reduce((a, b) => a + b, 0) / all || 1);
    return (counts) => {
      const holding = [0, 0, 0, 0];
      for (let i = 1; i < counts.length; i += 3) holding[counts[i]] += 1;
      const rare = holding.map((many, f) => BOOST[f] * Math.log(1 + (all - many + 0.5) / (many + 0.5)));
      const docs = [];
      const weights = [];
      let weight = 0;
      for (let i = 0; i < counts.length; i += 3) {
        const n = counts[i];
        const f = counts[i + 1];
        const times = counts[i + 2];
        weight += rare[f] * (D + (times * (K + 1)) / (times + K * (1 - B + (B * lengths[f][n]) / means[f])));
        if (counts[i + 3] !== n) {
          docs.push(n);
          weights.push(Math.max(1, Math.round(weight * STEP)));
          weight = 0;
        }
      }
      return { docs, weights, known: false };
    };
  };

  /* How many letters must be added, left out or changed to make one word of another; more than `most` is not counted. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row[b.length];
  };
  /* Slips leave a part of a word as it was. The first part or the last is looked for: these lists can be sorted by. */
  const ends = (word, slips) => {
    const letters = Math.floor(word.length / (slips + 1));
    return [word.slice(0, letters), word.slice(-letters)];
  };
  const turned = (word) => [...word].reverse().join("");
  const slipped = (word, slips, terms) => [...new Set(terms)].sort().map((term) => [term, distance(word, term, slips)])
    .filter(([, far]) => far <= slips);

  /* The first place in a sorted list whose term is not before `term`. */
  const place = (list, term) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < term) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  function* make(data) {
    const analyzer = HubWords.analyzer(data.rules, data.variants);
    const terms = new Map();
    const lengths = [[], [], [], []];
    yield* count(data, analyzer, terms, lengths);
    const weigh = weigher(lengths);
    const entries = new Map();
    for (const [term, counts] of terms) {
      entries.set(term, weigh(counts));
      yield;
    }
    const plain = HubWords.analyzer({ marks: data.rules.marks, letters: data.rules.letters }, "");
    for (const n of data.others) {
      for (const { raw } of plain.words(`${data.docs[n][1]} ${data.docs[n][2]}`)) {
        if (!entries.has(raw)) entries.set(raw, { docs: [], weights: [], known: true });
        entries.get(raw).known = true;
      }
      yield;
    }
    const sorted = [...entries.keys()].sort();
    const range = (from, alone) => {
      const found = [];
      for (let i = place(sorted, from); i < sorted.length && (alone ? sorted[i] === from : sorted[i].startsWith(from)); i += 1) {
        found.push([sorted[i], entries.get(sorted[i])]);
      }
      return found;
    };
    const near = (word, slips) => {
      const [head, tail] = ends(word, slips);
      return slipped(word, slips, sorted.filter((term) => term.startsWith(head) || term.endsWith(tail)));
    };
    return { words: analyzer.words, sorted, entries, range, near };
  }

  return { make, ends, turned, slipped, place };
})();
