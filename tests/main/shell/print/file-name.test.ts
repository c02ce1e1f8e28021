import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../main/shell/print/file-name.ts';

describe('[security 7.34] proposed names become safe file names', () => {
  it.each([
    ['學生通報紀錄表_S1150001.pdf', '學生通報紀錄表_S1150001.pdf'],
    ['表單', '表單.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['con', '_con.pdf'],
    ['LPT1.表.pdf', '_LPT1.表.pdf'],
    ['CONTACT.pdf', 'CONTACT.pdf'],
    ['..\\..\\a.pdf', '_.._a.pdf'],
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['C:\\學生.pdf', 'C__學生.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe.pdf'],
    ['王\u200B小\uFEFF明\u0000\n.pdf', '王小明.pdf'],
    ['名字. . .', '名字.pdf'],
    ['   ', 'xuelu.pdf'],
    ['.pdf', 'xuelu.pdf'],
    ['...', 'xuelu.pdf'],
    ['\uD800半個', '半個.pdf'],
    ['REPORT.PDF', 'REPORT.pdf'],
  ])('%j → %j', (proposed, expected) => {
    expect(safeFileName(proposed)).toBe(expected);
  });

  it('keeps rare and private-use characters, also outside the first plane', () => {
    expect(safeFileName('\u{2134C}\uE000.pdf')).toBe('\u{2134C}\uE000.pdf');
  });

  it('shortens 255 bytes of Chinese without cutting a character', () => {
    const name = safeFileName('𡍼'.repeat(200));
    expect(Array.from(name).length).toBeLessThanOrEqual(120);
    expect(Buffer.byteLength(`${name}.partial`)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^𡍼+\.pdf$/u);
  });

  it('is one plain name, whatever is proposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (proposed) => {
        const name = safeFileName(proposed);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).toMatch(/[^. ]\.pdf$/u);
        expect(name.startsWith('.')).toBe(false);
        expect(Array.from(name).length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(247);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});
