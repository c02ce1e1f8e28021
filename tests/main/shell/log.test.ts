import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, describeFault } from '../../../main/shell/log.ts';

describe('[security 4] the log holds no personal data', () => {
  const fault = Object.assign(new TypeError('A123456789 王小明\n    does not exist'), { code: 'EX' });

  it('writes kind, code and place of a fault under an id, but never its message', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xuelu-log-'));
    const log = createLog(folder, false);
    log.note('core started');
    const failure = log.fault('print.save', fault);

    const text = await readFile(join(folder, 'main.log'), 'utf8');
    expect(failure.code).toBe('UNEXPECTED');
    expect(text).toContain(
      `fault ${String(failure.detail?.['reportId'])} in print.save: TypeError EX\n    at `,
    );
    expect(text).toContain('core started');
    expect(text).toContain('log.test.ts');
    expect(text).not.toMatch(/A123456789|王小明|does not exist/);
  });

  it('gives each fault another id', () => {
    const log = createLog(tmpdir(), false);
    expect(log.fault('a', fault)).not.toEqual(log.fault('a', fault));
  });

  it('tells only the type of what is no error', () => {
    expect(describeFault('A123456789')).toBe('string');
    expect(describeFault(undefined)).toBe('undefined');
  });
});
