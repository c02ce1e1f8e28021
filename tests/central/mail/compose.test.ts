import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../central/mail/compose.ts';
import { MAIL_TEMPLATES } from '../../../central/mail/queue.ts';
import { AWAITED } from '../../../shared/domain/account/account-state.ts';

const data = { name: '王小明', account: 'xr-teacher1', school: '示範高中', reason: '文號不符' };
const url = 'https://central.test/account/link/abc';

describe('[TE3] every mail', () => {
  test.each(MAIL_TEMPLATES)('%s has a subject and a text without blanks left', (template) => {
    for (const link of [
      null,
      ...AWAITED.map((purpose) => ({ purpose, url, expiresAt: '2026-06-15T02:30:00.000Z' })),
    ]) {
      const { subject, text } = composeMail(template, data, link);
      expect(subject).toMatch(/^【學路通報系統】.+$/);
      expect(text).not.toMatch(/\{\{|mail\.\w+/);
      expect(text).toContain('王小明 您好：');
      expect(text).toContain('帳號：xr-teacher1');
      expect(text.includes(url)).toBe(link !== null);
      if (link !== null) expect(text).toContain('115/06/15 10:30');
    }
  });

  test('a line whose blank has nothing to say is left out', () => {
    const { text } = composeMail('approved', { ...data, school: '' }, null);
    expect(text).not.toContain('學校：');
    expect(text).toContain('帳號：xr-teacher1');
  });

  test('what people wrote is not read as a blank', () => {
    const { text } = composeMail('returned', { ...data, reason: '{{link}} $& {{name}}' }, null);
    expect(text).toContain('退件原因：{{link}} $& {{name}}');
  });
});
