import { fail, ok } from '../../../shared/failure.ts';
import { createCentralClient } from '../api/central-client.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** 驗證碼: the picture that central draws; without central one unlocks without it. */
export const captchaHandlers = ({ settings, parts }: CoreContext): Serves<'captcha.create'> => ({
  'captcha.create': async () => {
    if (settings.centralUrl === null) return fail('CENTRAL_UNKNOWN');
    const client = createCentralClient(settings.centralUrl, parts.transport, () => parts.now());
    const answer = await client.call('captcha.create', {}, { limit: 10_000 });
    if (!answer.ok) return { ok: false, failure: answer.failure };
    const { captchaId, imagePngBase64 } = answer.value;
    return ok({ captchaId, imagePngBase64 });
  },
});
