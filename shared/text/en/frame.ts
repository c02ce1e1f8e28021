export const frame = {
  'app.windowTitle': '{{page}} · Xuelu',
  'app.subtitle': 'Reports of school leaving and dropout',

  'frame.skip': 'Skip to content',
  'frame.loading': 'Loading…',
  'frame.close': 'Close',

  'menu.label': 'Menu',
  'menu.collapse': 'Collapse menu',
  'menu.expand': 'Expand menu',
  'menu.home': 'Home',
  'menu.leaving': 'School leaving',
  'menu.dropout': 'Dropout',
  'menu.outbox': 'Outbox',
  'menu.settings': 'Settings',
  'menuGroup.reporting': 'Reports',
  'menuGroup.queries': 'Queries',
  'menuGroup.statistics': 'Statistics',
  'menuGroup.others': 'Other',

  'place.home': 'Home',
  'place.newCase': 'New filing',
  'place.editCase': 'Edit filing',
  'place.case': 'Case',
  'place.print': 'Print preview',
  'place.outbox': 'Outbox',
  'place.settings': 'Settings',

  'topBar.primary': 'Primary reporter: {{name}}',
  'topBar.signOut': 'Sign out',
  'countdown.label': 'Time until automatic sign-out',
  'countdown.soon': 'Signing out soon',
  'countdown.oneMinute':
    'You will be signed out in one minute. Press any key to go on; what was saved as a draft is kept.',

  'notice.retry': 'Try again',
  'notice.code': 'Code: {{code}}',
  'notice.withReason': '{{reason}}. {{sentence}}',
  'lock.named': '{{act}} (not available: {{reason}})',

  'fault.title': 'Something unexpected happened',
  'fault.reload': 'Reload the window',
  'lost.title': 'Page not found',
  'lost.text': 'There is no page at this place.',
  'lost.home': 'Back to home',

  'key.search': 'Search cases, pages and acts',
  'key.newCase': 'New filing',
  'key.print': 'Print what is shown',
  'key.submit': 'Submit',
  'key.menu': 'Open item 1 to 9 of the menu',
  'key.help': 'Help for this page',
  'key.keys': 'List of keys',
  'key.close': 'Close a dialog or menu',
  'key.rows': 'List: previous and next row',
  'key.rowEnds': 'List: first and last row',
  'key.rowPages': 'List: ten rows up or down',
  'key.openRow': 'List: open the case',

  'search.label': 'Search',
  'search.hint': 'Name, student number, case number or page',
  'search.file': 'New filing: {{list}}',
  'search.nothing': 'Nothing found',

  'help.title': 'Help for this page',
  'help.home':
    '“My desk” lists the cases that wait for you, the most urgent first. A click opens the act itself.\n“Drafts” are what you have begun to type; press “Go on” to continue.',
  'help.cases':
    'The list shows cases by filing date, the last twelve months at first. Dates, state and text filter as you type, and stay when you come back.\n“Form” opens the case. Under “Report / close” a ▶ can be pressed; a lock tells its reason when you point at it.\n“Columns” chooses what is shown.',
  'help.newCase':
    'Enter the identity number first, then the personal data and the case data. What you type is saved as a draft by itself; go on from “Drafts” on the home page.\nWithout the reporting service you can file as well; register data are checked once you are online.',
  'help.editCase':
    'Save or submit after your changes. What you type is saved as a draft by itself; go on from “Drafts” on the home page.',
  'help.case':
    'The content of the case, its tracking records and its history. What can be done stands at the top right; a locked act tells its reason.',
  'help.print':
    'The preview is the printed page. Print it or save it as a PDF. Cancelling does not affect the case.',
  'help.outbox':
    'What has not reached the reporting service yet, and why. Most of it needs nothing: it is sent in order once you are online.\nWhat was refused can be withdrawn; its content stays as a draft to be changed and sent again.',
  'help.settings': 'Your data, the state of this computer, language and light or dark.',
} as const satisfies Record<string, string>;
