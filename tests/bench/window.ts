import { cpSync } from 'node:fs';
import type { Runtime } from '../../scripts/runtime/find.mjs';
import { aFolder } from '../helpers/core.ts';
import { benchOf, type Bench } from './bench.ts';
import { APP, EMPTY, usable, withElectron, type RunningElectron, type StartParts } from './electron.ts';
import { inTurns, type Lane } from './in-turns.ts';

const SIZE = { rounds: 7, pieces: 1 } as const;
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** One start with user data of its own, empty or a copy of used ones; ended outside the time. */
export function startLane(
  { used, ...parts }: Omit<StartParts, 'userData'> & { readonly used?: string },
  reach: (electron: RunningElectron) => Promise<number>,
): Lane {
  const folder = aFolder();
  if (used !== undefined) cpSync(used, folder.path, { recursive: true });
  return {
    piece: () => withElectron({ ...parts, userData: folder.path }, reach),
    end: () => folder.remove(),
  };
}

/** From the start of the process to a window one can type into, against an empty one. */
export async function benchWindow(runtime: Runtime): Promise<readonly Bench[]> {
  const parts = { runtime, centralUrl: NOWHERE };
  const times = await inTurns(
    {
      ours: () => startLane({ ...parts, app: APP }, (electron) => electron.reach(usable('form input'))),
      empty: () => startLane({ ...parts, app: EMPTY }, (electron) => electron.reach(usable('input'))),
    },
    SIZE,
  );
  return [
    benchOf(
      {
        name: 'window',
        work: 'start of the process to a window one can type into, with fresh user data each time',
        goal: { ratio: 1.5, row: 'P10, ≤ 1.5 × an empty window; P10 goes on to the list: see window-list' },
        note:
          'Ours: until the first field of 登入 is painted and takes the focus, with shell, key store and core ' +
          'up (the form asks the core who is signed in). Reference: the same Electron with the same switches ' +
          'and a page of one plain field, asked the same question in the same way (Chromium’s protocol, every ' +
          '4 ms). The page cache of the system is warm for both.',
      },
      times.ours,
      times.empty,
    ),
  ];
}
