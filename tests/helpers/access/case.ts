import type { CentralCall } from '../../../shared/contract/central.ts';
import { ROLES, type Role } from '../../../shared/domain/account/role.ts';
import type { FailureCode } from '../../../shared/failure.ts';
import type { Asker } from './asker.ts';
import { STATE_ROWS, SECOND_STEP_ROLES, type StateName } from './who.ts';
import type { Place, Relation, World } from './world.ts';

/** What becomes of a call: let in, or refused with a code. */
export type Outcome = 'done' | FailureCode;

/** By role and by where the thing lies that is asked for; a role that is missing has no such right. */
export type Reach = Partial<Record<Role, Partial<Record<Relation, Outcome>>>>;

/** What an input is made of. */
export interface About {
  readonly world: World;
  /** Where the thing lies, or ids that nobody was ever given. */
  readonly place: Place;
  /** Null for strangers. */
  readonly asker: Asker | null;
  readonly captcha: { readonly captchaId: string; readonly captchaAnswer: string };
  readonly now: number;
}

export interface AccessCase {
  /** Everybody without a session, every session, or these roles. */
  readonly may: 'public' | 'session' | Reach;
  /** Where there are such things; without it the call points at nothing. */
  readonly at?: readonly Relation[];
  /** Outcome for roles that `may` does not name. */
  readonly others?: Outcome;
  /** Outcome of calls that themselves ask for a session or a sign-in, by the state of the account. */
  readonly byState?: Partial<Record<StateName, Outcome>>;
  readonly input: (about: About) => object;
  /** The outcome that an answer 200 carries inside; `done` when it says none. */
  readonly read?: (body: unknown) => Outcome;
  /** Refusals of the content, by which a call that is let in may end in this world. */
  readonly content?: readonly FailureCode[];
  /** `refused` (default): refused alike for unknown ids. `always`: one answer whatever was asked. `never`. */
  readonly unknownAlike?: 'refused' | 'always' | 'never';
}

export interface AccessRow {
  /** With an expired password, or without the second step that the policy demands. */
  readonly unready: 'works' | 'waits';
  readonly cases: Readonly<Record<string, AccessCase>>;
}

export type AccessRows = Readonly<Record<CentralCall, AccessRow>>;

export const OWN_SCHOOL = { own: 'done', county: 'NOT_FOUND', other: 'NOT_FOUND' } as const;
export const EVERYWHERE = { own: 'done', county: 'done', other: 'done' } as const;
export const NOWHERE = { own: 'NOT_FOUND', county: 'NOT_FOUND', other: 'NOT_FOUND' } as const;
export const ALL_PLACES = ['own', 'county', 'other'] as const;

/** The same for each of these roles. */
export const each = (roles: readonly Role[], reach: Partial<Record<Relation, Outcome>>): Reach =>
  Object.fromEntries(roles.map((role) => [role, reach]));

/** Any session, whatever its roles. */
export const EVERY_ROLE = each(ROLES, EVERYWHERE);

/** A union of roles is at least each of them: the best outcome counts, and who may see is told of it. */
const RANK = (outcome: Outcome | undefined): number =>
  outcome === 'done' ? 3 : outcome === undefined ? 0 : outcome === 'NOT_FOUND' ? 1 : 2;

function byRoles(may: Reach, roles: readonly Role[], relation: Relation, others: Outcome): Outcome {
  const found = roles.map((role) => may[role]?.[relation]);
  return found.toSorted((one, two) => RANK(two) - RANK(one))[0] ?? others;
}

/** What the table says about this call by this account; never read from the product's own guard. */
export function expectedOf(
  row: AccessRow,
  one: AccessCase,
  { roles }: { readonly roles: readonly Role[] },
  relation: Relation,
  stateName: StateName,
): Outcome {
  if (one.byState !== undefined) return one.byState[stateName] ?? 'SIGNED_OUT';
  if (one.may === 'public') return 'done';
  const { session } = STATE_ROWS[stateName];
  if (session === 'signedOut') return 'SIGNED_OUT';
  if (row.unready === 'waits') {
    if (session === 'passwordExpired') return 'PASSWORD_EXPIRED';
    const demanded = roles.some((role) => SECOND_STEP_ROLES.includes(role));
    if (session === 'secondStepMissing' && demanded) return 'SECOND_FACTOR_MISSING';
  }
  return byRoles(one.may === 'session' ? EVERY_ROLE : one.may, roles, relation, one.others ?? 'FORBIDDEN');
}
