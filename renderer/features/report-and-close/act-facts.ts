import type { CaseView, OutboxItem } from '../../../shared/contract/core.ts';
import type { Action, CaseAct } from '../../../shared/domain/case/action.ts';
import { formOf } from '../../../shared/domain/case/judge.ts';
import type { FormDef } from '../../../shared/forms/form.ts';
import { fieldsOf, smallForm } from '../../../shared/forms/form.ts';
import type { EnrolmentRule, Regime } from '../../../shared/regime/regime.ts';

/** The small form of an act; an empty one where the act has none. */
export const actForm = (regime: Regime, act: CaseAct): FormDef => formOf(regime, act) ?? smallForm(act, []);

/** The paper to print after an act. */
export const PAPERS: Readonly<Partial<Record<CaseAct, 'report' | 'tracking'>>> = {
  report: 'report',
  close: 'tracking',
};

/** Nothing in it must be answered: it is folded away until somebody needs it. */
export const isOptionalForm = (form: FormDef): boolean =>
  fieldsOf(form).every((field) => field.required !== true);

/** An act that ends the case. */
export const isClosing = (regime: Regime, act: CaseAct): boolean =>
  regime.actions[act]?.stamps.includes('closedAt') === true;

/** The reason that the act will close with, where it comes from the latest tracking record. */
export const closingReason = (regime: Regime, act: CaseAct, view: CaseView): string | null =>
  isClosing(regime, act) && regime.closingSource === 'suggestion' ? view.suggestedReason : null;

/** 學籍所在比對 that the service will make for this reason [A:1298–1300]; null for none. */
export const enrolmentRule = (regime: Regime, reason: string | null): EnrolmentRule | null =>
  reason === null ? null : (regime.enrolmentChecks[reason] ?? null);

/** The latest record suggests closing already, so the case will wait for 結案 at once (domain §1.6). */
export function leadsToClosing(regime: Regime, act: CaseAct, view: CaseView): boolean {
  const to = regime.actions[act]?.moves[view.row.state];
  const follows = regime.automatic.some((row) => row.from === to && row.when === 'suggestsClosing');
  return follows && view.suggestedReason !== null;
}

/** The same act of this case that the service refused before; it goes out of the way of a new one. */
export const findRefused = (
  items: readonly OutboxItem[],
  caseId: string,
  act: CaseAct,
): OutboxItem | undefined =>
  items.find((item) => item.caseId === caseId && item.action === act && item.delivery === 'refused');

const NO_SHEET: readonly Action[] = ['save', 'submit', 'saveTracking', 'sendTracking', 'deleteTracking'];
const isCaseAct = (action: Action): action is CaseAct => !NO_SHEET.includes(action);

/** Acts of a regime that have a sheet: those of the main column, then the others, each once. */
export function actsOf(regime: Regime): {
  readonly main: readonly CaseAct[];
  readonly more: readonly CaseAct[];
} {
  const main = regime.mainActs.filter(isCaseAct);
  return { main, more: regime.moreActs.filter(isCaseAct).filter((act) => !main.includes(act)) };
}
