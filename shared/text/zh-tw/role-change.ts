/** 權限異動申請 [A:182–246]. */
export const roleChange = {
  'roleChange.transferTitle': '學校主要通報人 轉移帳號',
  'roleChange.promotionTitle': '申請權限提升為 學校主要通報人',
  'roleChange.transferPurpose':
    '把主要通報人移轉給校內另一個已啟用的帳號。國教署核可之前，您的帳號照常使用。',
  'roleChange.promotionPurpose': '原主要通報人已離校或不便聯繫時，由接任的人在這裡申請。',
  'roleChange.loading': '讀取中…',
  'roleChange.data': '申請資料',
  'roleChange.successorId': '新主通-帳號列表',
  'roleChange.successorHint': '列出校內已啟用的導師、輔導人員、一級主管；新任請先以「校內人員申請」註冊',
  'roleChange.successorName': '新主通-姓名',
  'roleChange.successorPhone': '新主通-連絡電話',
  'roleChange.successorEmail': '新主通-電子信箱',
  'roleChange.transferForm': '核定後帳號移轉申請表（必繳）',
  'roleChange.appointment': '新主通聘書（非必繳）',
  'roleChange.printBlank': '列印空白移轉申請表',
  'roleChange.printFilled': '列印已填移轉申請表',
  'roleChange.nobody':
    '校內還沒有可以接任的帳號。請新任先在登入畫面以「校內人員申請」註冊，並由您在「帳號管理」啟用。',
  'roleChange.pending': '{{at}} 已提交，由{{name}}（{{account}}）接任，待國教署審核。',
  'roleChange.returned': '上次的申請已於 {{at}} 退件，修正後可以重新提交。',
  'roleChange.reason': '退件原因：{{reason}}',
  'roleChange.told': '國教署收到申請並審核；核可或退件都會寄信通知',
  'roleChange.locks': '核可時，您的帳號自動降為一級主管且停用；在那之前照常使用',
  'roleChange.locksOther': '核可時，原主要通報人的帳號自動降為一級主管且停用',
  'roleChange.follows': '核可後，系統寄信給{{name}}（{{email}}），依信件中的連結設定密碼即可登入',
  'roleChange.letter.national': '請備函檢附核章後的移轉申請表，函送國教署。',
  'roleChange.letter.county':
    '請備函檢附核章後的移轉申請表，函送所屬教育局（處），由教育局（處）再函轉國教署。',
  'roleChange.handoverPurpose': '請與接任的人一起看過這份清單，也可以列印存查。',
  'roleChange.printHandover': '列印移交清單',
  'roleChange.sendFirst': '有資料尚未送出。核可後這個帳號會停用，請先連線送出。',
  'term.returnHelp': '協助復學期限（五個工作天）',
  'term.adult': '年滿18歲自動結案',
  'term.overAge': '超齡（學年結束）',
  'roleChange.noDue': '無期限',
  'roleChange.due': '下次期限：{{date}}　{{what}}',
  'roleChange.summary':
    '提交之前請先看移交清單：未結案件 {{cases}} 件、尚未送出 {{unsent}} 筆、待審核申請 {{approvals}} 筆。',
  'roleChange.summaryOffline':
    '提交之前請先看移交清單：未結案件 {{cases}} 件、尚未送出 {{unsent}} 筆；待審核申請連線後才能顯示。',
  'roleChange.toHandover': '看移交清單',
} as const satisfies Record<string, string>;
