import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import {
  anUpload,
  approve,
  aRegistration,
  codeOf,
  FIRST_PASSWORD,
  getAccount,
  mailsTo,
  moveTo,
  register,
  registered,
  schoolIdOf,
  followMail,
  solveCaptcha,
} from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral, trySignIn } from '../../helpers/central-client.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const everything = async () => {
  const { db } = central.context;
  const count = async (table: 'accounts' | 'requests' | 'files' | 'mail_outbox' | 'audit_log') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  return Promise.all(
    (['accounts', 'requests', 'files', 'mail_outbox', 'audit_log'] as const).map(async (table) =>
      count(table),
    ),
  );
};

/** A refusal writes nothing at all. */
async function expectRefused(answer: () => ReturnType<typeof register>, code: string, status: number) {
  const before = await everything();
  const got = await answer();
  expect([got.status, codeOf(got)]).toEqual([status, code]);
  expect(await everything()).toEqual(before);
  return got;
}

describe('校內人員申請 [A:77–109]', () => {
  test('scenario 2: waits, is approved, has a mail, sets a password, signs in; before that he cannot', async () => {
    const given = aRegistration({ roles: ['COUNSELOR', 'HOMEROOM'], phone: '０９１２－３４５－６７８' });
    const answer = await register(central, given);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      requestId: given.requestId,
      reviewer: 'primary',
      school: expect.objectContaining({ code: '999301', jurisdiction: 'national' }),
    });
    const stored = await getAccount(central, given.account);
    expect(stored).toMatchObject({
      status: 'pending',
      verified: false,
      awaits: null,
      password_hash: null,
      roles: ['HOMEROOM', 'COUNSELOR'],
      phone: '0912-345-678',
      school_id: given.schoolId,
    });
    const login = () => trySignIn(central, given.account, { password: FIRST_PASSWORD });
    expect(codeOf(await login())).toBe('WRONG_CREDENTIALS');
    const primary = await central.signIn('xr-primary');
    expect((await approve(primary, given.requestId)).status).toBe(200);
    expect(codeOf(await login())).toBe('WRONG_CREDENTIALS');
    expect(await mailsTo(central, stored.id)).toMatchObject([
      { template: 'approved', to_address: given.email, data: { account: given.account } },
    ]);
    await followMail(central, given.account, FIRST_PASSWORD);
    expect((await login()).status).toBe(200);
  });

  test('is written into the audit log by the names of its fields alone', async () => {
    const given = await registered(central, { name: '金絲雀' });
    const { id } = await getAccount(central, given.account);
    const lines = await central.context.db
      .selectFrom('audit_log')
      .selectAll()
      .where('subject', '=', id)
      .execute();
    expect(lines).toMatchObject([
      { action: 'registration.create', account_id: null, school_id: given.schoolId, outcome: 'ok' },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/金絲雀|new-/);
    expect(await verifyAuditChain(central.context.db)).toMatchObject({ valid: true });
  });

  test('every field is checked at once; nothing is stored', async () => {
    const bad = aRegistration({
      account: 'a b',
      name: ' 　',
      email: 'x@y\r\nBcc: z@z.example',
      phone: '12',
      roles: [],
    });
    const { body } = await expectRefused(() => register(central, bad), 'FORM_INVALID', 422);
    expect(body.failure).toMatchObject({
      fields: [
        { path: 'account', code: 'accountCharacter' },
        { path: 'name', code: 'required' },
        { path: 'email', code: 'textForbidden' },
        { path: 'phone' },
        { path: 'roles', code: 'required' },
      ],
    });
  });

  test.each([
    ['the post of the 主通', 'xr', ['PRIMARY']],
    ['the agency', 'xr', ['ADMIN']],
    ['a county', 'xr', ['BUREAU']],
    ['an office that the school has not', 'xr', ['B_REGISTRAR']],
    ['a senior high post at a 國小', 'zx', ['HOMEROOM']],
    ['two kinds at once', 'xr', ['HOMEROOM', 'ADMIN']],
  ] as const)('cannot ask for %s', async (_name, prefix, roles) => {
    const given = aRegistration({ schoolId: schoolIdOf(prefix), roles: [...roles] });
    const { body } = await expectRefused(() => register(central, given), 'FORM_INVALID', 422);
    expect(body.failure).toMatchObject({ fields: [{ path: 'roles' }] });
  });

  test('a scan that nobody asked for, and a school that there is not, are refused', async () => {
    const files = [anUpload('accountForm')];
    const { body } = await expectRefused(
      () => register(central, aRegistration({ files })),
      'FILE_REFUSED',
      422,
    );
    expect(body.failure?.detail).toMatchObject({ reason: 'unexpected' });
    await expectRefused(() => register(central, aRegistration({ schoolId: randomUUID() })), 'NOT_FOUND', 404);
  });

  test.each(['XR-teacher1', 'ｘｒ-teacher1', ' xr-teacher1 '])(
    'a name that is taken: %s',
    async (account) => {
      const { body } = await expectRefused(
        () => register(central, aRegistration({ account })),
        'ACCOUNT_TAKEN',
        409,
      );
      expect(body.failure).toMatchObject({ fields: [{ path: 'account', code: 'accountTaken' }] });
      expect(JSON.stringify(body)).not.toContain('@');
    },
  );

  test('[A:321] a wrong captcha is refused and used up; a right one is good once', async () => {
    const given = aRegistration();
    const captcha = await solveCaptcha(central);
    const send = (answer: object) => askCentral(central.app, 'registration.create', { ...given, ...answer });
    await expectRefused(() => send({ ...captcha, captchaAnswer: 'wrong1' }), 'WRONG_CAPTCHA', 401);
    await expectRefused(() => send(captcha), 'WRONG_CAPTCHA', 401);
    const again = await solveCaptcha(central);
    expect((await send(again)).status).toBe(200);
    expect(codeOf(await send(again))).toBe('WRONG_CAPTCHA');
  });
});

describe('主要通報人申請 [A:111–135]', () => {
  /** 主通 of `qh` has gone. */
  const withoutPrimary = async () => {
    const row = await getAccount(central, 'qh-primary');
    if (row.status === 'normal') await moveTo(central, 'qh-primary', 'disable');
    return schoolIdOf('qh');
  };

  test('scenario 1, [security 7.28]: a school has one 主通', async () => {
    await expectRefused(() => register(central, aRegistration({ kind: 'primary' })), 'PRIMARY_EXISTS', 409);
  });

  test('one who has not set a password yet counts as well', async () => {
    const schoolId = await withoutPrimary();
    const given = await registered(central, { kind: 'primary', schoolId });
    const admin = await central.signIn('admin');
    expect((await approve(admin, given.requestId)).status).toBe(200);
    await expectRefused(
      () => register(central, aRegistration({ kind: 'primary', schoolId })),
      'PRIMARY_EXISTS',
      409,
    );
    await moveTo(central, given.account, 'disable');
  });

  test('scenario 4: without the stamped form it is refused; with it the agency reviews it', async () => {
    const schoolId = await withoutPrimary();
    const given = aRegistration({ kind: 'primary', schoolId });
    const { body } = await expectRefused(
      () => register(central, { ...given, files: [] }),
      'FILE_REFUSED',
      422,
    );
    expect(body.failure?.detail).toMatchObject({ reason: 'missing' });
    const answer = await register(central, given);
    expect(answer.body).toMatchObject({ reviewer: 'agency' });
    const files = await central.context.db
      .selectFrom('files')
      .select(['kind', 'type', 'school_id'])
      .where('request_id', '=', given.requestId)
      .execute();
    expect(files).toEqual([{ kind: 'accountForm', type: 'application/pdf', school_id: schoolId }]);
  });

  test('scenario 5: 主管機關 comes along, for the recipient of the letter', async () => {
    const schoolId = await withoutPrimary();
    const answer = await register(central, aRegistration({ kind: 'primary', schoolId }));
    expect(answer.body.school.jurisdiction).toBe('national');
    const other = await register(central, aRegistration({ schoolId: schoolIdOf('mh') }));
    expect(other.body.school.jurisdiction).toBe('county');
  });

  test('only PRIMARY, and only where there is a senior high part', async () => {
    const schoolId = await withoutPrimary();
    for (const over of [{ schoolId, roles: ['HOMEROOM'] as const }, { schoolId: schoolIdOf('sf') }])
      await expectRefused(
        () =>
          register(central, {
            ...aRegistration({ kind: 'primary' }),
            ...over,
            roles: [...(over.roles ?? ['PRIMARY'])],
          }),
        'FORM_INVALID',
        422,
      );
  });
});

describe('[security 7.20] sent twice', () => {
  test('the same content is one request, with the same answer', async () => {
    const given = aRegistration();
    const first = await register(central, given);
    const before = (await everything()).slice(0, 4);
    const second = await register(central, given);
    expect(second.text).toBe(first.text);
    expect((await everything()).slice(0, 4)).toEqual(before);
  });

  test('other content under the same id is refused', async () => {
    const given = await registered(central);
    const other = () => register(central, { ...given, name: '別人' });
    await expectRefused(other, 'OP_ID_REUSED', 422);
  });

  test('after a refusal the corrected form may have the same id', async () => {
    const given = aRegistration({ phone: 'none' });
    expect(codeOf(await register(central, given))).toBe('FORM_INVALID');
    expect((await register(central, { ...given, phone: '0912-345-678' })).status).toBe(200);
  });

  test('at the same moment it is one account and one request, and all hear the same', async () => {
    const { db } = central.context;
    for (let round = 0; round < 12; round += 1) {
      const given = aRegistration();
      const answers = await Promise.all(Array.from({ length: 8 }, () => register(central, given)));
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(200);
      const requests = db.selectFrom('requests').select('id').where('id', '=', given.requestId);
      expect(await requests.execute()).toHaveLength(1);
      const accounts = db.selectFrom('accounts').select('id').where('account', '=', given.account);
      expect(await accounts.execute()).toHaveLength(1);
    }
  });

  test('two people want one name at the same moment: one has it, the other is told', async () => {
    const one = aRegistration();
    const answers = await Promise.all(
      [one, ...Array.from({ length: 4 }, () => ({ ...one, requestId: randomUUID(), name: '別人' }))].map(
        (given) => register(central, given),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'ACCOUNT_TAKEN')).toHaveLength(4);
  });
});
