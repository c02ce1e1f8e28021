import type { Locator } from '@playwright/test';
import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import { isShown } from '../../../shared/forms/condition.ts';
import { fieldLabel } from '../../../shared/forms/format-value.ts';
import type { FieldDef, FormDef, PageDef } from '../../../shared/forms/form.ts';
import { codesOf, textOf, type FormValues } from '../../../shared/forms/values.ts';
import { startsWith, t } from '../story/words.ts';
import type { Hands } from './hands.ts';

/** 1151121, as one types it on the number pad. */
const typedDate = (iso: string): string => formatRocDate(iso).replace(/（.*$/, '').replaceAll('/', '');

async function typeField(hands: Hands, root: Locator, form: FormDef, field: FieldDef, values: FormValues) {
  const name = startsWith(fieldLabel(form, field, t));
  const text = textOf(values, field.id);
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'phone':
      return hands.enter(root.getByRole('textbox', { name }), text);
    case 'date':
      return hands.enter(root.getByRole('textbox', { name }), typedDate(text));
    case 'dateTime':
      // Stands at now already.
      return undefined;
    case 'yesNo':
    case 'choice': {
      const group = root.getByRole('radiogroup', { name });
      const label = t(`${field.kind === 'choice' ? field.table : 'yesNo'}.${text}`);
      if ((await group.count()) > 0)
        return hands.choose(group, group.getByRole('radio', { name: label, exact: true }));
      await hands.enter(root.getByRole('combobox', { name }), label);
      return hands.press('ArrowDown', 'Enter');
    }
    case 'choices':
    case 'groupedChoices':
      for (const code of codesOf(values, field.id)) {
        const box = root.getByRole('group', { name }).first();
        await hands.tick(box.getByRole('checkbox', { name: t(`${field.table}.${code}`), exact: true }));
      }
      return undefined;
    case 'copy':
      return hands.tick(root.getByRole('checkbox', { name: fieldLabel(form, field, t) }));
    default:
      return field satisfies never;
  }
}

/** Fills one page of a form with the keyboard alone, in the order of its fields. */
export async function typePage(
  hands: Hands,
  root: Locator,
  form: FormDef,
  page: PageDef,
  values: FormValues,
) {
  for (const field of page.sections.flatMap((section) => section.fields)) {
    if (values[field.id] === undefined || !isShown(field, values)) continue;
    await typeField(hands, root, form, field, values);
  }
}
