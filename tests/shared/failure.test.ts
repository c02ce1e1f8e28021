import { describe, expect, test } from 'vitest';
import { fail, FAILURES, Failure, ok, type FailureCode, type Retry } from '../../shared/failure.ts';

const codes = Object.keys(FAILURES) as FailureCode[];
const withRetry = (retry: Retry) => codes.filter((code) => FAILURES[code].retry === retry);

test.each(codes)('[DR8] %s has the status of a refusal', (code) => {
  const { status } = FAILURES[code];
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(600);
});

test('[DR8] (I6) sent again by itself: only what a machine, the network or the order caused', () => {
  expect(withRetry('later')).toEqual([
    'GAP',
    'EPOCH_CHANGED',
    'OFFLINE',
    'INTERCEPTED',
    'UNAVAILABLE',
    'RATE_LIMITED',
    'UNEXPECTED',
    'VAULT_BUSY',
    'DISK_FULL',
  ]);
  expect(withRetry('afterSignIn')).toEqual(['SIGNED_OUT', 'PASSWORD_EXPIRED', 'SECOND_FACTOR_MISSING']);
});

test('[DR8] (I4) what is sent again by itself was never a decision: 5xx, 429, or an order to keep', () => {
  const decided = withRetry('later').filter(
    (code) => ![429].includes(FAILURES[code].status) && FAILURES[code].status < 500,
  );
  expect(decided).toEqual(['GAP', 'EPOCH_CHANGED']);
});

describe('as data', () => {
  test('[DR7] a failure survives the wire unchanged', () => {
    const results = [
      fail('NOT_FOUND'),
      fail('NOT_ALLOWED', { reason: 'CASE_ENDED' }),
      fail('FORM_INVALID', undefined, [
        { path: 'leftOn', code: 'dateBefore', detail: { date: '2026-11-16' } },
      ]),
    ];
    for (const result of results) {
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(structuredClone(result)).toEqual(result);
      if (!result.ok) expect(Failure.parse(result.failure)).toEqual(result.failure);
    }
  });

  test('[DR7] only known codes are failures', () => {
    for (const code of ['NO_SUCH', '__proto__', 'constructor', '', 1]) {
      expect(Failure.safeParse({ code }).success).toBe(false);
    }
    expect(Failure.safeParse(new Error('x')).success).toBe(false);
  });

  test('[DR7] what is absent has no key', () => {
    expect(fail('NOT_FOUND')).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } });
    expect(JSON.stringify(fail('NOT_FOUND'))).toBe('{"ok":false,"failure":{"code":"NOT_FOUND"}}');
    expect(ok(1)).toEqual({ ok: true, value: 1 });
  });
});
