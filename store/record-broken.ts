import type { Key } from './table.ts';
import { Unreadable } from './unreadable.ts';

/** An item that is not what the events of its chain left: nothing is read from it, and nothing is put in its place. */
export class RecordBroken extends Unreadable {
  override name = 'RecordBroken';
  readonly detail: string;

  constructor(key: Key, detail: string, options?: ErrorOptions) {
    super(key, options);
    this.detail = detail;
    this.message = `the item ${key.pk} ${key.sk} was changed behind this service: ${detail}`;
  }
}
