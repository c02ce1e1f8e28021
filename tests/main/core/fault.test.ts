import { expect, test } from 'vitest';
import { failureOf, findFaultFailure } from '../../../main/core/fault.ts';
import { VaultFault } from '../../../main/core/vault/driver.ts';

const errno = (code: string) => Object.assign(new Error('王小明 A123456789'), { code });

test.each([
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EROFS', 'VAULT_LOCKED'],
  ['EACCES', 'VAULT_LOCKED'],
  ['EBUSY', 'VAULT_BUSY'],
])('[VA2] [security 7.41] %s of the file system is %s', (code, failure) => {
  expect(findFaultFailure(errno(code))?.code).toBe(failure);
});

test('[VA2] a fault of the vault keeps its name, and is nothing for the log', () => {
  const lines: string[] = [];
  const fault = new VaultFault({ code: 'VAULT_NEWER', detail: { found: 2, known: 1 } });
  expect(failureOf('case.list', fault, (line) => void lines.push(line))).toEqual(fault.failure);
  expect(lines).toEqual([]);
});

test('[security 4] a fault of the program gets a report id, and its message goes nowhere', () => {
  const lines: string[] = [];
  const note = (line: string) => void lines.push(line);
  const failure = failureOf('case.file', errno('EWEIRD'), note);
  expect(failure).toEqual({
    code: 'UNEXPECTED',
    detail: { reportId: expect.stringMatching(/^[0-9a-f]{8}$/) as string },
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(failure.detail?.['reportId']);
  expect(lines[0]).toContain('case.file');
  expect(lines[0]).toContain('EWEIRD');
  expect(lines.join()).not.toMatch(/王小明|A123456789/);
  failureOf('x', 'a thrown text', note);
  expect(lines[1]).not.toContain('a thrown text');
});
