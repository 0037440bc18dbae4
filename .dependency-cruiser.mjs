/**
 * The direction of dependencies: local -> lambdas -> store -> domain, with lib, cli, console and register beside it.
 * test/dependency-rules.test.ts plants a violation of every rule and asserts that the tool saw every file of ours.
 */

const SDK = '(^|/)node_modules/(@aws-sdk|@smithy)/';
const CDK = '(^|/)node_modules/(aws-cdk-lib|constructs)/';
const PURE_PACKAGES = '(^|/)node_modules/(zod|@noble/hashes|canonicalize|d3-dsv|fastest-levenshtein|htmlparser2|jsonc-parser|tldts)/';

/** The rooms of domain/, each of which knows only those before it. */
const ROOMS = ['facts', 'vault', 'score', 'vector', 'explain', 'record', 'policy', 'draft'];

export default {
  forbidden: [
    ...ROOMS.slice(0, -1).map((room, i) => ({
      name: `domain-${room}-knows-only-what-is-below`,
      comment:
        `The rooms of domain/ build on one another in the order ${ROOMS.join(', ')}, so that a rule is read with what stands below it alone. ` +
        'Move the code up to the room that needs both, or pass the value in.',
      severity: 'error',
      from: { path: `^domain/${room}/` },
      to: { path: `^domain/(${ROOMS.slice(i + 1).join('|')})/` },
    })),
    {
      name: 'domain-is-pure',
      comment:
        'domain/ is what every other part trusts and replays, so it reads no clock, file, network or package but zod, a pure ' +
        'SHA-256, RFC 8785, CSV, a scanner of JSON, a parser of HTML, edit distance and the Public Suffix List, and the texts of messages/. Pass what you need in as a value, or move the code to store/ or lambdas/.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: `^(domain|messages)/|${PURE_PACKAGES}` },
    },
    {
      name: 'messages-know-only-messages',
      comment:
        'messages/ is under all other folders, so that whoever has a text for people can take it from there. Pass codes, names and counts in as ' +
        'parameters; the type of a key is checked where the text is used.',
      severity: 'error',
      from: { path: '^messages/' },
      to: { pathNot: '^messages/' },
    },
    {
      name: 'languages-load-when-asked-for',
      comment:
        'English stands beside every code; another language is loaded when somebody asks for it, so that no function and no page carries it ' +
        'unused. Import it by `await import()` in a loader of messages/.',
      severity: 'error',
      from: { pathNot: '^(messages/(fr|de)|test)/' },
      to: { path: '^messages/(fr|de)/', dynamic: false },
    },
    {
      name: 'store-knows-only-the-domain',
      comment: 'store/ remembers and knows nothing of who asks. Move the rule to domain/, or pass the value in from the handler.',
      severity: 'error',
      from: { path: '^store/' },
      to: { path: '^(lambdas|lib|local|cli|console|register|examples|bench|docs)/' },
    },
    {
      name: 'lambdas-know-only-what-is-below',
      comment:
        'A function answers the same in the cloud and at home, so it cannot know who deploys, starts or calls it. It may read the ' +
        'register and the generated docs as data. Let local/, lib/ or cli/ call it instead.',
      severity: 'error',
      from: { path: '^lambdas/' },
      to: { path: '^(lib|local|cli|console|examples|bench)/' },
    },
    {
      name: 'handlers-are-leaves',
      comment:
        'A function is bundled from its own folder, and an operation that calls another hides a rule in a handler. Move what two ' +
        'functions need to domain/, store/ or lambdas/runtime/.',
      severity: 'error',
      from: { path: '^lambdas/(?!runtime/)([^/]+)/' },
      to: { path: '^lambdas/[^/]+/', pathNot: '^lambdas/(runtime|$1)/' },
    },
    {
      name: 'runtime-knows-no-operation',
      comment: 'lambdas/runtime/ carries every operation, so it takes them as arguments. Pass the operations in from the handler file.',
      severity: 'error',
      from: { path: '^lambdas/runtime/' },
      to: { path: '^lambdas/[^/]+/', pathNot: '^lambdas/runtime/' },
    },
    {
      name: 'local-is-the-edge',
      comment: 'local/ starts the handlers on this machine; it neither deploys nor is a client. Move what it needs to lambdas/ or domain/.',
      severity: 'error',
      from: { path: '^local/' },
      // It serves the console as the stack does: built by its own build, with its own headers.
      to: { path: '^(lib|cli|console|bench)/', pathNot: '^console/(build|headers)\\.ts$' },
    },
    {
      name: 'lib-reads-only-the-manifests',
      comment:
        'The stack is derived from lambdas/routes.ts, lambdas/jobs.ts, the environment schema, the key names and the reader of a tlog-policy, and from nothing else: ' +
        'importing a handler would run its code while synthesizing. Name the entry file by its path instead.',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^(domain|store|lambdas|local|cli|console|register|examples|bench|docs)/',
        pathNot: '^(lambdas/(routes|jobs|runtime/env)|store/keys|domain/log/(key|policy)|console/(build|headers))\\.ts$',
      },
    },
    {
      name: 'clients-know-only-the-domain',
      comment: 'cli/ and console/ are clients of the API as anybody else is. Call the API, or move the rule to domain/.',
      severity: 'error',
      from: { path: '^(cli|console)/', pathNot: '^cli/operate\\.ts$' },
      to: { path: '^(store|lambdas|lib|local|register|examples|bench)/', pathNot: '^lambdas/routes\\.ts$' },
    },
    {
      name: 'operate-reaches-only-local-commands',
      comment:
        'Backup, restore and replay are no calls of the API: they need rights on the table itself (docs/adr/0010). cli/operate.ts alone ' +
        'loads them, from local/commands/, when one of them is run. Put what they do there.',
      severity: 'error',
      from: { path: '^cli/operate\\.ts$' },
      to: { path: '^(store|lambdas|lib|local|register|examples|bench)/', pathNot: '^local/commands/' },
    },
    {
      name: 'cli-and-console-ship-apart',
      comment: 'The two clients ship apart. Move what both need to domain/, or repeat it.',
      severity: 'error',
      from: { path: '^(cli|console)/' },
      to: { path: '^(cli|console)/', pathNot: '^$1/' },
    },
    {
      name: 'register-knows-only-the-domain',
      comment: 'register/ is the law as data, with its schema: it is read by the others, not the other way round.',
      severity: 'error',
      from: { path: '^register/' },
      to: { path: '^(store|lambdas|lib|local|cli|console|examples|bench|docs)/' },
    },
    {
      name: 'aws-sdk-only-at-the-edge',
      comment:
        'AWS clients appear in store/ and lambdas/runtime/ only (and in local/ and bench/, which create tables), so that a handler can be ' +
        'tested with values. Ask the store, or take what you need from deps.',
      severity: 'error',
      from: { pathNot: `^(store|lambdas/runtime|local|bench|test)/|${SDK}` },
      to: { path: SDK },
    },
    {
      name: 'aws-cdk-only-in-lib',
      comment: 'The CDK is a build tool: importing it elsewhere would put it into a bundle. Move the code to lib/.',
      severity: 'error',
      from: { pathNot: '^(lib|test)/|(^|/)node_modules/' },
      to: { path: CDK },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'test/ may know everything and nobody may know test/. Move what is useful out of it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-benchmarks',
      comment: 'bench/ measures and is measured by nobody. Move what is useful out of it.',
      severity: 'error',
      from: { pathNot: '^(bench|test)/' },
      to: { path: '^bench/' },
    },
    {
      name: 'nothing-imports-what-writes-docs',
      comment: 'docs/make-*.ts and docs/openapi/ describe the code and may know everything; what they write may be read, they may not.',
      severity: 'error',
      from: { pathNot: '^(docs|test)/' },
      to: { path: '^docs/(make-|[^/]+/)' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third. Merge them, or pull the third out.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'The file or package does not exist: check the spelling, or add it to package.json and docs/dependencies.md.',
      severity: 'error',
      from: {},
      // These are types alone (@types/...), which the type check resolves and this tool cannot.
      to: { couldNotResolve: true, pathNot: '^(aws-lambda|topojson-specification)$' },
    },
    {
      name: 'no-development-packages-in-functions',
      comment: 'What runs in a function must be among the dependencies. Move the package there, or the code out.',
      severity: 'error',
      from: { path: '^(domain|store|lambdas)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-optional'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // A type is a dependency too: a handler that imports only a type of another still knows it.
    tsPreCompilationDeps: true,
    // Where this file is, not where the tool was started: the test starts it on a planted tree.
    tsConfig: { fileName: new URL('tsconfig.json', import.meta.url).pathname },
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(cdk\\.out|dist|coverage|reports|\\.whereabouts|\\.stryker-tmp)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
