import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '../../helpers/account-builders.ts';
import { statusesOf } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let admin: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterAll(() => central.close());

test('[security §6] the second step is switched for all; of two at once the second is told', async () => {
  expect((await admin.ask('policy.get', {})).body).toEqual({ secondFactor: 'optional', revision: 1 });
  const primary = await central.signIn('xr-primary');
  expect(codeOf(await primary.ask('policy.set', { secondFactor: 'off', revision: 1 }))).toBe('FORBIDDEN');
  const answers = await Promise.all([
    admin.ask('policy.set', { secondFactor: 'off', revision: 1 }),
    admin.ask('policy.set', { secondFactor: 'required', revision: 1 }),
  ]);
  expect(statusesOf(answers)).toEqual([200, 409]);
  const { body } = await central
    .signIn('qh-primary')
    .then((client) => client.ask('unit.get', { schoolId: null }));
  const required = answers[1]?.status === 200;
  expect(body.failure?.code, 'it holds at the next request').toBe(
    required ? 'SECOND_FACTOR_MISSING' : undefined,
  );
});

test('the same again changes nothing and is no conflict', async () => {
  const { context } = central;
  await context.db.updateTable('policies').set({ second_factor: 'off', revision: 7 }).execute();
  expect((await admin.ask('policy.set', { secondFactor: 'off', revision: 1 })).body).toEqual({
    secondFactor: 'off',
    revision: 7,
  });
  expect((await admin.ask('policy.set', { secondFactor: 'optional', revision: 7 })).body.revision).toBe(8);
  const lines = await context.db
    .selectFrom('audit_log')
    .select(['fields'])
    .where('action', '=', 'policy.set')
    .execute();
  expect(lines).toEqual([{ fields: ['secondFactor'] }, { fields: ['secondFactor'] }]);
});
