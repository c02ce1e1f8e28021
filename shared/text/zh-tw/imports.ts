/**
 * Lists that the agency imports: why a file is not read (`sheetProblem.<code>`), what is wrong with its head
 * or one line (`check.<code>`).
 */
export const imports = {
  'sheetProblem.empty': '檔案沒有內容',
  'sheetProblem.tooLarge': '檔案超過 10 MB',
  'sheetProblem.type': '請使用 CSV 或 XLSX 檔案',
  'sheetProblem.encrypted': '檔案設有密碼，或是舊版 Excel（.xls）格式。請另存為未加密的 XLSX 或 CSV 後再匯入',
  'sheetProblem.damaged': '檔案不完整，無法開啟，請重新存檔',
  'sheetProblem.encoding': '文字編碼無法辨識，請另存為 UTF-8 的 CSV 或 XLSX',
  'sheetProblem.bomb': '檔案解開後過大，未開啟',
  'sheetProblem.rows': '資料超過 5,000 列，請分成幾個檔案匯入',
  'sheetProblem.cells': '欄數過多，或有儲存格的文字過長',
  'sheetProblem.slow': '檔案內容過於複雜，讀取逾時',

  'check.headMissing': '缺少欄位「{{head}}」',
  'check.headUnknown': '沒有「{{head}}」這個欄位，請刪除該欄或更正欄名',
  'check.headTwice': '欄位「{{head}}」重複',
  'check.lineTwice': '與第 {{line}} 列重複',
  'check.yesNo': '請填是或否',
  'check.schoolCode': '學校代碼為六碼數字或英文字母；試算表可能省略了開頭的 0',
  'check.schoolPart': '高中、國中、國小至少一項為是',
  'check.schoolPartInUse': '這所學校已有該學制的帳號或案件，不能取消',
  'check.schoolUnknown': '沒有這個學校代碼的學校，請先匯入學校',
  'check.roleUnknown': '沒有「{{word}}」這個帳號類別',
  'check.roleAmbiguous': '這所學校有兩種「{{word}}」，請寫明高中{{word}}或國中{{word}}',
  'check.roleNotImported': '「{{word}}」不能以名單建立，請由申請或帳號管理辦理',
  'check.accountNotStaff': '這個帳號是主要通報人，不能以名單變更',
  'check.accountPending': '這個帳號的申請正在審核，請先審核',
  'check.rolesDiffer': '與現有的帳號類別不同，請到帳號管理變更',
} as const satisfies Record<string, string>;
