import type { FieldDef } from '../forms/form.ts';

/** 缺課主因／輟學原因: the main group, the items by group, and the text of each 「其他」. */
export function reasonFields(
  table: string,
  groups: Readonly<Record<string, readonly string[]>>,
  other: Readonly<Record<string, string>>,
): readonly FieldDef[] {
  return [
    {
      id: 'mainCause',
      kind: 'choice',
      table: 'mainCause',
      codes: Object.keys(groups),
      required: true,
      span: 4,
    },
    {
      id: 'reasons',
      kind: 'groupedChoices',
      table,
      groupTable: 'mainCause',
      groups,
      mainGroupField: 'mainCause',
      other,
      required: true,
      span: 4,
    },
    ...Object.entries(other).map(([code, id]): FieldDef => ({
      id,
      kind: 'text',
      max: 60,
      required: { field: 'reasons', includes: code },
      shown: { field: 'reasons', includes: code },
      span: 4,
    })),
  ];
}
