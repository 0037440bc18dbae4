import { type JobName, jobs } from '../lambdas/jobs.ts';
import { routes } from '../lambdas/routes.ts';

/** The functions the manifest asks for: a folder under `lambdas/`, a bundle under `dist/` and a Lambda function each. */
export type FunctionName = (typeof routes)[number]['function'];
export const functionNames: readonly FunctionName[] = [...new Set(routes.map((route) => route.function))];

/** A function and a bundle for each job too: `lambdas/jobs/<name>.ts`. */
export const jobNames: readonly JobName[] = jobs.map(({ name }) => name);

/** The function that serves the console, beside those of the manifests. */
export const SITE = 'site';
