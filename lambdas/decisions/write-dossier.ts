import type { Commitment, Incident, Path } from '../../domain/facts/assessment.ts';
import type { Evidence } from '../../domain/facts/evidence.ts';
import type { Dossier } from '../../domain/record/hearing/dossier.ts';
import type { DossierTexts } from '../../messages/en/dossier.ts';
import { Html, html } from './html.ts';
import { STYLE } from './page-style.ts';

/** The dossier as a page for print: every fact with its number, each quote with its source. */
export function writeDossier(dossier: Dossier, hash: string, texts: DossierTexts): string {
  const { decision, party, score, facts } = dossier;
  const { format, rows, words } = texts;
  const country = (code: string | undefined) => (code === undefined ? '' : (texts.words.contributors[code] ?? texts.place(code)));
  const says = (evidence: readonly Evidence[]) => evidence.map((item) => evidenceOf(item, facts.sources, texts));
  const item = (place: string, words: readonly string[], evidence: readonly Evidence[]) =>
    html`<li><strong>${place}</strong> ${words.filter((word) => word !== '').join(', ')}${says(evidence)}</li>`;
  const pathOf = (path: Path) =>
    item(`paths/${path.id}`, describePath(path, country, texts), [
      ...path.evidence,
      ...(path.transfer?.evidence ?? []),
      ...(path.safeguards ?? []).flatMap(({ evidence }) => evidence),
      ...(path.ended?.evidence ?? []),
    ]);
  const incidentOf = ({ id, kind, on, summary, jurisdiction, evidence }: Incident) =>
    item(`incidents/${id}`, [words.incidentKinds[kind], country(jurisdiction), texts.on(format.day(on)), summary], evidence);
  const commitmentOf = ({ id, summary, announcedOn, dueOn, evidence }: Commitment) =>
    item(`commitments/${id}`, [summary, texts.on(format.day(announcedOn)), dueOn === undefined ? '' : texts.due(format.day(dueOn))], evidence);
  const complete = Object.entries(facts.complete ?? {}).flatMap(([mode, claim]) => (claim ? [[mode as Path['mode'], claim] as const] : []));
  const list = (title: string, items: readonly Html[]) => (items.length === 0 ? html`` : html`<h3>${title}</h3><ol>${items}</ol>`);
  return html`<!doctype html><html lang="${format.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title(party.name)}</title><style>${new Html(STYLE)}</style></head><body><main>
<h1>${texts.title(party.name)}</h1><p>${texts.lead}</p><p>${texts.answer}</p>
<h2>${texts.decision}</h2><p><strong>${texts.kinds[decision.decision]}</strong></p>${table([
    [rows.party, party.operator],
    [rows.parent, party.parent ?? ''],
    [rows.devices, decision.scope.map((scope) => texts.scopes[scope]).join(', ')],
    [rows.effective, format.day(decision.effectiveAt)],
    [rows.enforced, format.day(decision.enforceBy)],
    [rows.expires, format.day(decision.expiresAt)],
    [rows.consequence, decision.consequence],
    [rows.conditions, (decision.conditions ?? []).map(({ text }) => text).join(' · ')],
    [rows.apps, Object.values(decision.apps).flat().join(', ')],
  ])}
<h2>${texts.score}</h2><p>${texts.scored({
    ...{ point: format.points(score.point), low: format.points(score.low), high: format.points(score.high) },
    ...{ band: words.bands[score.band], method: score.method, asOf: format.day(score.asOf) },
  })}</p><ul>${score.contributions.map(({ of, points, path }) => html`<li>${texts.contributes(format.points(points), country(of), path ?? of)}</li>`)}</ul>
<h2>${texts.facts}</h2>
${list(texts.paths, facts.paths.map(pathOf))}${list(texts.incidents, (facts.incidents ?? []).map(incidentOf))}
${list(
  texts.complete,
  complete.map(([mode, { evidence }]) => item(`complete/${mode}`, [words.modes[mode]], evidence)),
)}
${facts.clearText ? list(texts.clearText, [item('clearText', [words.dataClasses[facts.clearText.residual]], facts.clearText.evidence)]) : html``}
${list(texts.commitments, (facts.commitments ?? []).map(commitmentOf))}
<p>${texts.sealed} <code>${hash}</code></p>
</main></body></html>
`.text;
}

function describePath(path: Path, country: (code: string | undefined) => string, texts: DossierTexts): string[] {
  const { words, format } = texts;
  const { data, jurisdictions = path.jurisdiction === undefined ? [] : [path.jurisdiction] } = path;
  const classes = typeof data === 'string' ? words.dataClasses[data] : texts.upTo(words.dataClasses[data.low], words.dataClasses[data.high]);
  return [
    format.and(jurisdictions.map(country)),
    words.modes[path.mode],
    path.party === undefined ? '' : texts.party(path.party),
    path.stake === undefined ? '' : words.stakes[path.stake],
    texts.data(classes),
    path.transfer ? texts.transfer(words.tools[path.transfer.tool]) : '',
    ...(path.safeguards ?? []).map(({ kind, status }) => texts.safeguard(words.safeguards[kind], words.statuses[status])),
    path.ended ? texts.ended(format.day(path.ended.on)) : '',
  ];
}

function evidenceOf(
  { source: id, quote, stance = 'supports', credibility, locator }: Evidence,
  sources: Dossier['facts']['sources'],
  texts: DossierTexts,
): Html {
  const source = sources[id];
  const { publisher = id, title = '', published = '', reliability = '' } = source ?? {};
  const grade = `${reliability}${credibility}`;
  const where = texts.source({ publisher, title, published: published === '' ? '' : texts.format.day(published), grade });
  const words = quote === undefined ? '' : html`“${quote}” `;
  return html`<blockquote>${texts.stances[stance]}${words}<cite>${where}${locator === undefined ? '' : `, ${locator}`}${source?.url === undefined ? '' : ` · ${source.url}`}</cite></blockquote>`;
}

function table(rows: readonly (readonly [string, string])[]): Html {
  return html`<table>${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}
