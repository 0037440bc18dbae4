import { type Route, type RouteName, routes } from '../lambdas/routes.ts';
import type { CliMessages } from '../messages/en/cli.ts';
import { type Command, optionsOf } from './command.ts';
import { COMMANDS, type Listed } from './commands.ts';
import { EXIT } from './exit-codes.ts';
import { strong, table } from './print/print.ts';

export function printUsage(name: string, { usage }: Command, { frame }: CliMessages): string {
  return frame.usage(`${name} ${usage}`.trim());
}

export function printOverview({ frame }: CliMessages): string[] {
  const list = (isOnline: boolean) =>
    table(Object.entries(COMMANDS).flatMap(([name, listed]) => ((listed.operation !== undefined) === isOnline ? [[name, toSummary(listed)]] : [])));
  return [
    frame.usage(frame.aCommand),
    '',
    strong(frame.here),
    ...list(false),
    '',
    strong(frame.service),
    ...list(true),
    '',
    frame.more,
    '',
    frame.exitCodes,
    ...table(Object.entries(EXIT).map(([name, code]) => [String(code), frame.exitMeans[name as keyof typeof EXIT]])),
  ];
}

/** What there is to know about a command; where it calls the service, out of the manifest. */
export function printHelp(name: string, listed: Listed, command: Command, t: CliMessages): string[] {
  const { frame } = t;
  const operations = (command.operations ?? []).map(find);
  return [
    printUsage(name, command, t),
    '',
    `${toSummary(listed)}.`,
    ...command.help,
    '',
    strong(frame.example),
    `  whereabouts ${command.example}`,
    '',
    strong(frame.options),
    ...table(Object.entries(optionsOf(command)).map(([option, { takes, means }]) => [`--${option}${takes === undefined ? '' : ` ${takes}`}`, means])),
    ...(operations.length === 0
      ? ['', frame.offline]
      : ['', strong(frame.calls), ...table(operations.map(({ method, path, scopes }) => [method, path, frame.scope(scopes)]))]),
  ];
}

/** What to do about a missing scope; the gateway does not say which it was. */
export function printScopes(name: string, { operations }: Command, isNamed: boolean, { frame }: CliMessages): string[] {
  const scopes = (operations ?? []).slice(0, 1).flatMap((operation) => find(operation).scopes);
  const which = isNamed ? [] : [`  ${frame.needsScope(name, scopes)}`];
  return [...which, `  ${frame.signInAs}`];
}

function toSummary({ summary, operation }: Listed): string {
  return summary ?? (operation ? find(operation).summary : '');
}

function find(name: RouteName): Route {
  const route: Route | undefined = routes.find((one) => one.name === name);
  if (route === undefined) throw new Error(`there is no operation ${name}`);
  return route;
}
