import { parseArgs } from 'node:util';
import { readMailConfig, type MailConfig } from '../mail/config.ts';

export interface Options {
  /** Fill the database with the demo's schools, accounts and register. */
  readonly demo: boolean;
  readonly host: string;
  /** 0: the usual one when it is free, else any. */
  readonly port: number;
  /** Folder of the embedded PostgreSQL. */
  readonly data: string;
  /** A PostgreSQL (15 or later) of somebody else instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** Tests alone: where the answers of captchas are written. */
  readonly captchaFile: string | null;
  /** Where mails go, and where their links lead. */
  readonly mail: MailConfig;
}

export const USUAL_PORT = 4680;

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

const nonEmpty = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/**
 * Reads `--demo --host --port --data` and the environment. Throws a sentence for what cannot be
 * started; among them the test captcha beyond loopback, which would open the door to guessing.
 */
export function readOptions(args: readonly string[], env: Readonly<NodeJS.ProcessEnv>): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean', default: false },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: '.data/central' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port takes 0 to 65535');
  const captchaFile = nonEmpty(env['XUELU_TEST_CAPTCHA_FILE']);
  if (captchaFile !== null && !isLoopback(values.host))
    throw new Error('XUELU_TEST_CAPTCHA_FILE is for loopback only');
  if (values.demo && !isLoopback(values.host))
    throw new Error('--demo has published passwords and is for loopback only');
  return {
    demo: values.demo,
    host: values.host,
    port,
    data: values.data,
    databaseUrl: nonEmpty(env['DATABASE_URL']),
    captchaFile,
    mail: readMailConfig(env),
  };
}
