import { ok } from '../../shared/failure.ts';
import { createCaptcha } from '../auth/captcha.ts';
import type { CentralContext } from '../context.ts';
import type { CentralHandler } from '../http/handlers.ts';

export const createCaptchaRoute =
  (context: CentralContext): CentralHandler<'captcha.create'> =>
  async () =>
    ok(await createCaptcha(context));
