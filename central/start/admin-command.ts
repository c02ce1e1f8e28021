import { PASSWORD_COST } from '../auth/password.ts';
import { createAdmin, readAdminOptions } from './create-admin.ts';
import { openStore } from './open-store.ts';
import { readOptions } from './options.ts';

/** Name of the command before its options. */
export const CREATE_ADMIN = 'create-admin';

/**
 * `npm run central -- create-admin …`: makes an administrator in the database that the service would use,
 * the embedded one while no service runs on it. stdout gets one JSON line with the account and its
 * password, which is shown never again. Throws a sentence.
 */
export async function createAdminCommand(
  args: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
  note: (text: string) => void,
): Promise<void> {
  const { rest, ...admin } = readAdminOptions(args);
  const store = await openStore(readOptions(rest, env), note);
  try {
    const password = await createAdmin(store.db, admin, { now: Date.now(), cost: PASSWORD_COST });
    note(`central: data in ${store.where}`);
    note('central: this password is shown once; the first sign-in asks for a new one');
    process.stdout.write(`${JSON.stringify({ account: admin.account, password })}\n`);
  } finally {
    await store.close();
  }
}
