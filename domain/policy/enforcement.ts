/** What a control can do, what it needs, and what it cannot do. */
export type Enforcement = {
  readonly target: string;
  readonly method: string;
  readonly strength: 'decides' | 'blocks' | 'detects' | 'detects-then-cuts-access' | 'filters';
  readonly needs: readonly string[];
  readonly gaps: readonly string[];
};

const WEB = 'use in a browser is not covered: see the domains export';
const CONDITIONAL_ACCESS = 'only conditional access reaches this: cut the device off from corporate apps until the app is gone';
const DECLARATIVE = 'deprecated from iOS 27 on, where the declaration com.apple.configuration.app.settings has DeniedApps for it';
const GROUPS = 'exempted groups must be left out of the assignment by hand';

const BROWSER = [
  'other browsers and apps are not covered',
  'an entry of URLAllowlist goes before it',
  'it knows neither scope nor exempted groups',
] as const;

export const ENFORCEMENT = {
  opa: [
    {
      target: 'policy-decision-point',
      method: 'opa-bundle',
      strength: 'decides',
      needs: ['a caller that asks and obeys'],
      gaps: ['data past freshUntil is reported as stale, not denied'],
    },
  ],
  cedar: [
    {
      target: 'policy-decision-point',
      method: 'cedar-entities',
      strength: 'decides',
      needs: ['a caller that asks and obeys', 'the time in context.nowEpoch'],
      gaps: ['the fail-open example allows on stale data, the fail-closed one denies'],
    },
  ],
  androidManaged: [
    { target: 'android-fully-managed', method: 'android-management-applications', strength: 'blocks', needs: ['device owner'], gaps: [WEB, GROUPS] },
  ],
  androidCompanyProfile: [
    {
      target: 'android-company-owned-work-profile',
      method: 'android-management-personal-usage',
      strength: 'blocks',
      needs: ['company-owned device'],
      gaps: [WEB, GROUPS],
    },
  ],
  androidPersonalProfile: [
    {
      target: 'android-personally-owned-work-profile',
      method: 'android-management-applications',
      strength: 'blocks',
      needs: ['work profile'],
      gaps: ['the personal side is out of reach: the app can be installed and used there', CONDITIONAL_ACCESS, WEB, GROUPS],
    },
  ],
  apple: [
    {
      target: 'ios-supervised',
      method: 'apple-blocked-app-bundle-ids',
      strength: 'blocks',
      needs: ['supervision', 'iOS or iPadOS 15'],
      gaps: [DECLARATIVE, WEB, GROUPS],
    },
    {
      target: 'ios-user-enrolled',
      method: 'none',
      strength: 'detects',
      needs: ['conditional access'],
      gaps: ['no device-side block reaches a user-enrolled personal phone', CONDITIONAL_ACCESS],
    },
  ],
  intuneRestrictions: [
    {
      target: 'ios-enrolled',
      method: 'intune-app-list',
      strength: 'detects',
      needs: ['Intune licence'],
      gaps: ['listed apps are reported, not removed', CONDITIONAL_ACCESS, WEB, GROUPS],
    },
  ],
  intuneCompliance: [
    {
      target: 'ios-enrolled',
      method: 'intune-compliance',
      strength: 'detects-then-cuts-access',
      needs: ['Intune licence', 'conditional access', 'Microsoft Graph beta'],
      gaps: [
        'gracePeriodHours runs per device from detection, so it approximates enforceBy',
        'the app can be opened until the grace period ends',
        WEB,
        GROUPS,
      ],
    },
  ],
  intuneAndroid: [
    {
      target: 'android-company-owned-work-profile',
      method: 'intune-personal-profile',
      strength: 'blocks',
      needs: ['Intune licence', 'company-owned device', 'Microsoft Graph beta'],
      gaps: [WEB, GROUPS],
    },
  ],
  domains: [
    {
      target: 'network',
      method: 'dns',
      strength: 'filters',
      needs: ['a resolver that devices cannot avoid'],
      gaps: ['devices on other networks are not reached', 'it knows neither scope nor exempted groups', 'apps may use other domains'],
    },
  ],
  chrome: [{ target: 'chrome-managed', method: 'url-blocklist', strength: 'blocks', needs: ['Chrome under management'], gaps: [...BROWSER] }],
  edge: [{ target: 'edge-managed', method: 'url-blocklist', strength: 'blocks', needs: ['Edge under management'], gaps: [...BROWSER] }],
  list: [{ target: 'any', method: 'list', strength: 'detects', needs: ['a tool that reads it'], gaps: ['it enforces nothing by itself'] }],
} as const satisfies Record<string, readonly Enforcement[]>;
