/** Ends when the user asks to stop: what is under way is brought to its end first. A second Ctrl-C ends everything at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
