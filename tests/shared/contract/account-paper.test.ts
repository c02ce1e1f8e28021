import { expect, test } from 'vitest';
import { AccountPaper } from '../../../shared/contract/account-paper.ts';

const paper = (name: string) => ({
  form: 'accountForm',
  person: {
    schoolName: '旭日示範高級中學',
    schoolCode: '999301',
    county: '雲林縣',
    jurisdiction: 'national',
    roles: ['PRIMARY'],
    account: 'xr-new',
    name,
    phone: '',
    email: '',
  },
});

test('[security 7.16] [CJ5] half a surrogate pair stands on no paper; characters beyond the basic plane do', () => {
  for (const name of ['\uD800', '陳\uDC00', '\uDC00\uD800'])
    expect(AccountPaper.safeParse(paper(name)).success, JSON.stringify(name)).toBe(false);
  for (const name of ['', '𡍼喆', '陳怡君'])
    expect(AccountPaper.safeParse(paper(name)).success, name).toBe(true);
});
