import type { Actor } from '../account/account.ts';
import type { ActionRow, Grant, Regime } from '../../regime/regime.ts';
import { isAdult } from '../calendar/age.ts';
import { ACTIONS, type Action, type LockReason, type Verdict, type Verdicts } from './action.ts';
import { categoryOf, type Case } from './case.ts';

const YES: Verdict = { allowed: true };
const no = (reason: LockReason): Verdict => ({ allowed: false, reason });

const hasRole = (grant: Grant, actor: Actor) => grant.roles.some((role) => actor.roles.includes(role));

/** Whether the grant reaches this case; a case that does not exist yet is everybody's own. */
const reaches = (grant: Grant, c: Case | null, actor: Actor) =>
  c === null || grant.relation === 'school' || c.filedBy.accountId === actor.accountId;

/** While the class is not chosen yet, a 暫存 belongs to every office. */
const inCategory = (grant: Grant, c: Case | null) =>
  c === null ||
  grant.categories === undefined ||
  categoryOf(c) === '' ||
  grant.categories.includes(categoryOf(c));

/** Whether the account may see the case at all; what it may not see answers like an unknown id. */
export const maySee = (regime: Regime, c: Case, actor: Actor): boolean =>
  c.schoolId === actor.schoolId &&
  regime.viewers.some((grant) => hasRole(grant, actor) && reaches(grant, c, actor));

function byRight(row: ActionRow, c: Case | null, actor: Actor): LockReason | null {
  const roles = row.grants.filter((grant) => hasRole(grant, actor));
  if (roles.length === 0) return 'WRONG_ROLE';
  const near = roles.filter((grant) => reaches(grant, c, actor));
  if (near.length === 0) return 'NOT_OWN_CASE';
  return near.some((grant) => inCategory(grant, c)) ? null : 'OTHER_OFFICE';
}

/** What locks the act whatever day it is: regime, school, role, relation, office, state. */
function lockOf(regime: Regime, action: Action, c: Case | null, actor: Actor): LockReason | null {
  const row = regime.actions[action];
  if (row === null) return 'NOT_IN_REGIME';
  if (c !== null && c.schoolId !== actor.schoolId) return 'WRONG_ROLE';
  const right = byRight(row, c, actor);
  if (right !== null) return right;
  const from = c?.state ?? 'NONE';
  return row.moves[from] === undefined ? (row.lockedIn[from] ?? 'WRONG_STATE') : null;
}

function verdict(regime: Regime, action: Action, c: Case | null, actor: Actor, today: string): Verdict {
  const lock = lockOf(regime, action, c, actor);
  if (lock !== null) return no(lock);
  const refusesAdults = regime.actions[action]?.refusesAdults === true;
  return refusesAdults && c !== null && isAdult(c.student.birthDate, today) ? no('ADULT') : YES;
}

/**
 * What this person may do to this case today, each refusal with its reason: for buttons, for the
 * offline check and for central alike. `c` null asks about a case that does not exist yet. `today`
 * is the date in Taipei.
 */
export function allowedActions(regime: Regime, c: Case | null, actor: Actor, today: string): Verdicts {
  const rows = ACTIONS.map((action) => [action, verdict(regime, action, c, actor, today)] as const);
  return Object.fromEntries(rows) as Record<Action, Verdict>;
}

/** Whether this record may be rewritten or deleted (domain §1.11): 暫存 by its author; 已送出 by author or 主通, before 通報. */
export function mayChangeRecord(regime: Regime, c: Case, recordId: string, actor: Actor): Verdict {
  const lock = lockOf(regime, 'deleteTracking', c, actor);
  if (lock !== null) return no(lock);
  const record = c.tracking.find((r) => r.id === recordId && !r.deleted);
  if (record === undefined) return no('RECORD_MISSING');
  const author = record.author.accountId === actor.accountId;
  if (!record.sent) return author ? YES : no('RECORD_NOT_YOURS');
  if (regime.states[c.state]?.phase !== 'unreported') return no('ALREADY_REPORTED');
  const reporter = regime.actions.report?.grants.some(
    (grant) => hasRole(grant, actor) && inCategory(grant, c),
  );
  return author || reporter === true ? YES : no('RECORD_NOT_YOURS');
}
