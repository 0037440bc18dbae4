/**
 * Where a run of units stands at or after a place, by Knuth, Morris and Pratt (SIAM J. Comput. 6, 1977): each unit of the text is read
 * once, however much it repeats itself. `accepts` says of each place whether it counts; -1 where none does.
 */
export function findRun(text: Uint16Array, run: Uint16Array, from: number, accepts: (start: number) => boolean): number {
  if (run.length === 0) return -1;
  const back = toFallbacks(run);
  let matched = 0;
  for (let i = from; i < text.length; i += 1) {
    while (matched > 0 && text[i] !== run[matched]) matched = back[matched - 1] ?? 0;
    if (text[i] === run[matched]) matched += 1;
    if (matched < run.length) continue;
    const start = i - run.length + 1;
    if (accepts(start)) return start;
    matched = back[matched - 1] ?? 0;
  }
  return -1;
}

/** For each beginning of the run, how much of it is an ending of it too. */
function toFallbacks(run: Uint16Array): Uint32Array {
  const back = new Uint32Array(run.length);
  for (let i = 1, matched = 0; i < run.length; i += 1) {
    while (matched > 0 && run[i] !== run[matched]) matched = back[matched - 1] ?? 0;
    if (run[i] === run[matched]) matched += 1;
    back[i] = matched;
  }
  return back;
}

export function toUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}
