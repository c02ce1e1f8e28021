import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, schoolIdOf } from '../../helpers/account-builders.ts';
import { auditOf, picture } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let primary: CentralClient;
let admin: CentralClient;
beforeEach(async () => {
  central = await startCentral();
  primary = await central.signIn('xr-primary');
  admin = await central.signIn('admin');
});
afterEach(() => central.close());

const XR = schoolIdOf('xr');
const get = (keeper: CentralClient, schoolId: string | null) => keeper.ask('unit.get', { schoolId });
const wanted = (over: Readonly<Record<string, unknown>> = {}) => ({
  schoolId: XR,
  revision: 1,
  name: '旭日示範高級中學',
  address: '雲林縣斗六市示範路２號',
  phone: '05 555 0101；05-5550102#9',
  ...over,
});
const update = (keeper: CentralClient, over = {}) => keeper.ask('unit.update', wanted(over));

describe('[A:1171–1189] 單位資訊', () => {
  test('主通 reads and changes the own one; stored in its form, written down by name', async () => {
    expect((await get(primary, null)).body).toMatchObject({ id: XR, code: '999301', revision: 1 });
    const answer = await update(primary);
    expect(answer.body).toMatchObject({ phone: '05-5550101;05-5550102#9', revision: 2 });
    expect((await get(primary, XR)).body).toEqual(answer.body);
    expect((await auditOf(central, XR)).at(-1)).toMatchObject({
      action: 'unit.update',
      school_id: XR,
      fields: ['address', 'phone'],
    });
  });

  test('管理者 reads and changes any, and has none of his own', async () => {
    expect((await get(admin, schoolIdOf('zx'))).body.code).toBe('999601');
    expect((await update(admin, { name: '旭日高中' })).body.name).toBe('旭日高中');
    expect(codeOf(await get(admin, null))).toBe('NOT_FOUND');
  });

  test('[security §1] another school answers like an unknown one', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const foreign = schoolIdOf('qh');
    expect((await get(primary, foreign)).text).toBe((await get(primary, unknown)).text);
    const before = await picture(central);
    const answer = await update(primary, { schoolId: foreign });
    expect(answer.text).toBe((await update(primary, { schoolId: unknown })).text);
    expect(codeOf(answer)).toBe('NOT_FOUND');
    expect(await picture(central)).toBe(before);
  });

  test.each([
    [{ name: '　' }, { path: 'name', code: 'required' }],
    [{ name: '校'.repeat(101) }, { path: 'name', code: 'textTooLong' }],
    [{ address: '路'.repeat(201) }, { path: 'address', code: 'textTooLong' }],
    [{ address: 'a\nb' }, { path: 'address', code: 'textForbidden' }],
    [{ phone: '12ab' }, { path: 'phone', code: 'phonePart' }],
  ])('%j is refused by field', async (over, field) => {
    const answer = await update(primary, over);
    expect(answer.body.failure).toMatchObject({ code: 'FORM_INVALID', fields: [field] });
  });

  test('address and phone may stay empty', async () => {
    expect((await update(primary, { address: ' ', phone: '' })).body).toMatchObject({
      address: '',
      phone: '',
    });
  });

  test('two at once: the second click is answered alike, another change is told', async () => {
    const [one, two] = await Promise.all([update(primary), update(primary)]);
    expect(one.status).toBe(200);
    expect(two.text).toBe(one.text);
    expect((await get(primary, null)).body.revision).toBe(2);
    expect(codeOf(await update(admin, { name: '旭日高中' }))).toBe('CONFLICT');
  });
});
