import { expect, test } from 'vitest';
import { skewMinutes, syncMood, syncWords } from '../../../../renderer/features/sync-status/sync-words.ts';
import type { SyncView } from '../../../../shared/contract/core.ts';
import { textFor } from '../../../../shared/text/index.ts';

const t = textFor('zh-TW');

const aSync = (over: Partial<SyncView> = {}): SyncView => ({
  online: true,
  busy: false,
  waiting: 0,
  attention: 0,
  lastContactAt: null,
  nextTryAt: null,
  clockSkewSeconds: null,
  failure: null,
  ...over,
});

test.each<[Partial<SyncView>, string]>([
  [{}, '已同步'],
  [{ busy: true, waiting: 2 }, '同步中'],
  [{ waiting: 2 }, '2 筆待送出'],
  [{ online: false }, '離線'],
  [{ online: false, waiting: 3 }, '離線，3 筆待送出'],
  [{ online: false, waiting: 3, attention: 1 }, '需處理 1'],
  [{ failure: { code: 'SIGNED_OUT' } }, '請重新登入'],
  [{ failure: { code: 'SIGNED_OUT' }, waiting: 3 }, '請重新登入，3 筆待送出'],
  [{ failure: { code: 'SIGNED_OUT' }, online: false, waiting: 3 }, '離線，3 筆待送出'],
])('%o says %s', (over, words) => {
  expect(syncWords(t, aSync(over))).toBe(words);
});

test('[I15] nothing but an empty outbox while online claims to be synchronised', () => {
  for (const over of [{ waiting: 1 }, { attention: 1 }, { online: false }, { busy: true }]) {
    expect(syncMood(aSync(over))).not.toBe('done');
  }
});

test('[security 7.7] a clock that is off by more than five minutes is told, either way', () => {
  expect(skewMinutes(aSync({ clockSkewSeconds: 300 }))).toBeNull();
  expect(skewMinutes(aSync({ clockSkewSeconds: 301 }))).toBe(5);
  expect(skewMinutes(aSync({ clockSkewSeconds: -7200 }))).toBe(120);
  expect(skewMinutes(aSync())).toBeNull();
});
