import { expect, test } from 'vitest';
import { checkLease, LEASE_MS } from '../../../../main/core/auth/lease.ts';

const NOW = Date.parse('2026-11-21T02:30:00.000Z');
const locked = (reason: string) => ({ ok: false, failure: { code: 'VAULT_LOCKED', detail: { reason } } });

test('[security 1] a vault opens for seven days after the last word from central', () => {
  expect(checkLease({ lastContact: NOW }, NOW + LEASE_MS)).toEqual({ ok: true, value: null });
  expect(checkLease({ lastContact: NOW }, NOW + LEASE_MS + 1)).toEqual(locked('lease'));
  expect(checkLease({}, NOW)).toEqual(locked('lease'));
  expect(LEASE_MS).toBe(7 * 24 * 60 * 60 * 1000);
});

test('[security 1] a clock set back behind the last run is noticed, a corrected one is not', () => {
  expect(checkLease({ lastContact: NOW, lastSeen: NOW + 86_400_000 }, NOW)).toEqual(locked('clock'));
  expect(checkLease({ lastContact: NOW }, NOW - 86_400_000)).toEqual(locked('clock'));
  expect(checkLease({ lastContact: NOW, lastSeen: NOW + 300_000 }, NOW)).toEqual({ ok: true, value: null });
});
