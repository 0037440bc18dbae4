import { useReadAll } from '../api/use-read.ts';
import type { CaptureView } from '../api/views.ts';
import { t } from '../messages/text.ts';
import { getAt } from './draft.ts';
import { ChoiceField } from './fields.tsx';
import { useForm } from './form-context.ts';

const words = t.captures;

/** The capture that a quote is held against when the facts are submitted: one of the platform's, or one that the item names already. */
export function CaptureField({ item }: { readonly item: string }) {
  const { assessment, platform } = useForm();
  const captures = useReadAll<CaptureView>(`/v1/platforms/${platform}/captures`).data ?? [];
  const at = `${item}/capture`;
  const named = getAt(assessment, at);
  const options = captures
    .filter(({ state, capture }) => state !== 'erased' || capture === named)
    .map(({ capture, url, capturedAt }) => [capture, `${capture.slice(0, 12)}: ${url ?? ''} ${capturedAt.slice(0, 10)}`] as const);
  const other = typeof named === 'string' && !options.some(([capture]) => capture === named);
  return (
    <ChoiceField
      at={at}
      label={words.field}
      options={other ? [...options, [named, `${named.slice(0, 12)}: ${words.another}`]] : options}
      none={words.unnamed}
    />
  );
}
