/* Cuts an index into pieces when the site is built (scripts/resourcehub/outputs/pieces.py). No page loads this. */
const HubCut = (() => {
  const LARGEST = 3000; // letters in a piece, some 2 kB on the line. With 8000 a question in Chinese fetches twice as much: a piece a pair.

  /* Sorted lines in pieces of about the same size, and the first term of each. */
  const cut = (letter, lines, files) => {
    const firsts = [];
    let piece = [];
    let size = 0;
    const close = () => {
      if (piece.length) files[letter + (firsts.push(piece[0].replace(/(.) .*/, "$1")) - 1)] = JSON.stringify(piece);
      [piece, size] = [[], 0];
    };
    for (const line of lines) {
      if (size + line.length > LARGEST) close();
      piece.push(line);
      size += line.length + 3;
    }
    close();
    return firsts;
  };

  const coded = ({ docs, weights, known }) => {
    const steps = HubPieces.steps(docs);
    return (known ? "!" : "") + HubPieces.encode(steps.flatMap((step, i) => [step, weights[i]]));
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
    const list = { terms, words: cut("w", both, files) };
    const columns = HubFacets.columns(data).map(({ sets, which }) => ({ sets, which: HubPieces.encode(which) }));
    files.facets = JSON.stringify(columns);
    const others = HubPieces.encode(HubPieces.steps(data.others));
    return JSON.stringify({ list: { ...list, others, block: HubPieces.BLOCK }, files });
  };

  return { pieces };
})();
