import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAPTCHA_SECONDS, createCaptcha, useCaptcha } from '../../../central/auth/captcha.ts';
import { isoNow } from '../../../central/context.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral({ seed: false });
});
afterAll(() => central.close());

const use = (id: string, answer: string) =>
  useCaptcha(central.context.db, isoNow(central.context), id, answer);

test('[A:321] six letters and digits without those that people mistake, as a PNG picture', async () => {
  for (let round = 0; round < 30; round += 1) {
    const { captchaId, imagePngBase64 } = await createCaptcha(central.context);
    expect(central.captchaAnswer(captchaId)).toMatch(/^[a-hjkmnp-z2-8]{6}$/);
    const image = await loadImage(Buffer.from(imagePngBase64, 'base64'));
    expect([image.width, image.height]).toEqual([200, 64]);
  }
});

test('[security 7.31] one use: the right answer works once, in any case, with spaces around it', async () => {
  const { captchaId } = await createCaptcha(central.context);
  const answer = central.captchaAnswer(captchaId);
  expect(await use(captchaId, ` ${answer.toUpperCase()} `)).toBe(true);
  expect(await use(captchaId, answer)).toBe(false);
});

test('[security 7.31] of many uses at the same moment one counts', async () => {
  const { captchaId } = await createCaptcha(central.context);
  const answer = central.captchaAnswer(captchaId);
  const uses = await Promise.all(Array.from({ length: 8 }, () => use(captchaId, answer)));
  expect(uses.filter(Boolean)).toHaveLength(1);
});

test('[security 7.31] it expires after five minutes and is swept away', async () => {
  const old = await createCaptcha(central.context);
  const late = await createCaptcha(central.context);
  central.clock.now += CAPTCHA_SECONDS * 1000 - 1;
  expect(await use(old.captchaId, central.captchaAnswer(old.captchaId))).toBe(true);
  central.clock.now += 1;
  expect(await use(late.captchaId, central.captchaAnswer(late.captchaId))).toBe(false);
  await createCaptcha(central.context);
  central.clock.now += CAPTCHA_SECONDS * 1000 + 1;
  await createCaptcha(central.context);
  const rows = await central.context.db.selectFrom('captchas').select('id').execute();
  expect(rows).toHaveLength(1);
});

test('the answer is not in the database', async () => {
  const { captchaId } = await createCaptcha(central.context);
  const rows = await central.context.db.selectFrom('captchas').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(central.captchaAnswer(captchaId));
});
