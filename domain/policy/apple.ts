import { isBlockable } from '../facts/app-id.ts';
import { hashOfText } from '../facts/hash.ts';
import { isOfSystem } from '../facts/system-apps.ts';
import { toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { type Envelope, toControl, toEnvelope, toRemark } from './envelope.ts';

const IDENTIFIER = 'eu.whereabouts.blocked-apps';

/** A configuration profile with the restriction that keeps apps from showing and launching; for supervised devices alone. */
export function toAppleProfile(document: PolicyDocument): string {
  const { blocked, pending } = toBlockList(document, 'ios', ['corporate-device']);
  const all = blocked.map(({ appId }) => appId);
  const ids = all.filter((id) => isBlockable('ios', id));
  const refused = all
    .filter((id) => !ids.includes(id))
    .map((id) => `refused ${id}: ${isOfSystem('ios', id) ? 'an app of the system is never blocked' : 'no bundle id'}`);
  const envelope = toEnvelope(document, { max: null, used: ids.length }, ENFORCEMENT.apple, ['ios']);
  const waiting = pending.map(({ appId, ruling }) => `pending ${appId} from ${ruling.enforceBy}`);
  const decided = document.rulings.filter(({ decision, apps }) => decision === 'suspend' && apps.ios.length > 0).map(toRemark);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadType</key><string>Configuration</string>
	<key>PayloadVersion</key><integer>1</integer>
	<key>PayloadIdentifier</key><string>${IDENTIFIER}.profile</string>
	<key>PayloadUUID</key><string>${toUuid(`${IDENTIFIER}.profile`)}</string>
	<key>PayloadDisplayName</key><string>Blocked apps (revision ${document.revision})</string>
	<key>PayloadDescription</key><string>${escapeXml([...describe(envelope), ...decided, ...waiting, ...refused].join('\n'))}</string>
	<key>PayloadScope</key><string>System</string>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>PayloadType</key><string>com.apple.applicationaccess</string>
			<key>PayloadVersion</key><integer>1</integer>
			<key>PayloadIdentifier</key><string>${IDENTIFIER}</string>
			<key>PayloadUUID</key><string>${toUuid(IDENTIFIER)}</string>
			<key>blockedAppBundleIDs</key>
			<array>${ids.map((id) => `\n				<string>${escapeXml(id)}</string>`).join('')}
			</array>
		</dict>
	</array>
</dict>
</plist>
`;
}

/** The same on every revision, so that a profile replaces the one before; in the form of version 8. */
function toUuid(name: string): string {
  const hash = hashOfText(name).toUpperCase();
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `A${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

function describe({ revision, dataAsOf, freshUntil, decisions, limits, enforcement }: Envelope): string[] {
  return [
    `revision ${revision}; dataAsOf ${dataAsOf}; freshUntil ${freshUntil}; decisions ${decisions}`,
    `limits: max ${limits.max ?? 'none'}, used ${limits.used}, dropped ${limits.dropped}`,
    ...enforcement.map(toControl),
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
