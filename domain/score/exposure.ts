import type { OrganisationalSafeguard, TechnicalSafeguard } from '../facts/vocabulary.ts';
import type { Column, Triple } from './belief.ts';
import type { Findings, FoundPath } from './findings.ts';
import type { Law, LawOf } from './law.ts';
import type { Method } from './method.ts';
import { isWithin } from './register.ts';
import { multiplySorted } from './rounding.ts';

/** The factors of e = q x H x L x M x D x K_tech x K_org in one column, each 0 to 1, in that order. */
export type Factors = { belief: number; hazard: number; law: number; mode: number; data: number; technical: number; organisational: number };

/** An admitted path with what reaches through it, 0 to 1, in each column. */
export type ExposedPath = { readonly path: FoundPath; readonly exposure: Triple; readonly factors: readonly [Factors, Factors, Factors] };

/** Section 4: what reaches through each admitted path. */
export function exposePaths(findings: Findings, lawOf: LawOf, abuse: Triple, method: Method): ExposedPath[] {
  return findings.paths.map((path) => {
    const law = lawOf(path.jurisdiction);
    const ground = groundOf(path, law, findings.asOf);
    const low = factorsIn(path, law, ground, abuse, method, 0);
    const point = factorsIn(path, law, ground, abuse, method, 1);
    const high = factorsIn(path, law, ground, abuse, method, 2);
    return { path, factors: [low, point, high], exposure: [productOf(low), productOf(point), productOf(high)] };
  });
}

function factorsIn(path: FoundPath, law: Law, ground: Ground, abuse: Triple, method: Method, column: Column): Factors {
  return {
    belief: beliefIn(path, column),
    hazard: law.hazard[column],
    law: legalIn(path, law, ground, method, column),
    mode: method.modes[path.mode].weight * (path.mode === 'control' ? method.stake[path.stake] : 1),
    data: method.data[path.data[column]],
    technical: technicalIn(path, method, column),
    organisational: organisationalIn(path, law.compulsion, abuse[column], method, column),
  };
}

export function productOf({ belief, hazard, law, mode, data, technical, organisational }: Factors): number {
  return belief * hazard * law * mode * data * technical * organisational;
}

/** Section 4, q: the path's belief times the belief that it has not ended. */
function beliefIn(path: FoundPath, column: Column): number {
  return (path.belief[column] / 100) * (1 - (path.ended?.[column] ?? 0) / 100);
}

/** Section 4, L: on what the law of transfers lets a path lean. */
export type Ground = 'eu-eea' | 'bridge' | 'adequacy' | 'scheme' | 'contract' | 'none';

export function groundOf(path: FoundPath, law: Law, asOf: string): Ground {
  if (law.euEea) return 'eu-eea';
  if (law.row?.bridge) return 'bridge';
  const adequacy = law.row?.adequacy;
  const inForce = adequacy && isWithin(adequacy, asOf) ? adequacy : undefined;
  if (inForce?.scheme === 'full') return 'adequacy';
  const tool = path.transfer?.tool;
  if (inForce && tool === inForce.scheme) return 'scheme';
  return tool === 'scc' || tool === 'bcr' ? 'contract' : 'none';
}

/**
 * What the law of transfers takes off: half where an adequacy decision is in force and covers the recipient, next to
 * nothing for a contract, which does not bind the authority, and nothing for any other ground.
 */
function legalIn(path: FoundPath, law: Law, ground: Ground, { adequacyCredit, contractCredit }: Method, column: Column): number {
  const belief = (path.transfer?.belief[column] ?? 0) / 100;
  switch (ground) {
    case 'bridge':
    case 'adequacy':
      return 1 - adequacyCredit;
    case 'scheme':
      return 1 - adequacyCredit * belief;
    case 'contract':
      return 1 - contractCredit * (1 - law.compulsion) * belief;
    case 'eu-eea':
    case 'none':
      return 1;
  }
}

/** Section 4, K_tech: what intelligibility is left, kind by kind. */
function technicalIn(path: FoundPath, method: Method, column: Column): number {
  if (path.safeguards.size === 0) return 1;
  const left: number[] = [];
  for (const [kind, belief] of path.safeguards)
    if (isTechnical(kind, method)) left.push(1 - (method.technical[kind][path.mode] * belief[column]) / 100);
  return multiplySorted(left);
}

/** Section 4, K_org: paperwork takes at most 40 %, less where the law can compel, and nothing after total abuse. */
function organisationalIn(path: FoundPath, compulsion: number, abuse: number, method: Method, column: Column): number {
  if (path.safeguards.size === 0) return 1;
  const left: number[] = [];
  for (const [kind, belief] of path.safeguards) if (!isTechnical(kind, method)) left.push(1 - (method.organisational[kind] * belief[column]) / 100);
  const effect = Math.min(method.organisationalLimit, 1 - multiplySorted(left));
  return 1 - effect * (1 - method.paperDiscount * compulsion) * (1 - abuse);
}

function isTechnical(kind: TechnicalSafeguard | OrganisationalSafeguard, { technical }: Method): kind is TechnicalSafeguard {
  return kind in technical;
}
