import { useState } from 'preact/hooks';
import { calls, toCurl } from '../api/client.ts';
import { t } from '../messages/text.ts';

/** The calls that this page made, each to be repeated on a command line. */
export function ApiCalls() {
  const made = calls.value;
  const [copied, setCopied] = useState<string>();
  if (made.length === 0) return null;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <details class="api-calls">
      <summary>{t.curl.title(made.length)}</summary>
      <p>{t.curl.hint}</p>
      <ul>
        {made.map((one) => {
          const text = toCurl(one);
          return (
            <li key={`${one.method} ${one.path}`}>
              <code>
                {one.method} {one.path}
              </code>
              <button type="button" class="quiet" onClick={() => copy(text)} aria-label={`${t.curl.copy}: ${one.method} ${one.path}`}>
                {copied === text ? t.curl.copied : t.curl.copy}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
