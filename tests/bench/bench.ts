/** One round of a measurement: what each variant took in milliseconds, and ours over the reference. */
export interface Round {
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
}

/** What is measured, in words. */
export interface Subject {
  readonly name: string;
  /** One piece of the work, ours and the reference's. */
  readonly work: string;
  /** What is compared with what, and what the figure does not say. */
  readonly note: string;
  /** The ratio not to be exceeded, with the row of the table of goals it comes from; null where none is set. */
  readonly goal: { readonly ratio: number; readonly row: string } | null;
}

/** One line of the result; times are medians over the rounds, the ratio is the median of the rounds' ratios. */
export interface Bench {
  readonly name: string;
  readonly work: string;
  readonly unit: 'ms';
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  readonly goal: number | null;
  readonly rounds: readonly Round[];
  readonly note: string;
}

export function benchOf(
  { name, work, note, goal }: Subject,
  ours: readonly number[],
  reference: readonly number[],
): Bench {
  const rounds = ours.map((ms, index) => {
    const other = reference[index];
    if (other === undefined) throw new RangeError('a round without its reference');
    return { ours: ms, reference: other, ratio: ms / other };
  });
  return {
    name,
    work,
    unit: 'ms',
    ours: median(ours),
    reference: median(reference),
    ratio: median(rounds.map(({ ratio }) => ratio)),
    goal: goal?.ratio ?? null,
    rounds,
    note: goal === null ? note : `${note} Goal: ${goal.row}.`,
  };
}

/** The middle of at least one number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('no values');
  return (low + high) / 2;
}
