import { render } from 'preact';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { watchMishaps } from './mishap.ts';
import { Boundary } from './parts/boundary.tsx';
import { followLinks } from './router.ts';

watchMishaps();
followLinks();
const root = document.getElementById('app');
if (!root) throw new Error('the page has no place for the console');
root.replaceChildren();
loadConfig()
  .then(() => draw(false))
  .catch(() => draw(true));

function draw(isUnreachable: boolean): void {
  render(
    <Boundary isPage>
      <App isUnreachable={isUnreachable} />
    </Boundary>,
    root as HTMLElement,
  );
}
