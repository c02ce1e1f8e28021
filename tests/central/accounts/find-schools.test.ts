import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHOOLS_MAX } from '../../../central/accounts/find-schools.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral } from '../../helpers/central-client.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const find = async (county: string | null, text = '') =>
  (await askCentral(central.app, 'school.find', { county, text })).body;
const codes = async (county: string | null, text = '') =>
  (await find(county, text)).schools.map(({ code }) => code);

describe('schools before signing in', () => {
  test('by 縣市, name and code, in the order of the codes, with 主管機關 and without anything of people', async () => {
    expect(await codes('雲林縣')).toEqual(['999301', '999302', '999401', '999501', '999601']);
    expect(await codes(null, '高級中學')).toEqual(['999301', '999302']);
    expect(await codes(null, '9995')).toEqual(['999501']);
    expect(await codes('臺北市')).toEqual([]);
    const { schools, more } = await find(null, '旭日');
    expect(more).toBe(false);
    expect(schools).toEqual([
      {
        id: expect.any(String),
        code: '999301',
        name: '旭日示範高級中學',
        county: '雲林縣',
        regimes: ['senior-high'],
        jurisdiction: 'national',
      },
    ]);
  });

  test('[security 7.15] %, _ and quotes are only text; width and invisible characters do not matter', async () => {
    for (const text of ['%', '_', "' or 1=1 --", '\\']) expect(await codes(null, text)).toEqual([]);
    expect(await codes(null, ' ９９９３０１\u200b ')).toEqual(['999301']);
    expect(await codes(null, '(完全中學)'), 'the name has full-width brackets').toEqual(['999302']);
  });

  test('台 finds 臺, and a list that is too long says so', async () => {
    await central.context.db
      .insertInto('schools')
      .values(
        Array.from({ length: SCHOOLS_MAX + 1 }, (_, at) => ({
          id: central.context.newId(),
          code: `8${String(at).padStart(5, '0')}`,
          name: `第${at}示範國民小學`,
          county: '臺中市',
          has_senior_high: false,
          has_junior_high: false,
          has_elementary: true,
        })),
      )
      .execute();
    const page = await find('台中市');
    expect([page.schools.length, page.more]).toEqual([SCHOOLS_MAX, true]);
    expect(await codes('台中市', '第12示範')).toEqual(['800012']);
  });
});
