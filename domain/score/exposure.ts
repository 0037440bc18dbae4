import type { Mode, OrganisationalSafeguard, TechnicalSafeguard } from '../facts/vocabulary.ts';
import { provenShare, type Triple } from './belief.ts';
import type { Findings, FoundPath } from './findings.ts';
import { type Hazard, hazardOf } from './hazard.ts';
import {
  ADEQUACY_CREDIT,
  CONTRACT_CREDIT,
  DATA_WEIGHT,
  MODE_WEIGHT,
  ORGANISATIONAL_EFFECT,
  ORGANISATIONAL_LIMIT,
  PAPER_DISCOUNT,
  STAKE_WEIGHT,
  TECHNICAL_EFFECT,
  UNKNOWN_PATH,
} from './method.ts';
import { findRow, isEuEea, isWithin, type Register, type RegisterRow } from './register.ts';
import { multiplySorted } from './rounding.ts';

/** The factors of e = q x H x L x M x D x K_tech x K_org in one column, each 0 to 1. */
export type Factors = { q: number; H: number; L: number; M: number; D: number; Ktech: number; Korg: number };

/** An admitted path with what reaches through it, 0 to 1, in each column. */
export type ExposedPath = { readonly path: FoundPath; readonly exposure: Triple; readonly factors: readonly [Factors, Factors, Factors] };

/** The paths of a mode that nobody has named: low 0, point by a share, high all that is not proven complete. */
export type UnknownPaths = { readonly mode: Mode; readonly complete: number; readonly exposure: Triple };

type Column = 0 | 1 | 2;

/** The jurisdiction as the path's law and hazard see it on the day. */
export type Law = Hazard & { readonly euEea: boolean; readonly row: RegisterRow | undefined };

const EU_EEA: Hazard = { hazard: [0, 0, 0], compulsion: 0 };

export function exposePaths(findings: Findings, register: Register, abuse: Triple): ExposedPath[] {
  return findings.paths.map((path) => {
    const law = findLaw(register, path.jurisdiction, findings.asOf);
    const ground = groundOf(path, law, findings.asOf);
    const low = factorsIn(path, law, ground, abuse, 0);
    const point = factorsIn(path, law, ground, abuse, 1);
    const high = factorsIn(path, law, ground, abuse, 2);
    return { path, factors: [low, point, high], exposure: [productOf(low), productOf(point), productOf(high)] };
  });
}

/** The law of the day that was asked for last: files are scored by the night, all on the same day and by the same register. */
let lastDay: { readonly register: Register; readonly on: string; readonly laws: Map<string, Law> } | undefined;

export function findLaw(register: Register, code: string, on: string): Law {
  if (lastDay?.register !== register || lastDay.on !== on) lastDay = { register, on, laws: new Map() };
  const { laws } = lastDay;
  const law = laws.get(code) ?? readLaw(register, code, on);
  laws.set(code, law);
  return law;
}

function readLaw(register: Register, code: string, on: string): Law {
  if (isEuEea(register, code, on)) return { ...EU_EEA, euEea: true, row: undefined };
  const row = findRow(register, code, on);
  return { ...hazardOf(row), euEea: false, row };
}

function factorsIn(path: FoundPath, law: Law, ground: Ground, abuse: Triple, column: Column): Factors {
  return {
    q: beliefIn(path, column),
    H: law.hazard[column],
    L: legalIn(path, law, ground, column),
    M: MODE_WEIGHT[path.mode] * (path.mode === 'control' ? STAKE_WEIGHT[path.stake] : 1),
    D: DATA_WEIGHT[path.data[column]],
    Ktech: technicalIn(path, column),
    Korg: organisationalIn(path, law.compulsion, abuse[column], column),
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
function legalIn(path: FoundPath, law: Law, ground: Ground, column: Column): number {
  const belief = (path.transfer?.belief[column] ?? 0) / 100;
  switch (ground) {
    case 'bridge':
    case 'adequacy':
      return 1 - ADEQUACY_CREDIT;
    case 'scheme':
      return 1 - ADEQUACY_CREDIT * belief;
    case 'contract':
      return 1 - CONTRACT_CREDIT * (1 - law.compulsion) * belief;
    case 'eu-eea':
    case 'none':
      return 1;
  }
}

function technicalIn(path: FoundPath, column: Column): number {
  if (path.safeguards.size === 0) return 1;
  const left: number[] = [];
  for (const [kind, belief] of path.safeguards) if (isTechnical(kind)) left.push(1 - (TECHNICAL_EFFECT[kind][path.mode] * belief[column]) / 100);
  return multiplySorted(left);
}

/** Paperwork: at most 40 %, less where the law can compel, and nothing after total abuse. */
function organisationalIn(path: FoundPath, compulsion: number, abuse: number, column: Column): number {
  if (path.safeguards.size === 0) return 1;
  const left: number[] = [];
  for (const [kind, belief] of path.safeguards) if (!isTechnical(kind)) left.push(1 - (ORGANISATIONAL_EFFECT[kind] * belief[column]) / 100);
  const effect = Math.min(ORGANISATIONAL_LIMIT, 1 - multiplySorted(left));
  return 1 - effect * (1 - PAPER_DISCOUNT * compulsion) * (1 - abuse);
}

function isTechnical(kind: TechnicalSafeguard | OrganisationalSafeguard): kind is TechnicalSafeguard {
  return kind in TECHNICAL_EFFECT;
}

/** Beside the named jurisdictions stands one more: what a list not proven complete may leave out. */
export function exposeUnknown(findings: Findings, mode: Mode): UnknownPaths {
  const complete = provenShare(findings.complete[mode]);
  const reach = (1 - complete) * MODE_WEIGHT[mode];
  const { share, hazard, dataAtPoint, dataAtHigh } = UNKNOWN_PATH;
  return {
    mode,
    complete,
    exposure: [0, share * hazard * reach * residual(findings, mode, dataAtPoint), reach * residual(findings, mode, dataAtHigh)],
  };
}

/** What is proven to be out of the operator's sight caps the data weight; code that ships to the client sees all. */
function residual(findings: Findings, mode: Mode, weight: number): number {
  const { clearText } = findings;
  if (!clearText || mode === 'client-code') return weight;
  const proven = provenShare(clearText.belief);
  return weight * (1 - proven) + Math.min(weight, DATA_WEIGHT[clearText.residual]) * proven;
}
