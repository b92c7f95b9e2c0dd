/* The filters: what a document holds of each, which documents fit a choice, and how many each value would leave. */
const HubFacets = (() => {
  const GRADES = ["birth", "PK", "K", ...Array.from({ length: 12 }, (_, i) => String(i + 1))];
  const span = (grades) => {
    const [first, last = first] = grades.split("-").map((grade) => GRADES.indexOf(grade));
    return GRADES.slice(first, last + 1);
  };

  /* Who reads a language may read another: what is in `zh` suits both of its scripts. */
  const readers = ({ reads = {} }, tags) => [...new Set([].concat(tags || []).flatMap((tag) => [tag, ...(reads[tag] || [])]))];

  /* For a row of the index, the values of each filter, in the order of `data.facets`. */
  const values = (data) => {
    const places = data.facets.map(({ name }) => [name, data.fields.indexOf(name)]);
    return (row) => places.map(([name, at]) => {
      const value = (row && row[at]) || [];
      if (name === "language") return readers(data, value);
      return name === "grades" && value.length ? span(value) : [].concat(value);
    });
  };

  /* A filter's values are kept once for each set that occurs: a document says which one. */
  const columns = (data) => {
    const read = values(data);
    const rows = data.docs.map(read);
    return data.facets.map((_, f) => {
      const sets = new Map();
      const which = rows.map((row) => {
        const key = row[f].join(" ");
        if (!sets.has(key)) sets.set(key, [sets.size, row[f]]);
        return sets.get(key)[0];
      });
      return { sets: [...sets.values()].map(([, set]) => set), which };
    });
  };

  /* The documents that fit what is chosen, and the counts of each filter's values. Counts of a filter leave out what was
     chosen in it: they say what choosing one more value would bring. `other` documents have no values. */
  const narrow = (columns, names, chosen, docs) => {
    const fits = columns.map(({ sets }, f) => {
      const wanted = chosen[names[f]] || [];
      return wanted.length ? sets.map((set) => set.some((value) => wanted.includes(value))) : null;
    });
    const active = fits.map((fit, f) => (fit ? f : -1)).filter((f) => f >= 0);
    const many = columns.map(({ sets }) => new Uint32Array(sets.length));
    const kept = docs.filter((n) => {
      const failed = active.filter((f) => !fits[f][columns[f].which[n]]);
      if (failed.length === 1) many[failed[0]][columns[failed[0]].which[n]] += 1;
      else if (!failed.length) columns.forEach(({ which }, f) => { many[f][which[n]] += 1; });
      return !failed.length;
    });
    return { kept, many };
  };

  const counts = (columns, names, parts) => Object.fromEntries(names.map((name, f) => {
    const found = Object.create(null); // a topic may be called 'constructor'
    columns[f].sets.forEach((set, i) => {
      const many = parts.reduce((sum, part) => sum + part[f][i], 0);
      if (many) for (const value of set) found[value] = (found[value] || 0) + many;
    });
    return [name, found];
  }));

  return { readers, columns, narrow, counts };
})();
