import { createHash, randomInt } from 'node:crypto';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { drawCaptcha } from './captcha-image.ts';

/** Without 0, o, 1, l and i, which people mistake for each other (domain §1.4.14), nor q and 9 beside g. */
export const CAPTCHA_CHARACTERS = 'abcdefghjkmnprstuvwxyz2345678';
export const CAPTCHA_LENGTH = 6;
export const CAPTCHA_SECONDS = 300;

const hashAnswer = (id: string, answer: string): string =>
  createHash('sha256').update(`${id} ${answer}`).digest('hex');

const chooseAnswer = (): string =>
  Array.from({ length: CAPTCHA_LENGTH }, () =>
    CAPTCHA_CHARACTERS.charAt(randomInt(CAPTCHA_CHARACTERS.length)),
  ).join('');

export interface Captcha {
  readonly captchaId: string;
  readonly imagePngBase64: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** A new captcha 驗證碼 [A:321]; the answer is kept as a hash, expired ones are swept on the way. */
export async function createCaptcha(context: CentralContext): Promise<Captcha> {
  const captchaId = context.newId();
  const answer = chooseAnswer();
  const image = await drawCaptcha(answer);
  await context.db.deleteFrom('captchas').where('expires_at', '<', isoNow(context)).execute();
  await context.db
    .insertInto('captchas')
    .values({
      id: captchaId,
      answer_hash: hashAnswer(captchaId, answer),
      expires_at: new Date(context.now() + CAPTCHA_SECONDS * 1000).toISOString(),
    })
    .execute();
  context.revealCaptcha?.(captchaId, answer);
  return { captchaId, imagePngBase64: image.toString('base64'), expiresIn: CAPTCHA_SECONDS };
}

/**
 * Whether the answer is right; the captcha is used up either way, at once and for good, so that two
 * tries at the same moment cannot both have it (security 7.31).
 */
export async function useCaptcha(db: Db, now: string, id: string, answer: string): Promise<boolean> {
  const row = await db.deleteFrom('captchas').where('id', '=', id).returningAll().executeTakeFirst();
  if (row === undefined || row.expires_at <= now) return false;
  return row.answer_hash === hashAnswer(id, answer.trim().toLowerCase());
}
