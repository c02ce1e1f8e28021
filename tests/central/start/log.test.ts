import { afterEach, expect, test, vi } from 'vitest';
import { stderrLog } from '../../../central/start/log.ts';

afterEach(() => vi.restoreAllMocks());

test('[security §4] a fault is told by name, code and place, never by its text', () => {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const fault = Object.assign(new TypeError('王小明 A123456789'), { code: '23505' });
  stderrLog.fault('report-1', 'operation.submit', fault);
  stderrLog.fault('report-2', 'operation.submit', 'A123456789');
  const [line = '', other = ''] = written;
  expect(line).toMatch(/fault report-1 in operation\.submit: TypeError 23505\n\s+at /);
  expect(other).toContain('report-2');
  expect(written.join('')).not.toMatch(/王小明|A123456789/);
});
