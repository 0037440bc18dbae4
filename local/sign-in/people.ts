import type { Scope } from '../../lambdas/routes.ts';

/** The names that local sign-in knows, and what each may do. */
export const people: Readonly<Record<string, readonly Scope[]>> = {
  analyst: ['assess', 'read'],
  'analyst-2': ['assess', 'read'],
  reviewer: ['review', 'read'],
  'reviewer-2': ['review', 'read'],
  'decider-1': ['decide', 'read'],
  'decider-2': ['decide', 'read'],
  'decider-3': ['decide', 'read'],
  'policy-tool': ['policy'],
  operator: ['operate', 'read'],
  auditor: ['read', 'operate'],
};
