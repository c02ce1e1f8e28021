import { apply } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Commit, Operation } from '../../shared/domain/case/operation.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import type { Db } from '../store/database.ts';
import { nextCommitSeq } from '../store/ledger.ts';
import { nextCaseNumber } from './case-number.ts';

export interface Effect {
  readonly regime: Regime;
  readonly before: Case | null;
  readonly op: Operation;
  /** The register's data, where the student was looked up. */
  readonly student: StudentFacts | null;
  readonly epoch: string;
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
}

/** Applies the operation: number, place in the log, the case's new fold. All of it or nothing. */
export async function commitEffect(trx: Db, effect: Effect): Promise<Commit> {
  const { regime, before, op, student, now } = effect;
  const caseNumber =
    before === null && student !== null
      ? await nextCaseNumber(trx, effect.today, student.identityNumber)
      : null;
  const commit: Commit = { seq: await nextCommitSeq(trx), at: now, caseNumber, student };
  const after = apply(regime, before, { operation: op, commit });
  if (after === null) throw new Error('an operation was judged that makes no case');
  await putCase(trx, regime, after, commit.seq);
  await trx
    .updateTable('operations')
    .set({ status: 'committed', commit_seq: commit.seq, epoch: effect.epoch, commit: JSON.stringify(commit) })
    .where('op_id', '=', op.opId)
    .execute();
  return commit;
}

async function putCase(trx: Db, regime: Regime, c: Case, seq: number): Promise<void> {
  const phase = regime.states[c.state]?.phase;
  if (phase === undefined || c.caseNumber === null) throw new Error('a state or a number that no case has');
  const row = {
    school_id: c.schoolId,
    regime: c.regime,
    student_identity: c.student.identityNumber,
    state: c.state,
    phase,
    filed_by: c.filedBy.accountId,
    case_number: c.caseNumber,
    revision: c.revision,
    folded: JSON.stringify(c),
    last_commit_seq: seq,
  };
  await trx
    .insertInto('cases')
    .values({ id: c.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}
