import { sql } from 'kysely';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import type { Device } from './opening.ts';

/** How long the second step of a 登入 stays open, and how many codes it takes. */
export const CHALLENGE_MINUTES = 5;
export const CHALLENGE_TRIES = 5;

/** A sign-in whose password was right. Older ones that are over are swept on the way. */
export async function insertChallenge(
  trx: Db,
  context: Pick<CentralContext, 'now' | 'newId'>,
  accountId: string,
  { deviceId, deviceName }: Device,
): Promise<string> {
  const id = context.newId();
  await trx.deleteFrom('sign_in_challenges').where('expires_at', '<=', isoNow(context)).execute();
  await trx
    .insertInto('sign_in_challenges')
    .values({
      id,
      account_id: accountId,
      device_id: deviceId,
      device_name: deviceName,
      expires_at: new Date(context.now() + CHALLENGE_MINUTES * 60_000).toISOString(),
    })
    .execute();
  return id;
}

export interface Challenge {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly schoolId: string | null;
  readonly device: Device;
}

/** Counts a try; null for a challenge that is unknown, over, or tried out. */
export async function tryChallenge(db: Db, now: string, id: string): Promise<Challenge | null> {
  const row = await db
    .updateTable('sign_in_challenges')
    .from('accounts')
    .set({ tries: sql<number>`sign_in_challenges.tries + 1` })
    .whereRef('accounts.id', '=', 'sign_in_challenges.account_id')
    .where('sign_in_challenges.id', '=', id)
    .where('sign_in_challenges.expires_at', '>', now)
    .where('sign_in_challenges.tries', '<', CHALLENGE_TRIES)
    .returning([
      'sign_in_challenges.account_id',
      'sign_in_challenges.device_id',
      'sign_in_challenges.device_name',
      'accounts.account',
      'accounts.school_id',
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id,
    accountId: row.account_id,
    account: row.account,
    schoolId: row.school_id,
    device: { deviceId: row.device_id, deviceName: row.device_name },
  };
}

/** The challenge as it is used up: true for the one who took it. */
export async function takeChallenge(trx: Db, id: string): Promise<boolean> {
  const gone = await trx.deleteFrom('sign_in_challenges').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
