/**
 * `npm run sbom`: the bill of materials in CycloneDX, out of package-lock.json; with `-- --functions` of the functions alone. Not by
 * `npm sbom`, which fails where a package asks for another's latest version, and forgets with `--omit dev` what is needed twice.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Package, readLockedPackages } from './locked-packages.ts';

const { values } = parseArgs({ options: { functions: { type: 'boolean', default: false } } });
const all = readLockedPackages();
const chosen = [...all].filter(([place, { isInFunctions }]) => place === '' || isInFunctions || !values.functions);
const components = new Map(chosen.filter(([place]) => place !== '').map(([, one]) => [toPurl(one), one]));
const root = all.get('');
if (!root) throw new Error('package-lock.json has no root');
const product = { type: 'application', name: 'whereabouts', version: root.version, purl: toPurl({ ...root, name: 'whereabouts' }) };

const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${toUuid([...components.keys()].join('\n'))}`,
  version: 1,
  metadata: { component: { 'bom-ref': product.purl, ...product, licenses: [{ license: { id: root.licence } }] } },
  components: [...components].map(([purl, one]) => ({
    type: 'library',
    'bom-ref': purl,
    name: one.name,
    version: one.version,
    // What builds and checks is not part of what runs.
    scope: one.isInFunctions ? 'required' : 'excluded',
    purl,
    ...(one.hash && { hashes: [{ alg: 'SHA-512', content: one.hash }] }),
    licenses: [/ (OR|AND) /.test(one.licence) ? { expression: one.licence } : { license: { id: one.licence } }],
  })),
  dependencies: [...Map.groupBy(chosen, ([place, one]) => (place === '' ? product.purl : toPurl(one)))].map(([ref, same]) => ({
    ref,
    dependsOn: [...new Set(same.flatMap(([, { needs }]) => needs.flatMap(toKnownPurl)))].sort(),
  })),
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);

/** Of a package that is in this bill. */
function toKnownPurl(place: string): string[] {
  const needed = all.get(place);
  return needed && components.has(toPurl(needed)) ? [toPurl(needed)] : [];
}

function toPurl({ name, version }: Pick<Package, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** The same for the same bill (RFC 9562, version 8). */
function toUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
