import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ok, type Result } from '../../shared/failure.ts';
import { followLink } from '../accounts/follow-link.ts';
import { findSchoolName } from '../accounts/describe.ts';
import { findLiveLink, type LiveLink } from '../accounts/live-link.ts';
import { judgePassword } from '../auth/password-rules.ts';
import { hashNewPassword } from '../auth/store-password.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { failureOf } from '../http/faults.ts';
import { FAILURES } from '../../shared/failure.ts';
import { linkView, messageView, problemsOf, type Problem, type TypedPasswords } from './link-views.ts';
import { sendPage, t } from './page.ts';
import { STYLE, STYLE_PATH } from './style.ts';

const MINUTE_MS = 60_000;
/** Two passwords of 128 characters, percent-encoded, have room. */
const FORM_BYTES = 16 * 1024;
/** A link that cannot be followed, whatever the reason: gone, or never there. */
const UNUSABLE_STATUS = 410;

/** From /account/link/<token> and /account/done/<what>. */
const STYLE_FROM_HERE = '../style.css';

interface Address {
  readonly Params: { readonly token: string };
}

const unusable = (reply: FastifyReply): FastifyReply =>
  sendPage(
    reply,
    {
      title: t('linkPage.unusable.title'),
      main: messageView('unusable', ['lead', 'done', 'next']),
      status: UNUSABLE_STATUS,
    },
    STYLE_FROM_HERE,
  );

const find = (context: CentralContext, token: string): Promise<LiveLink | null> =>
  findLiveLink(context.db, token, isoNow(context));

async function show(
  context: CentralContext,
  reply: FastifyReply,
  { purpose, account }: LiveLink,
  problems: readonly Problem[] = [],
): Promise<FastifyReply> {
  const school = await findSchoolName(context.db, account.school_id);
  const usual = t(`linkPage.${purpose}.title`);
  return sendPage(
    reply,
    {
      title: problems.length === 0 ? usual : t('linkPage.problemsTitle', { title: usual }),
      main: linkView(purpose, account, school?.name ?? '', problems),
      status: problems.length === 0 ? 200 : 422,
    },
    STYLE_FROM_HERE,
  );
}

const textOf = (body: unknown, name: string): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** The new password as a hash, nothing for 驗證, or what is wrong with it. */
async function newHash(
  context: CentralContext,
  { purpose, account }: LiveLink,
  typed: TypedPasswords,
): Promise<Result<string | null> | readonly Problem[]> {
  if (purpose === 'verify') return ok(null);
  const problems = problemsOf(typed, await judgePassword(context, account, typed.password), account);
  return problems.length > 0 ? problems : ok(await hashNewPassword(typed.password, context.passwordCost));
}

/** Pages for people in a browser, without script; a world of its own within the service. */
export async function mountLinkPages(app: FastifyInstance, context: CentralContext): Promise<void> {
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    await pages.register(formbody, { bodyLimit: FORM_BYTES });
    const limit = pages.createRateLimit({
      max: context.limits.signInPerAddress,
      timeWindow: MINUTE_MS,
      keyGenerator: (request) => `pages ${request.ip}`,
    });
    pages.addHook('onRequest', async (request, reply) => {
      const state = await limit(request);
      if (state.isAllowed || !state.isExceeded) return undefined;
      const seconds = Math.max(1, state.ttlInSeconds);
      const main = messageView('busy', ['lead'], { seconds });
      return sendPage(
        reply.header('retry-after', seconds),
        { title: t('linkPage.busy.title'), main, status: 429 },
        STYLE_FROM_HERE,
      );
    });
    pages.setErrorHandler((fault, _request, reply) => {
      const { code } = failureOf(context, 'link page', fault);
      const main = messageView('fault', ['lead']);
      return sendPage(
        reply,
        { title: t('linkPage.fault.title'), main, status: FAILURES[code].status },
        STYLE_FROM_HERE,
      );
    });

    pages.get(STYLE_PATH, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .headers({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' })
        .send(STYLE),
    );
    pages.get<Address>('/account/link/:token', { schema: { hide: true } }, async (request, reply) => {
      const link = await find(context, request.params.token);
      return link === null ? unusable(reply) : show(context, reply, link);
    });
    pages.post<Address>('/account/link/:token', { schema: { hide: true } }, async (request, reply) => {
      const link = await find(context, request.params.token);
      if (link === null) return unusable(reply);
      const typed = { password: textOf(request.body, 'password'), repeat: textOf(request.body, 'repeat') };
      const hash = await newHash(context, link, typed);
      if (!('ok' in hash)) return show(context, reply, link, hash);
      const followed = hash.ok ? await followLink(context, link, hash.value) : hash;
      if (!followed.ok) return unusable(reply);
      // Another address, so that reloading sends nothing a second time.
      const done = link.purpose === 'verify' ? 'verify' : 'password';
      return reply.header('cache-control', 'no-store').redirect(`../done/${done}`, 303);
    });
    for (const what of ['password', 'verify'] as const)
      pages.get(`/account/done/${what}`, { schema: { hide: true } }, async (_request, reply) => {
        const main = messageView(`done.${what}`, ['lead']);
        return sendPage(
          reply,
          { title: t(`linkPage.done.${what}.title`), main, look: 'done' },
          STYLE_FROM_HERE,
        );
      });
  });
}
