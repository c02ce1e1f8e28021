import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginAttempt, clearAttempts } from '../../../../main/core/auth/lockout.ts';
import { aFolder } from '../../../helpers/core.ts';

const NOW = 1_000_000_000;
const QUARTER = 15 * 60_000;
let folder: ReturnType<typeof aFolder>;
let guard: string;
beforeEach(() => {
  folder = aFolder();
  guard = join(folder.path, 'x.guard');
});
afterEach(() => folder.remove());

const tries = (count: number, now = NOW) =>
  Array.from({ length: count }, () => {
    const attempt = beginAttempt(guard, now);
    return attempt.ok ? 'ok' : attempt.failure.code;
  });

test('[security 1] the sixth try within a quarter of an hour is not made', () => {
  expect(tries(6)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'LOCKED_OUT']);
  expect(beginAttempt(guard, NOW + QUARTER - 1000)).toEqual({
    ok: false,
    failure: { code: 'LOCKED_OUT', detail: { seconds: 1, minutes: 1 } },
  });
  expect(tries(1, NOW + QUARTER)).toEqual(['ok']);
});

test('[security 2] after ten wrong ones only central helps', () => {
  tries(5);
  expect(tries(6, NOW + QUARTER)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'VAULT_LOCKED']);
  expect(beginAttempt(guard, NOW + 100 * QUARTER)).toEqual({
    ok: false,
    failure: { code: 'VAULT_LOCKED', detail: { reason: 'onlineOnly' } },
  });
  clearAttempts(guard);
  expect(tries(1)).toEqual(['ok']);
});

test('the right password forgets the wrong ones', () => {
  tries(4);
  clearAttempts(guard);
  expect(tries(5)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
});

test('[I8] a clock that is set back makes no wait longer than a quarter of an hour', () => {
  tries(5);
  expect(beginAttempt(guard, NOW - 1e9)).toMatchObject({ failure: { detail: { minutes: 15 } } });
});

test('a guard that cannot be read is no open door', () => {
  writeFileSync(guard, '{"wrong":');
  expect(tries(1)).toEqual(['VAULT_LOCKED']);
});
