import { createHash } from 'node:crypto';
import { hashToken } from '../../../central/auth/tokens.ts';
import type { Db } from '../../../central/store/database.ts';
import { nextId } from '../case-builders.ts';
import type { Person } from './world.ts';
import { STATE_ROWS, type StateName } from './who.ts';

/** Whoever asks: an account in a state, with a session in a state. */
export interface Asker extends Person {
  readonly schoolId: string | null;
  readonly deviceId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

const HOUR_MS = 3_600_000;

/** Writes the state of account and session, as central stores them. */
export async function prepareAsker(
  db: Db,
  who: Person,
  schoolId: string | null,
  stateName: StateName,
  now: number,
): Promise<Asker> {
  const state = STATE_ROWS[stateName];
  const at = (ms: number) => new Date(now + ms).toISOString();
  const sessionId = nextId();
  const asker: Asker = {
    ...who,
    schoolId,
    deviceId: nextId(),
    accessToken: `access-${sessionId}-${'x'.repeat(10)}`,
    refreshToken: `refresh-${sessionId}-${'x'.repeat(10)}`,
  };
  const { passwordSetAt } = state;
  const change = {
    ...state.account,
    ...(passwordSetAt === undefined
      ? {}
      : { password_set_at: passwordSetAt === null ? null : at(passwordSetAt) }),
  };
  if (Object.keys(change).length > 0)
    await db.updateTable('accounts').set(change).where('id', '=', who.id).execute();
  if (state.secondStepDemanded) await db.updateTable('policies').set({ second_factor: 'required' }).execute();
  const { lastUsedAt = 0, endsAt = 12 * HOUR_MS, revokedAt } = state.times ?? {};
  await db
    .insertInto('sessions')
    .values({
      id: sessionId,
      account_id: who.id,
      device_id: asker.deviceId,
      device_name: 'matrix',
      created_at: at(-HOUR_MS),
      last_used_at: at(lastUsedAt),
      ends_at: at(endsAt),
      revoked_at: revokedAt === undefined ? null : at(revokedAt),
    })
    .execute();
  const { expiresAt = HOUR_MS, kind = 'access' } = state.token ?? {};
  const token = (text: string, kindOfToken: 'access' | 'refresh', ms: number) => ({
    hash: hashToken(text),
    session_id: sessionId,
    kind: kindOfToken,
    expires_at: at(ms),
    used_at: null,
  });
  await db
    .insertInto('session_tokens')
    .values([token(asker.accessToken, kind, expiresAt), token(asker.refreshToken, 'refresh', HOUR_MS)])
    .execute();
  return asker;
}

const ANSWER = 'abcdef';

/** A captcha that nobody has to draw or read, and its answer. */
export async function insertCaptcha(
  db: Db,
  now: number,
): Promise<{ captchaId: string; captchaAnswer: string }> {
  const captchaId = nextId();
  await db
    .insertInto('captchas')
    .values({
      id: captchaId,
      answer_hash: createHash('sha256').update(`${captchaId} ${ANSWER}`).digest('hex'),
      expires_at: new Date(now + HOUR_MS).toISOString(),
    })
    .execute();
  return { captchaId, captchaAnswer: ANSWER };
}
