import type { Locator } from '@playwright/test';
import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import { isShown } from '../../../shared/forms/condition.ts';
import { fieldLabel } from '../../../shared/forms/format-value.ts';
import type { FieldDef, FormDef, PageDef } from '../../../shared/forms/form.ts';
import { codesOf, textOf, type FormValues } from '../../../shared/forms/values.ts';
import { startsWith, t } from './words.ts';

const shortDate = (iso: string) => formatRocDate(iso).replace(/（.*$/, '');

async function fillField(root: Locator, form: FormDef, field: FieldDef, values: FormValues): Promise<void> {
  const name = startsWith(fieldLabel(form, field, t));
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'phone':
      return root.getByRole('textbox', { name }).fill(textOf(values, field.id));
    case 'date':
      return root.getByRole('textbox', { name }).fill(shortDate(textOf(values, field.id)));
    case 'dateTime':
      // Stands at now already.
      return;
    case 'yesNo':
    case 'choice': {
      const table = field.kind === 'choice' ? field.table : 'yesNo';
      const label = t(`${table}.${textOf(values, field.id)}`);
      const group = root.getByRole('radiogroup', { name });
      if ((await group.count()) === 0) return chooseFromList(root, name, label);
      return group.getByRole('radio', { name: label, exact: true }).check();
    }
    case 'choices':
    case 'groupedChoices':
      for (const code of codesOf(values, field.id)) {
        const box = root.getByRole('group', { name }).first();
        await box.getByRole('checkbox', { name: t(`${field.table}.${code}`), exact: true }).check();
      }
      return;
    case 'copy':
      return root.getByRole('checkbox', { name: fieldLabel(form, field, t) }).check();
    default:
      return field satisfies never;
  }
}

async function chooseFromList(root: Locator, name: RegExp, label: string): Promise<void> {
  await root.getByRole('combobox', { name }).click();
  await root.getByRole('option', { name: label, exact: true }).click();
}

/** Types the answers of one page as a person would, in the order of the form. */
export async function fillPage(
  root: Locator,
  form: FormDef,
  page: PageDef,
  values: FormValues,
): Promise<void> {
  const copied = page.sections
    .flatMap((section) => section.fields)
    .flatMap((field) =>
      field.kind === 'copy' && values[field.id] !== undefined ? Object.keys(field.copies) : [],
    );
  for (const field of page.sections.flatMap((section) => section.fields)) {
    if (values[field.id] === undefined || copied.includes(field.id) || !isShown(field, values)) continue;
    await fillField(root, form, field, values);
  }
}
