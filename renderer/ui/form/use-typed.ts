import { useRef, useState } from 'react';
import type { FieldFailure } from '../../../shared/failure.ts';

/** A form that is no case form: what was typed, and what is wrong with it. Paths are the keys of `V`. */
export interface Typed<V extends object> {
  readonly values: V;
  /** All that is wrong now; then what was refused, one line per field. */
  readonly problems: readonly FieldFailure[];
  /** What stands below the field now: after leaving it, after 提交, or as it was refused. */
  readonly problemOf: (path: keyof V & string) => FieldFailure | undefined;
  readonly change: (patch: Partial<V>) => void;
  readonly leave: (path: keyof V & string) => void;
  /** Stopped tries so far; above 0 everything is shown. */
  readonly attempt: number;
  /** Before sending: true when nothing is wrong; else everything is shown and the summary takes the focus. */
  readonly passes: () => boolean;
  /** Shows what was refused, each until its field is changed. False when none of it belongs to a field. */
  readonly refuse: (failures: readonly FieldFailure[]) => boolean;
}

const firstPerPath = (failures: readonly FieldFailure[]) =>
  failures.filter(({ path }, index) => failures.findIndex((other) => other.path === path) === index);

/** Holds what is typed into one form; `initial` counts once, `check` says what is wrong with the values. */
export function useTyped<V extends object>(
  initial: V,
  check: (values: V) => readonly FieldFailure[],
): Typed<V> {
  const [values, setValues] = useState(initial);
  // Two changes in one event must not undo each other.
  const latest = useRef(values);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<readonly FieldFailure[]>([]);

  const own = check(values);
  const problems = firstPerPath([...own, ...refused]);
  const problemOf = (path: keyof V & string) => {
    const found = own.find((failure) => failure.path === path);
    if (found !== undefined && (attempt > 0 || left.has(path))) return found;
    return refused.find((failure) => failure.path === path);
  };
  const change = (patch: Partial<V>): void => {
    latest.current = { ...latest.current, ...patch };
    setValues(latest.current);
    setRefused((failures) => failures.filter(({ path }) => !Object.hasOwn(patch, path)));
  };
  const leave = (path: string): void =>
    setLeft((before) => (before.has(path) ? before : new Set([...before, path])));
  const passes = (): boolean => {
    const stopped = check(latest.current).length > 0;
    if (stopped) setAttempt((count) => count + 1);
    return !stopped;
  };
  const refuse = (failures: readonly FieldFailure[]): boolean => {
    const fitting = failures.filter(({ path }) => Object.hasOwn(latest.current, path));
    setRefused(fitting);
    if (fitting.length > 0) setAttempt((count) => count + 1);
    return fitting.length > 0;
  };
  return { values, problems, problemOf, change, leave, attempt, passes, refuse };
}
