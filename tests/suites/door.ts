import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Door } from '../../shared/contract/door.ts';
import { Failure, type FailureCode, type Result } from '../../shared/failure.ts';
import { badInputs, type Known } from '../helpers/journey-schema.ts';

/** A served door, as far as a sweep needs it. */
export interface SweptDoor {
  readonly known: Known;
  answer(name: string, input: unknown): Promise<Result<unknown>>;
  /** What arrives of an input on the other side; undefined when it cannot be sent at all. */
  asSent(name: string, input: unknown): { readonly input: unknown } | undefined;
  /** Puts back what a call that went through may have changed: the session above all. */
  restore(): Promise<void>;
  /** Throws when the serving side is not well. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
}

export interface SweepParts {
  /** What else than INVALID_INPUT an input that does not fit may be answered with. */
  readonly insteadOfInvalid?: readonly FailureCode[];
  /** The same for single calls: those that are refused before their input is looked at. */
  readonly refusedCalls?: (call: string) => readonly FailureCode[];
  readonly runs?: number;
}

const SEED = 737;

/**
 * Junk to every call of a door (security 7.16, 7.37, 7.38): any value, inputs that fit with leaves as
 * bad as the schema lets through, and those with one place spoiled. The calls are read from the table.
 */
export function sweepSuite(
  name: string,
  door: Door,
  open: () => Promise<SweptDoor>,
  parts: SweepParts = {},
): void {
  const refusals: readonly FailureCode[] = ['INVALID_INPUT', ...(parts.insteadOfInvalid ?? [])];

  describe(`junk at the door of ${name}`, () => {
    let swept: SweptDoor;
    beforeAll(async () => {
      swept = await open();
    });
    afterAll(() => swept.close());

    const check = async (call: string, input: unknown): Promise<void> => {
      const sent = swept.asSent(call, input);
      if (sent === undefined) return;
      const result = await swept.answer(call, input);
      const fits = Object.hasOwn(door, call) && door[call]?.input.safeParse(sent.input).success === true;
      if (!result.ok) {
        expect(Failure.safeParse(result.failure).success).toBe(true);
        expect(result.failure.code, call).not.toBe('UNEXPECTED');
      }
      if (!fits)
        expect([...refusals, ...(parts.refusedCalls?.(call) ?? [])], call).toContain(
          result.ok ? 'ok' : result.failure.code,
        );
      await swept.restore();
    };

    test.each(Object.keys(door))(
      '[DR6] [security 7.37] [security 7.38] %s: junk gets a typed failure, and the next call is served',
      async (call) => {
        const row = door[call];
        if (row === undefined) throw new RangeError(call);
        await fc.assert(
          fc.asyncProperty(badInputs(call, row.input, swept.known), (input) => check(call, input)),
          { numRuns: parts.runs ?? 100, seed: SEED },
        );
        await swept.checkHealth();
      },
    );

    test('[DR1] [security 7.37] what is no call of the door is not found', async () => {
      for (const call of ['', 'case', 'no.such', '__proto__', 'constructor', 'toString']) {
        const result = await swept.answer(call, {});
        expect(result.ok ? 'ok' : result.failure.code, call).toBe('NOT_FOUND');
      }
      await swept.checkHealth();
    });
  });
}
