/** The seed's columns in its order [A:1105–1109]; `place` 學校／縣市 for the agency alone. Heading `accounts.column.<id>`. */
const COLUMNS = [
  'status',
  'verified',
  'roles',
  'name',
  'account',
  'place',
  'email',
  'phone',
  'open',
] as const;

export type ColumnId = (typeof COLUMNS)[number];

export const columnsFor = (agency: boolean): readonly ColumnId[] =>
  COLUMNS.filter((id) => agency || id !== 'place');
