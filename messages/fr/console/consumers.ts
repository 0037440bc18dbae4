import type { consumers as English } from '../../en/console/consumers.ts';
import { plural } from '../format.ts';

export const consumers: typeof English = {
  title: 'Consommateurs',
  lead: 'Les outils de politique qui interrogent les exportations : ce que chacun détient, et de quand cela date.',
  empty: 'Aucun outil de politique ne s’est encore signalé.',
  columns: {
    consumer: 'Outil',
    by: 'Se signale en tant que',
    revision: 'Révision détenue',
    seen: 'Dernier signe',
    error: 'Dernière erreur',
    current: 'État',
    devices: 'Appliquée sur',
  },
  silent: 'muet',
  enforcing: (enforcing, devices) => plural(devices, { one: `${enforcing} sur ${devices} appareil`, other: `${enforcing} sur ${devices} appareils` }),
  every: (seconds) => `toutes les ${seconds} s`,
  missing: 'Attendu, mais aucun signalement n’est venu',
  served: 'Servie actuellement : révision',
  dataAsOf: (time) => `d’après les données du ${time} UTC`,
  freshUntil: (time) => `à jour jusqu’au ${time} UTC`,
  staleSince: (time) => `périmée depuis le ${time} UTC`,
  withheld: 'Une révision plus récente est retenue',
  noRevision: 'Aucune révision des exportations n’a encore été établie.',
  behind: 'en retard',
  ahead: 'détient une révision qui n’a pas été établie ici',
  isCurrent: 'à jour',
  catchingUp: 'pas encore la plus récente',
  revisionsBehind: (count) => plural(count, { 0: 'aucune révision de retard', one: 'une révision de retard', other: `${count} révisions de retard` }),
  since: 'depuis',
  configure: 'Configuration à copier',
  configureLead:
    'Chaque outil interroge sans cesse avec son propre jeton, qui doit avoir le droit « lire les exportations ». Tant que rien n’a changé, la réponse est un bref 304.',
  copy: 'Copier',
  copied: 'Copié',
  copyWhat: (tool) => `Copier la configuration de l’outil ${tool}`,
};
