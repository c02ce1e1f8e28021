import type { FieldFailure } from '../../../shared/failure.ts';
import type { PageDef } from '../../../shared/forms/form.ts';

/** Ids of the fields of one page. */
const idsOf = (page: PageDef): readonly string[] =>
  page.sections.flatMap((section) => section.fields.map((field) => field.id));

/** What is missing or wrong on one page: what its step counts as open. */
export const openOn = (page: PageDef, problems: readonly FieldFailure[]): readonly FieldFailure[] => {
  const ids = idsOf(page);
  return problems.filter((problem) => ids.includes(problem.path));
};

/** Which page a field stands on; −1 for none. */
export const pageIndexOf = (pages: readonly PageDef[], fieldId: string): number =>
  pages.findIndex((page) => idsOf(page).includes(fieldId));
