import { z } from 'zod';
import { formatRocDate, formatRocDateTime } from '../domain/calendar/roc-date-format.ts';
import { IsoDate } from '../domain/calendar/iso-date.ts';
import type { Translate } from '../text/index.ts';
import type { FieldDef, FormDef, GroupedChoicesField } from './form.ts';
import type { FieldValue } from './values.ts';

/** Text of a key; undefined where there is none, because an unknown key shows itself. */
export const findText = (key: string, t: Translate): string | undefined => {
  const text = t(key);
  return text === key ? undefined : text;
};

/**
 * Title of a page or section, label or hint of a field: `<part>.<formId>.<id>` where a form has its
 * own word, else `<part>.<id>`; undefined where there is neither.
 */
export const findFormText = (
  part: 'page' | 'section' | 'field' | 'hint',
  form: Pick<FormDef, 'id'>,
  id: string,
  t: Translate,
): string | undefined => findText(`${part}.${form.id}.${id}`, t) ?? findText(`${part}.${id}`, t);

/** Label of a field; one without a text shows its key. */
export const fieldLabel = (form: FormDef, field: FieldDef, t: Translate): string =>
  findFormText('field', form, field.id, t) ?? `field.${field.id}`;

/**
 * A value as people read it, the same on the review page, in the timeline and on paper: labels for
 * codes, 民國 dates, texts as written. Empty for an empty field. A date that was stored wrongly stands
 * as it is rather than stopping a print.
 */
export function formatValue(field: FieldDef, value: FieldValue | undefined, t: Translate): string {
  if (value === undefined || value.length === 0) return '';
  const codes = Array.isArray(value) ? value : [value];
  const text = codes.join(' ');
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'phone':
      return text;
    case 'date':
      return IsoDate.safeParse(text).success ? formatRocDate(text) : text;
    case 'dateTime':
      return z.iso.datetime().safeParse(text).success ? formatRocDateTime(text) : text;
    case 'choice':
    case 'choices':
      return codes.map((code) => t(`${field.table}.${code}`)).join(t('value.and'));
    case 'groupedChoices':
      return formatGroups(field, codes, t);
    case 'yesNo':
    case 'copy':
      return t(`yesNo.${text}`);
    default:
      return field satisfies never;
  }
}

/** `家庭因素：父母離婚、經濟困難；學校因素：…`, groups and codes in the order of the form. */
function formatGroups(field: GroupedChoicesField, codes: readonly string[], t: Translate): string {
  const known = Object.values(field.groups).flat();
  const groups = Object.entries(field.groups).flatMap(([group, members]) => {
    const chosen = members.filter((code) => codes.includes(code));
    if (chosen.length === 0) return [];
    const labels = chosen.map((code) => t(`${field.table}.${code}`)).join(t('value.and'));
    return [t('value.group', { group: t(`${field.groupTable}.${group}`), labels })];
  });
  const others = codes.filter((code) => !known.includes(code));
  return [...groups, ...others].join(t('value.next'));
}
