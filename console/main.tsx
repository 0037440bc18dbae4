import { render } from 'preact';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { followLinks } from './router.ts';

followLinks();
const root = document.getElementById('app');
if (!root) throw new Error('the page has no place for the console');
root.replaceChildren();
loadConfig()
  .then(() => render(<App />, root))
  .catch(() => render(<App isUnreachable />, root));
