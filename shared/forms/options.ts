import type { ChoiceField, FieldDef } from './form.ts';

/** Codes of a choice; those that depend on the case's category are empty while it is unknown. */
export function choiceCodes(field: ChoiceField, category: string): readonly string[] {
  if (!('byCategory' in field.codes)) return field.codes;
  const { byCategory } = field.codes;
  return Object.hasOwn(byCategory, category) ? (byCategory[category] ?? []) : [];
}

/** Every code that a field accepts; null for fields of free text and dates. */
export function codesOfField(field: FieldDef, category: string): readonly string[] | null {
  switch (field.kind) {
    case 'choice':
      return choiceCodes(field, category);
    case 'choices':
      return field.codes;
    case 'groupedChoices':
      return Object.values(field.groups).flat();
    case 'yesNo':
      return ['yes', 'no'];
    case 'copy':
      return ['yes'];
    case 'text':
    case 'longText':
    case 'phone':
    case 'date':
    case 'dateTime':
      return null;
    default:
      return field satisfies never;
  }
}
