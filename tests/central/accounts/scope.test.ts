import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySeeAccount, rightsOver, type Keeper } from '../../../central/accounts/authority.ts';
import { inScope } from '../../../central/accounts/scope.ts';
import { findLiveAccount } from '../../../central/auth/account.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const everybody = () => central.context.db.selectFrom('accounts').selectAll().orderBy('account').execute();

async function keeperOf(account: string): Promise<Keeper> {
  const { id } = await central.context.db
    .selectFrom('accounts')
    .select('id')
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  const live = await findLiveAccount(central.context.db, id, 'work');
  if (live === null) throw new Error(`${account} does not work`);
  return live;
}

const KEEPERS = ['admin', 'bureau', 'xr-primary', 'mh-primary', 'xr-head', 'sf-director'];

describe.each(KEEPERS)('[security §1] what %s may know of', (account) => {
  test('is the same in the query as in the single look', async () => {
    const keeper = await keeperOf(account);
    const queried = await central.context.db
      .selectFrom('accounts')
      .select('id')
      .where(inScope(keeper))
      .orderBy('account')
      .execute();
    const looked = (await everybody()).filter((row) => maySeeAccount(keeper, row));
    expect(queried.map(({ id }) => id)).toEqual(looked.map(({ id }) => id));
    expect(looked.length).toBeGreaterThan(0);
  });

  test('there are no rights over anybody else', async () => {
    const keeper = await keeperOf(account);
    for (const row of (await everybody()).filter((other) => !maySeeAccount(keeper, other)))
      expect(Object.values(rightsOver(keeper, row)).some(Boolean), row.account).toBe(false);
  });

  test('[security 7.28] nobody disables, enables or gives roles to himself', async () => {
    const keeper = await keeperOf(account);
    const self = (await everybody()).find(({ id }) => id === keeper.accountId);
    if (self === undefined) throw new Error('nobody');
    expect(rightsOver(keeper, self)).toMatchObject({
      disable: false,
      enable: false,
      editRoles: false,
      resetSecondFactor: false,
      editContact: account === 'admin',
      editIdentity: account === 'admin',
    });
  });
});
