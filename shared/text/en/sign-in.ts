export const signIn = {
  'signIn.title': 'Sign in',
  'signIn.account': 'Account',
  'signIn.password': 'Password',
  'signIn.showPassword': 'Show password',
  'signIn.captcha': 'Verification code',
  'signIn.captchaImage': 'Image of the verification code',
  'signIn.captchaRefresh': 'Another verification code',
  'signIn.submit': 'Sign in',
  'signIn.offline': 'Offline: sign in from the vault of this computer, no verification code needed',
  'signIn.reconnect': 'Connect again',
  'signIn.ended': 'The session has ended. Please sign in again. What was saved as a draft is still there.',
  'signIn.lockedOut': 'Signing in failed several times. Please try again in {{minutes}} minutes.',
  'signIn.central': 'Reporting service: {{url}}',
  'signIn.changeCentral': 'Change',
  'signIn.register': 'Register',
  'signIn.forgot': 'Forgot password',
  'signIn.secondStep': 'Two-step verification',
  'signIn.code': 'Six digits of the authenticator',
  'signIn.codeHint': 'Open the authenticator on your phone and type what it shows now',
  'signIn.confirm': 'Sign in',
  'signIn.back': 'Back',

  'vaultLocked.lease':
    'Working offline has expired or was ended. Please sign in online once; all data are still there.',
  'vaultLocked.clock':
    'The clock of this computer was set back, so work offline is not possible. Please set the clock right or sign in online.',
  'vaultLocked.onlineOnly':
    'The password was wrong too often. Please sign in online; the data on this computer are still there.',
  'vaultLocked.passwordChanged':
    'The password was changed elsewhere. Please disconnect from the network and sign in with the old one once; all data are still there. If it is forgotten, ask the IT staff of your school.',
  'vaultLocked.readOnly':
    'The data folder of this computer cannot be written. Please ask the IT staff of your school to check its permissions; all data are still there.',
  'vaultLocked.disk':
    'The disk cannot be read or written. Please do not reinstall, and ask the IT staff of your school.',
  'vaultLocked.keyMissing':
    'The key file of the data on this computer is missing. Please keep the files and tell your system administrator.',

  'central.title': 'Set up the reporting service',
  'central.purpose':
    'This is the first start. Please enter the address of the reporting service, or ask the IT staff of your school.',
  'central.url': 'Address of the reporting service',
  'central.hint': 'For example https://report.example.edu.tw',
  'central.invalid': 'Please enter an address that begins with https://',
  'central.fixed': 'This address is set by your system administrator and cannot be changed here.',
  'central.submit': 'Connect',
  'central.cancel': 'Cancel',
} as const satisfies Record<string, string>;
