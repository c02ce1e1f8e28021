export const failures = {
  'failure.INVALID_INPUT':
    'The data do not have the right form, so nothing was done. Please open the page again; if it happens again, tell your system administrator.',
  'failure.FORM_INVALID': 'Some fields need a change. Please follow the notes below the fields.',
  'failure.SCHEMA_UNSUPPORTED':
    'This version does not work with the reporting service. Please update the program; what has not been sent is kept.',
  'failure.PAYLOAD_TOO_LARGE': 'The content is too large. Please shorten it and try again.',
  'failure.SIGNED_OUT': 'Your session has ended. Please sign in again.',
  'failure.WRONG_CREDENTIALS': 'Account and password do not match. Please enter them again.',
  'failure.WRONG_CAPTCHA': 'The verification code does not match. Please enter the one in the new image.',
  'failure.LOCKED_OUT': 'Signing in failed several times. Please try again in fifteen minutes.',
  'failure.ACCOUNT_DISABLED':
    'This account cannot sign in at present: it is disabled, or the link in its mail was not followed yet. Please look at your mail, or ask your school’s primary reporter.',
  'failure.FORBIDDEN':
    'Your role does not include this step. If you need it, ask your school’s primary reporter.',
  'failure.REVOKED':
    'Your rights have changed, so this was not sent; it is kept on this computer. Please ask your school’s primary reporter.',
  'failure.NOT_FOUND': 'This item was not found. Please go back to the list and search again.',
  'failure.NOT_ALLOWED': 'This step is not possible now. Please look at the state of the case and try again.',
  'failure.REASON_NOT_ALLOWED':
    'The reason for closing does not apply to cases of this kind. Please choose another.',
  'failure.CATEGORY_FIXED':
    'The kind of leaving of a reported case cannot be changed. When an absence turns into a suspension, close this case first and then file a suspension.',
  'failure.ADULT':
    'The student is 18, so no filing is needed. A case that has not been reported can be voided.',
  'failure.DUPLICATE_CASE':
    'This student already has an open case of this kind. Please look at that case first.',
  'failure.STUDENT_NOT_IN_REGISTER':
    'The register of this school has no such number. Please check the number; if it is right, ask the registrar’s office to update the register.',
  'failure.STUDENT_ELSEWHERE':
    'This student is enrolled at another school. Please check the number or ask the student register.',
  'failure.ENROLMENT_MISMATCH':
    'The student’s place of enrolment does not match the register. Please ask the student register.',
  'failure.REGISTER_DIFFERS':
    'The name or date of birth differs from the register. Please check them and file again.',
  'failure.OP_ID_REUSED':
    'This differs from what was sent before, so it was not accepted. Please open the case, check it and send it again.',
  'failure.CONFLICT':
    'Somebody else has changed the case, so your changes were not accepted. Please compare both versions and send again.',
  'failure.GAP': 'Earlier data have not arrived yet. They are sent again in order; there is nothing to do.',
  'failure.EPOCH_CHANGED':
    'The reporting service was restored from a backup. Data are compared and sent again by themselves; there is nothing to do.',
  'failure.OFFLINE': 'The reporting service cannot be reached. What is saved is sent once it can.',
  'failure.INTERCEPTED':
    'Something in the network intercepts the connection; the data wait on this computer. Please complete the network sign-in in a browser or ask your IT staff.',
  'failure.UNAVAILABLE':
    'The reporting service does not answer at the moment. Please try again later; what is saved is sent again by itself.',
  'failure.RATE_LIMITED': 'There were many requests in a short time. Please wait a little and try again.',
  'failure.UNEXPECTED':
    'Something unexpected happened; everything saved is still there. Please try again; if it happens again, tell your system administrator.',
  'failure.NO_KEY_STORE':
    'This computer has no key store, so nothing is kept on it and work is possible online only. Please ask your IT staff.',
  'failure.VAULT_LOCKED': 'The data on this computer are locked. Please sign in again.',
  'failure.VAULT_NEWER': 'The data on this computer come from a newer version. Please update the program.',
  'failure.VAULT_DAMAGED':
    'The data file on this computer cannot be read. Please keep the file and tell your system administrator.',
  'failure.VAULT_BUSY':
    'Another program is using the data file on this computer. Please wait a little and try again.',
  'failure.DISK_FULL':
    'The disk is full, so this has not been saved yet. Please free some space and try again.',
  'failure.CENTRAL_UNKNOWN': 'The address of the reporting service is not set. Please enter it first.',
  'failure.NOT_CENTRAL': 'There is no reporting service at this address. Please check the address.',
  'failure.OFFLINE_FIRST_SIGN_IN':
    'The first sign-in on this computer needs a network connection. Please connect and sign in again.',
  'failure.PRINT_FAILED': 'Not printed; the case is not affected. Please check the printer and try again.',
  'failure.reportId': 'Report number: {{reportId}}',

  'check.required': 'Required',
  'check.unknownField': 'The form has no such field',
  'check.unknownCode': 'Please choose one of the options',
  'check.exclusive': 'One of the chosen options cannot be combined with others',
  'check.noneInMainGroup': 'Please choose at least one cause under the chosen main cause',
  'check.textTooLong': 'At most {{max}} characters, now {{count}}',
  'check.textForbidden': 'Character {{position}} ({{codePoint}}) cannot be used; please delete it',
  'check.phonePart': 'Number {{position}}, “{{part}}”, is not a phone number',
  'check.phoneTooMany': 'At most {{max}} numbers, now {{count}}',
  'check.dateFormat': 'Please enter a date, for example 115/11/21',
  'check.dateMissing': 'There is no such date',
  'check.dateFuture': 'The date cannot be later than today',
  'check.dateBefore': 'The date cannot be before: {{field}} ({{date}})',
  'check.rocYearZero': 'ROC years begin with 1',
  'check.rocYearWestern': 'Please enter the ROC year: {{year}} is ROC year {{rocYear}}',
  'check.rangeReversed': 'The end date cannot be before the start date',
  'check.rangeTooLong': 'The range can be {{years}} years at most',
  'check.identityLength': 'The number has {{expected}} characters, now {{length}}',
  'check.identityLetter': 'Character {{position}} should be a letter from A to Z',
  'check.identitySecond': 'Character {{position}} should be 1, 2, 8, 9 or A to D',
  'check.identityDigit': 'Character {{position}} should be a digit',
  'check.identityChecksum': 'The check digit does not fit; please compare every character',
  'check.identityOldEnded':
    'Old resident numbers were valid until 31 December 2030; please enter the new number',
  'check.passportFormat': 'A passport number has 5 to 20 letters and digits',
  'check.provisionalFormat': 'A provisional number is TMP, six characters of school code and four digits',
  'check.invisibleRemoved': 'Invisible characters were removed',
  'check.identitySexDiffers': 'The number and the register tell a different sex; please check',
} as const satisfies Record<string, string>;
