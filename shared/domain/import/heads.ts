/** A column of an imported list: the field it fills, its head in the file, and whether it has to be there. */
interface Column {
  readonly field: string;
  /** As people write it in the first line; a part of the file's format, the same in every language. */
  readonly head: string;
  readonly required: boolean;
}

/** Lists of 國教署: the columns are found by their heads, in any order. */
export const IMPORT_COLUMNS = {
  schools: [
    { field: 'code', head: '學校代碼', required: true },
    { field: 'name', head: '學校名稱', required: true },
    { field: 'county', head: '縣市', required: true },
    { field: 'jurisdiction', head: '主管機關', required: true },
    { field: 'seniorHigh', head: '高中', required: true },
    { field: 'juniorHigh', head: '國中', required: true },
    { field: 'elementary', head: '國小', required: true },
    { field: 'address', head: '住址', required: false },
    { field: 'phone', head: '電話', required: false },
  ],
  staff: [
    { field: 'code', head: '學校代碼', required: true },
    { field: 'account', head: '帳號', required: true },
    { field: 'name', head: '姓名', required: true },
    { field: 'email', head: '電子信箱', required: true },
    { field: 'phone', head: '連絡電話', required: true },
    { field: 'roles', head: '帳號類別', required: true },
  ],
} as const satisfies Record<string, readonly Column[]>;

export type ImportKind = keyof typeof IMPORT_COLUMNS;
export type ImportField<K extends ImportKind> = (typeof IMPORT_COLUMNS)[K][number]['field'];
