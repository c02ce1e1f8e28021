import { describe, expect, test } from 'vitest';
import { accountSheet } from '../../../../main/core/print/account-papers.ts';
import { PaperPerson } from '../../../../shared/contract/account-paper.ts';
import type { PrintBlock } from '../../../../shared/contract/print.ts';
import { textFor } from '../../../../shared/text/index.ts';

const t = textFor('zh-TW');

const aPerson = (over: Partial<PaperPerson> = {}): PaperPerson =>
  PaperPerson.parse({
    schoolName: '旭日示範高級中學',
    schoolCode: '999301',
    county: '雲林縣',
    jurisdiction: 'national',
    roles: ['PRIMARY'],
    account: 'xr-new',
    name: '陳怡君',
    phone: '05-5551234',
    email: 'new@xuelu.example',
    ...over,
  });

const linesOf = (blocks: readonly PrintBlock[]): string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'fields':
      case 'record':
        return block.pairs.map(({ label, value }) => `${label}=${value}`);
      case 'signatures':
        return [block.boxes.join('／')];
      default:
        return [block.kind === 'stamp' ? `[${block.text}]` : block.text];
    }
  });

describe('帳號申請單 [A:62]', () => {
  test('[A:117] blank: every value waits for a pen, with room for it and for the seal', () => {
    const { blocks, title } = accountSheet({ form: 'accountForm', person: null }, t);
    const lines = linesOf(blocks);
    expect(title).toContain('帳號申請單');
    expect(lines).toContain('姓名=');
    expect(lines).toContain('主管機關=□國教署轄管　□教育局處轄管');
    expect(lines).toContain('[學校關防]');
    expect(blocks.filter((block) => block.kind === 'fields').every((block) => block.tall === true)).toBe(
      true,
    );
  });

  test('filled from what was typed, and 校長 signs', () => {
    const lines = linesOf(accountSheet({ form: 'accountForm', person: aPerson() }, t).blocks);
    expect(lines).toContain('姓名=陳怡君');
    expect(lines).toContain('主管機關=■國教署轄管　□教育局處轄管');
    expect(lines).toContain('帳號類別=■學校主要通報人　□縣市教育局承辦');
    expect(lines.some((line) => line.endsWith('校長'))).toBe(true);
  });
});

describe('主通帳號移轉申請表 [A:61]', () => {
  test('both parties stand on it, also when the school only appears with the outgoing one', () => {
    const outgoing = aPerson({ name: '王建宏', account: 'xr-primary' });
    const both = accountSheet({ form: 'transferForm', successor: aPerson(), outgoing }, t);
    expect(linesOf(both.blocks)).toEqual(expect.arrayContaining(['姓名=陳怡君', '姓名=王建宏']));
    const half = accountSheet({ form: 'transferForm', successor: null, outgoing }, t);
    expect(half.schoolName).toBe('旭日示範高級中學');
  });

  test('says what approval does to the old account [A:155]', () => {
    const lines = linesOf(accountSheet({ form: 'transferForm', successor: null, outgoing: null }, t).blocks);
    expect(lines.join('')).toContain('原主要通報人之帳號自動降為一級主管且停用');
  });
});

describe('函稿 [A:125–126]', () => {
  test.each(['primary', 'transfer', 'promotion'] as const)(
    '%s: under 國教署 the letter goes there, under 教育局處 to the bureau, which forwards it',
    (about) => {
      const national = linesOf(accountSheet({ form: 'letter', about, person: aPerson() }, t).blocks);
      expect(national).toContain('受文者=教育部國民及學前教育署');
      const person = aPerson({ jurisdiction: 'county' });
      const county = linesOf(accountSheet({ form: 'letter', about, person }, t).blocks);
      expect(county.find((line) => line.startsWith('受文者='))).toContain('雲林縣政府教育局');
      expect(county.join('')).toContain('轉陳教育部國民及學前教育署');
      expect(county.join('')).toContain('陳怡君');
    },
  );
});
