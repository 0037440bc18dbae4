import { INCIDENT_KINDS, MODES } from '../../domain/facts/vocabulary.ts';
import type { Assessment } from '../api/views.ts';
import type { Field } from '../faults/say-fault.ts';
import { t } from '../messages/text.ts';
import { toPlaces } from '../parts/places.ts';
import { getAt, toKeys } from './draft.ts';
import { toFieldId } from './form-context.ts';

const words = t.faults;
const DAYS = new Set(['asOf', 'published', 'on', 'announcedOn', 'dueOn', 'observed', 'from', 'validTo']);
const CHOICES = new Set([
  ...['reliability', 'statementBy', 'jurisdiction', 'mode', 'data', 'low', 'point', 'high', 'stake', 'tool', 'kind', 'status'],
  ...['residual', 'source', 'credibility', 'users', 'extent', 'stance', 'safeguard', 'path', 'to'],
]);
const LISTS = new Set(['jurisdictions', 'evidence', 'paths', 'sources', 'moves', 'ends', 'adds']);

/** The field of the form that a pointer into an assessment names: "Brazil, staff access, first item, Source". */
export const findField =
  (assessment: Assessment) =>
  (pointer: string): Field => {
    const keys = toKeys(pointer);
    const steps = keys.map((key, i) => toStep(assessment, keys.slice(0, i), key, i === keys.length - 1));
    const label = join(steps);
    // Of a member of a list, the list is what is named and shown.
    const last = keys.at(-1) ?? '';
    const name = /^\d+$/.test(last) && keys.at(-2) !== undefined ? (keys.at(-2) ?? '') : last;
    const value = getAt(assessment, pointer);
    const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return { id: toFieldId(pointer), label: label || words.form, within: join(steps.slice(0, -1)), name, kind: kindOf(name), isEmpty };
  };

const join = (steps: readonly string[]) => steps.filter((step) => step !== '').join(', ');

function kindOf(name: string): Field['kind'] {
  if (DAYS.has(name)) return 'day';
  if (CHOICES.has(name)) return 'choice';
  if (LISTS.has(name)) return 'list';
  return name === 'url' ? 'address' : 'text';
}

/** One step of a pointer in the form's words; nothing for a step that another one says. */
function toStep(assessment: Assessment, before: readonly string[], key: string, isLast: boolean): string {
  const list = before.at(-1);
  const number = Number(key);
  if (list === 'paths') return toPathLabel(assessment, number);
  if (list === 'incidents') return toIncidentLabel(assessment, number);
  if (list === 'commitments') return assessment.commitments?.[number]?.summary || words.promise(number + 1);
  if (list === 'sources' && before.length === 1) return words.source(key);
  if (list === 'evidence' || list === 'moves' || list === 'ends' || list === 'adds') return words.item(number + 1);
  if (list === 'safeguards') return t.safeguards[assessment.paths[Number(before[1])]?.safeguards?.[number]?.kind ?? 'access-gateway'];
  if (list === 'complete') return MODES.includes(key as (typeof MODES)[number]) ? t.modeNouns[key as (typeof MODES)[number]] : key;
  if (list === 'jurisdictions') return words.item(number + 1);
  return labelOf(key, isLast);
}

function toPathLabel({ paths }: Assessment, number: number): string {
  const path = paths[number];
  return path ? [toPlaces(path) || words.noPlace, ...(path.mode ? [t.modes[path.mode]] : [])].join(', ') : '';
}

function toIncidentLabel({ incidents = [] }: Assessment, number: number): string {
  const incident = incidents[number];
  const kind = INCIDENT_KINDS.find((one) => one === incident?.kind);
  return incident?.summary || (kind ? `${words.incident(number + 1)} (${t.incidentKinds[kind]})` : words.incident(number + 1));
}

/** A list whose member is named needs no words of its own. */
function labelOf(key: string, isLast: boolean): string {
  const { fields, sections, effects, add } = t.assess;
  const titles: Readonly<Record<string, string>> = {
    sources: isLast ? sections.sources : '',
    clearText: sections.clearText,
    complete: sections.complete,
    transfer: fields.tool,
    ended: add.ended,
    evidence: isLast ? t.assess.evidence : '',
    moves: effects.moves,
    ends: effects.ends,
    adds: effects.adds,
    to: effects.to,
    safeguard: effects.safeguard,
  };
  return titles[key] ?? (fields as Readonly<Record<string, string>>)[key] ?? '';
}
