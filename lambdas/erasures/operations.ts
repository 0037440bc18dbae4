import type { Operations } from '../runtime/endpoint.ts';
import { eraseCapture } from './erase-capture.ts';

export const operations = { 'erase-capture': eraseCapture } as const satisfies Operations;
