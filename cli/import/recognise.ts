/** Files of other tools: what they are, and what to do instead. */
const TAKE_THE_FACTS =
  'It names no places, staff or owners that a platform has said or that a third party found: write such facts with: whereabouts new PLATFORM';
const SAVE_AS_CSV = 'Save the sheet as CSV in UTF-8, with the names of the columns in the first row, and import that';

const BY_BYTES: readonly (readonly [is: (bytes: Buffer) => boolean, what: string, instead: string])[] = [
  [(bytes) => isZip(bytes) && bytes.includes('opendocument.spreadsheet'), 'a spreadsheet (ODS)', SAVE_AS_CSV],
  [(bytes) => isZip(bytes) && (bytes.includes('xl/') || bytes.includes('[Content_Types].xml')), 'a spreadsheet (XLSX)', SAVE_AS_CSV],
  [(bytes) => bytes.readUInt32BE(0) === 0xd0cf11e0, 'a spreadsheet or document of old Office (XLS)', SAVE_AS_CSV],
  [isZip, 'a ZIP archive', 'Unpack it and import the files in it one by one'],
  [
    (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
    'a PDF',
    'Keep its text as a capture: pdftotext FILE - | whereabouts capture - --platform PLATFORM',
  ],
];

function isZip(bytes: Buffer): boolean {
  return bytes.readUInt32BE(0) === 0x504b0304;
}

/** What the bytes are that hold no text, with what to do instead. */
export function recogniseBytes(bytes: Buffer): string | undefined {
  if (bytes.length < 5) return undefined;
  const found = BY_BYTES.find(([is]) => is(bytes));
  return found && `is ${found[1]}, which is not imported. ${found[2]}.`;
}

const OSCAL = [
  'catalog',
  'profile',
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
];

/** What a JSON value of another tool is, with what to do instead. */
export function recogniseJson(value: Readonly<Record<string, unknown>>): string | undefined {
  const has = (name: string) => Object.hasOwn(value, name);
  const say = (what: string, instead: string) => `is ${what}, which is not imported. ${instead}.`;
  if (OSCAL.some((name) => has(name) && typeof value[name] === 'object')) return say('OSCAL (controls of an information system)', TAKE_THE_FACTS);
  if (value.bomFormat === 'CycloneDX')
    return say('a CycloneDX bill of materials', 'A component of an app is a path where somebody can ship its code: write it with mode client-code');
  if (has('spdxVersion') || has('SPDXID'))
    return say('an SPDX bill of materials', 'A component of an app is a path where somebody can ship its code: write it with mode client-code');
  if (value.type === 'bundle' || has('spec_version'))
    return say('a STIX bundle (threat intelligence)', 'What its reports say of a platform is an incident with a source: whereabouts new PLATFORM');
  if (has('trackers') && (has('handle') || has('app_name') || has('application') || has('report')))
    return say(
      'an Exodus report',
      'Its handle is an Android id of the profile; a tracker whose maker is named is a path of mode client-code or subprocessor, with the report as its source',
    );
  if (has('asOf') && has('sources')) return say('an assessment of Whereabouts', 'Submit it: whereabouts submit FILE');
  if (has('name') && has('operator')) return say('a profile of Whereabouts', 'Put it: whereabouts profile PLATFORM FILE');
  return undefined;
}
