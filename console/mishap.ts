import { signal } from '@preact/signals';

/** Whether something failed that no view was waiting for. */
export const mishap = signal(false);

/** A fault of the console itself, in an act or after it, is said on the page and not in the browser's log alone. */
export function watchMishaps(): void {
  addEventListener('unhandledrejection', () => (mishap.value = true));
  addEventListener('error', ({ error }) => {
    // Without an error it is the browser's own remark, such as on observers of sizes.
    if (error instanceof Error) mishap.value = true;
  });
}
