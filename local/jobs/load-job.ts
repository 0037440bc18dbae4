/** A job of lambdas/jobs/, which its file exports under its name in camel case. */
export async function loadJob<Job>(name: string): Promise<Job> {
  const module: Record<string, unknown> = await import(`../../lambdas/jobs/${name}.ts`);
  const job = module[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (typeof job !== 'function') throw new Error(`lambdas/jobs/${name}.ts does not export the job`);
  return job as Job;
}
