import { openEventBus } from '../event-bus.ts';
import type { CloudPart } from './deps.ts';

/** For functions that send events out. */
export const withBus: CloudPart = ({ EVENT_BUS_NAME }) => ({ announce: openEventBus(EVENT_BUS_NAME) });
