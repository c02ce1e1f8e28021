import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCentral, type RunningCentral } from '../../../scripts/lib/central.mjs';

/** A real central with demo data that can be stopped and started again at the same address. */
export interface CentralProcess {
  readonly url: string;
  readonly accounts: readonly DemoAccountLine[];
  /** Answer of a captcha, from the file that central writes for tests alone. */
  captchaAnswer(captchaId: string): Promise<string>;
  /** Answer of the newest captcha: the one on the screen of whoever asked last. */
  newestCaptcha(): Promise<string>;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

export interface DemoAccountLine {
  readonly school: string;
  readonly account: string;
  readonly password: string;
  readonly name: string;
}

export interface CentralParts {
  /** Where it keeps its data instead of in a database of its own. */
  readonly databaseUrl?: string | undefined;
  /** Nothing but what `prepare` put into its folder of data. */
  readonly empty?: boolean;
  readonly prepare?: (dataFolder: string) => Promise<void>;
}

/** Starts central as `npm run central -- --demo` does, on an own folder and a free port. */
export async function startCentralProcess(parts: CentralParts = {}): Promise<CentralProcess> {
  const { databaseUrl, empty = false, prepare } = parts;
  const folder = await mkdtemp(join(tmpdir(), 'xuelu-central-'));
  const captchaFile = join(folder, 'captchas.jsonl');
  const port = await freePort();
  const data = join(folder, 'data');
  await prepare?.(data);
  const args = [...(empty ? [] : ['--demo']), '--port', String(port), '--data', data];
  const env = {
    ...process.env,
    XUELU_TEST_CAPTCHA_FILE: captchaFile,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  let running: RunningCentral | null = await startCentral(args, env);
  const { url, accounts } = running;
  const lines = async () =>
    (await readFile(captchaFile, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; answer: string });
  return {
    url,
    accounts: accounts as unknown as DemoAccountLine[],
    async captchaAnswer(captchaId) {
      return (await lines()).find((line) => line.id === captchaId)?.answer ?? '';
    },
    async newestCaptcha() {
      return (await lines()).at(-1)?.answer ?? '';
    },
    async stop() {
      await running?.stop();
      running = null;
    },
    async startAgain() {
      running ??= await startCentral(args, env);
    },
  };
}

const freePort = () =>
  new Promise<number>((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
