import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyDocument } from '../../../domain/policy/document.ts';
import { type ExportName, policyExports } from '../../../domain/policy/exports.ts';
import { listApps } from '../../../domain/policy/listed-apps.ts';
import { askCedar, compareEntities, readEntities } from './ask-cedar.ts';
import { askOpa } from './ask-opa.ts';
import { demandEntities, demandSchema } from './cedar-engine.ts';
import { compareBlocks } from './compare-blocks.ts';
import { compareListed } from './compare-listed.ts';
import { type Difference, type Listed, nameOf, sayDifferences } from './difference.ts';
import {
  type Blocks,
  readAndroidChanges,
  readAndroidPolicies,
  readApple,
  readBrowser,
  readCompliance,
  readDomains,
  readPersonalProfile,
  readResponsePolicyZone,
  readRestrictions,
} from './read-block-lists.ts';
import { readDefinition, readSchema } from './read-definition.ts';
import { readScoresCsv, readScoresJson } from './read-scores.ts';

/** The exports of one revision as they are served, and the document that they are to say. */
export type Asked = {
  readonly document: PolicyDocument;
  readonly bundle: Uint8Array;
  readonly texts: ReadonlyMap<ExportName, string>;
  /** When they are asked. */
  readonly at: Date;
};

type Form = ExportName | 'opa-bundle';
type Given = Asked & {
  readonly name: Form;
  readonly listed: Listed;
  /** Read once, because Cedar takes its time over many. */
  readonly entities: () => EntityJson[];
};
/** Throws where a form cannot be read; returns where it concludes something else than the record. */
type Ask = (text: string, given: Given) => Difference[] | Promise<Difference[]>;

/** Who reads each form: no export goes out that nobody has asked. */
const READERS: Record<Form, Ask> = {
  'opa-bundle': (_, { bundle, document, listed, at }) => askOpa(bundle, document, listed, at),
  'cedar-schema': (text) => demanded(demandSchema(text)),
  'cedar-entities': (_, { entities }) => demanded(entities()),
  'cedar-fail-open': (text, given) => askExample(text, 'allow', given),
  'cedar-fail-closed': (text, given) => askExample(text, 'deny', given),
  'cedar-entities-avp': (text, { name, entities }) => compareEntities(name, readDefinition(text), entities()),
  'cedar-schema-avp': (text, { texts }) => demanded(demandEntities(readDefinition(textOf(texts, 'cedar-entities-avp')), readSchema(text))),
  'android-policy-fully_managed': blocks(readAndroidPolicies),
  'android-policy-company_work_profile': blocks(readAndroidPolicies),
  'android-policy-personal_work_profile': blocks(readAndroidPolicies),
  'android-modify-fully_managed': blocks(readAndroidChanges),
  'android-modify-company_work_profile': blocks(readAndroidChanges),
  'android-modify-personal_work_profile': blocks(readAndroidChanges),
  apple: blocks(readApple),
  'intune-ios-restrictions': blocks(readRestrictions),
  'intune-ios-compliance': blocks(readCompliance),
  'intune-android-device-owner': blocks(readPersonalProfile),
  'browser-chrome': blocks(readBrowser),
  'browser-edge': blocks(readBrowser),
  'domains-plain': blocks(readDomains),
  'domains-rpz': blocks(readResponsePolicyZone),
  'scores-csv': (text, { name, listed }) => compareListed(name, readScoresCsv(text), listed),
  'scores-csv-eu': (text, { name, listed }) => compareListed(name, readScoresCsv(text, { delimiter: ';', decimal: ',' }), listed),
  'scores-json': (text, { name, listed }) => compareListed(name, readScoresJson(text), listed),
};

/** Why the exports must not go out, in a sentence; undefined when each is read by a reader of its format, and concludes what the record does. */
export async function askExports(asked: Asked): Promise<string | undefined> {
  const listed: Listed = new Map(listApps(asked.document).map((app) => [nameOf(app), app]));
  let read: EntityJson[] | undefined;
  const entities = () => {
    read ??= readEntities(textOf(asked.texts, 'cedar-entities'), textOf(asked.texts, 'cedar-schema'));
    return read;
  };
  const found: Difference[] = [];
  for (const [name, ask] of Object.entries(READERS) as [Form, Ask][]) {
    try {
      const text = name === 'opa-bundle' ? '' : textOf(asked.texts, name);
      found.push(...(await ask(text, { ...asked, name, listed, entities })));
    } catch (error) {
      return `${name} cannot be read: ${sayError(error)}`;
    }
  }
  return sayDifferences(found);
}

function blocks(read: (text: string) => Blocks): Ask {
  return (text, { name, listed }) => {
    const names = policyExports.flatMap(({ forms }) => forms).find((form) => form.name === name)?.names;
    if (names === undefined || names === 'nothing') throw new Error('it is said to name nothing');
    return compareBlocks(name, names, read(text), listed);
  };
}

function askExample(text: string, otherwise: 'allow' | 'deny', { name, texts, entities, document, listed, at }: Given): Difference[] {
  return askCedar({ export: name, text, otherwise }, textOf(texts, 'cedar-schema'), entities(), document, listed, at);
}

function textOf(texts: Asked['texts'], name: ExportName): string {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`${name} is not there`);
  return text;
}

/** What is only read concludes nothing by itself. */
const demanded = (_: unknown): Difference[] => [];

/** Readers throw texts as well, and sentences of any length. */
function sayError(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);
}
