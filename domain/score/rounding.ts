/** Section 5: noise of binary fractions, cleared before any rounding so that 28.999999999999996 is 29. */
const DUST = 1e9;

export function clearDust(value: number): number {
  return Math.round(value * DUST) / DUST;
}

/** A share of 0 to 1 in whole percents, downward. */
export function floorPercent(share: number): number {
  return Math.floor(clearDust(share * 100));
}

/** A share of 0 to 1 in whole percents, upward. */
export function ceilPercent(share: number): number {
  return Math.ceil(clearDust(share * 100));
}

/** A share of 0 to 1 in whole percents, to the nearest, half up. */
export function roundPercent(share: number): number {
  return Math.floor(clearDust(share * 100) + 0.5);
}

/** A share of 0 to 1 in tenths of a point of 100: an integer from 0 to 1000, half up. */
export function toTenths(share: number): number {
  return Math.floor(clearDust(share * 1000) + 0.5);
}

/** A product that does not depend on the order of its factors, to the bit. Sorts in place; two factors have no order to speak of. */
export function multiplySorted(factors: number[]): number {
  if (factors.length > 2) factors.sort((x, y) => x - y);
  let product = 1;
  for (const factor of factors) product *= factor;
  return product;
}
