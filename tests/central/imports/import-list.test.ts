import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import type { ImportKind } from '../../../shared/domain/import/heads.ts';
import { TEXTS } from '../../../shared/text/index.ts';
import {
  approve,
  codeOf,
  findLiveLink,
  getAccount,
  mailsTo,
  moveTo,
  registered,
  schoolIdOf,
} from '../../helpers/account-builders.ts';
import { auditOf, picture } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { aCsv, aWorkbook } from '../../helpers/sheets.ts';

let central: TestCentral;
let admin: CentralClient;
beforeEach(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterEach(() => central.close());

const SCHOOL_HEAD = ['學校代碼', '學校名稱', '縣市', '主管機關', '高中', '國中', '國小', '住址', '電話'];
const STAFF_HEAD = ['學校代碼', '帳號', '姓名', '電子信箱', '連絡電話', '帳號類別'];

interface Parts {
  readonly importId?: string;
  readonly dryRun?: boolean;
  readonly bytes?: Buffer;
}

const send = (kind: ImportKind, rows: readonly (readonly string[])[], parts: Parts = {}, who = admin) =>
  who.ask('list.import', {
    importId: parts.importId ?? randomUUID(),
    kind,
    name: 'list.csv',
    contentBase64: (parts.bytes ?? aCsv(rows)).toString('base64'),
    dryRun: parts.dryRun ?? false,
  });
const schools = (rows: readonly (readonly string[])[], parts?: Parts) =>
  send('schools', [SCHOOL_HEAD, ...rows], parts);
const staff = (rows: readonly (readonly string[])[], parts?: Parts) =>
  send('staff', [STAFF_HEAD, ...rows], parts);

const NEW_SCHOOL = [
  '888001',
  '新設示範高級中學',
  '屏東縣',
  '國教署轄管',
  '是',
  'V',
  '',
  '屏東市示範路1號',
  '08-7320415',
];
const NEW_STAFF = [
  '999301',
  'new.teacher',
  '王小明',
  'new.teacher@xuelu.example',
  '0912345678',
  '導師、輔導人員',
];

const getSchool = (code: string) =>
  central.context.db.selectFrom('schools').selectAll().where('code', '=', code).executeTakeFirst();

describe('heads', () => {
  test('in any order and width, with a star; a list without the optional ones', async () => {
    const order = [3, 0, 6, 5, 4, 2, 1];
    const head = order.map((at) => (at === 0 ? ' 學校代碼＊' : (SCHOOL_HEAD[at] ?? '')));
    const row = order.map((at) => NEW_SCHOOL[at] ?? '');
    expect((await send('schools', [head, row])).body.rows).toMatchObject([
      { line: 2, label: '888001 新設示範高級中學', fate: 'create' },
    ]);
    expect(await getSchool('888001')).toMatchObject({ address: '', phone: '', has_elementary: false });
  });

  test('missing, unknown and double ones are told, and nothing is imported', async () => {
    const before = await picture(central);
    const head = ['學校代碼', '帳號', '帳號', '姓名', '電子信箱', '連絡電話', '密碼'];
    const answer = await send('staff', [head, ['999301', 'a', 'a', 'b', 'c', 'd', 'e']]);
    expect(answer.body.failure).toMatchObject({
      code: 'FORM_INVALID',
      fields: [
        { path: 'head', code: 'headMissing', detail: { head: '帳號類別' } },
        { path: 'head', code: 'headUnknown', detail: { head: '密碼' } },
        { path: 'head', code: 'headTwice', detail: { head: '帳號' } },
      ],
    });
    expect(await picture(central)).toBe(before);
  });

  test('a column without a head is not lost without a word', async () => {
    const answer = await send('staff', [STAFF_HEAD, [...NEW_STAFF, 'note']]);
    expect(answer.body.failure).toMatchObject({ fields: [{ code: 'headUnknown' }] });
  });
});

describe('a list of schools', () => {
  test('adds, changes, leaves the same, refuses line by line', async () => {
    const { rows } = (
      await schools([
        NEW_SCHOOL,
        ['999301', '旭日實驗高中', '台南市', '教育局處', '1', '0', 'x', '', ''],
        ['99940', '短碼學校', '屏東縣', '國教署', '是', '', '', '', ''],
        ['888002', '', '火星縣', '校長', '也許', '', '', '', 'abc'],
        ['888003', '無學制學校', '屏東縣', '國教署', '', '否', 'N', '', ''],
        NEW_SCHOOL,
      ])
    ).body;
    expect(rows).toMatchObject([
      { line: 2, fate: 'create', problems: [] },
      { line: 3, fate: 'update', changes: ['name', 'county', 'jurisdiction', 'address', 'phone'] },
      { line: 4, fate: 'refuse', problems: [{ field: 'code', code: 'schoolCode' }] },
      {
        line: 5,
        fate: 'refuse',
        problems: [
          { field: 'name', code: 'required' },
          { field: 'phone', code: 'phonePart' },
          { field: 'county', code: 'unknownCode' },
          { field: 'jurisdiction', code: 'unknownCode' },
          { field: 'seniorHigh', code: 'yesNo' },
        ],
      },
      { line: 6, fate: 'refuse', problems: [{ field: 'seniorHigh', code: 'schoolPart' }] },
      { line: 7, fate: 'refuse', problems: [{ field: 'code', code: 'lineTwice', detail: { line: 2 } }] },
    ]);
    expect(await getSchool('888001')).toMatchObject({
      name: '新設示範高級中學',
      county: '屏東縣',
      jurisdiction: 'national',
      has_senior_high: true,
      has_junior_high: true,
      has_elementary: false,
    });
    expect(await getSchool('999301')).toMatchObject({ name: '旭日實驗高中', county: '臺南市', revision: 2 });
    expect(await getSchool('888003')).toBeUndefined();
    expect((await schools([NEW_SCHOOL])).body.rows).toMatchObject([{ fate: 'same', changes: [] }]);
  });

  test('a part with accounts is not taken away under them', async () => {
    const row = ['999302', '明湖示範高級中學（完全中學）', '雲林縣', '國教署', '否', '是', '', '', ''];
    expect((await schools([row])).body.rows).toMatchObject([
      { fate: 'refuse', problems: [{ code: 'schoolPartInUse' }] },
    ]);
    expect((await getSchool('999302'))?.has_senior_high).toBe(true);
  });
});

describe('a list of 校內人員', () => {
  test('new ones wait for their password, each with a mail', async () => {
    const { rows, done } = (await staff([NEW_STAFF])).body;
    expect(rows).toEqual([
      { line: 2, label: 'new.teacher 王小明', fate: 'create', problems: [], changes: [] },
    ]);
    expect(done).toBe(true);
    const row = await getAccount(central, 'new.teacher');
    expect(row).toMatchObject({
      roles: ['HOMEROOM', 'COUNSELOR'],
      school_id: schoolIdOf('xr'),
      phone: '0912-345-678',
      status: 'normal',
      verified: false,
      awaits: 'setPassword',
      password_hash: null,
    });
    const link = await findLiveLink(central, row.id);
    expect(link?.purpose).toBe('setPassword');
    expect(await mailsTo(central, row.id)).toMatchObject([
      {
        template: 'approved',
        to_address: 'new.teacher@xuelu.example',
        link_id: link?.id,
        data: { name: '王小明', account: 'new.teacher', school: expect.any(String) },
      },
    ]);
    expect(await auditOf(central, row.id)).toMatchObject([
      { action: 'account.import', school_id: schoolIdOf('xr'), account_id: admin.account.accountId },
    ]);
  });

  test('of those who are there, 姓名, 電子信箱, 連絡電話 change and nothing else', async () => {
    await moveTo(central, 'xr-teacher2', 'disable');
    const { rows } = (
      await staff([
        ['999301', 'XR-teacher1', '林改名', 'lin@xuelu.example', '05-5550101', '導師'],
        ['999301', 'xr-head', '張家豪', 'xr-head@xuelu.example', '05-5550101', '導師'],
        ['999301', 'xr-primary', '陳怡君', 'x@xuelu.example', '05-5550101', '導師'],
        ['999301', 'qh-teacher1', '別校', 'x@xuelu.example', '05-5550101', '導師'],
        ['999301', 'xr-teacher2', '黃停用', 'x@xuelu.example', '05-5550101', '導師'],
      ])
    ).body;
    expect(rows).toMatchObject([
      { fate: 'update', changes: ['name', 'email', 'phone'] },
      { fate: 'refuse', problems: [{ field: 'roles', code: 'rolesDiffer' }] },
      { fate: 'refuse', problems: [{ field: 'account', code: 'accountNotStaff' }] },
      { fate: 'refuse', problems: [{ field: 'account', code: 'accountTaken' }] },
      { fate: 'update' },
    ]);
    expect(await getAccount(central, 'xr-teacher1')).toMatchObject({
      account: 'xr-teacher1',
      name: '林改名',
      roles: ['HOMEROOM'],
      verified: true,
      revision: 2,
    });
    expect(await getAccount(central, 'xr-teacher2')).toMatchObject({ name: '黃停用', status: 'disabled' });
    expect((await getAccount(central, 'xr-primary')).roles).toEqual(['PRIMARY']);
  });

  test('a new address of who waits gets a new link; who is under review is left alone', async () => {
    const { requestId, account } = await registered(central);
    const row = ['999301', account, '申請人', 'right@xuelu.example', '0912-345-678', '導師'];
    expect((await staff([row])).body.rows).toMatchObject([{ problems: [{ code: 'accountPending' }] }]);
    await approve(await central.signIn('xr-primary'), requestId);
    const { id } = await getAccount(central, account);
    const old = await findLiveLink(central, id);
    central.clock.now += 1000;
    expect((await staff([row])).body.rows).toMatchObject([{ fate: 'update', changes: ['email'] }]);
    expect((await findLiveLink(central, id))?.id).not.toBe(old?.id);
    expect((await mailsTo(central, id)).at(-1)?.to_address).toBe('right@xuelu.example');
  });

  test.each([
    ['主要通報人員', 'roleNotImported'],
    ['管理者', 'roleNotImported'],
    ['校工', 'roleUnknown'],
    ['註冊組', 'rolesOfSchool'],
    ['', 'required'],
    ['導師、主通', 'roleNotImported'],
  ])('帳號類別 %s is refused', async (roles, code) => {
    const { rows } = (await staff([[...NEW_STAFF.slice(0, 5), roles]])).body;
    expect(rows).toMatchObject([{ fate: 'refuse', problems: [{ field: 'roles', code }] }]);
    expect((await linesNamed('new.teacher')).length).toBe(0);
  });

  test('a 完全中學 has two kinds of 導師: they are told apart', async () => {
    const of = (account: string, roles: string) => [
      '999302',
      account,
      '王小明',
      'a@xuelu.example',
      '0912345678',
      roles,
    ];
    const { rows } = (
      await staff([
        of('mh.one', '導師'),
        of('mh.two', '高中導師；輔導人員'),
        of('mh.three', '國中導師，註冊組'),
      ])
    ).body;
    expect(rows).toMatchObject([
      { fate: 'refuse', problems: [{ code: 'roleAmbiguous', detail: { word: '導師' } }] },
      { fate: 'create' },
      { fate: 'create' },
    ]);
    expect((await getAccount(central, 'mh.two')).roles).toEqual(['HOMEROOM', 'COUNSELOR']);
    expect((await getAccount(central, 'mh.three')).roles).toEqual(['B_REGISTRAR', 'B_HOMEROOM']);
  });

  test('a school that is not there, a wrong field, a double line', async () => {
    const { rows } = (
      await staff([
        ['888999', 'no.school', ...NEW_STAFF.slice(2)],
        ['999301', 'a b', '', 'x', 'y', '導師'],
        NEW_STAFF,
        ['999301', 'NEW.Teacher', ...NEW_STAFF.slice(2)],
      ])
    ).body;
    expect(rows).toMatchObject([
      { problems: [{ field: 'code', code: 'schoolUnknown' }] },
      {
        problems: [
          { field: 'account', code: 'accountCharacter' },
          { field: 'name', code: 'required' },
          { field: 'email', code: 'emailFormat' },
          { field: 'phone', code: 'phonePart' },
        ],
      },
      { fate: 'create' },
      { problems: [{ field: 'account', code: 'lineTwice', detail: { line: 4 } }] },
    ]);
  });

  test('[security 7.14] [security 7.13] what looks like a formula or a script is a name', async () => {
    const name = '=HYPERLINK("http://x","<img src=x onerror=1>")';
    await staff([[...NEW_STAFF.slice(0, 2), name, ...NEW_STAFF.slice(3)]]);
    expect((await getAccount(central, 'new.teacher')).name).toBe(name);
  });
});

const linesNamed = (account: string) =>
  central.context.db.selectFrom('accounts').select('id').where('account', '=', account).execute();

describe('dry run and real run', () => {
  test('a dry run tells every fate and changes nothing', async () => {
    const before = await picture(central);
    const answer = await staff([NEW_STAFF, ['1', ...NEW_STAFF.slice(1)]], { dryRun: true });
    expect(answer.body).toMatchObject({ done: false, rows: [{ fate: 'create' }, { fate: 'refuse' }] });
    expect(await picture(central)).toBe(before);
    const real = await staff([NEW_STAFF, ['1', ...NEW_STAFF.slice(1)]]);
    expect(real.body).toEqual({ ...answer.body, done: true });
  });

  test('[security 7.20] sent twice, also at once, it happens once; other content is told', async () => {
    const importId = randomUUID();
    const answers = await Promise.all([
      staff([NEW_STAFF], { importId }),
      staff([NEW_STAFF], { importId }),
      staff([NEW_STAFF], { importId }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { id } = await getAccount(central, 'new.teacher');
    expect(await mailsTo(central, id)).toHaveLength(1);
    expect(codeOf(await schools([NEW_SCHOOL], { importId }))).toBe('OP_ID_REUSED');
    const again = await staff([NEW_STAFF], { importId, dryRun: true });
    expect(again.body, 'the stored answer').toMatchObject({ done: true, rows: [{ fate: 'create' }] });
  });

  test('two lists at once with the same new account: no half of either', async () => {
    const other = ['999301', 'other.teacher', ...NEW_STAFF.slice(2)];
    const answers = await Promise.all([staff([NEW_STAFF, other]), staff([other, NEW_STAFF])]);
    for (const answer of answers)
      expect(answer.status === 200 || codeOf(answer) === 'ACCOUNT_TAKEN', answer.text).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await linesNamed('new.teacher')).toHaveLength(1);
    expect(await linesNamed('other.teacher')).toHaveLength(1);
    expect(central.faults).toEqual([]);
  });

  test('5,000 lines of XLSX in one transaction, the audit chain whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ['999301', `mass.${at}`, ...NEW_STAFF.slice(2)]);
    const bytes = await aWorkbook([STAFF_HEAD, ...rows]);
    const answer = await send('staff', [], { bytes });
    expect(answer.body.rows).toHaveLength(5000);
    expect(answer.body.rows.every(({ fate }) => fate === 'create')).toBe(true);
    expect(await verifyAuditChain(central.context.db)).toMatchObject({ valid: true });
    const { count } = await central.context.db
      .selectFrom('mail_outbox')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(5000);
  });

  test('who may not, and what is no list', async () => {
    const primary = await central.signIn('xr-primary');
    expect(codeOf(await send('staff', [STAFF_HEAD, NEW_STAFF], {}, primary))).toBe('FORBIDDEN');
    const answer = await staff([], { bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) });
    expect(answer.body.failure).toMatchObject({
      code: 'FILE_REFUSED',
      detail: { reason: 'encrypted', name: 'list.csv', kind: 'sheet' },
    });
  });
});

test('every code of a line has its sentence', () => {
  const codes = ['headMissing', 'headUnknown', 'headTwice', 'lineTwice', 'yesNo', 'schoolCode', 'schoolPart'];
  const more = ['schoolPartInUse', 'schoolUnknown', 'roleUnknown', 'roleAmbiguous', 'roleNotImported'];
  const last = [
    'accountTaken',
    'accountNotStaff',
    'accountPending',
    'rolesDiffer',
    'unknownCode',
    'rolesOfSchool',
  ];
  for (const code of [...codes, ...more, ...last])
    for (const texts of [TEXTS['zh-TW'], TEXTS.en]) expect(texts[`check.${code}`], code).toBeTruthy();
});
