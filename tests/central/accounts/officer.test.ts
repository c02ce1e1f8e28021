import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A_LETTER, codeOf, findLiveLink, getAccount, mailsTo } from '../../helpers/account-builders.ts';
import { auditOf, picture } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let admin: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterAll(() => central.close());

const anOfficer = (over: Readonly<Record<string, unknown>> = {}) => {
  const accountId = randomUUID();
  return {
    accountId,
    role: 'BUREAU',
    county: '屏東縣',
    account: `officer-${accountId.slice(0, 8)}`,
    name: '承辦人',
    email: 'officer@xuelu.example',
    phone: '08-7320415#3601',
    letter: A_LETTER,
    ...over,
  };
};
const create = (officer: object, keeper = admin) => keeper.ask('officer.create', officer);

describe('[A:75] officers are built by the agency', () => {
  test('of a county, with county and letter; the mail leads to the first password', async () => {
    const officer = anOfficer();
    const answer = await create(officer);
    expect(answer.body).toMatchObject({
      accountId: officer.accountId,
      roles: ['BUREAU'],
      county: '屏東縣',
      school: null,
      state: 'invited',
      revision: 1,
      may: { editContact: true, editIdentity: true, editRoles: false, disable: true, resend: true },
    });
    const { id, ...row } = await getAccount(central, officer.account);
    expect(row).toMatchObject({
      letter_number: A_LETTER.number,
      letter_date: A_LETTER.date,
      password_hash: null,
    });
    expect((await findLiveLink(central, id))?.purpose).toBe('setPassword');
    expect(await mailsTo(central, id)).toMatchObject([{ template: 'approved', to_address: officer.email }]);
    expect(await auditOf(central, id)).toMatchObject([{ action: 'officer.create', outcome: 'ok' }]);
  });

  test('an administrator needs neither, and what was sent of them is not kept', async () => {
    const officer = anOfficer({ role: 'ADMIN' });
    expect((await create(officer)).body).toMatchObject({ roles: ['ADMIN'], county: null });
    expect(await getAccount(central, officer.account)).toMatchObject({
      letter_number: null,
      letter_date: null,
    });
  });

  test.each([
    [{ county: null }, [{ path: 'county', code: 'required' }]],
    [{ county: '火星縣' }, [{ path: 'county', code: 'unknownCode' }]],
    [
      { letter: null },
      [
        { path: 'letterNumber', code: 'required' },
        { path: 'letterDate', code: 'required' },
      ],
    ],
    [{ letter: { number: '字第1號', date: '2099-01-01' } }, [{ path: 'letterDate', code: 'dateFuture' }]],
    [{ account: 'a b', county: '' }, [{ path: 'account', code: 'accountCharacter' }, { path: 'county' }]],
    [{ email: `${'a'.repeat(320)}@xuelu.example` }, [{ path: 'email', code: 'emailLength' }]],
  ])('%j is refused by field, and nothing is stored', async (over, fields) => {
    const before = await picture(central);
    const answer = await create(anOfficer(over));
    expect(answer.body.failure).toMatchObject({ code: 'FORM_INVALID', fields });
    expect(await picture(central)).toBe(before);
  });

  test('a taken name, whatever its capitals', async () => {
    expect(codeOf(await create(anOfficer({ account: 'XR-Teacher1' })))).toBe('ACCOUNT_TAKEN');
  });

  test('[security 7.20] sent twice at once it is one account and one mail; other content is told', async () => {
    const officer = anOfficer();
    const answers = await Promise.all([create(officer), create(officer), create(officer)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await mailsTo(central, officer.accountId)).toHaveLength(1);
    expect(codeOf(await create({ ...officer, name: '別人' }))).toBe('OP_ID_REUSED');
    expect(codeOf(await create({ ...officer, letter: { ...A_LETTER, number: '字第2號' } }))).toBe(
      'OP_ID_REUSED',
    );
  });

  test('an id of somebody who is there already is no way to read him', async () => {
    const { id } = await getAccount(central, 'xr-teacher1');
    expect(codeOf(await create(anOfficer({ accountId: id })))).toBe('OP_ID_REUSED');
  });

  test('主通 may not', async () => {
    expect(codeOf(await create(anOfficer(), await central.signIn('xr-primary')))).toBe('FORBIDDEN');
  });
});
