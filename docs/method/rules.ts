import { JUDGEMENTS, type Judgement } from '../../domain/score/judgements.ts';

/** The rules of a topic with their reasons: who disagrees shall find what to disagree with. */
export function rulesOf(topic: Judgement['topic']): string {
  return JUDGEMENTS.filter((judgement) => judgement.topic === topic)
    .map(
      ({ id, kind, rule, reason, source }) =>
        `- **${kind}** \`${id}\` ${rule}\n  *Why:* ${reason}\n  *${kind === 'L' ? 'Follows' : 'Nearest source'}:* ${source}.`,
    )
    .join('\n');
}
