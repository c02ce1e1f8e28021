import type { CentralDoor } from '../../../shared/contract/central.ts';
import type { z } from 'zod';
import { allowedActions } from '../../../shared/domain/case/allowed-actions.ts';
import { checkIdentityNumber } from '../../../shared/domain/identity/check.ts';
import { fail, FAILURES, ok, type Failure, type Result } from '../../../shared/failure.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { actorOf } from '../cases/save-act.ts';
import { clockAt } from '../cases/clock.ts';
import { checkNoOpenCase } from '../cases/open-case.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** A person waits for the answer: after this time the work goes on without the register (milliseconds). */
const LIMIT_MS = 5000;

/** 視窗1 [A:481–485]: number, own vault, register. A wrong number never leaves the computer (security 7.1). */
export const studentHandlers = ({ gate }: CoreContext): Serves<'student.check'> => ({
  'student.check': async ({ regime: id, identityNumber }) => {
    const session = gate.getSession();
    const actor = actorOf(session);
    if (!actor.ok) return actor;
    const { today } = clockAt(session.sync.centralNow());
    const regime = REGIMES[id];
    const { save } = allowedActions(regime, null, actor.value, today);
    if (!save.allowed) return fail('FORBIDDEN', { reason: save.reason });

    const checked = checkIdentityNumber(identityNumber, today);
    if (!checked.ok) {
      const { code, detail } = checked;
      return fail('FORM_INVALID', undefined, [
        { path: 'identityNumber', code, ...(detail ? { detail } : {}) },
      ]);
    }
    const { number } = checked.value;
    const none = checkNoOpenCase(session.store, regime, actor.value, number, null);
    if (!none.ok) return none;

    const answer = await session.access.call(
      'student.lookup',
      { regime: id, identityNumber: number },
      { limit: LIMIT_MS },
    );
    if (gate.current !== session) return fail('SIGNED_OUT');
    if (answer.ok) {
      const student = readLookup(id, answer.value);
      return student.ok ? ok({ source: 'register', student: student.value }) : student;
    }
    return worksWithout(answer.failure)
      ? ok({ source: 'offline', identityNumber: number })
      : { ok: false, failure: answer.failure };
  },
});

/** 「連線後檢查」: nobody answers, or the session with central has to be renewed first. */
const worksWithout = ({ code }: Failure): boolean =>
  code !== 'RATE_LIMITED' && (FAILURES[code].retry === 'later' || code === 'SIGNED_OUT');

type Lookup = z.output<CentralDoor['student.lookup']['output']>;

/** What the register and central's own cases say, the first obstacle first. */
function readLookup(regime: RegimeId, { student, elsewhere, adult, openCase }: Lookup): Result<StudentFacts> {
  if (elsewhere) return fail('STUDENT_ELSEWHERE');
  if (student === null) return fail('STUDENT_NOT_IN_REGISTER');
  if (adult) return fail('ADULT');
  if (openCase === null) return ok(student);
  const { caseId, caseNumber, state, category } = openCase;
  return fail('DUPLICATE_CASE', { caseId, caseNumber: caseNumber ?? '', state, regime, category });
}
