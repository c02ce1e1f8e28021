import { allowedActions, maySee } from '../../shared/domain/case/allowed-actions.ts';
import { apply } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { judge, type Clock } from '../../shared/domain/case/judge.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { Failure } from '../../shared/failure.ts';
import { textOf } from '../../shared/forms/values.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import type { StudentRegister } from '../neighbours/student-register.ts';
import type { Db } from '../store/database.ts';
import type { Authority } from './authority.ts';
import { findOpenCase } from './open-case.ts';
import { checkEnrolment, checkRegister } from './register-check.ts';

/** What may be applied: the rules, and the register's data where the student was looked up. */
export type Decision =
  | { readonly ok: true; readonly regime: Regime; readonly student: StudentFacts | null }
  | { readonly ok: false; readonly failure: Failure };

export interface Bench {
  readonly trx: Db;
  readonly register: StudentRegister;
  readonly authority: Authority;
  readonly clock: Clock;
}

type Filing = Extract<Operation, { kind: 'save' | 'submit' }>;
const isFiling = (op: Operation): op is Filing => op.kind === 'save' || op.kind === 'submit';

const no = (code: Failure['code'], detail?: Failure['detail']): Decision => ({
  ok: false,
  failure: { code, ...(detail ? { detail } : {}) },
});

/**
 * The whole judgement on one operation against the case as it is now: sight, base revision, the
 * shared judge(), and what only the service knows: register and duplicates (I7, I9, I16).
 * `op` already carries the actor by the service's books.
 */
export async function decide(bench: Bench, before: Case | null, op: Operation): Promise<Decision> {
  const { authority, clock } = bench;
  if (authority.actor.roles.length === 0) return no('REVOKED');
  const id = before?.regime ?? (isFiling(op) ? op.payload.regime : null);
  if (id === null) return no('NOT_FOUND');
  const regime = REGIMES[id];
  if (before !== null && !maySee(regime, before, authority.actor))
    return no(maySee(regime, before, authority.claimed) ? 'REVOKED' : 'NOT_FOUND');
  if (!authority.school.regimes.includes(id)) return no('FORBIDDEN');
  const revision = before?.revision ?? 0;
  if (regime.actions[op.kind]?.onContent === true && op.baseRevision !== revision)
    return no('CONFLICT', { revision, baseRevision: op.baseRevision, state: before?.state ?? '' });
  if (!allows(regime, before, op, authority, clock)) {
    const failure = judge(regime, before, op, clock) ?? { code: 'NOT_ALLOWED' as const };
    const lost = judge(regime, before, { ...op, actor: authority.claimed }, clock) === null;
    return lost ? no('REVOKED') : { ok: false, failure };
  }
  return isFiling(op) ? decideFiling(bench, regime, before, op) : decideAct(bench, regime, before, op);
}

const allows = (regime: Regime, before: Case | null, op: Operation, { actor }: Authority, clock: Clock) =>
  allowedActions(regime, before, actor, clock.today)[op.kind].allowed;

/** With the register's data in place of what was typed, so that its dates decide. */
async function decideFiling(
  bench: Bench,
  regime: Regime,
  before: Case | null,
  op: Filing,
): Promise<Decision> {
  const { trx, register, authority, clock } = bench;
  const given = op.payload.student;
  const registered = await checkRegister(register, regime, given, authority.school.id, clock.today);
  if (!registered.ok) return registered;
  const { student } = registered;
  const failure = judge(regime, before, { ...op, payload: { ...op.payload, student } }, clock);
  if (failure !== null) return { ok: false, failure };
  const open = await findOpenCase(trx, regime.id, student.identityNumber, authority.school.id, op.caseId);
  if (open !== null)
    return no('DUPLICATE_CASE', {
      caseNumber: open.caseNumber ?? '',
      state: open.state,
      regime: regime.id,
    });
  return { ok: true, regime, student };
}

async function decideAct(
  bench: Bench,
  regime: Regime,
  before: Case | null,
  op: Operation,
): Promise<Decision> {
  const failure = judge(regime, before, op, bench.clock);
  if (failure !== null) return { ok: false, failure };
  const after = apply(regime, before, { operation: op, commit: null });
  const reason = after?.closeReason ?? null;
  if (after === null || reason === null || reason === before?.closeReason)
    return { ok: true, regime, student: null };
  if ('values' in op.payload && textOf(op.payload.values, 'override') === 'yes')
    return { ok: true, regime, student: null };
  const { register, authority } = bench;
  const mismatch = await checkEnrolment(register, regime, reason, after.student, authority.school.id);
  return mismatch === null ? { ok: true, regime, student: null } : { ok: false, failure: mismatch };
}
