import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkUploads } from '../../../central/files/check-uploads.ts';
import { filesOf, storeFiles } from '../../../central/files/store-files.ts';
import type { RequestKind } from '../../../shared/domain/account/request.ts';
import { anUpload, askForPost, getAccount, schoolIdOf } from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { aPhoto } from '../../helpers/file-builders.ts';
import { aDocument } from '../../helpers/pdf-builder.ts';

let central: TestCentral;
/** A scan of three pages of a 導師 of xr, who asks for the post of the 主通. */
let fileId: string;
beforeAll(async () => {
  central = await startCentral();
  const teacher = await central.signIn('xr-teacher1');
  const scan = aDocument({ pages: 3 }).toString('base64');
  const photo = (await aPhoto()).toString('base64');
  const answer = await askForPost(teacher, null, {
    files: [
      anUpload('transferForm', { contentBase64: scan }),
      anUpload('appointment', { name: 'b.jpg', contentBase64: photo }),
    ],
  });
  const files = await filesOf(central.context.db, answer.body.requestId);
  fileId = files.find(({ kind }) => kind === 'transferForm')!.fileId;
});
afterAll(() => central.close());

const look = async (client: CentralClient, id = fileId, page = 1) =>
  client.ask('file.page', { fileId: id, page });
const lines = async () =>
  central.context.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'file.page')
    .orderBy('seq')
    .execute();

describe('who may look at a scan', () => {
  test.each(['xr-teacher1', 'admin'])('%s sees each page, and each look is written down', async (who) => {
    const client = await central.signIn(who);
    const before = await lines();
    for (const page of [1, 3, 1]) {
      const answer = await look(client, fileId, page);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ page, pages: 3 });
      const png = await sharp(Buffer.from(answer.body.pngBase64, 'base64')).metadata();
      expect(png).toMatchObject({ format: 'png', width: 1600, height: 2264 });
    }
    const added = (await lines()).slice(before.length);
    const requester = await getAccount(central, 'xr-teacher1');
    expect(added).toHaveLength(3);
    for (const line of added)
      expect(line).toMatchObject({
        account_id: client.account.accountId,
        school_id: schoolIdOf('xr'),
        subject: requester.id,
        fields: ['transferForm'],
        outcome: 'ok',
      });
  });

  test.each(['xr-primary', 'xr-teacher2', 'xr-head', 'qh-primary', 'qh-teacher1'])(
    'to %s it does not exist, as if the id were unknown',
    async (who) => {
      const client = await central.signIn(who);
      const before = await lines();
      const [foreign, unknown] = [await look(client), await look(client, randomUUID())];
      expect(foreign.status).toBe(404);
      expect([foreign.status, foreign.text]).toEqual([unknown.status, unknown.text]);
      expect(await lines()).toEqual(before);
    },
  );

  test.each(['bureau', 'mh-homeroom'])('%s has no such call', async (who) => {
    expect((await look(await central.signIn(who))).status).toBe(403);
  });

  test('a page that the scan does not have is not there', async () => {
    const admin = await central.signIn('admin');
    expect((await look(admin, fileId, 4)).status).toBe(404);
    expect((await look(admin, fileId, 0)).status).toBe(400);
    expect((await look(admin, fileId, 1e9)).status).toBe(400);
  });

  test.each([
    ['staff', 404, 200],
    ['primary', 200, 404],
  ] as const)('a request of kind %s: 國教署 %i, 主通 of the school %i', async (kind, agency, primary) => {
    const id = await stored(kind);
    expect((await look(await central.signIn('admin'), id)).status).toBe(agency);
    expect((await look(await central.signIn('qh-primary'), id)).status).toBe(primary);
  });
});

/** A request of a school with 主通, written with a scan that has passed. */
async function stored(kind: RequestKind): Promise<string> {
  const { context } = central;
  const checked = await checkUploads(context, 'primary', [anUpload('accountForm')]);
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
  const account = await getAccount(central, kind === 'staff' ? 'qh-teacher1' : 'qh-head');
  const [requestId, schoolId] = [randomUUID(), schoolIdOf('qh')];
  await context.db
    .insertInto('requests')
    .values({
      id: requestId,
      kind,
      status: 'pending',
      account_id: account.id,
      outgoing_id: null,
      requested_by: account.id,
      school_id: schoolId,
      payload_sha256: '',
      created_at: new Date(central.clock.now).toISOString(),
    })
    .execute();
  await context.db
    .transaction()
    .execute((trx) => storeFiles(trx, context, { requestId, schoolId }, checked.value));
  const [file] = await filesOf(context.db, requestId);
  expect(file).toEqual({
    fileId: file?.fileId,
    kind: 'accountForm',
    name: 'accountForm.pdf',
    type: 'application/pdf',
    size: checked.value[0]?.size,
    pages: 1,
    sha256: checked.value[0]?.sha256,
  });
  return file!.fileId;
}
