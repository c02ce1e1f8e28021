export interface Rules {
  /** Rule id, for instance `SY4`, and the RULES.md that states it. */
  readonly stated: ReadonlyMap<string, string>;
  /** Ids that are stated more than once. */
  readonly twice: readonly string[];
}

/** Reads the rules of RULES.md files: one in each line `- **[SY4]** a refused operation stays visible …`. */
export function readRules(files: readonly { path: string; text: string }[]): Rules {
  const stated = new Map<string, string>();
  const twice: string[] = [];
  for (const { path, text } of files) {
    for (const [, id = ''] of text.matchAll(/^[-*] \*\*\[([A-Z]+\d+)\]\*\*/gm)) {
      if (stated.has(id)) twice.push(id);
      stated.set(id, path);
    }
  }
  return { stated, twice };
}

/** Lines of a RULES.md that name a rule in another form than the one that is read. */
export const misshapenRules = (text: string): string[] =>
  text
    .split('\n')
    .filter(
      (line) => /^\s*[-*+]?\s*\**\[[A-Z]+\d+\]/.test(line) && !/^[-*] \*\*\[[A-Z]+\d+\]\*\* \S/.test(line),
    );

/**
 * Ids that the titles of a test file cite, as in `test('[SY4] [SY5] a refused …')` or `'[SY4, SY5] …'`.
 * Only text that a string begins with counts, so a comment cites nothing.
 */
export function citedIn(source: string): Set<string> {
  const cited = new Set<string>();
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  for (const [, marks = ''] of code.matchAll(/['"`]((?:\[[^\]\n]+\]\s*)+)/g)) {
    for (const [id] of marks.matchAll(/\b[A-Z]+\d+\b/g)) cited.add(id);
  }
  return cited;
}

/** What does not agree between rules and tests, as sentences. */
export function disagreements(
  rules: Rules,
  tests: readonly { path: string; text: string }[],
): { untested: string[]; unknown: string[] } {
  const cited = new Map(tests.map(({ path, text }) => [path, citedIn(text)]));
  const everywhere = new Set([...cited.values()].flatMap((ids) => [...ids]));
  const prefixes = new Set([...rules.stated.keys()].map(prefixOf));
  return {
    untested: [...rules.stated].filter(([id]) => !everywhere.has(id)).map(([id, path]) => `${id} (${path})`),
    unknown: [...cited].flatMap(([path, ids]) =>
      [...ids]
        .filter((id) => prefixes.has(prefixOf(id)) && !rules.stated.has(id))
        .map((id) => `${id} (${path})`),
    ),
  };
}

const prefixOf = (id: string): string => id.replace(/\d+$/, '');
