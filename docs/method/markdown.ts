type Cell = string | number;

/** A table of Markdown; cells are given as they shall read. */
export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Two columns from a table of the code: what, and its figure. */
export function figures(head: readonly [string, string], of: Readonly<Record<string, number>>): string {
  return table(
    head,
    Object.entries(of).map(([name, figure]) => [code(name), show(figure)]),
  );
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function show(figure: number): string {
  return figure === Number.POSITIVE_INFINITY ? 'does not age' : String(figure);
}

/** A paragraph per list entry, in lines that read well in a diff. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.join('\n\n');
}
