/** Account management [A:1050–1127], new officers, and the policy of the second step. */
export const accountManagement = {
  'place.accounts': 'Accounts',
  'help.accounts':
    'The accounts you look after. Status, right and keyword filter as you type and stay when you come back.\nView shows an account and lets you change its e-mail, phone, kinds and status; Update first tells who is notified and what follows.\nNormal / not verified: no password set yet, a forgotten password not yet set anew, or the verification link not yet followed after enabling.',

  'paging.label': 'Pages',
  'paging.first': 'First page',
  'paging.previous': 'Previous page',
  'paging.next': 'Next page',
  'paging.last': 'Last page',
  'paging.page': 'Page {{page}}',

  'accounts.purpose':
    'See the accounts of your school, change contact data and kinds, disable or enable them.',
  'accounts.purposeAgency':
    'See the accounts of schools and counties, change, disable or enable them, and create county officers and administrators.',
  'accounts.nonePending': 'No account waits for approval',
  'accounts.pending': 'Requests waiting for approval: {{count}}',
  'accounts.toQueue': 'Go to the approvals',
  'accounts.all': 'All',
  'accounts.role': 'Right',
  'accounts.keyword': 'Keyword',
  'accounts.keywordHint': 'Account, name, e-mail or phone',
  'accounts.keywordHintAgency': 'Account, name, e-mail, phone or school',
  'accounts.search': 'Search',
  'accounts.total': 'Accounts: {{count}}',

  'accounts.column.status': 'Status',
  'accounts.column.verified': 'Verified',
  'accounts.column.roles': 'Kind',
  'accounts.column.name': 'Name',
  'accounts.column.account': 'Account',
  'accounts.column.place': 'School / county',
  'accounts.column.email': 'E-mail',
  'accounts.column.phone': 'Phone',
  'accounts.column.open': 'Act',
  'accounts.open': 'View',
  'accounts.openNamed': 'View: {{name}}',
  'accounts.noPlace': 'K-12 agency',
  'accounts.nothing': '(none)',
  'accounts.noneFound.title': 'No account fits the filters',
  'accounts.noneFound.hint': 'Widen status, right or keyword, or press Clear filters.',
  'accounts.empty.title': 'No accounts yet',
  'accounts.empty.hint': 'People apply by Register on the sign-in page; approved accounts stand here.',

  'accounts.sheet': 'Account: {{name}}',
  'accounts.status': 'Account status',
  'accounts.status.enable': 'Enabled',
  'accounts.status.disable': 'Disabled',
  'accounts.rolesHint': 'One or more; the rights add up.',
  'accounts.registeredAt': 'Applied',
  'accounts.passwordSetAt': 'Password set',
  'accounts.passwordNever': 'No password set yet',
  'accounts.secondFactor': 'Two-step verification',
  'accounts.on': 'On',
  'accounts.off': 'Off',
  'accounts.link': 'Link in the mail',
  'accounts.link.waiting': 'The mail waits to be sent',
  'accounts.link.sent': 'Sent {{sent}}, not followed yet',
  'accounts.link.until': 'Sent {{sent}}, good until {{until}}',
  'accounts.lock.pending': 'The account waits for approval; approve or return it under Approvals.',
  'accounts.lock.rejected':
    'The application was returned and the account is not used; the person may apply again.',
  'accounts.lock.own':
    'This is your own account. Personal data of a primary reporter are changed by official letter to the K-12 agency.',
  'accounts.lock.letter':
    'Personal data of primary reporters and county officers are changed by official letter to the K-12 agency.',
  'accounts.lock.identity':
    'Name and account are changed by an administrator, so that accounts are not handed on.',
  'accounts.lock.roles': 'This kind of account is given by application and approval, not here.',
  'accounts.lock.ownStatus': 'Nobody changes the status or kind of the own account.',

  'accounts.update': 'Update',
  'accounts.unchanged': 'Nothing was changed; there is nothing to update.',
  'accounts.unsent': 'Changes not updated yet: {{count}}. They stay when the window is closed.',
  'accounts.undo': 'Undo',
  'accounts.reload': 'Load the latest',
  'accounts.change.field': 'Field',
  'accounts.change.before': 'Before',
  'accounts.change.after': 'After',
  'accounts.verb.change': 'Update the data',
  'accounts.verb.enable': 'Enable the account',
  'accounts.verb.disable': 'Disable the account',
  'accounts.told.change': 'No mail is sent; tell the person yourself.',
  'accounts.told.disable': 'A mail goes to {{email}}, saying that the account is disabled.',
  'accounts.told.enable': 'A mail goes to {{email}} with a verification link.',
  'accounts.told.enableNew': 'A mail goes to {{email}} with a link to set a password.',
  'accounts.told.noMail': 'The account has no e-mail address, so no mail is sent; tell the person yourself.',
  'accounts.ends.disable':
    'The present session ends at once, signing in is refused; links sent earlier are void.',
  'accounts.ends.account': 'The old account name no longer signs in; tell the person the new one.',
  'accounts.follows.disable': 'Filings and tracking records are kept; the account can be enabled again.',
  'accounts.follows.disablePrimary':
    'The school has no enabled primary reporter; nothing can be reported or closed until a new one is approved.',
  'accounts.follows.enable':
    'The person follows the link, checks the data and presses Verify before signing in; until then normal / not verified.',
  'accounts.follows.enableNew':
    'The person sets a password by the link before signing in; until then normal / not verified.',
  'accounts.follows.roles': 'The new rights hold at once, and the menu follows.',
  'accounts.follows.email': 'Later mails go to the new address.',
  'accounts.follows.rolesAndEmail':
    'The new rights hold at once, and the menu follows. Later mails go to the new address.',
  'accounts.follows.change': 'The new data hold at once; the change stands in the account history.',
  'accounts.done.change': 'Updated: {{name}}',
  'accounts.done.enable': 'Enabled: {{name}}; the mail is on its way',
  'accounts.done.disable': 'Disabled: {{name}}; the mail is on its way',
  'accounts.resend': 'Send the mail again',
  'accounts.told.resend': 'The mail goes to {{email}} once more, with a new link.',
  'accounts.ends.resend': 'Links sent earlier are void; only the new one works.',
  'accounts.follows.resend': 'The person finishes by following the new link.',
  'accounts.done.resend': 'Mail sent again to {{email}}',
  'accounts.resetSecondFactor': 'Reset two-step verification',
  'accounts.told.resetSecondFactor': 'A mail goes to {{email}}, saying that two-step verification was reset.',
  'accounts.ends.resetSecondFactor': 'The present authenticator no longer signs in to this account.',
  'accounts.follows.resetSecondFactor':
    'Make sure who asks for it. The person can set up an authenticator again after signing in.',
  'accounts.done.resetSecondFactor': 'Two-step verification reset: {{name}}',

  'accountFailure.OFFLINE':
    'The reporting service cannot be reached. Work on accounts needs it; what you typed stays on the screen, press again when connected.',
  'accountFailure.UNAVAILABLE':
    'The reporting service cannot be used for the moment. What you typed stays on the screen; press again later.',
  'accountFailure.CONFLICT':
    'Somebody has just changed the data, and your change was not sent. Load the latest: what you typed stays; check it and send again.',
  'accountFailure.NOT_ALLOWED': 'The account is in a state that does not allow this; look again and retry.',
  'accountFailure.SIGNED_OUT':
    'This sign-in cannot be used for account matters. Please sign out, then sign in online.',
  'accountFailure.FORBIDDEN': 'Your rights do not cover this.',
  'accountFailure.NOT_FOUND': 'It is not there; somebody may have dealt with it. The list was read again.',
  'accountFailure.ALREADY_DECIDED':
    'Somebody has already decided this request, or it is void. The list was read again.',
  'accountRefusal.undecided': 'The account waits for approval or was returned; deal with the request first',
  'accountRefusal.ownAccount': 'Nobody changes the status or kind of the own account',
  'accountRefusal.accountField': 'You may not change this field of the account',
  'accountRefusal.roleByRequest':
    'The kinds of primary reporters, county officers and administrators are not changed here',
  'accountRefusal.accountState': 'The state of the account has changed and does not allow this; look again',
  'accountRefusal.successorState':
    'The account of the new primary reporter cannot be used at present; deal with that account first',

  'officer.new': 'New county officer / administrator',
  'officer.next': 'Next',
  'officer.create': 'Create the account',
  'officer.county': 'County',
  'officer.chooseCounty': 'Choose',
  'officer.field.role': 'Kind',
  'officer.field.roles': 'Kind',
  'officer.field.county': 'County',
  'officer.field.name': 'Name',
  'officer.field.account': 'Account',
  'officer.field.email': 'E-mail',
  'officer.field.phone': 'Phone',
  'officer.field.letterNumber': 'Letter number',
  'officer.field.letterDate': 'Letter date',
  'officer.who': '{{role}}: {{name}} ({{account}})',
  'officer.told': 'A mail goes to {{email}} with a link to set a password.',
  'officer.follows.BUREAU':
    'The person signs in after setting a password (12 characters at least) and sees the data of the county.',
  'officer.follows.ADMIN':
    'The person signs in after setting a password (12 characters at least) and has all rights of an administrator.',
  'officer.done': 'Account created: {{name}}; the mail is on its way',

  'policy.title': 'System policy',
  'policy.secondFactor': 'Two-step verification',
  'policy.secondFactorHint':
    'Primary reporters, county officers and administrators enter six digits of an authenticator besides the password.',
  'policy.secondFactor.off': 'Not used',
  'policy.secondFactor.optional': 'Each person’s choice',
  'policy.secondFactor.required': 'Always',
  'policy.set': 'Change the policy',
  'policy.sheet': 'Change the policy of two-step verification',
  'policy.verb.off': 'Switch to not used',
  'policy.verb.optional': 'Switch to each person’s choice',
  'policy.verb.required': 'Switch to always',
  'policy.told':
    'No mail is sent; it holds for primary reporters, county officers and administrators from their next act.',
  'policy.follows.off': 'The password alone signs in; authenticators that were set up are not asked for.',
  'policy.follows.optional':
    'Whoever has an authenticator is still asked for it; others may switch it on under Settings.',
  'policy.follows.required':
    'Whoever has no authenticator sets one up after signing in, before anything else works. Tell them beforehand.',
  'policy.done': 'Two-step verification is now: {{choice}}',
} as const satisfies Record<string, string>;
