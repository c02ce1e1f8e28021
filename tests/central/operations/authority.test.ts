import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/account/role.ts';
import type { OperationResult } from '../../../shared/contract/central.ts';
import { aStaffAccount, FIRST_PASSWORD } from '../../helpers/account-builders.ts';
import { nextId } from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { freshStudent } from '../../helpers/central-students.ts';

let central: TestCentral;
let teacher: CentralClient;
let primary: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  teacher = await central.signIn(await aStaffAccount(central), { password: FIRST_PASSWORD });
  primary = await central.signIn('xr-primary');
});
afterAll(() => central.close());

/** As a hand-over leaves it: the post is another, what was written before is not. */
const setRoles = ({ account: { accountId } }: CentralClient, roles: Role[]) =>
  central.context.db.updateTable('accounts').set({ roles }).where('id', '=', accountId).execute();

/** What somebody wrote with one set of roles and sends with another. */
async function sendAs(
  client: CentralClient,
  [then, now]: readonly [Role[], Role[]],
  kind: 'sendTracking' | 'report',
  caseId: string,
): Promise<OperationResult | undefined> {
  const actor = { ...client.actor, roles: then };
  const before = client.account.roles;
  const op = client.operation(kind, { caseId, recordId: nextId(), actor, baseRevision: 1 });
  await setRoles(client, now);
  const [result] = await client.submit(op);
  await setRoles(client, [...before]);
  return result;
}

async function filed(client: CentralClient): Promise<string> {
  const caseId = nextId();
  expect(await client.act('submit', { caseId, student: freshStudent('xr') })).toMatchObject({
    status: 'committed',
  });
  return caseId;
}

test('[I9] what a 導師 wrote before he became 主通 is kept, in the post in which he wrote it', async () => {
  const caseId = await filed(primary);
  expect(await sendAs(primary, [['HOMEROOM'], ['PRIMARY']], 'sendTracking', caseId)).toMatchObject({
    status: 'committed',
  });
  const last = (await primary.changes()).at(-1);
  expect(last?.operation).toMatchObject({ caseId, actor: { roles: ['HOMEROOM'] } });
});

test('[I9] one of two posts that are left is enough', async () => {
  const caseId = await filed(teacher);
  const result = await sendAs(teacher, [['HOMEROOM', 'HEAD'], ['HOMEROOM']], 'sendTracking', caseId);
  expect(result).toMatchObject({ status: 'committed' });
});

test.each<[string, Role[], Role[], 'sendTracking' | 'report', string]>([
  ['通報 of a 主通 who is 導師 now', ['PRIMARY'], ['HOMEROOM'], 'report', 'REVOKED'],
  ['通報 of a 主通 who is 一級主管 now', ['PRIMARY'], ['HEAD'], 'report', 'REVOKED'],
  ['a record of a 導師 who is 一級主管 now', ['HOMEROOM'], ['HEAD'], 'sendTracking', 'REVOKED'],
  ['通報 written as 導師, who never might', ['HOMEROOM'], ['PRIMARY'], 'report', 'FORBIDDEN'],
  ['a record written as 一級主管, who never might', ['HEAD'], ['PRIMARY'], 'sendTracking', 'FORBIDDEN'],
  ['a record of an office of another regime', ['B_HOMEROOM'], ['PRIMARY'], 'sendTracking', 'REVOKED'],
])('[I9] refused: %s', async (_, then, now, kind, code) => {
  // A school has one 主通 alone.
  const client = now.includes('PRIMARY') ? primary : teacher;
  const caseId = await filed(client);
  expect(await sendAs(client, [then, now], kind, caseId)).toMatchObject({
    status: 'refused',
    failure: { code },
  });
});
