/** Markup that may stand in a page as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

type Part = Html | string | readonly Html[];

const partText = (part: Part): string => {
  if (part instanceof Html) return part.text;
  return typeof part === 'string' ? escape(part) : part.map(({ text }) => text).join('');
};

/** A template whose blanks are text, escaped, unless they are markup that it made itself (security 7.13). */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((fixed, index) => fixed + partText(parts[index] ?? '')).join(''));

/** Nothing at all, where a part is left out. */
export const NO_HTML = new Html('');
