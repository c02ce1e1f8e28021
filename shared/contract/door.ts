import { z } from 'zod';
import { Failure, fail, type Result } from '../failure.ts';

/** One call of a door: what goes in, what comes out. */
export interface DoorRow<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

/** A door is a plain table; its keys are the channel names (`noun.verb`). */
export type Door = Readonly<Record<string, DoorRow>>;

/** Writes one row with its own input and output types kept. */
export const row = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): DoorRow<I, O> => ({
  input,
  output,
});

/** What a caller passes and gets. */
export type Ask<D extends Door> = <K extends keyof D & string>(
  name: K,
  input: z.input<D[K]['input']>,
) => Promise<Result<z.output<D[K]['output']>>>;

/** What the serving side must supply: a missing call does not compile. */
export type Handlers<D extends Door> = {
  readonly [K in keyof D]: (input: z.output<D[K]['input']>) => Promise<Result<z.input<D[K]['output']>>>;
};

/** The untyped answer that the pipes carry: any name, any value, always a result. */
export type Answer = (name: string, input: unknown) => Promise<Result<unknown>>;

/**
 * Serves a door: unknown names, inputs that do not fit and faults inside a handler all become typed
 * failures. `onFault` gets the fault itself (for the log, without the input); the caller gets an id.
 */
export function serve<D extends Door>(
  door: D,
  handlers: Handlers<D>,
  onFault: (name: string, fault: unknown) => Failure,
): Answer {
  return async (name, input) => {
    if (!Object.hasOwn(door, name)) return fail('NOT_FOUND');
    const key = name as keyof D & string;
    try {
      const parsed = door[key]?.input.safeParse(input);
      if (parsed === undefined || !parsed.success) return fail('INVALID_INPUT', { where: name });
      return await handlers[key](parsed.data as never);
    } catch (fault) {
      return { ok: false, failure: onFault(name, fault) };
    }
  };
}

const AnyResult = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: Failure }),
]);

/** Turns a pipe into a typed caller; what is not a result becomes UNEXPECTED, never an exception. */
export function ask<D extends Door>(send: (name: string, input: unknown) => Promise<unknown>): Ask<D> {
  return async (name, input) => {
    const given = await Promise.resolve()
      .then(() => send(name, input))
      .catch(() => undefined);
    const answer = AnyResult.safeParse(given);
    return answer.success ? (answer.data as Result<never>) : fail('UNEXPECTED', { where: name });
  };
}
