/** The frame of the window: menu, top bar, notices, keys, help, search. */
export const frame = {
  'app.windowTitle': '{{page}} · 學路',
  'app.subtitle': '中途離校／中輟學生通報',

  'frame.skip': '跳到主要內容',
  'frame.loading': '載入中…',
  'frame.close': '關閉',

  'menu.label': '功能列',
  'menu.collapse': '收合功能列',
  'menu.expand': '展開功能列',
  'menu.home': '首頁',
  'menu.leaving': '中途離校',
  'menu.dropout': '中途輟學',
  'menu.outbox': '待送出',
  'menu.settings': '設定',
  'menuGroup.reporting': '通報類別',
  'menuGroup.queries': '查詢',
  'menuGroup.statistics': '統計',
  'menuGroup.others': '其他',

  'place.home': '首頁',
  'place.newCase': '新增填報',
  'place.editCase': '修改填報',
  'place.case': '案件',
  'place.print': '列印預覽',
  'place.outbox': '待送出',
  'place.settings': '設定',

  'topBar.primary': '主要通報人：{{name}}',
  'topBar.signOut': '登出',
  'countdown.label': '距自動登出的時間',
  'countdown.soon': '即將自動登出',
  'countdown.oneMinute': '一分鐘後自動登出。按任一鍵即可繼續使用；已暫存的內容都會保留。',

  'notice.retry': '再試一次',
  'notice.code': '代碼：{{code}}',
  'notice.withReason': '{{reason}}。{{sentence}}',
  'lock.named': '{{act}}（無法使用：{{reason}}）',

  'fault.title': '畫面發生未預期的狀況',
  'fault.reload': '重新載入畫面',
  'lost.title': '找不到這個畫面',
  'lost.text': '這個位置沒有畫面。',
  'lost.home': '回到首頁',

  'key.search': '搜尋案件、功能與作業',
  'key.newCase': '新增填報',
  'key.print': '列印目前的畫面',
  'key.submit': '提交',
  'key.menu': '開啟功能列的第 1 至第 9 項',
  'key.help': '本頁說明',
  'key.keys': '按鍵一覽',
  'key.close': '關閉視窗或選單',
  'key.rows': '清單：上一列、下一列',
  'key.rowEnds': '清單：第一列、最後一列',
  'key.rowPages': '清單：往前、往後十列',
  'key.openRow': '清單：開啟案件',

  'search.label': '搜尋',
  'search.hint': '輸入姓名、學號、通報字號或功能名稱',
  'search.file': '新增填報：{{list}}',
  'search.nothing': '沒有符合的項目',

  'help.title': '本頁說明',
  'help.home':
    '「我的待辦」列出等您處理的案件，最急的在最上面。按一下即可開啟該項作業。\n「草稿」是您輸入到一半的內容，按「繼續」即可接著填。',
  'help.cases':
    '清單依填報日期列出案件，預設為最近十二個月。日期、狀態與文字一輸入就會篩選，離開再回來仍會保留。\n「填報表單」開啟案件；「通報結案」顯示 ▶ 時可以辦理，顯示鎖時將游標移上去即可看到原因。\n「欄位」可選擇要顯示的欄位。',
  'help.newCase':
    '先輸入身分證字號，再依序填寫基本資料與案件資料。內容會自動暫存，離開後可從首頁的「草稿」繼續。\n連不上通報服務時仍可填報，學籍資料會在連線後檢查。',
  'help.editCase': '修改後按「暫存」或「提交」。內容會自動暫存，離開後可從首頁的「草稿」繼續。',
  'help.case': '這裡有案件的內容、追蹤紀錄與歷程。可以辦理的作業在右上方；上鎖的作業會說明原因。',
  'help.print': '預覽與印出的紙張相同。可以列印，或存成 PDF。取消列印不影響案件。',
  'help.outbox':
    '這裡列出還沒送到通報服務的資料與原因。大多不需處理，連線後會依序自動送出。\n被退回的項目可以「撤下」，內容會保留為草稿，修改後再送出。',
  'help.settings': '可查看個人資訊與這台電腦的狀態，並選擇語言與明暗。',
} as const satisfies Record<string, string>;
