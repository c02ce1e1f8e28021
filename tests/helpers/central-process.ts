import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';

/** What the service says on stdout when it is ready. */
export interface Ready {
  readonly ready: true;
  readonly url: string;
  readonly accounts: readonly { readonly account: string; readonly password: string }[];
}

/** A real process of the service, with its real PostgreSQL. */
export interface CentralProcess {
  readonly child: ChildProcess;
  readonly ready: Ready;
  readonly stderr: () => string;
  /** Everything on stdout so far, line by line. */
  readonly stdout: readonly string[];
  readonly ended: Promise<number | null>;
  readonly captchaAnswer: (captchaId: string) => string;
}

const server = join(import.meta.dirname, '../../central/server.ts');

/** Starts `central/server.ts` on a data folder and waits until it listens; throws with its stderr when it ends instead. */
export async function startCentralProcess(
  data: string,
  args: readonly string[] = ['--demo'],
  env: Readonly<Record<string, string>> = {},
): Promise<CentralProcess> {
  const captchaFile = `${data}-captcha.jsonl`;
  const child = spawn(process.execPath, [server, '--data', data, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', XUELU_TEST_CAPTCHA_FILE: captchaFile, ...env },
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stdout: string[] = [];
  const ready = await new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      stdout.push(line);
      resolve(JSON.parse(line));
    });
    void ended.then((code) => reject(new Error(`central ended with ${code}: ${stderr}`)));
  });
  return {
    child,
    ready,
    stderr: () => stderr,
    stdout,
    ended,
    captchaAnswer: (captchaId) => answerIn(captchaFile, captchaId),
  };
}

function answerIn(file: string, captchaId: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const found = lines.map((line) => JSON.parse(line)).find((line) => line.id === captchaId);
  if (found === undefined) throw new RangeError('a captcha that nobody drew');
  return found.answer;
}

/** Asks over the real network; gives the body of a success and throws otherwise. */
export async function post(url: string, path: string, body: unknown, token?: string) {
  const answer = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      'content-type': 'application/json',
      [CONTRACT_HEADER]: String(CONTRACT_VERSION),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return JSON.parse(await answer.text());
}

/** Signs in over the real network, through the real captcha. */
export async function signInOver(central: CentralProcess, account: string, deviceId: string = randomUUID()) {
  const { url, accounts } = central.ready;
  const { captchaId } = await post(url, '/v1/captchas', {});
  const password = accounts.find((row) => row.account === account)?.password;
  const captchaAnswer = central.captchaAnswer(captchaId);
  const given = { account, password, captchaId, captchaAnswer, deviceId, deviceName: 'test' };
  return { deviceId, ...(await post(url, '/v1/sessions', given)) };
}
