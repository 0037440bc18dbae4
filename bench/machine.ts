import { cpus, totalmem } from 'node:os';

/** The machine in a phrase: its processor, cores, memory and Node. Figures of two machines cannot be compared, ratios can. */
export function describeMachine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores of ${cores[0]?.model.trim() ?? 'an unknown processor'}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
