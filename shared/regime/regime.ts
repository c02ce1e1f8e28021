import type { Role } from '../domain/account/role.ts';
import type { Action, LockReason } from '../domain/case/action.ts';
import type { CaseState, StateRow } from '../domain/case/state.ts';
import type { FormDef } from '../forms/form.ts';
import type { PaperDef, PaperKind } from './paper.ts';
import type { RegimeId } from './regime-id.ts';

/** Where a case can stand before an operation; NONE is a case that does not exist yet. */
export type From = CaseState | 'NONE';

/** Whose cases a grant reaches: 本人填報 (`own`) or 全校 (`school`). */
export type Relation = 'own' | 'school';

/** Who may act. Where `categories` is given, the grant holds for these alone (職掌 [B:156–157]). */
export interface Grant {
  readonly roles: readonly Role[];
  readonly relation: Relation;
  readonly categories?: readonly string[];
}

/** Named conditions on a case; their meaning stands once in domain/case/conditions.ts. */
export type ConditionName =
  'hasSentTracking' | 'lacksSentTracking' | 'suggestsClosing' | 'withdrawsSuggestion';

/** What the service's clock is written to when an act is receipted. */
export type Stamp = 'reportedAt' | 'closedAt';

/** One row of the table of acts of a regime. */
export interface ActionRow {
  /** From which state to which; a state that is missing locks the act. */
  readonly moves: Partial<Record<From, CaseState>>;
  readonly grants: readonly Grant[];
  /** Words for the lock in particular states; WRONG_STATE where none is given. */
  readonly lockedIn: Partial<Record<From, LockReason>>;
  /** Refused when the student is 18 on the day [A:1273–1277]. */
  readonly refusesAdults: boolean;
  /** The act judges the content: it is refused when somebody changed the content meanwhile (I7). */
  readonly onContent: boolean;
  readonly stamps: readonly Stamp[];
  readonly form: FormDef;
}

/** A move that follows by itself from the log (T3, T3', T5, T5'). */
export interface AutomaticRow {
  readonly from: CaseState;
  readonly when: ConditionName;
  readonly to: CaseState;
}

/** Where the closing reason comes from: the latest tracking record, or the closing form. */
export type ClosingSource = 'suggestion' | 'form';

/** What the register must say before a reason closes a case [A:1298–1300]. */
export type EnrolmentRule = 'ownSchool' | 'otherSeniorHigh';

/** A date that a case runs towards: how it is counted stands once in domain/case/terms.ts; text `term.<id>`. */
export const TERMS = ['returnHelp', 'adult', 'overAge'] as const;
export type TermId = (typeof TERMS)[number];

export interface TermRow {
  readonly term: TermId;
  readonly states: readonly CaseState[];
}

export interface DeskRow {
  readonly action: Action;
  readonly states: readonly CaseState[];
}

/**
 * A set of rules as one value; both regimes are values of this type and no code asks which one it
 * has. A case stores id and version of its regime.
 */
export interface Regime {
  readonly id: RegimeId;
  readonly version: string;
  readonly states: Readonly<Record<CaseState, StateRow | null>>;
  readonly actions: Readonly<Record<Action, ActionRow | null>>;
  readonly automatic: readonly AutomaticRow[];
  /** Who sees which cases; everybody else sees none. */
  readonly viewers: readonly Grant[];
  /** 離校種類 / 學生類別 and the closing reasons that each allows [A:378–419]. */
  readonly closeReasons: Readonly<Record<string, readonly string[]>>;
  readonly closingSource: ClosingSource;
  readonly enrolmentChecks: Readonly<Record<string, EnrolmentRule>>;
  readonly filingForm: FormDef;
  readonly trackingForm: FormDef;
  /** 通報結案 column: the acts that stand there, the first that fits the state is drawn. */
  readonly mainActs: readonly Action[];
  /** 更多功能 column, in the seed's order. */
  readonly moreActs: readonly Action[];
  /** What waits for a person on 首頁, most urgent first. */
  readonly desk: readonly DeskRow[];
  /** Dates that open cases run towards; the earliest one counts. */
  readonly terms: readonly TermRow[];
  /** Papers of this regime; what is missing here cannot be printed. */
  readonly papers: Readonly<Partial<Record<PaperKind, PaperDef>>>;
  /** A student who is 18 is not filed or reported (domain §1.9). */
  readonly adultsEnd: boolean;
}
