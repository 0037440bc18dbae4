import type { Mode, OrganisationalSafeguard, TechnicalSafeguard } from '../facts/vocabulary.ts';
import { type Column, provenShare, type Triple } from './belief.ts';
import type { Findings, FoundPath } from './findings.ts';
import type { Law, LawOf } from './law.ts';
import type { Method } from './method.ts';
import { isWithin } from './register.ts';
import { multiplySorted } from './rounding.ts';

/** The factors of e = q x H x L x M x D x K_tech x K_org in one column, each 0 to 1. */
export type Factors = { q: number; H: number; L: number; M: number; D: number; Ktech: number; Korg: number };

/** An admitted path with what reaches through it, 0 to 1, in each column. */
export type ExposedPath = { readonly path: FoundPath; readonly exposure: Triple; readonly factors: readonly [Factors, Factors, Factors] };

/** The paths of a mode that nobody has named: low 0, point by a share, high all that is not proven complete. */
export type UnknownPaths = { readonly mode: Mode; readonly complete: number; readonly exposure: Triple };

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
    q: beliefIn(path, column),
    H: law.hazard[column],
    L: legalIn(path, law, ground, method, column),
    M: method.modes[path.mode].weight * (path.mode === 'control' ? method.stake[path.stake] : 1),
    D: method.data[path.data[column]],
    Ktech: technicalIn(path, method, column),
    Korg: organisationalIn(path, law.compulsion, abuse[column], method, column),
  };
}

function productOf({ q, H, L, M, D, Ktech, Korg }: Factors): number {
  return q * H * L * M * D * Ktech * Korg;
}

/** The path's belief times the belief that it has not ended. */
function beliefIn(path: FoundPath, column: Column): number {
  return (path.belief[column] / 100) * (1 - (path.ended?.[column] ?? 0) / 100);
}

/** On what the law of transfers lets a path lean. */
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

function technicalIn(path: FoundPath, method: Method, column: Column): number {
  if (path.safeguards.size === 0) return 1;
  const left: number[] = [];
  for (const [kind, belief] of path.safeguards)
    if (isTechnical(kind, method)) left.push(1 - (method.technical[kind][path.mode] * belief[column]) / 100);
  return multiplySorted(left);
}

/** Paperwork: at most 40 %, less where the law can compel, and nothing after total abuse. */
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

/** Beside the named jurisdictions stands one more: what a list not proven complete may leave out. */
export function exposeUnknown(findings: Findings, mode: Mode, method: Method): UnknownPaths {
  const complete = provenShare(findings.complete[mode]);
  const reach = (1 - complete) * method.modes[mode].weight;
  const { share, hazard, dataAtPoint, dataAtHigh } = method.unknownPath;
  return {
    mode,
    complete,
    exposure: [0, share * hazard * reach * residual(findings, mode, dataAtPoint, method), reach * residual(findings, mode, dataAtHigh, method)],
  };
}

/** What is proven to be out of the operator's sight caps the data weight; code that ships to the client sees all. */
function residual(findings: Findings, mode: Mode, weight: number, method: Method): number {
  const { clearText } = findings;
  if (!clearText || mode === 'client-code') return weight;
  const proven = provenShare(clearText.belief);
  return weight * (1 - proven) + Math.min(weight, method.data[clearText.residual]) * proven;
}
