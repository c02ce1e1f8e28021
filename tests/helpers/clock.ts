/** Time in a test's hand: nothing passes unless the test says so. */
export interface TestClock {
  now(): number;
  setTimer(act: () => void, ms: number): () => void;
  /** Lets so many milliseconds pass, timer by timer, with everything that follows from each. */
  advance(ms: number): Promise<void>;
  /** The clock on the wall is set; timers do not notice. */
  jump(ms: number): void;
  /** Timers that are set, in milliseconds from now, soonest first. */
  pending(): readonly number[];
}

/** Lets all promises and immediate callbacks run that can run without time passing. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
}

/** Waits for what a thread or a disk has to do first; ends by the test's own limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setImmediate(done));
}

export function aClock(start = Date.parse('2026-11-21T02:30:00.000Z')): TestClock {
  let wall = start;
  let passed = 0;
  const timers = new Map<number, { readonly at: number; readonly act: () => void }>();
  let made = 0;
  const next = () => [...timers].toSorted(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  const pass = (ms: number) => {
    wall += ms;
    passed += ms;
  };
  return {
    now: () => wall,
    setTimer: (act, ms) => {
      made += 1;
      const id = made;
      timers.set(id, { at: passed + ms, act });
      return () => void timers.delete(id);
    },
    advance: async (ms) => {
      const end = passed + ms;
      await settle();
      for (let due = next(); due !== undefined && due[1].at <= end; due = next()) {
        const [id, { at, act }] = due;
        timers.delete(id);
        pass(Math.max(0, at - passed));
        act();
        await settle();
      }
      pass(end - passed);
    },
    jump: (ms) => {
      wall += ms;
    },
    pending: () => [...timers.values()].map(({ at }) => at - passed).toSorted((a, b) => a - b),
  };
}
