/** Lists that the agency imports: see zh-tw/imports.ts. */
export const imports = {
  'sheetProblem.empty': 'The file is empty',
  'sheetProblem.tooLarge': 'The file is larger than 10 MB',
  'sheetProblem.type': 'Please use a CSV or XLSX file',
  'sheetProblem.encrypted':
    'The file has a password or is of the old Excel format (.xls). Please save it as XLSX or CSV without a password',
  'sheetProblem.damaged': 'The file is not whole and cannot be opened; please save it again',
  'sheetProblem.encoding': 'The encoding of the text is unknown; please save it as UTF-8 CSV or as XLSX',
  'sheetProblem.bomb': 'The file would become too large when unpacked and was not opened',
  'sheetProblem.rows': 'There are more than 5,000 lines; please import several files',
  'sheetProblem.cells': 'There are too many columns, or the text of a cell is too long',
  'sheetProblem.slow': 'The file is too complicated and took too long to read',

  'check.headMissing': 'The column {{head}} is missing',
  'check.headUnknown': 'There is no column {{head}}; please remove it or correct its head',
  'check.headTwice': 'The column {{head}} is there twice',
  'check.lineTwice': 'The same as line {{line}}',
  'check.yesNo': 'Please write 是 or 否',
  'check.schoolCode':
    'A school code has six digits or letters; a spreadsheet may have dropped the zeros in front',
  'check.schoolPart': 'At least one of senior high, junior high and elementary has to be yes',
  'check.schoolPartInUse': 'This school has accounts or cases of that part, so it cannot be taken away',
  'check.schoolUnknown': 'There is no school of this code; please import the schools first',
  'check.roleUnknown': 'There is no role {{word}}',
  'check.roleAmbiguous': 'This school has two kinds of {{word}}; please write 高中{{word}} or 國中{{word}}',
  'check.roleNotImported':
    '{{word}} cannot be made by a list; please use an application or the account management',
  'check.accountNotStaff': 'This account is the principal reporter and cannot be changed by a list',
  'check.accountPending': 'The application for this account is under review; please decide it first',
  'check.rolesDiffer': 'The account has other roles; please change them in the account management',
} as const satisfies Record<string, string>;
