import type { Decision, DeviceScope, SealedApps } from '../record/decision.ts';
import { ENFORCEMENT, type Enforcement } from './enforcement.ts';

export type ToolName = keyof typeof ENFORCEMENT;
export const TOOL_NAMES = Object.keys(ENFORCEMENT) as [ToolName, ...ToolName[]];

/** What a policy tool does of a decision. */
export const OUTCOMES = [
  'denies',
  'asks-conditions',
  'allows',
  'blocks',
  'detects',
  'detects-then-cuts-access',
  'filters',
  'lists',
  'nothing',
] as const;
type Outcome = (typeof OUTCOMES)[number];
type Kind = Decision['decision'];

/** Why a tool does nothing of a suspension: no app of its system is named, other devices are meant, or it cannot. */
export const LACKS = ['apps', 'devices', 'means'] as const;

export type ToolOutlook = {
  readonly tool: ToolName;
  readonly target: string;
  readonly does: Readonly<Record<Kind, Outcome>>;
  readonly lacks?: (typeof LACKS)[number];
  readonly needs: string[];
  readonly gaps: string[];
};

const SYSTEMS: Readonly<Record<ToolName, keyof SealedApps | undefined>> = {
  opa: undefined,
  cedar: undefined,
  list: undefined,
  androidManaged: 'android',
  androidCompanyProfile: 'android',
  androidPersonalProfile: 'android',
  intuneAndroid: 'android',
  apple: 'ios',
  intuneRestrictions: 'ios',
  intuneCompliance: 'ios',
  domains: 'web',
  chrome: 'web',
  edge: 'web',
};

/** Targets that are of one class of devices alone; the others reach both, or do not tell them apart. */
const DEVICES: Readonly<Record<string, DeviceScope>> = {
  'android-fully-managed': 'corporate-device',
  'android-company-owned-work-profile': 'corporate-device',
  'android-personally-owned-work-profile': 'enrolled-personal-device',
  'ios-supervised': 'corporate-device',
  'ios-user-enrolled': 'enrolled-personal-device',
};

/** What each policy tool would do of a decision of each kind on these apps and devices, what it needs for it, and what it cannot do. */
export function foresee(apps: SealedApps, scope: readonly DeviceScope[]): ToolOutlook[] {
  return TOOL_NAMES.flatMap((tool) =>
    ENFORCEMENT[tool].map((one: Enforcement): ToolOutlook => {
      const lacks = findLack(tool, one, apps, scope);
      const suspend = lacks === undefined ? outcomeOf(tool, one) : 'nothing';
      return {
        tool,
        target: one.target,
        does: tool === 'list' ? { allow: 'lists', limit: 'lists', suspend } : { ...milder(one), suspend },
        ...(lacks && { lacks }),
        needs: [...one.needs],
        gaps: [...one.gaps],
      };
    }),
  );
}

function outcomeOf(tool: ToolName, { strength }: Enforcement): Outcome {
  if (tool === 'list') return 'lists';
  return strength === 'decides' ? 'denies' : strength;
}

/** A limit is on no block list: only what is asked each time can ask for its conditions. */
function milder({ strength }: Enforcement): { readonly allow: Outcome; readonly limit: Outcome } {
  return strength === 'decides' ? { allow: 'allows', limit: 'asks-conditions' } : { allow: 'nothing', limit: 'nothing' };
}

function findLack(tool: ToolName, { method, target }: Enforcement, apps: SealedApps, scope: readonly DeviceScope[]): ToolOutlook['lacks'] {
  const system = SYSTEMS[tool];
  const devices = DEVICES[target];
  if (method === 'none') return 'means';
  if (devices !== undefined && !scope.includes(devices)) return 'devices';
  const named = system === undefined ? Object.values(apps).flat() : apps[system];
  return named.length === 0 ? 'apps' : undefined;
}
