type Parameter = { readonly name?: string; readonly in?: string; readonly required?: boolean; readonly description?: string; readonly $ref?: string };
type Answer = { readonly description?: string; readonly $ref?: string };
type Operation = {
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, Answer>>;
};
/** As much of an OpenAPI document as the page shows. */
export type ApiDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly summary?: string };
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters?: Readonly<Record<string, Parameter>>; readonly responses?: Readonly<Record<string, Answer>> };
};

/** The API as a page to read: made once, without a script, out of the document that tools read. */
export function toApiPage({ info, tags, paths, components }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  );
  const sections = tags.map(({ name, description = '' }) => {
    const own = operations.filter(({ tags: [tag] = [] }) => tag === name).map((operation) => toArticle(operation, components));
    return `<section><h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2><p>${toText(description)}</p>${own.join('')}</section>`;
  });
  const links = tags.map(({ name }) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`).join(' ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(info.title)} API ${escapeHtml(info.version)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/api.css"></head>
<body><main><h1>${escapeHtml(info.title)} API ${escapeHtml(info.version)}</h1><p>${escapeHtml(info.summary ?? '')} The document for tools, with every schema
and an example of each answer: <a href="/v1/openapi.json">openapi.json</a>. The console: <a href="/">here</a>.</p><nav>${links}</nav>
${sections.join('\n')}</main></body></html>
`;
}

function toArticle(operation: Operation & { path: string; method: string }, components: ApiDocument['components']): string {
  const { path, method, summary, description = '', parameters = [], responses } = operation;
  const find = <Named extends { readonly $ref?: string }>(one: Named, named: Readonly<Record<string, Named>> = {}): Named =>
    one.$ref === undefined ? one : (named[one.$ref.split('/').at(-1) ?? ''] ?? one);
  const inputs = parameters
    .map((one) => find(one, components.parameters))
    .map((one) => toRow(one.name, `${one.in}${one.required ? ', required' : ''}`, one.description));
  const answers = Object.entries(responses).map(([status, one]) => toRow(status, 'answer', find(one, components.responses).description));
  return `<article><h3><code>${method} ${escapeHtml(path)}</code></h3><p><strong>${escapeHtml(summary)}.</strong> ${toText(description)}</p><table>${[...inputs, ...answers].join('')}</table></article>`;
}

const toRow = (name = '', kind: string, text = '') =>
  `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(kind)}</td><td>${toText(text)}</td></tr>`;

/** The document's texts name fields and values between backticks. */
const toText = (text: string) => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The console's own ink, paper and links; on a small screen a row of a table stands in two lines instead of running out of sight. */
export const API_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; color: #16202a; background: #ffffff; --link: #0f4c8a; }
@media (prefers-color-scheme: dark) { :root { color: #e6eaed; background: #14191e; --link: #8fc0f0; } }
a { color: var(--link); }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
nav a { margin-right: 1rem; }
article { border-top: 1px solid; padding: 0.5rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 1rem 0.2rem 0; }
th, td:nth-child(2) { white-space: nowrap; }
@media (max-width: 40rem) {
  main { padding: 1rem; }
  table, tbody { display: block; }
  tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: 0.2rem 0; }
  th { white-space: normal; }
  th, td { padding: 0; }
  td:nth-child(3) { grid-column: 1 / -1; }
}
`;
