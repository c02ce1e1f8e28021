import { allowedActions } from '../../shared/domain/case/allowed-actions.ts';
import { isAdult } from '../../shared/domain/calendar/age.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import { checkIdentityNumber } from '../../shared/domain/identity/check.ts';
import { maskIdentityNumber } from '../../shared/domain/masking/mask.ts';
import { fail, ok } from '../../shared/failure.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { audit } from '../audit/audit.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';
import { findOpenCase } from '../operations/open-case.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';

/** Only who may file in this regime may ask the register. */
function mayFile({ accountId, name, roles, school }: Session, regime: RegimeId, today: string): boolean {
  if (school === null || !school.regimes.includes(regime)) return false;
  const actor = { accountId, name, roles: [...roles], schoolId: school.id };
  return allowedActions(REGIMES[regime], null, actor, today).save.allowed;
}

/** 視窗1 [A:481–485]: the register, the age, the open case. Every question is written down (security §6). */
export const lookUpStudent =
  (context: CentralContext): CentralHandler<'student.lookup'> =>
  async ({ regime, identityNumber }, caller) => {
    const session = getSession(caller);
    const today = taipeiDate(context.now());
    const { school } = session;
    if (school === null || !mayFile(session, regime, today)) return fail('FORBIDDEN');
    const checked = checkIdentityNumber(identityNumber, today);
    if (!checked.ok) {
      const { code, detail } = checked;
      return fail('FORM_INVALID', undefined, [
        { path: 'identityNumber', code, ...(detail ? { detail } : {}) },
      ]);
    }
    const { number } = checked.value;
    return context.db.transaction().execute(async (trx) => {
      const found = await context.registerFor(trx).find(number);
      const student = found !== null && found.schoolId === school.id ? found.facts : null;
      const elsewhere = found !== null && student === null;
      const adult = student !== null && REGIMES[regime].adultsEnd && isAdult(student.birthDate, today);
      const open = student === null ? null : await findOpenCase(trx, regime, number, school.id);
      await audit(trx, {
        at: isoNow(context),
        accountId: session.accountId,
        sessionId: session.sessionId,
        schoolId: school.id,
        action: 'student.lookup',
        subject: maskIdentityNumber(number),
        fields: student === null ? [] : Object.keys(student),
        outcome: elsewhere ? 'STUDENT_ELSEWHERE' : found === null ? 'STUDENT_NOT_IN_REGISTER' : 'ok',
      });
      return ok({ student, elsewhere, adult, openCase: open });
    });
  };
