import { type Route, type RouteName, routes } from '../lambdas/routes.ts';
import { type Command, optionsOf } from './command.ts';
import { COMMANDS, type Listed } from './commands.ts';
import { EXIT_MEANS } from './exit-codes.ts';
import { strong, table } from './print/print.ts';

export function printUsage(name: string, { usage }: Command): string {
  return `Usage: whereabouts ${`${name} ${usage}`.trim()}`;
}

export function printOverview(): string[] {
  const list = (isOnline: boolean) =>
    table(Object.entries(COMMANDS).flatMap(([name, listed]) => ((listed.operation !== undefined) === isOnline ? [[name, toSummary(listed)]] : [])));
  return [
    'Usage: whereabouts <command> [...]',
    '',
    strong('On this machine'),
    ...list(false),
    '',
    strong('With a service'),
    ...list(true),
    '',
    'whereabouts help <command> says more, with an example. Every command takes --json.',
    '',
    'Exit codes:',
    ...table(EXIT_MEANS.map(([code, means]) => [String(code), means])),
  ];
}

/** What there is to know about a command; where it calls the service, out of the manifest. */
export function printHelp(name: string, listed: Listed, command: Command): string[] {
  const operations = (command.operations ?? []).map(find);
  return [
    printUsage(name, command),
    '',
    `${toSummary(listed)}.`,
    ...command.help,
    '',
    strong('Example'),
    `  whereabouts ${command.example}`,
    '',
    strong('Options'),
    ...table(Object.entries(optionsOf(command)).map(([option, { takes, means }]) => [`--${option}${takes === undefined ? '' : ` ${takes}`}`, means])),
    ...(operations.length === 0
      ? ['', 'It works offline.']
      : ['', strong('Calls'), ...table(operations.map(({ method, path, scopes }) => [method, path, `scope ${scopes.join(' or ') || 'none'}`]))]),
  ];
}

/** What to do about a missing scope; the gateway does not say which it was. */
export function printScopes(name: string, { operations }: Command, isNamed: boolean): string[] {
  const scopes = (operations ?? []).slice(0, 1).flatMap((operation) => find(operation).scopes);
  const which = isNamed ? [] : [`  "${name}" needs the scope ${scopes.join(' or ')}`];
  return [...which, '  Sign in as somebody who has it, or name them with --as.'];
}

function toSummary({ summary, operation }: Listed): string {
  return summary ?? (operation ? find(operation).summary : '');
}

function find(name: RouteName): Route {
  const route: Route | undefined = routes.find((one) => one.name === name);
  if (route === undefined) throw new Error(`there is no operation ${name}`);
  return route;
}
