import type { CaseView, Draft } from '../../../shared/contract/core.ts';
import { StudentFacts } from '../../../shared/domain/student/student.ts';
import type { FormValues } from '../../../shared/forms/values.ts';

/** What is known of the student so far; whole only when it parses as StudentFacts. */
export type TypedStudent = NonNullable<Draft['student']>;

/** With what the wizard opens. */
export interface FilingStart {
  readonly caseId: string;
  readonly draftId: string;
  /** Content revision that the answers were begun on (I7). */
  readonly baseRevision: number;
  /** Of the case as it is now; another number means that somebody changed it meanwhile. */
  readonly currentRevision: number;
  /** The case exists, so its student stays. */
  readonly studentFixed: boolean;
  /** Looked up, or typed completely while the register was out of reach. */
  readonly student: StudentFacts | null;
  /** What was typed of the student so far. */
  readonly typed: TypedStudent;
  readonly values: FormValues;
  readonly step: number;
  /** Instant of the draft it was brought back from; null without one. */
  readonly savedAt: string | null;
}

/** The draft that belongs here: by its id, else the one of the case. */
export const findFilingDraft = (
  drafts: readonly Draft[],
  caseId: string | undefined,
  draftId: string | undefined,
): Draft | null =>
  drafts.find((draft) => draft.kind === 'filing' && draft.draftId === draftId) ??
  drafts.find((draft) => draft.kind === 'filing' && draft.caseId === caseId) ??
  null;

/** Brings back a draft, opens a case for changes, or begins anew, with the id that the draft is to have. */
export function startFiling(
  draft: Draft | null,
  view: CaseView | null,
  newId: () => string,
  draftId?: string,
): FilingStart {
  const typed = view?.student ?? draft?.student ?? {};
  const student = StudentFacts.safeParse(typed);
  return {
    caseId: view?.row.caseId ?? draft?.caseId ?? newId(),
    draftId: draft?.draftId ?? draftId ?? newId(),
    baseRevision: draft?.baseRevision ?? view?.revision ?? 0,
    currentRevision: view?.revision ?? draft?.baseRevision ?? 0,
    studentFixed: view !== null,
    student: student.success ? student.data : null,
    typed,
    values: draft?.values ?? view?.values ?? {},
    step: draft?.step ?? (view === null ? 0 : 1),
    savedAt: draft?.savedAt ?? null,
  };
}

/** The part of the typed student data that can be kept: each one only when it is whole. */
export function keptStudent(typed: TypedStudent): TypedStudent | null {
  const whole = Object.entries(typed).filter(([key, value]) => {
    const shape = key in StudentFacts.shape ? StudentFacts.shape[key as keyof StudentFacts] : undefined;
    return shape?.safeParse(value).success === true;
  });
  return whole.length > 0 ? Object.fromEntries(whole) : null;
}
