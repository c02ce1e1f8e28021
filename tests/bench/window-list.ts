import type { Runtime } from '../../scripts/runtime/find.mjs';
import { KDF_FLOOR, newVaultKey, wrapKey } from '../../main/core/vault/key.ts';
import { nextId } from '../helpers/case-builders.ts';
import { benchOf, median, type Bench } from './bench.ts';
import { APP, EMPTY, usable, type RunningElectron } from './electron.ts';
import { inTurns } from './in-turns.ts';
import { CASES, useComputer, type UsedComputer } from './used-computer.ts';
import { startLane } from './window.ts';

const SIZE = { rounds: 7, pieces: 1 } as const;

const FORM = usable('form input');
/** Without central the form asks for no captcha. */
const UNLOCKS = `document.querySelectorAll('form input').length === 2`;
/** A line of the list on 首頁 of what waits for this person. */
const LINE = 'a[href*="#/case/"]';
/** 首頁 draws so many of a kind at most. */
const LINES = 50;

/** Types account and password, and leaves the time that a person takes for it out. */
async function unlockAndList(electron: RunningElectron, who: UsedComputer): Promise<number> {
  const form = await electron.reach(FORM);
  await electron.reach(UNLOCKS);
  for (const [at, text] of [who.account, who.password].entries()) {
    await electron.evaluate(`document.querySelectorAll('form input')[${at}].focus()`);
    await electron.type(text);
  }
  const pressed = electron.sinceStart();
  await electron.evaluate(`document.querySelector('form button[type="submit"]').click()`);
  const list = await electron.reach(usable(LINE));
  const lines = await electron.evaluate(`document.querySelectorAll('${LINE}').length`);
  if (lines !== LINES) throw new Error(`the list has ${String(lines)} lines`);
  return form + (list - pressed);
}

/** Milliseconds of the key derivation alone, here. */
async function derivationMs(): Promise<number> {
  const owner = { vaultId: nextId(), accountId: nextId(), deviceId: nextId() };
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const began = performance.now();
    await wrapKey(newVaultKey(), owner, 'Correct-Horse-1', newVaultKey(), KDF_FLOOR);
    times.push(performance.now() - began);
  }
  return median(times);
}

/** P10: from the start of the process to the list of waiting cases out of the encrypted vault, against an empty window. */
export async function benchWindowList(runtime: Runtime): Promise<readonly Bench[]> {
  const used = await useComputer(runtime);
  try {
    const parts = { runtime, centralUrl: used.centralUrl };
    const times = await inTurns(
      {
        ours: () =>
          startLane({ ...parts, app: APP, used: used.ours }, (electron) => unlockAndList(electron, used)),
        empty: () =>
          startLane({ ...parts, app: EMPTY, used: used.empty }, (electron) =>
            electron.reach(usable('input')),
          ),
      },
      SIZE,
    );
    const derivation = Math.round(await derivationMs());
    return [
      benchOf(
        {
          name: 'window-list',
          work: `start of the process to an interactive list of ${LINES} cases from the encrypted vault`,
          goal: { ratio: 1.5, row: 'P10, ≤ 1.5 × an empty window' },
          note:
            `Ours: from the start to the form of 登入, and from 登入 to 首頁 with its ${LINES} cases (${CASES} in the ` +
            'vault) and the first of them taking the focus; what a person needs to type is left out. Central ' +
            `is out of reach; the derivation of the key (Argon2id, about ${derivation} ms by itself) counts. ` +
            'Reference: an empty window, as in window. Both begin with user data of an earlier start.',
        },
        times.ours,
        times.empty,
      ),
    ];
  } finally {
    used.remove();
  }
}
