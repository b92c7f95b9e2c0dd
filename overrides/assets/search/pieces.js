/* A large index in pieces: the same answers as from the whole (index.js), but only what a question needs is fetched.
   How the pieces are made: cut.js, with the same scripts, when the site is built.

   Below the folder that search/index.json names lie t0.json, t1.json … (terms, sorted, each with its documents),
   w0.json … (words alone, forwards and backwards, for slips), facets.json, and 0.json, 1.json …, a card for each
   document; many cards at once, for a device that keeps them, in b0.json …. */
const HubPieces = (() => {
  const BLOCK = 64; // cards in one file
  /* Numbers as letters that JSON leaves as they are: up to 63 in one, below 1,728 in two. */
  const letter = (i) => String.fromCharCode(35 + i + (i >= 57));
  const encode = (numbers) => numbers.map((n) => {
    let text = "";
    let rest = n;
    for (; rest >= 64; rest = Math.floor(rest / 26)) {
      rest -= 64;
      text += letter(64 + (rest % 26));
    }
    return text + letter(rest);
  }).join("");
  const decode = (text, from = 0) => {
    const numbers = [];
    let sum = 0;
    let times = 1;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at) - 35;
      const value = code - (code > 57);
      sum += value * times;
      if (value < 64) {
        numbers.push(sum);
        [sum, times] = [0, 1];
      } else times *= 26;
    }
    return numbers;
  };
  /* Rising numbers as the steps between them. */
  const steps = (numbers) => numbers.map((n, i) => n - (i ? numbers[i - 1] + 1 : 0));
  const sums = (numbers) => {
    let last = -1;
    return numbers.map((step) => (last += step + 1));
  };

  const entry = (text) => {
    const known = text[0] === "!";
    const numbers = decode(text, known ? 1 : 0);
    const many = numbers.length / 2;
    return { docs: sums(numbers.slice(0, many)), weights: numbers.slice(many), known };
  };

  /* `fetched`: address -> promise of what JSON stands there. */
  const read = (data, fetched) => {
    const at = (name) => fetched(`${data.folder}/${name}.json`);
    const terms = data.terms.split("\n");
    const piece = (firsts, from) => {
      const after = HubIndex.place(firsts, from);
      return Math.max(0, firsts[after] === from ? after : after - 1);
    };
    /* Bytes on the line, as pieces.py has counted them. */
    const cost = (letter, i) => (data.costs[letter].charCodeAt(i) - 35) * 128;

    /* What one question may read: `room` bytes. Its own words come first: those that stand in few documents, which say
       most, then the longer ones; then words that begin so, and slips. For what there is no room, nothing is found. */
    const question = (asked) => {
      const taken = new Set();
      let left = data.room;
      const take = (letter, i) => {
        const bytes = cost(letter, i);
        if (!taken.has(letter + i) && (left >= bytes || left === data.room)) {
          taken.add(letter + i);
          left -= bytes;
        }
        return taken.has(letter + i);
      };
      const own = asked.flatMap(({ parts }) => parts.flatMap(({ forms }) => forms))
        .map((form) => ({ form, at: piece(terms, `${form} `) }));
      own.sort((one, other) => cost("t", one.at) - cost("t", other.at) || other.form.length - one.form.length);
      for (const { at: i } of own) take("t", i);

      /* The lines of a sorted list that begin with `from`, out of the pieces that may hold them. */
      const lines = async (letter, firsts, from, alone) => {
        const names = [];
        const first = piece(firsts, from);
        for (let i = first; i === first || (!alone && i < firsts.length && firsts[i].startsWith(from)); i += 1) {
          if (take(letter, i)) names.push(letter + i);
        }
        return (await Promise.all(names.map(at))).flatMap((part) => {
          const found = [];
          for (let i = HubIndex.place(part, from); i < part.length && part[i].startsWith(from); i += 1) found.push(part[i]);
          return found;
        });
      };
      const range = async (from, alone) => (await lines("t", terms, alone ? `${from} ` : from, alone)).map((line) => {
        const end = line.indexOf(" ");
        return [line.slice(0, end), entry(line.slice(end + 1))];
      });
      const near = async (word, slips) => {
        if (!take("words", "")) return [];
        const [head, tail] = HubIndex.ends(word, slips);
        const words = (await at("words")).split("\n");
        const [forwards, backwards] = await Promise.all([
          lines("w", words, head), lines("w", words, ` ${HubIndex.turned(tail)}`)]);
        return HubIndex.slipped(word, slips, [...forwards, ...backwards.map((line) => HubIndex.turned(line.slice(1)))]);
      };
      return { range, near };
    };
    const row = (n) => at(n).catch(async () => (await at(`b${Math.floor(n / BLOCK)}`))[n % BLOCK]);
    const columns = async () => (await at("facets")).map(({ sets, which }) => ({ sets, which: decode(which) }));
    const { words } = HubWords.analyzer(data.rules, data.variants);
    const holes = new Set(data.holes);
    return { words, question, row, columns, holds: (n) => !holes.has(n), size: data.size, others: sums(decode(data.others)) };
  };

  return { read, encode, steps, BLOCK };
})();
