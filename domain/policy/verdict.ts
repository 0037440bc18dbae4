import type { Ruling } from './document.ts';
import type { ListedApp } from './listed-apps.ts';

/** Who asks about an app: on a device of which class, in which groups, with which conditions of a limit met. */
export type Situation = {
  readonly deviceClass: string;
  readonly groups: readonly string[];
  readonly conditionsMet: readonly string[];
};

/** What every tool concludes for an app in a situation. */
export type Verdict = {
  /** Whether any platform names the app. */
  readonly known: boolean;
  /** Whether its use is denied, from `effectiveAt` on: what a tool that is asked each time answers. */
  readonly deny: boolean;
  /** Of the ruling that decides; where none applies, of the strictest that names the app. */
  readonly decision: Ruling['decision'] | 'none';
  readonly decisionId: string | null;
  /** What a list that removes apps does: nothing, name it as pending, or, from `enforceBy` on, block it. A limit blocks nothing. */
  readonly block: 'no' | 'pending' | 'blocked';
};

/**
 * The verdict for an app, as `listApps` lists it (`undefined`: no platform names it), from the decisions in force on all platforms that
 * name it. All of them bind, and the strictest that applies is the answer: a suspension, then a limit with a condition that is not met,
 * then any other. A decision applies on the device classes of its scope, and not to the groups that it exempts. `document.rulings` holds
 * of each platform the latest decision alone.
 */
export function concludeVerdict(app: ListedApp | undefined, situation: Situation): Verdict {
  const rulings = (app?.namings ?? []).flatMap(({ ruling }) => ruling ?? []);
  const applying = rulings.filter((ruling) => applies(ruling, situation));
  const denying = applying.filter((ruling) => denies(ruling, situation.conditionsMet));
  // Rulings stand in the order of their strictness, so that the first is the one that decides.
  const [deciding] = [...denying, ...applying, ...rulings];
  const suspending = applying.filter(({ decision }) => decision === 'suspend');
  return {
    known: app !== undefined,
    deny: denying.length > 0,
    decision: deciding?.decision ?? 'none',
    decisionId: deciding?.id ?? null,
    block: suspending.some(({ isEnforced }) => isEnforced) ? 'blocked' : suspending.length > 0 ? 'pending' : 'no',
  };
}

function applies({ scope, exemptions }: Ruling, { deviceClass, groups }: Situation): boolean {
  return scope.some((device) => device === deviceClass) && !exemptions.some(({ group }) => groups.includes(group));
}

function denies({ decision, conditions }: Ruling, conditionsMet: readonly string[]): boolean {
  return decision === 'suspend' || (decision === 'limit' && conditions.some((condition) => !conditionsMet.includes(condition)));
}
