/** Mails of the account flows (domain §1.4) and the local page where caught ones are read. */
export const mail = {
  'mail.sender': 'Xuelu reporting service',
  'mail.greeting': 'Dear {{name}},',
  'mail.footer':
    '--\nThis mail was sent by the Xuelu reporting system; please do not reply to it.\nPlease do not pass it on: its link is for you alone.\nFor questions ask your school’s primary reporter or the authority.',
  'mail.link.setPassword':
    'Please open this link before {{until}} and set a password; then you can sign in (the link works once):\n{{link}}',
  'mail.link.verify':
    'Please open this link before {{until}}, check the account data and press Verify; then you can sign in (the link works once):\n{{link}}',
  'mail.link.reset':
    'Please open this link before {{until}} (within one hour) and set a new password (the link works once):\n{{link}}',

  'mail.approved.subject': '[Xuelu] Your account is approved, please set a password',
  'mail.approved.body': 'Your account has been approved.\nSchool: {{school}}\nAccount: {{account}}',
  'mail.returned.subject': '[Xuelu] Your application was returned',
  'mail.returned.body':
    'Your application was reviewed and returned.\nSchool: {{school}}\nAccount: {{account}}\nReason: {{reason}}\n\nPlease correct it accordingly and apply again.',
  'mail.disabled.subject': '[Xuelu] Your account is disabled',
  'mail.disabled.body':
    'Your account is disabled and cannot sign in at present.\nSchool: {{school}}\nAccount: {{account}}\n\nTo use it again, ask your school’s primary reporter or the authority.',
  'mail.enabled.subject': '[Xuelu] Your account is enabled again',
  'mail.enabled.body': 'Your account has been enabled again.\nSchool: {{school}}\nAccount: {{account}}',
  'mail.reset.subject': '[Xuelu] Forgotten password',
  'mail.reset.body':
    'Somebody asked for a new password for this account.\nSchool: {{school}}\nAccount: {{account}}\n\nIf it was not you, tell your school’s primary reporter; without the link being opened the password stays.',
  'mail.promoted.subject': '[Xuelu] You are the school’s primary reporter',
  'mail.promoted.body':
    'The hand-over was approved: you are now the school’s primary reporter. Please set a password again before you sign in.\nSchool: {{school}}\nAccount: {{account}}',
  'mail.demoted.subject': '[Xuelu] The primary reporter has changed, your account is disabled',
  'mail.demoted.body':
    'The hand-over of the school’s primary reporter was approved. Your role is now department head, and the account is disabled.\nSchool: {{school}}\nAccount: {{account}}\n\nTo go on using it, ask the new primary reporter to enable it.',
  'mail.passwordChanged.subject': '[Xuelu] Your password was set',
  'mail.passwordChanged.body':
    'The password of your account was set, and all other devices were signed out.\nSchool: {{school}}\nAccount: {{account}}\n\nIf it was not you, use Forgot password at once and tell your school’s primary reporter.',
  'mail.secondFactorReset.subject': '[Xuelu] Your second step was switched off',
  'mail.secondFactorReset.body':
    'An administrator switched your second step off: signing in asks for no code any more.\nSchool: {{school}}\nAccount: {{account}}\n\nIf you did not ask for it, tell the authority at once.',

  'mailbox.title': 'Mails sent',
  'mailbox.hint':
    'No mail service is set up: mails are kept on this computer and can be read here only. The newest stands first.',
  'mailbox.empty': 'There are no mails yet.',
  'mailbox.back': 'Back to the list',
  'mailbox.time': 'Time',
  'mailbox.to': 'To',
  'mailbox.subject': 'Subject',
} as const satisfies Record<string, string>;
