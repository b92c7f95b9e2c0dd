/* Cuts an index into pieces when the site is built (scripts/resourcehub/outputs/pieces.py). No page loads this. */
const HubCut = (() => {
  const LARGEST = 3000; // letters in a piece, some 2 kB on the line. With 8000 a question in Chinese fetches twice as much: a piece a pair.

  const term = (line) => line.replace(/(.) .*/, "$1");

  /* As much of a term as tells it from the one before it in the list. */
  const telling = (before, after) => {
    let same = 0;
    while (same < before.length && before[same] === after[same]) same += 1;
    const end = same + 1;
    return after.slice(0, /[\ud800-\udbff]/.test(after[same]) ? end + 1 : end);
  };

  /* Sorted lines in pieces of about the same size, and how the first term of each begins. */
  const cut = (letter, lines, files) => {
    const firsts = [];
    let piece = [];
    let size = 0;
    let before = "";
    const close = () => {
      if (!piece.length) return;
      files[letter + (firsts.push(telling(before, term(piece[0]))) - 1)] = JSON.stringify(piece);
      before = term(piece[piece.length - 1]);
      [piece, size] = [[], 0];
    };
    for (const line of lines) {
      if (size + line.length > LARGEST) close();
      piece.push(line);
      size += line.length + 3;
    }
    close();
    return firsts.join("\n");
  };

  const coded = ({ docs, weights, known }) => {
    return (known ? "!" : "") + HubPieces.encode([...HubPieces.steps(docs), ...weights]);
  };

  /* All files but the cards, as JSON: what search/index.json says of them, and the files by name. */
  const pieces = (text) => {
    const data = JSON.parse(text);
    const making = HubIndex.make(data);
    let step = making.next();
    while (!step.done) step = making.next();
    const { sorted, entries } = step.value;
    const files = {};
    const terms = cut("t", sorted.map((term) => `${term} ${coded(entries.get(term))}`), files);
    const words = sorted.filter((term) => term.length > 3 && !HubWords.paired(term));
    const both = [...words, ...words.map((word) => ` ${HubIndex.turned(word)}`)].sort();
    files.words = JSON.stringify(cut("w", both, files));
    const columns = HubFacets.columns(data).map(({ sets, which }) => ({ sets, which: HubPieces.encode(which) }));
    files.facets = JSON.stringify(columns);
    const others = HubPieces.encode(HubPieces.steps(data.others));
    return JSON.stringify({ list: { terms, others, block: HubPieces.BLOCK }, files });
  };

  return { pieces };
})();
