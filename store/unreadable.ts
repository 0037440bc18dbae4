/** An item that does not have the shape of its kind. It is set aside: what it is about answers a problem, and everything else goes on. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  readonly key: { readonly pk: string; readonly sk: string };

  constructor({ pk, sk }: { readonly pk: string; readonly sk: string }, options?: ErrorOptions) {
    super(`the item ${pk} ${sk} cannot be read`, options);
    this.key = { pk, sk };
  }

  /** The platform that it belongs to; null for an item that is of none, such as the mark of the policy. */
  get platform(): string | null {
    return /^(?:PLATFORM|WORK|REACHED)#(.+)$/.exec(this.key.pk)?.[1] ?? null;
  }
}

/** What was read; undefined where it cannot be, with the fault among those found. */
export async function unlessUnreadable<T>(reading: Promise<T>, found: Unreadable[]): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    found.push(error);
    return undefined;
  }
}
