/** Change of the principal reporter [A:182–246]. */
export const roleChange = {
  'roleChange.transferTitle': 'Primary reporter: transfer of the account',
  'roleChange.promotionTitle': 'Apply to become primary reporter',
  'roleChange.transferPurpose':
    'Hands the post to another enabled account of the school. Until it is approved your account goes on as usual.',
  'roleChange.promotionPurpose':
    'For when the former primary reporter has left or cannot be reached: the successor applies here.',
  'roleChange.loading': 'Reading…',
  'roleChange.data': 'Application',
  'roleChange.successorId': 'New primary reporter: account',
  'roleChange.successorHint':
    'Enabled homeroom teachers, counsellors and heads of the school; a new colleague registers as staff first',
  'roleChange.successorName': 'New primary reporter: name',
  'roleChange.successorPhone': 'New primary reporter: telephone',
  'roleChange.successorEmail': 'New primary reporter: e-mail',
  'roleChange.transferForm': 'Stamped transfer form (required)',
  'roleChange.appointment': 'Letter of appointment (optional)',
  'roleChange.printBlank': 'Print blank transfer form',
  'roleChange.printFilled': 'Print filled transfer form',
  'roleChange.nobody':
    'No account of the school can take over yet. The successor registers as staff at the sign-in screen, and you enable the account under “Accounts”.',
  'roleChange.pending': 'Submitted {{at}}: {{name}} ({{account}}) is to take over; waiting for the review.',
  'roleChange.returned': 'The last application was returned {{at}}. You can mend it and submit again.',
  'roleChange.reason': 'Reason: {{reason}}',
  'roleChange.told': 'The national agency receives and reviews it; a mail tells of the decision',
  'roleChange.locks':
    'On approval your account becomes department head and is disabled; until then it goes on',
  'roleChange.locksOther': 'On approval the former primary reporter becomes department head and is disabled',
  'roleChange.follows': 'After approval {{name}} ({{email}}) gets a mail with a link to set a password',
  'roleChange.letter.national':
    'Please send the stamped transfer form with an official letter to the national agency.',
  'roleChange.letter.county':
    'Please send the stamped transfer form with an official letter to the county bureau, which forwards it.',
  'roleChange.handoverPurpose': 'Please go through this list with your successor; it can be printed, too.',
  'roleChange.printHandover': 'Print hand-over list',
  'roleChange.sendFirst':
    'Some work has not been sent. The account ends with the approval, so please connect and send it first.',
  'term.returnHelp': 'help to return (five working days)',
  'term.adult': 'closes at the age of 18',
  'term.overAge': 'over age (end of the school year)',
  'roleChange.noDue': 'no date',
  'roleChange.due': 'next date: {{date}}   {{what}}',
  'roleChange.summary':
    'Please look at the hand-over list before you submit: {{cases}} open cases, {{unsent}} not sent yet, {{approvals}} applications waiting.',
  'roleChange.summaryOffline':
    'Please look at the hand-over list before you submit: {{cases}} open cases, {{unsent}} not sent yet; applications are shown when connected.',
  'roleChange.toHandover': 'To the hand-over list',
} as const satisfies Record<string, string>;
