import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { table } from '../../scripts/lib/table.mjs';
import { findRuntime, type Runtime } from '../../scripts/runtime/find.mjs';
import type { Bench } from './bench.ts';
import { benchList } from './list.ts';
import { benchSave } from './save.ts';
import { benchWindow } from './window.ts';
import { benchWindowList } from './window-list.ts';

let found: Promise<Runtime> | undefined;
const runtime = (): Promise<Runtime> => (found ??= findRuntime({ allowTrial: true }));

/** What `--only` can name, in the order in which it is measured. */
const PARTS: Readonly<Record<string, () => Promise<readonly Bench[]>>> = {
  save: benchSave,
  list: benchList,
  window: async () => benchWindow(await runtime()),
  'window-list': async () => benchWindowList(await runtime()),
};

const { only, json } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } }).values;
const names = only?.split(',') ?? Object.keys(PARTS);
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`--only takes some of: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const [load = 0] = loadavg();
const cpus = availableParallelism();
if (load > cpus / 2) console.error(`This computer is busy (load ${load.toFixed(1)} on ${cpus} processors).`);
const benches: Bench[] = [];
for (const name of names) {
  console.error(`measuring ${name} …`);
  benches.push(...((await PARTS[name]?.()) ?? []));
}
if (json !== undefined) await writeFile(json, `${JSON.stringify(await report(), null, 2)}\n`);
print();

async function report() {
  const electron = await found;
  const sqlite: unknown = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get();
  return {
    /** Which Electron the windows ran on; null when none was measured. */
    runtime: electron?.kind ?? null,
    versions: { node: process.versions.node, electron: electron?.version ?? null, sqlite },
    /** `memory` in bytes; `load` before the first measurement, over one minute (0 on Windows). */
    machine: { platform: process.platform, cpus, memory: totalmem(), load },
    benches,
  };
}

function print(): void {
  const ratio = (value: number) => value.toFixed(2);
  const rows = benches.map((bench) => {
    const ratios = bench.rounds.map((round) => round.ratio);
    return {
      bench: bench.name,
      'ours ms': ratio(bench.ours),
      'reference ms': ratio(bench.reference),
      ratio: ratio(bench.ratio),
      goal: bench.goal === null ? '–' : `≤ ${bench.goal}`,
      rounds: `${ratios.length}, from ${ratio(Math.min(...ratios))} to ${ratio(Math.max(...ratios))}`,
    };
  });
  console.log(`\n${table(rows)}\n`);
  for (const { name, work, note } of benches) console.log(`${name}: ${work}. ${note}\n`);
}
