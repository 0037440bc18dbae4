import type { Operations } from '../runtime/endpoint.ts';
import { getCapture } from './get-capture.ts';
import { keepCapture } from './keep-capture.ts';
import { listCaptures } from './list-captures.ts';

export const operations = { 'get-capture': getCapture, 'keep-capture': keepCapture, 'list-captures': listCaptures } as const satisfies Operations;
