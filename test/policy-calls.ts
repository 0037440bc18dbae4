import { advanceDecisions } from '../lambdas/jobs/advance-decisions.ts';
import { releasePolicy } from '../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../lambdas/jobs/renew-policy.ts';
import { policyTool, type Service } from './started-service.ts';

const queryOf = (path: string): Record<string, string> =>
  path === 'intune' ? { kind: 'ios-restrictions' } : path === 'browser' ? { kind: 'edge' } : {};

/** What a policy tool asks for, and the minute's jobs that it waits for. */
export function fetching(service: Service) {
  return {
    get: (path: string, headers: Record<string, string> = {}, query = queryOf(path)) =>
      service.call('GET', `/v1/policy/${path}`, { as: policyTool, headers, query }),
    async minute(at: string) {
      service.setNow(at);
      await advanceDecisions(service.deps);
      await service.pump();
      const renewed = await renewPolicy(service.deps);
      await releasePolicy(service.deps);
      return renewed;
    },
  };
}
