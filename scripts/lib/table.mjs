/**
 * Rows as aligned text, the keys of the first row as headings. A Chinese character is two columns wide.
 *
 * @param {readonly Record<string, unknown>[]} rows
 */
export function table(rows) {
  const heads = Object.keys(rows[0] ?? {});
  const cells = [heads, ...rows.map((row) => heads.map((head) => show(row[head])))];
  const widths = heads.map((_, i) => Math.max(...cells.map((line) => width(line[i] ?? ''))));
  const lines = cells.map((line) => line.map((cell, i) => pad(cell, widths[i] ?? 0)).join('  '));
  lines.splice(1, 0, widths.map((w) => '─'.repeat(w)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** @param {unknown} value */
function show(value) {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Columns that a text takes on a terminal. @param {string} text */
function width(text) {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) || char > '\u{1ffff}' ? 2 : 1), 0);
}

const pad = (/** @type {string} */ text, /** @type {number} */ to) =>
  text + ' '.repeat(Math.max(0, to - width(text)));
