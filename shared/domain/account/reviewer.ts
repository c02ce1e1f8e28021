import type { School } from '../school/school.ts';
import { REQUEST_ROWS, type RequestKind } from './request.ts';
import { ROLE_ROWS } from './role-set.ts';

/**
 * 審核端 of a request [A:70–75]: the 主通 of the school for 校內人員, 國教署 for the post of 主通. A school
 * without a senior high part has no 主通 and never will, so the agency reviews its staff.
 */
export const reviewerOf = (kind: RequestKind, school: Pick<School, 'regimes'>): 'primary' | 'agency' =>
  school.regimes.includes(ROLE_ROWS.PRIMARY.regime) ? REQUEST_ROWS[kind].reviewer : 'agency';
