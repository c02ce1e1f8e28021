import { appendFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { taipeiDate } from '../shared/domain/calendar/taipei.ts';
import { buildCentral } from './app.ts';
import { PASSWORD_COST } from './auth/password.ts';
import type { CentralContext } from './context.ts';
import { hasDemo, seedDemo } from './demo/seed.ts';
import { LIMITS } from './http/limits.ts';
import { leadsHere, openPostOffice } from './mail/open-mail.ts';
import { embeddedRegister } from './neighbours/student-register.ts';
import { CREATE_ADMIN, createAdminCommand } from './start/admin-command.ts';
import { mailLine, readyLine, sampleLines } from './start/announce.ts';
import { stderrLog } from './start/log.ts';
import { openStore } from './start/open-store.ts';
import { isLoopback, readOptions, USUAL_PORT, type Options } from './start/options.ts';
import { onStop } from './start/stop.ts';
import { findFreePort } from './store/cluster/free-port.ts';
import { getIdentity } from './store/meta.ts';

const { note } = stderrLog;

const revealTo = (file: string) => (id: string, answer: string) =>
  appendFileSync(file, `${JSON.stringify({ id, answer })}\n`);

/** Starts the service and keeps it until somebody asks it to stop. */
async function start(options: Options): Promise<void> {
  const store = await openStore(options, note);
  note(`central: data in ${store.where}`);
  if (!isLoopback(options.host) && (await hasDemo(store.db))) {
    await store.close();
    throw new Error('these data hold the demo, whose passwords are published: loopback only');
  }
  const base = { db: store.db, now: Date.now, newId: randomUUID, log: stderrLog };
  const post = await openPostOffice(options.mail, options.data, base);
  // Behind a proxy every request seems to come from this computer.
  const caughtMails = isLoopback(options.host) && leadsHere(options.mail.publicUrl) ? post.folder : null;
  const context: CentralContext = {
    ...base,
    identity: await getIdentity(store.db),
    mail: post.mailer,
    caughtMails,
    registerFor: embeddedRegister,
    passwordCost: PASSWORD_COST,
    limits: LIMITS,
    ...(options.captchaFile === null ? {} : { revealCaptcha: revealTo(options.captchaFile) }),
  };
  if (options.demo) await seedDemo(store.db, { today: taipeiDate(context.now()) });
  const app = await buildCentral(context);
  onStop(() => {
    note('central: stopping');
    void app
      .close()
      .then(post.close)
      .then(store.close)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
  const port = options.port === 0 ? await findFreePort(USUAL_PORT, options.host) : options.port;
  const url = await app.listen({ host: options.host, port });
  if (options.demo) note(sampleLines(context.now()));
  note(`central: ${url}, OpenAPI at ${url}/openapi.json`);
  const mails = caughtMails === null ? null : `${url}/mails`;
  note(mailLine(post.folder, mails, post.open(url)));
  process.stdout.write(`${readyLine(url, options.demo, mails)}\n`);
}

const [command, ...args] = process.argv.slice(2);

try {
  if (command === CREATE_ADMIN) await createAdminCommand(args, process.env, note);
  else await start(readOptions(process.argv.slice(2), process.env));
} catch (fault) {
  const what = command === CREATE_ADMIN ? CREATE_ADMIN : 'central cannot start';
  note(`${what}: ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exit(1);
}
