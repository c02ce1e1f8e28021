const MAX_CHARACTERS = 120;
/** File systems allow 255 bytes; `.partial` is put behind while writing. */
const MAX_BYTES = 240;
/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?$/i;

/**
 * Makes a proposed name (it may contain a student's words) safe as a file name on every system: no
 * folders, no device, no invisible or direction-changing characters, short enough [security 7.34].
 * Rare and private-use 字 are kept.
 */
export function safeFileName(proposed: string, ending = '.pdf'): string {
  const visible = proposed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '_')
    .replaceAll(/\s+/g, ' ');
  const stem = visible.toLowerCase().endsWith(ending) ? visible.slice(0, -ending.length) : visible;
  const trimmed = shorten(trimEnds(stem), ending);
  if (trimmed === '') return `xuelu${ending}`;
  return `${DEVICE.test(trimmed) ? '_' : ''}${trimmed}${ending}`;
}

/** Windows drops dots and blanks at the end; a dot in front hides the file elsewhere. */
const trimEnds = (stem: string): string => stem.replace(/^[. ]+/, '').replace(/[. ]+$/, '');

function shorten(stem: string, ending: string): string {
  const characters = Array.from(stem).slice(0, MAX_CHARACTERS - ending.length - 1);
  while (Buffer.byteLength(characters.join('') + ending) > MAX_BYTES) characters.pop();
  return trimEnds(characters.join(''));
}
