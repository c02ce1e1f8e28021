/** 設定. */
export const settings = {
  'settings.person': '個人資訊',
  'settings.name': '姓名',
  'settings.account': '帳號',
  'settings.roles': '權限',
  'settings.schoolNamed': '{{name}}（{{code}}）',
  'settings.school': '學校',
  'settings.primary': '主要通報人',

  'settings.looks': '顯示',
  'settings.language': '語言',
  'settings.language.zh-TW': '繁體中文',
  'settings.language.en': 'English',
  'settings.scheme': '明暗',
  'settings.scheme.auto': '依系統',
  'settings.scheme.light': '淺色',
  'settings.scheme.dark': '深色',

  'settings.computer': '這台電腦',
  'settings.central': '通報服務',
  'settings.centralFixed': '（由系統管理員設定）',
  'settings.vault': '本機資料',
  'settings.vaultKept': '加密保存在這台電腦，離線時可繼續使用',
  'settings.vaultNotKept': '這台電腦沒有金鑰保管服務，不保存資料，須連線使用',
  'settings.version': '版本',
  'settings.runtime': '執行環境',
  'settings.trialRuntime': '（試用環境，不供正式使用）',
  'settings.keyStore': '金鑰保管',
  'settings.keyStoreThere': '使用作業系統的金鑰保管服務',
  'settings.keyStoreMissing': '作業系統沒有可用的金鑰保管服務',

  'settings.keys': '按鍵一覽',
} as const satisfies Record<string, string>;
