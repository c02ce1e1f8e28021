import { settle } from '../helpers/clock.ts';
import { median } from './bench.ts';

/** A variant made ready for one round. */
export interface Lane {
  /** One piece of the work; gives its milliseconds itself where not all of it counts. */
  piece(index: number): unknown;
  /** Puts away what the round needed; checks what it wrote. */
  end(): unknown;
}

export interface Size {
  readonly rounds: number;
  /** Pieces of work that each variant does in a round. */
  readonly pieces: number;
}

type Variants<N extends string> = Readonly<Record<N, () => Lane | Promise<Lane>>>;

/**
 * Measures side by side: in every round all variants are made ready, and then do one piece of the work
 * each in turn, so that a machine that drifts drifts for all of them. Who begins changes from piece to
 * piece. What follows from a piece by itself ends outside the time. The first round warms up and does
 * not count.
 *
 * @returns for each variant the median piece of every round, in milliseconds
 */
export async function inTurns<N extends string>(
  variants: Variants<N>,
  { rounds, pieces }: Size,
): Promise<Readonly<Record<N, readonly number[]>>> {
  const names = Object.keys(variants) as N[];
  const times = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const took = await oneRound(variants, names, { round, pieces });
    if (round > 0) for (const name of names) times.get(name)?.push(median(took.get(name) ?? []));
  }
  return Object.fromEntries(times) as unknown as Readonly<Record<N, readonly number[]>>;
}

async function oneRound<N extends string>(
  variants: Variants<N>,
  names: readonly N[],
  { round, pieces }: { readonly round: number; readonly pieces: number },
): Promise<ReadonlyMap<N, readonly number[]>> {
  const took = new Map<N, number[]>(names.map((name) => [name, []]));
  const lanes = new Map<N, Lane>();
  try {
    for (const name of names) lanes.set(name, await variants[name]());
    for (let index = 0; index < pieces; index += 1) {
      const begin = (round + index) % names.length;
      for (const name of [...names.slice(begin), ...names.slice(0, begin)]) {
        took.get(name)?.push(await timed(lanes.get(name), index));
        await settle();
      }
    }
  } finally {
    for (const lane of lanes.values()) await lane.end();
  }
  return took;
}

async function timed(lane: Lane | undefined, index: number): Promise<number> {
  const began = performance.now();
  const own = await lane?.piece(index);
  return typeof own === 'number' ? own : performance.now() - began;
}
