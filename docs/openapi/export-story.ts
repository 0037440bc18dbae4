import { EXPORTS } from '../../domain/policy/exports.ts';
import type { Asker } from './stage.ts';

/** What the policy tools are served after the decision, and what one of them reports. */
export async function fetchExports(send: Asker): Promise<void> {
  const tool = { as: 'policy-tool' };
  const bundle = await send('get-opa-bundle', tool);
  await send('get-opa-bundle', { ...tool, headers: { 'if-none-match': bundle.headers.get('etag') ?? '' } });
  await send('get-cedar-entities', tool);
  await send('get-cedar-entities', { ...tool, query: { as: 'fail-closed' } });
  await send('get-cedar-entities', { ...tool, query: { format: 'avp', ids: 'android:com.zhiliaoapp.musically' } });
  for (const { operation, parameters } of EXPORTS) {
    if (operation === 'get-opa-bundle' || operation === 'get-cedar-entities') continue;
    await send(operation, { ...tool, query: Object.fromEntries(Object.entries(parameters).map(([name, { example }]) => [name, example])) });
  }
  const held = { name: 'whereabouts', active_revision: bundle.headers.get('whereabouts-revision') ?? '' };
  await send('report-opa-status', { ...tool, body: { labels: { id: '4f6e4bb5-a5a6-4c6a-a1a5-3b7e6f6f3f0d' }, bundles: { whereabouts: held } } });
  const gateway = { labels: { id: '0f1d2c3b-7a6e-4d5c-8b9a-1e2f3a4b5c6d' }, bundles: { whereabouts: held } };
  await send('report-partition-status', { ...tool, params: { partition: 'gateway' }, body: gateway });
  const counts = { revision: held.active_revision, target: 'android-fully-managed', devices: 1200, enforcing: 1187 };
  await send('report-enforcement', { ...tool, params: { id: 'emm-sync' }, body: counts });
  await send('list-consumers', { as: 'auditor' });
  await send('get-status', { as: 'operator' });
}
