import { composeText } from '../../shared/domain/plain-text/compose.ts';
import { removeInvisible } from '../../shared/domain/plain-text/invisible.ts';

/** Bytes of a name in UTF-8, as most file systems count. */
export const NAME_BYTES = 255;

/** Devices of Windows: no file may be called so, whatever its ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Control characters, half pairs and noncharacters; separators of lines. */
const UNSTORABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
/** What Windows takes in no name; `:` also opens hidden streams of a file. */
const FORBIDDEN = /[<>:"|?*]/g;

const segments = new Intl.Segmenter('zh-TW', { granularity: 'grapheme' });

/** As many whole characters as fit into so many bytes. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const { segment } of segments.segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept;
}

/**
 * The name under which a scan is kept and shown (security 7.34): no folder, nothing invisible and no
 * turned writing direction, no device of Windows, at most 255 bytes without touching the ending, never
 * empty. Cleaning twice changes nothing.
 */
export function cleanFileName(name: string): string {
  const visible = removeInvisible(name.split(/[\\/]/).at(-1) ?? '').value;
  const plain = composeText(visible.replace(UNSTORABLE, '').replace(FORBIDDEN, '_'))
    .replace(/^[\s.]+(?=.*\.)|^\s+/u, '')
    .replace(/[\s.]+$/u, '');
  const at = plain.lastIndexOf('.');
  const ending = at < 0 ? '' : plain.slice(at);
  const stem = at < 0 ? plain : plain.slice(0, at).trimEnd();
  const whole = `${stem === '' ? 'file' : stem}${ending}`;
  const safe = RESERVED.test(whole) ? `_${whole}` : whole;
  if (Buffer.byteLength(safe) <= NAME_BYTES) return safe;
  // An ending of that length is none.
  const kept = Buffer.byteLength(ending) > 16 ? '' : ending;
  const room = NAME_BYTES - Buffer.byteLength(kept);
  return `${cut(safe.slice(0, safe.length - kept.length), room).trimEnd()}${kept}`;
}
