/** Mails of the account flows (domain §1.4) and the local page where caught ones are read. */
export const mail = {
  'mail.sender': '學路通報服務',
  'mail.greeting': '{{name}} 您好：',
  'mail.footer':
    '──\n本信由學路通報系統自動寄出，請勿直接回覆。\n請勿將本信轉寄他人，信中連結僅限您本人使用。\n如有疑問，請洽學校主要通報人員或主管機關。',
  'mail.link.setPassword': '請在 {{until}} 前開啟下列連結，設定密碼後即可登入（連結限用一次）：\n{{link}}',
  'mail.link.verify':
    '請在 {{until}} 前開啟下列連結，核對帳號資料後按「驗證」即可登入（連結限用一次）：\n{{link}}',
  'mail.link.reset': '請在 {{until}} 前（一小時內）開啟下列連結，重新設定密碼（連結限用一次）：\n{{link}}',

  'mail.approved.subject': '【學路通報系統】帳號已核可，請設定密碼',
  'mail.approved.body': '您的帳號已核可啟用。\n學校：{{school}}\n帳號：{{account}}',
  'mail.returned.subject': '【學路通報系統】申請退件通知',
  'mail.returned.body':
    '您的申請經審核退件。\n學校：{{school}}\n帳號：{{account}}\n退件原因：{{reason}}\n\n請依退件原因修正後，重新提出申請。',
  'mail.disabled.subject': '【學路通報系統】帳號停用通知',
  'mail.disabled.body':
    '您的帳號已停用，目前無法登入。\n學校：{{school}}\n帳號：{{account}}\n\n如需恢復使用，請洽學校主要通報人員或主管機關。',
  'mail.enabled.subject': '【學路通報系統】帳號已重新啟用',
  'mail.enabled.body': '您的帳號已重新啟用。\n學校：{{school}}\n帳號：{{account}}',
  'mail.reset.subject': '【學路通報系統】忘記密碼',
  'mail.reset.body':
    '我們收到這個帳號的忘記密碼申請。\n學校：{{school}}\n帳號：{{account}}\n\n若不是您提出的，請告知學校主要通報人員；不開啟連結，密碼不會變更。',
  'mail.promoted.subject': '【學路通報系統】您已成為學校主要通報人',
  'mail.promoted.body':
    '帳號移轉申請已核可，您現在是學校主要通報人。請重新設定密碼後登入。\n學校：{{school}}\n帳號：{{account}}',
  'mail.demoted.subject': '【學路通報系統】主要通報人已移轉，帳號停用通知',
  'mail.demoted.body':
    '學校主要通報人的移轉申請已核可。您的權限改為一級主管，帳號已停用。\n學校：{{school}}\n帳號：{{account}}\n\n如需繼續使用，請洽新的學校主要通報人員啟用帳號。',
  'mail.passwordChanged.subject': '【學路通報系統】密碼設定完成',
  'mail.passwordChanged.body':
    '您的帳號密碼已設定完成，其他已登入的裝置都已登出。\n學校：{{school}}\n帳號：{{account}}\n\n若不是您設定的，請立即使用「忘記密碼」重新設定，並告知學校主要通報人員。',
  'mail.secondFactorReset.subject': '【學路通報系統】兩步驟驗證已解除',
  'mail.secondFactorReset.body':
    '您的兩步驟驗證已由管理者解除，登入時不再需要驗證器的驗證碼。\n學校：{{school}}\n帳號：{{account}}\n\n若不是您要求的，請立即聯絡主管機關。',

  'mailbox.title': '寄出的信件',
  'mailbox.hint': '本機未設定寄信服務，信件保存在這台電腦，只能在本機查看。最新的在最上面。',
  'mailbox.empty': '目前沒有信件。',
  'mailbox.back': '回信件清單',
  'mailbox.time': '時間',
  'mailbox.to': '收件人',
  'mailbox.subject': '主旨',
} as const satisfies Record<string, string>;
