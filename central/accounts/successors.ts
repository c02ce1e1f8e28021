import { ACCOUNT_STATE_ROWS } from '../../shared/domain/account/account-state.ts';
import type { RequestKind } from '../../shared/domain/account/request.ts';
import { kindOf, ROLE_ROWS } from '../../shared/domain/account/role-set.ts';
import type { Db } from '../store/database.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';

type Candidate = Pick<AccountRow, 'roles' | 'school_id' | 'status' | 'verified' | 'awaits'>;

/**
 * Who may become the 主通 of a school: staff of its senior high part [A:137–142]. For 轉移帳號 an account
 * that may sign in now; whoever asks for himself is at work, and a reset that a stranger asked for
 * meanwhile does not stop him.
 */
export const maySucceed = (row: Candidate, schoolId: string, kind: RequestKind): boolean => {
  const state = ACCOUNT_STATE_ROWS[accountStateOf(row)];
  return (
    row.school_id === schoolId &&
    kindOf(row.roles) === 'staff' &&
    row.roles.some((role) => ROLE_ROWS[role].regime === ROLE_ROWS.PRIMARY.regime) &&
    (kind === 'promotion' ? state.mayWork : state.maySignIn)
  );
};

/** 新主通-帳號列表 [A:182–203], by 帳號. */
export async function listSuccessors(db: Db, schoolId: string): Promise<AccountRow[]> {
  const rows = await db
    .selectFrom('accounts')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('status', '=', 'normal')
    .orderBy('account')
    .execute();
  return rows.filter((row) => maySucceed(row, schoolId, 'transfer'));
}
