/** Pages that a link in a mail opens (domain §1.4.2, §1.4.7, §1.4.8). */
export const linkPages = {
  'linkPage.product': 'Xuelu reporting system',
  'linkPage.setPassword.title': 'Set a password',
  'linkPage.setPassword.lead': 'Please set your password. Afterwards you can sign in to Xuelu.',
  'linkPage.setPassword.submit': 'Set password',
  'linkPage.reset.title': 'Set a new password',
  'linkPage.reset.lead': 'Please enter a new password. Devices that are signed in will be signed out.',
  'linkPage.reset.submit': 'Set new password',
  'linkPage.verify.title': 'Verify your account',
  'linkPage.verify.lead':
    'Your account was enabled again. Please check the data below and press Verify. Your password stays as it was.',
  'linkPage.verify.hint':
    'Do not verify when something is not right; ask your school’s primary reporter or the authority.',
  'linkPage.verify.submit': 'Verify',
  'linkPage.facts': 'Account data',
  'linkPage.account': 'Account',
  'linkPage.name': 'Name',
  'linkPage.school': 'School',
  'linkPage.county': 'County',
  'linkPage.roles': 'Roles',
  'linkPage.email': 'E-mail',
  'linkPage.password': 'New password',
  'linkPage.repeat': 'New password once more',
  'linkPage.rules': 'Rules of the password',
  'linkPage.required': 'Please enter a new password',
  'linkPage.repeatRequired': 'Please enter the new password once more',
  'linkPage.repeatDiffers': 'The two entries differ; please enter them again',
  'linkPage.problems':
    'The password is not set yet. Please see to the following, then enter the password twice again',
  'linkPage.problemsTitle': 'Please correct: {{title}}',
  'linkPage.done.password.title': 'The password is set',
  'linkPage.done.password.lead':
    'Please go back to Xuelu and sign in with the new password. This page can be closed.',
  'linkPage.done.verify.title': 'Your account is verified',
  'linkPage.done.verify.lead':
    'Please go back to Xuelu and sign in with your password. This page can be closed.',
  'linkPage.unusable.title': 'This link cannot be used',
  'linkPage.unusable.lead':
    'It may have been used, may be out of date, or a newer mail was sent. Please open the link of the newest mail.',
  'linkPage.unusable.done': 'If you have just set your password or verified, go back to Xuelu and sign in.',
  'linkPage.unusable.next':
    'For a forgotten password press Forgot password at the sign-in of Xuelu once more; otherwise ask your school’s primary reporter or the authority.',
  'linkPage.busy.title': 'Please try again later',
  'linkPage.busy.lead':
    'There were too many requests from your network; please try again in {{seconds}} seconds. The link is still good.',
  'linkPage.fault.title': 'Not possible at present',
  'linkPage.fault.lead': 'The system is busy; please reload this page in a while. The link is still good.',
} as const satisfies Record<string, string>;
