import ts from 'typescript';

/** A text for people that stands where it is used: its line and its words. */
export type WrittenText = { readonly line: number; readonly words: string };

/** Attributes that a person reads, or hears. */
const READ = /^(title|alt|placeholder|label|aria-(label|description|roledescription|valuetext))$/;
/** Attributes whose values are for the browser, in which a space parts names. */
const FOR_MACHINES = /^(class|className|style|d|viewBox|transform|points|rel|autocomplete|id|for|role|aria-(labelledby|describedby|controls|owns))$/;
/** Members under which a sentence goes to a person. */
const SENTENCE = /^(detail|message|text|title|reason|hint|label)$/;

/** What is put in counts as a word. */
const TWO_WORDS = /(\p{L}{2,}|◇)[,;:.!?’']? +[(“"„«]?\p{L}{2,}/u;
const THREE_WORDS = /\p{L}+[,;:’']? +\p{L}+[,;:’']? +\p{L}/u;
const LETTERS = /\p{L}{2,}/u;

/** What a page writes itself: text between its tags, what is read of its attributes, and phrases in its code. */
export function findPageTexts(file: string, source: string): WrittenText[] {
  return collect(file, source, (node) => {
    if (ts.isJsxText(node)) return LETTERS.test(node.text) ? node.text.trim() : undefined;
    const words = wordsOf(node);
    if (words === undefined || isOfTheLanguage(node)) return undefined;
    const attribute = attributeAround(node);
    if (attribute !== undefined && FOR_MACHINES.test(attribute)) return undefined;
    if (attribute !== undefined && READ.test(attribute)) return LETTERS.test(words) ? words : undefined;
    return TWO_WORDS.test(words) && !isForMachines(node, words) ? words : undefined;
  });
}

/** What a command writes itself: every phrase, but those of errors that only a fault of ours throws. */
export function findPhrases(file: string, source: string): WrittenText[] {
  return collect(file, source, (node) => {
    const words = wordsOf(node);
    return words === undefined || isOfTheLanguage(node) || isBug(node) || !TWO_WORDS.test(words) ? undefined : words;
  });
}

/** Sentences under the members that carry one to a person; what describes a schema is documentation. */
export function findSentences(file: string, source: string): WrittenText[] {
  return collect(file, source, (node) => {
    const words = wordsOf(node);
    if (words === undefined || !THREE_WORDS.test(words) || isDescription(node)) return undefined;
    const member = ts.findAncestor(node, (one) => ts.isPropertyAssignment(one) || ts.isArrowFunction(one) || ts.isBlock(one));
    return member && ts.isPropertyAssignment(member) && SENTENCE.test(member.name.getText()) ? words : undefined;
  });
}

/** Choices by a count whose forms say the same of one and of many. */
export function findSamePlurals(file: string, source: string): WrittenText[] {
  return collect(file, source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'plural' || node.arguments[0]?.kind === ts.SyntaxKind.StringLiteral)
      return undefined;
    const forms = node.arguments[1];
    if (!forms || !ts.isObjectLiteralExpression(forms)) return 'its forms are not written here';
    const form = (name: string) => forms.properties.find((one) => one.name?.getText() === name);
    const [one, other] = [form('one'), form('other')].map((of) => (of && ts.isPropertyAssignment(of) ? of.initializer.getText() : undefined));
    return one === undefined || one === other ? forms.getText() : undefined;
  });
}

function collect(file: string, source: string, toWords: (node: ts.Node) => string | undefined): WrittenText[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const found: WrittenText[] = [];
  const visit = (node: ts.Node) => {
    const words = toWords(node);
    if (words !== undefined) found.push({ line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1, words });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** The words of a literal; of a template the text around what is put in. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => `◇${literal.text}`)].join('');
}

/** An import, a type, a name of a member, a case: what the compiler reads. */
function isOfTheLanguage(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    ts.isLiteralTypeNode(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

function attributeAround(node: ts.Node): string | undefined {
  const found = ts.findAncestor(node, (one) => ts.isJsxAttribute(one) || ts.isArrowFunction(one) || ts.isJsxElement(one));
  return found && ts.isJsxAttribute(found) ? found.name.getText() : undefined;
}

/** Selectors, classes chosen by a condition, headers, and errors that only a fault of ours throws. */
function isForMachines(node: ts.Node, words: string): boolean {
  return isBug(node) || (/^[.#@[]|[{}<>=\]]|^(GET|POST|PUT|DELETE) |^[\w-]+( [\w-]+)*$/.test(words) && /^(is|has|button|number|small)\b/.test(words));
}

function isBug(node: ts.Node): boolean {
  const made = ts.findAncestor(node, ts.isNewExpression);
  return made !== undefined && /^(Type|Range|Syntax)?Error$/.test(made.expression.getText());
}

function isDescription(node: ts.Node): boolean {
  return ts.findAncestor(node, (one) => ts.isCallExpression(one) && /\.(meta|describe)$/.test(one.expression.getText())) !== undefined;
}
