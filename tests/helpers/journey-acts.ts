import type { CaseRow, CaseView, OutboxItem, SyncView } from '../../shared/contract/core.ts';
import type { CaseAct } from '../../shared/domain/case/action.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { Result } from '../../shared/failure.ts';
import type { FormValues } from '../../shared/forms/values.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import { completeAct, completeFiling, completeTracking, nextId } from './case-builders.ts';
import { aFiling, getValue, type FileInput } from './core.ts';
import type { Computer } from './journey-computer.ts';

type Saved = Result<{ caseId: string; opId: string; state: string }>;

/** What a person does at a computer; each waits for the answer of the core alone, as the window does. */

/** 提交 of a new case. */
export const tryFile = (at: Computer, student: StudentFacts, over: Partial<FileInput> = {}): Promise<Saved> =>
  at.ask('case.file', aFiling({ student, values: completeFiling(over.regime ?? 'senior-high'), ...over }));

/** 提交 of a new case that goes through; gives its id. */
export const file = async (
  at: Computer,
  student: StudentFacts,
  over: Partial<FileInput> = {},
): Promise<string> => getValue(await tryFile(at, student, over)).caseId;

/** 送出 of a tracking record. */
export const tryTrack = async (at: Computer, caseId: string, values?: FormValues): Promise<Saved> =>
  at.ask('tracking.put', {
    opId: nextId(),
    caseId,
    recordId: nextId(),
    action: 'sendTracking',
    values: values ?? completeTracking(await regimeOf(at, caseId)),
    draftId: null,
  });

/** The same; gives the id of the operation. */
export const track = async (at: Computer, caseId: string, values?: FormValues): Promise<string> =>
  getValue(await tryTrack(at, caseId, values)).opId;

/** An act on the case with its small form, on the content that the person sees. */
export const tryAct = async (
  at: Computer,
  caseId: string,
  action: CaseAct,
  values?: FormValues,
): Promise<Saved> => {
  const view = await at.ask('case.get', { caseId });
  return at.ask('case.act', {
    opId: nextId(),
    caseId,
    action,
    values: values ?? completeAct(view.ok ? view.value.row.regime : 'senior-high', action),
    baseRevision: view.ok ? view.value.revision : 0,
    draftId: null,
  });
};

/** The same; gives the state that follows. */
export const act = async (
  at: Computer,
  caseId: string,
  action: CaseAct,
  values?: FormValues,
): Promise<string> => getValue(await tryAct(at, caseId, action, values)).state;

/** The filing of a case sent again with other answers, on the content that the person sees. */
export const edit = async (at: Computer, caseId: string, over: FormValues): Promise<Saved> => {
  const { student, values, revision, row } = await see(at, caseId);
  return tryFile(at, student, {
    caseId,
    regime: row.regime,
    values: { ...values, ...over },
    baseRevision: revision,
  });
};

export const see = async (at: Computer, caseId: string): Promise<CaseView> =>
  getValue(await at.ask('case.get', { caseId }));

const regimeOf = async (at: Computer, caseId: string): Promise<RegimeId> => {
  const view = await at.ask('case.get', { caseId });
  return view.ok ? view.value.row.regime : 'senior-high';
};

export const outbox = async (at: Computer): Promise<OutboxItem[]> =>
  getValue(await at.ask('outbox.list', {})).items;

export const pill = async (at: Computer): Promise<SyncView> => getValue(await at.ask('sync.get', {}));

/** The whole list of a regime, the first 200. */
export const list = async (at: Computer, regime: RegimeId = 'senior-high'): Promise<CaseRow[]> =>
  getValue(
    await at.ask('case.list', {
      regime,
      from: '2023-01-01',
      to: '2026-12-31',
      state: null,
      text: '',
      sort: 'filedAt',
      descending: false,
      cursor: null,
      limit: 200,
    }),
  ).rows;
