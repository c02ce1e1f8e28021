import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkUploads } from '../../../central/files/check-uploads.ts';
import { cleanFileName } from '../../../central/files/file-name.ts';
import type { Lane } from '../../../central/files/work/lane.ts';
import type { Upload } from '../../../shared/contract/account-shapes.ts';
import type { RequestKind } from '../../../shared/domain/account/request.ts';
import {
  anUpload,
  aRegistration,
  askForPost,
  getAccount,
  moveTo,
  register,
} from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral } from '../../helpers/central-client.ts';
import { aPhoto, aScan } from '../../helpers/file-builders.ts';
import { hostileFiles, ODD_NAMES } from '../../helpers/hostile-files.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
  await moveTo(central, 'xr-primary', 'disable');
});
afterAll(() => central.close());

const everything = async () =>
  Promise.all(
    (['accounts', 'requests', 'files', 'mail_outbox', 'audit_log'] as const).map((table) =>
      central.context.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  );

const primary = (files: Upload[]) => aRegistration({ kind: 'primary', files });

describe('which 附件 a request takes [A:70–75]', () => {
  const form = anUpload('accountForm');
  const transfer = anUpload('transferForm');
  const appointment = anUpload('appointment', { name: 'C:\\scan\\b.pdf' });
  const cases: readonly (readonly [RequestKind, readonly Upload[], object | readonly string[]])[] = [
    ['staff', [], []],
    ['staff', [form], { reason: 'unexpected', kind: 'accountForm', name: 'accountForm.pdf' }],
    ['primary', [form], ['accountForm']],
    ['primary', [], { reason: 'missing', kind: 'accountForm', name: '' }],
    ['primary', [form, form], { reason: 'unexpected', kind: 'accountForm', name: 'accountForm.pdf' }],
    ['primary', [form, appointment], { reason: 'unexpected', kind: 'appointment', name: 'b.pdf' }],
    ['transfer', [transfer], ['transferForm']],
    ['transfer', [appointment, transfer], ['appointment', 'transferForm']],
    ['transfer', [appointment], { reason: 'missing', kind: 'transferForm', name: '' }],
    ['promotion', [transfer, appointment], ['transferForm', 'appointment']],
    ['promotion', [], { reason: 'missing', kind: 'transferForm', name: '' }],
  ];
  const titled = cases.map(
    (row) => [row[0], row[1].map((upload) => upload.kind).join(', '), ...row] as const,
  );
  test.each(titled)('%s with [%s]', async (_kind, _kinds, kind, uploads, expected) => {
    const checked = await checkUploads(central.context, kind, uploads);
    if (checked.ok) expect(checked.value.map((file) => file.kind)).toEqual(expected);
    else expect(checked.failure).toEqual({ code: 'FILE_REFUSED', detail: expected });
  });

  test('a service with too much to look at says when to come again, and takes nothing', async () => {
    const full: Lane = { run: async () => null, close: () => undefined };
    expect(await checkUploads(central.context, 'primary', [form], full)).toEqual({
      ok: false,
      failure: { code: 'UNAVAILABLE', detail: { seconds: 20 } },
    });
  });
});

describe('[security 7.32] [security 7.34] over the wire', () => {
  test('each hostile file gets its reason, and nothing at all is stored', async () => {
    const before = await everything();
    const told = [];
    const files = await hostileFiles();
    for (const { title, name, content } of files) {
      const files = [anUpload('accountForm', { name, contentBase64: content.toString('base64') })];
      const { status, body } = await register(central, primary(files));
      told.push({ title, status, failure: body.failure });
    }
    expect(told).toEqual(
      files.map(({ title, name, problem }) => ({
        title,
        status: 422,
        failure: {
          code: 'FILE_REFUSED',
          detail: { reason: problem, name: cleanFileName(name), kind: 'accountForm' },
        },
      })),
    );
    expect(await everything()).toEqual(before);
    expect((await askCentral(central.app, 'health.get', {})).status).toBe(200);
    expect(central.faults).toEqual([]);
  });

  test('one bad file of two: neither is stored', async () => {
    const teacher = await central.signIn('xr-teacher2');
    const before = await everything();
    const bad = anUpload('appointment', { name: 'x.exe' });
    const answer = await askForPost(teacher, null, { files: [anUpload('transferForm'), bad] });
    expect(answer.body.failure).toEqual({
      code: 'FILE_REFUSED',
      detail: { reason: 'type', name: 'x.exe', kind: 'appointment' },
    });
    expect(await everything()).toEqual(before);
  });

  const scan = aScan(1);
  test.each(Object.entries(ODD_NAMES))(
    'a good scan called %s is kept under a clean name',
    async (_what, name) => {
      const contentBase64 = (await scan).toString('base64');
      const given = primary([anUpload('accountForm', { name, contentBase64 })]);
      expect((await register(central, given)).status).toBe(200);
      const { id } = await getAccount(central, given.account);
      const stored = await central.context.db
        .selectFrom('files')
        .innerJoin('requests', 'requests.id', 'files.request_id')
        .select(['files.name', 'files.content', 'files.size'])
        .where('account_id', '=', id)
        .execute();
      expect(stored.map((file) => [file.name, file.content.toString('base64'), file.size])).toEqual([
        [cleanFileName(name), contentBase64, (await scan).length],
      ]);
    },
  );

  test('the place where a photo was taken is not in the database', async () => {
    const photo = (await aPhoto()).toString('base64');
    const given = primary([anUpload('accountForm', { name: 'form.jpg', contentBase64: photo })]);
    expect((await register(central, given)).status).toBe(200);
    const { content, type } = await central.context.db
      .selectFrom('files')
      .select(['content', 'type'])
      .where('request_id', '=', given.requestId)
      .executeTakeFirstOrThrow();
    expect([type, content.includes('Canary'), content.includes('Exif')]).toEqual([
      'image/jpeg',
      false,
      false,
    ]);
  });
});
