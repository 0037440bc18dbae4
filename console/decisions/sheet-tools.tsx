import type { components } from '../../docs/api-types.ts';
import { t } from '../messages/text.ts';
import { Scroll } from '../parts/scroll.tsx';

const words = t.sheet;
const KINDS = ['allow', 'limit', 'suspend'] as const;

/** What each policy tool does of each kind of decision, a row each; what it needs and cannot do is said as the exports say it. */
export function SheetTools({ tools }: { readonly tools: components['schemas']['DecisionSheet']['tools'] }) {
  return (
    <Scroll label={words.tools}>
      <table class="compact">
        <thead>
          <tr>
            {[words.toolColumns.tool, ...KINDS.map((kind) => t.decisions.kinds[kind]), words.toolColumns.gaps].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tools.map(({ tool, target, does, lacks, needs, gaps }) => (
            <tr key={`${tool} ${target}`}>
              <th scope="row">
                <code>{tool}</code> <small lang="en">{target}</small>
              </th>
              {KINDS.map((kind) => (
                <td key={kind}>
                  {words.outcomes[does[kind]]}
                  {kind === 'suspend' && lacks && <small> {words.lacks[lacks]}</small>}
                </td>
              ))}
              <td lang="en">
                <small>{[...needs, ...gaps].join('; ')}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
