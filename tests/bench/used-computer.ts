import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemoStudents, isOrdinary } from '../../central/demo/demo-students.ts';
import { findFreePort } from '../../central/store/cluster/free-port.ts';
import { startCentral, type RunningCentral } from '../../scripts/lib/central.mjs';
import type { Runtime } from '../../scripts/runtime/find.mjs';
import { addDays } from '../../shared/domain/calendar/iso-date.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import { completeFiling, completeTracking, nextId } from '../helpers/case-builders.ts';
import { factsOf } from '../helpers/central-students.ts';
import { aFolder } from '../helpers/core.ts';
import { APP, EMPTY, usable, withElectron, type RunningElectron } from './electron.ts';

export const CASES = 60;

/** User data of yesterday: of our program with an account's vault in it, and of the empty one. */
export interface UsedComputer {
  readonly account: string;
  readonly password: string;
  /** Where central was; a vault belongs to its central. Nobody listens there any more. */
  readonly centralUrl: string;
  readonly ours: string;
  readonly empty: string;
  remove(): void;
}

/** Both programs run once; in ours a 主要通報人 signs in with a real central and 60 cases arrive there. */
export async function useComputer(runtime: Runtime): Promise<UsedComputer> {
  const folder = aFolder();
  const [ours, empty, data] = ['ours', 'empty', 'central'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  const captchaFile = join(folder.path, 'captchas.jsonl');
  // No other central may come to listen there while this one is away.
  const args = ['--demo', '--port', String(await findFreePort()), '--data', data];
  const central = await startCentral(args, { ...process.env, XUELU_TEST_CAPTCHA_FILE: captchaFile });
  try {
    const account = 'xr-primary';
    const password = passwordOf(central, account);
    const parts = { runtime, centralUrl: central.url };
    await withElectron({ ...parts, app: EMPTY, userData: empty }, (electron) =>
      electron.reach(usable('input')),
    );
    await withElectron({ ...parts, app: APP, userData: ours }, async (electron) => {
      await electron.reach(usable('form input'));
      await signIn(electron, { account, password }, captchaFile);
      await fileCases(electron);
    });
    return { account, password, centralUrl: central.url, ours, empty, remove: () => folder.remove() };
  } catch (fault) {
    folder.remove();
    throw fault;
  } finally {
    await central.stop();
  }
}

function passwordOf({ accounts }: RunningCentral, account: string): string {
  const password = accounts.find((line) => line['account'] === account)?.['password'];
  if (typeof password !== 'string') throw new Error(`no demo account ${account}`);
  return password;
}

/** Asks the core from the page, over the window's own pipe. */
async function askCore<T>(electron: RunningElectron, name: string, input: unknown): Promise<T> {
  const call = `window.app.core(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const answer = (await electron.evaluate(call)) as { ok: boolean; value: T };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

interface Credentials {
  readonly account: string;
  readonly password: string;
}

async function signIn(electron: RunningElectron, who: Credentials, captchaFile: string): Promise<void> {
  const { captchaId } = await askCore<{ captchaId: string }>(electron, 'captcha.create', {});
  const drawn = readFileSync(captchaFile, 'utf8').split('\n');
  const line = drawn.find((text) => text.includes(captchaId)) ?? '{}';
  const { answer } = JSON.parse(line) as { answer: string };
  await askCore(electron, 'session.signIn', { ...who, captcha: { captchaId, answer } });
}

/** 60 cases that wait for 通報, and all of them received by central. */
async function fileCases(electron: RunningElectron): Promise<void> {
  const today = taipeiDate(Date.now());
  const students = makeDemoStudents(today).filter((one) => one.prefix === 'xr' && isOrdinary(one, today));
  for (const student of students.slice(0, CASES)) {
    const caseId = nextId();
    const regime = 'senior-high';
    const values = completeFiling(regime, { leftOn: addDays(today, -5) });
    const filing = { regime, action: 'submit', student: factsOf(student), values, baseRevision: 0 };
    await askCore(electron, 'case.file', { ...filing, opId: nextId(), caseId, draftId: null });
    const tracking = completeTracking(regime, { trackedAt: new Date().toISOString() });
    const record = { caseId, recordId: nextId(), action: 'sendTracking', values: tracking };
    await askCore(electron, 'tracking.put', { ...record, opId: nextId(), draftId: null });
  }
  await electron.reach(`window.app.core('sync.get', {}).then(({ value }) =>
    value.online && !value.busy && value.waiting === 0)`);
  const { attention } = await askCore<{ attention: number }>(electron, 'sync.get', {});
  if (attention > 0) throw new Error(`central refused ${attention} of the operations`);
}
