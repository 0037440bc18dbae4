import type { Conditions } from 'aws-cdk-lib/aws-iam';

/** A request whose partition keys are all among these; without the second condition one that names no key would pass. */
export const whereKeyIs = (keys: readonly string[]): Conditions => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys].sort() },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});
