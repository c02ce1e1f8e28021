import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftKeeper, KEEP_AFTER_MS } from '../../../../renderer/ui/form/draft-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Saves that end when the test says so. */
function slowSaves() {
  const ends: ((saved: boolean) => void)[] = [];
  const keeper = createDraftKeeper(() => new Promise<boolean>((resolve) => void ends.push(resolve)));
  return { keeper, ends };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

test('typing is kept once for all keys of a moment', async () => {
  const { keeper, ends } = slowSaves();
  keeper.touch();
  keeper.touch();
  expect(ends).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
  expect(ends).toHaveLength(1);
});

test('nothing new is not kept again', async () => {
  const { keeper, ends } = slowSaves();
  await keeper.flush();
  expect(ends).toHaveLength(0);
});

test('what is typed during a save is kept after it, never beside it', async () => {
  const { keeper, ends } = slowSaves();
  keeper.touch();
  void keeper.flush();
  keeper.touch();
  void keeper.flush();
  expect(ends).toHaveLength(1);
  ends[0]?.(true);
  await settle();
  expect(ends).toHaveLength(2);
});

test('a save that failed is tried again by itself', async () => {
  const { keeper, ends } = slowSaves();
  keeper.touch();
  void keeper.flush();
  ends[0]?.(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ends).toHaveLength(2);
});

test('stop waits for the save under way and starts no other: a filed draft does not come back', async () => {
  const { keeper, ends } = slowSaves();
  keeper.touch();
  void keeper.flush();
  keeper.touch();
  let stopped = false;
  void keeper.stop().then(() => {
    stopped = true;
  });
  await settle();
  expect(stopped).toBe(false);
  ends[0]?.(true);
  await settle();
  expect(stopped).toBe(true);
  keeper.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ends).toHaveLength(1);
});

test('when filing did not succeed, keeping goes on', async () => {
  const { keeper, ends } = slowSaves();
  await keeper.stop();
  keeper.resume();
  await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
  expect(ends).toHaveLength(1);
});

test('a page that goes away saves once more and leaves no try behind for the next person', async () => {
  const { keeper, ends } = slowSaves();
  keeper.touch();
  keeper.close();
  expect(ends).toHaveLength(1);
  ends[0]?.(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ends).toHaveLength(1);
});
