import { MODES } from '../../domain/facts/vocabulary.ts';
import type { Assessment, Evidence } from '../api/views.ts';
import { toDay, toName } from '../format.ts';
import { t } from '../messages/text.ts';
import { toPlaces } from '../parts/places.ts';
import { listEffects } from '../parts/promise-effects.ts';

/** A fact as a reviewer holds it against its quotes; its name stays the same from one revision to the next. */
export type ReviewedFact = { readonly fact: string; readonly lead: string; readonly rest: string; readonly evidence: readonly Evidence[] };

const toData = (data: Assessment['paths'][number]['data']) =>
  typeof data === 'string' ? t.dataClasses[data] : [data.low, data.point, data.high].map((name) => t.dataClasses[name]).join(' – ');

/** Every fact of an assessment, safeguards and transfer tools each on their own, in the order of the form. */
export function listFacts({ paths, incidents = [], complete = {}, clearText, commitments = [] }: Assessment): ReviewedFact[] {
  return [
    ...paths.flatMap((path): ReviewedFact[] => {
      const { id, mode, data, party, stake, transfer, safeguards = [], ended, evidence } = path;
      const fact = `paths/${id}`;
      const lead = `${toPlaces(path)}: ${t.modes[mode]}`;
      return [
        { fact, lead, rest: [stake && t.stakes[stake], toData(data), party].filter(Boolean).join(', '), evidence },
        ...(transfer
          ? [{ fact: `${fact}/transfer`, lead, rest: `${t.platform.dossier.transfer}: ${t.tools[transfer.tool]}`, evidence: transfer.evidence }]
          : []),
        ...safeguards.map(({ kind, status, evidence: items }) => ({
          fact: `${fact}/safeguards/${kind}`,
          lead,
          rest: t.platform.dossier.safeguard(t.safeguards[kind], t.statuses[status]),
          evidence: items,
        })),
        ...(ended ? [{ fact: `${fact}/ended`, lead, rest: t.platform.dossier.ended(toDay(ended.on)), evidence: ended.evidence }] : []),
      ];
    }),
    ...incidents.map(({ id, kind, on, summary, jurisdiction, data = 'content', extent = 'many', evidence }) => ({
      fact: `incidents/${id}`,
      lead: t.incidentKinds[kind],
      rest: `${toDay(on)}: ${summary} (${[jurisdiction && toName(jurisdiction), t.dataClasses[data], t.assess.extent[extent]].filter(Boolean).join(', ')})`,
      evidence,
    })),
    ...MODES.flatMap((mode) => {
      const claim = complete[mode];
      return claim
        ? [
            {
              fact: `complete/${mode}`,
              lead: t.assess.sections.complete,
              rest: t.platform.dossier.completeYes(t.modeNouns[mode]),
              evidence: claim.evidence,
            },
          ]
        : [];
    }),
    ...(clearText
      ? [{ fact: 'clearText', lead: t.platform.dossier.clearText, rest: t.dataMeans[clearText.residual], evidence: clearText.evidence }]
      : []),
    ...commitments.map((commitment) => ({
      fact: `commitments/${commitment.id}`,
      lead: t.platform.dossier.promises,
      rest: [commitment.summary, ...listEffects(commitment, paths)].join(' · '),
      evidence: commitment.evidence,
    })),
  ];
}
