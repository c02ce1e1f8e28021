/** Counts what was asserted and keeps what did not hold. */
export interface Tally {
  /** Counts one assertion; what failed is told by `finding`. */
  readonly check: (holds: boolean, finding: () => string) => void;
  readonly assertions: () => number;
  readonly findings: readonly string[];
}

export function startTally(): Tally {
  let assertions = 0;
  const findings: string[] = [];
  return {
    check: (holds, finding) => {
      assertions += 1;
      if (!holds) findings.push(finding());
    },
    assertions: () => assertions,
    findings,
  };
}
