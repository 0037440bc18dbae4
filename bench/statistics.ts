/** Kendall's tau-b of two lists of figures, -1 to 1: how far they put the same things in the same order, ties allowed for. */
export function kendallTau(x: readonly number[], y: readonly number[]): number {
  let agreeing = 0;
  let pairsInX = 0;
  let pairsInY = 0;
  for (let i = 0; i < x.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const inX = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
      const inY = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      agreeing += inX * inY;
      pairsInX += Math.abs(inX);
      pairsInY += Math.abs(inY);
    }
  return agreeing / Math.sqrt(pairsInX * pairsInY);
}

/** The value below which that share of the list lies; 0.5 is the median. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function mean(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}
