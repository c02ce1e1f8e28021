const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Chinese outside comments, as `line: text`. Texts that people read stand in shared/text, by key. */
export function inlineChinese(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)(\/\/|--) .*$/gm, blank)
    .split('\n');
  return code.flatMap((line, index) =>
    /\p{Script=Han}/u.test(line) ? [`${index + 1}: ${line.trim()}`] : [],
  );
}
