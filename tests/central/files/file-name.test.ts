import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFileName, NAME_BYTES } from '../../../central/files/file-name.ts';
import { ODD_NAMES } from '../../helpers/hostile-files.ts';

describe('[security 7.34] names of files', () => {
  test.each([
    [ODD_NAMES.device, '_CON.pdf'],
    ['con', '_con'],
    ['LPT1.a.pdf', '_LPT1.a.pdf'],
    ['contract.pdf', 'contract.pdf'],
    [ODD_NAMES.folder, 'a.pdf'],
    ['/etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\scan\\a.pdf', 'a.pdf'],
    ['a.pdf:hidden', 'a.pdf_hidden'],
    [ODD_NAMES.turned, '申請fdp.pdf'],
    [ODD_NAMES.nul, 'ab.pdf'],
    ['a.pdf\u0000.exe', 'a.pdf.exe'],
    ['a\u200B\uFEFF.pdf', 'a.pdf'],
    ['a\r\n.pdf', 'a.pdf'],
    ['  a.pdf  ', 'a.pdf'],
    ['a.pdf. .', 'a.pdf'],
    ['..pdf', 'file.pdf'],
    ['.pdf', 'file.pdf'],
    ['\u200B.pdf', 'file.pdf'],
    ['', 'file'],
    ['\u202E', 'file'],
    ['..', 'file'],
    ['<img onerror=1>.pdf', '_img onerror=1_.pdf'],
    ['帳號申請單（用印）.pdf', '帳號申請單（用印）.pdf'],
    ['e\u0301.pdf', '\u00E9.pdf'],
  ])('%j becomes %j', (given, cleaned) => {
    expect(cleanFileName(given)).toBe(cleaned);
  });

  test('255 bytes of Chinese are cut before the ending, between characters', () => {
    const cleaned = cleanFileName(ODD_NAMES.long);
    expect(cleaned).toBe(`${'申'.repeat(83)}.pdf`);
    expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(NAME_BYTES);
    const rare = cleanFileName(`${'\u{2053C}\u{E0101}'.repeat(60)}.pdf`);
    expect(rare).toMatch(/^(?:\u{2053C}\u{E0101})+\.pdf$/u);
  });

  test('whatever comes in: nothing invisible or foreign, never empty or too long, the same when cleaned again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...Object.values(ODD_NAMES), '.', ' ', '/', '\\', 'NUL', 'aux.', '\uD800', '.pdf', '_'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const cleaned = cleanFileName(pieces.join(''));
        expect(cleaned).not.toBe('');
        expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(NAME_BYTES);
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF<>:"|?*\\/]/u);
        expect(cleaned).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(cleaned).not.toMatch(/[\s.]$/u);
        expect(cleanFileName(cleaned)).toBe(cleaned);
      }),
      { numRuns: 1000 },
    );
  });
});
