/** The access matrix as a command: `--json FILE` also writes its figures there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAccessMatrix } from './access-matrix.ts';

const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
const folder = mkdtempSync(join(tmpdir(), 'xuelu-access-'));
try {
  const { findings, ...figures } = await runAccessMatrix(folder);
  for (const finding of findings) process.stderr.write(`${finding}\n`);
  const text = JSON.stringify(figures, null, 2);
  process.stdout.write(`${text}\n`);
  if (json !== undefined) writeFileSync(json, `${text}\n`);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
