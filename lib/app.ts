import { resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { discover } from './discovery.ts';
import { PLACEHOLDER_ISSUER, readSettings, SettingsError } from './settings.ts';
import { WhereaboutsStack } from './stack.ts';

const app = new App();
try {
  const settings = readSettings(app.node);
  const discovery = settings.issuer === PLACEHOLDER_ISSUER ? undefined : await discover(settings);
  new WhereaboutsStack(app, `Whereabouts-${settings.stage}`, { settings, discovery, bundles: resolve(import.meta.dirname, '../dist') });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
