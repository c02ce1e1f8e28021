export const acts = {
  'act.title': '{{verb}}: {{name}}',
  'act.close': 'Close window',
  'act.back': 'Not now',
  'act.optional': 'Optional fields',
  'act.aspect.told': 'Who is told',
  'act.aspect.locks': 'What locks',
  'act.aspect.follows': 'What follows',
  'act.aspect.paper': 'To print',

  'act.happened': '{{done}}: {{name}}',
  'act.sentLater':
    'It has not reached the reporting service yet; it is sent by itself once there is a connection. There is no need to do it again.',
  'act.toCase': 'Back to the case',
  'act.next': 'Next: {{name}}',
  'act.print.report': 'Print report form',
  'act.print.tracking': 'Print tracking form',
  'act.fileNext': 'New filing',
  'act.afterReason.SEVEN_DAYS_TO_SUSPENSION':
    'After closing with “absent seven days, changed to suspension”, a suspension has to be filed.',
  'act.closingReason': 'Closing reason: {{label}} (from the latest submitted tracking record)',
  'act.leadsToClosing':
    'The latest tracking record already suggests closing ({{label}}); once reported, the case waits for closing at once.',
  'act.enrolment.ownSchool':
    'When it reaches the reporting service, the place of enrolment is compared: the student must be enrolled and attending at this school. Offline, this happens once there is a connection.',
  'act.enrolment.otherSeniorHigh':
    'When it reaches the reporting service, the place of enrolment is compared: the student must be enrolled at another senior high school. Offline, this happens once there is a connection.',
  'act.enrolment.differs':
    'The register may not be up to date, or basic data such as the date of birth may be wrong. Please ask the register; if the enrolment has been confirmed otherwise, fill in the fields below and close again.',

  'act.senior-high.report.told':
    'The report goes to the central reporting service; filer and counsellors see its time in the history.',
  'act.senior-high.report.locks':
    'Basic data and case data cannot be changed any more, nor the leave category; voiding takes an official letter.',
  'act.senior-high.report.follows':
    'The case is then being tracked; it can be closed once the latest tracking record suggests it.',
  'act.senior-high.report.paper': 'Student report form',
  'act.senior-high.close.told': 'Filer and trackers see closing reason and time in the history.',
  'act.senior-high.close.locks': 'No more tracking records and no more changes.',
  'act.senior-high.close.follows':
    'The case is closed; if the student leaves again, another case has to be filed.',
  'act.senior-high.close.paper': 'Student tracking form',
  'act.senior-high.close.optional': 'Where the place of enrolment differs or cannot be compared',
  'act.senior-high.sendBack.told': 'The filer sees the case and your reason on the home page.',
  'act.senior-high.sendBack.locks': 'It cannot be reported until the filer submits it again.',
  'act.senior-high.sendBack.follows':
    'The case is returned for correction; submitted tracking records stay, and after resubmission it waits for reporting again.',
  'act.senior-high.void.told': 'The filer sees the reason in the history.',
  'act.senior-high.void.locks':
    'The case is kept for reference; it cannot be changed, tracked or reported any more.',
  'act.senior-high.void.follows': 'Its number is not used again; if needed, another case has to be filed.',
  'act.senior-high.deleteTracking.follows':
    'The record no longer counts; the history keeps the deletion. When no submitted record is left, the case goes back to filed (awaiting a tracking record).',

  'act.compulsory.report.told':
    'The report goes to the central reporting service; the compulsory attendance committee and the education department have to be told by letter.',
  'act.compulsory.report.locks': 'The filing cannot be changed any more; voiding takes an official letter.',
  'act.compulsory.report.follows':
    'The case is a reported dropout; students whose whereabouts are unknown are searched for.',
  'act.compulsory.find.told': 'The compulsory attendance committee has to be told in writing or by phone.',
  'act.compulsory.find.follows': 'The student is found but not back yet; counsel the return.',
  'act.compulsory.loseAgain.told': 'The searching offices have to be told again.',
  'act.compulsory.loseAgain.follows':
    'The case is a reported dropout again; the earlier date stays in the history.',
  'act.compulsory.acceptReturn.told': 'The registrar sees the case on the home page.',
  'act.compulsory.acceptReturn.follows':
    'The return is under way; help to complete it within five working days.',
  'act.compulsory.confirmReturn.told':
    'The return is reported the same day; the compulsory attendance committee and the education department have to be told by letter, and other offices involved.',
  'act.compulsory.confirmReturn.follows': 'The student is back; the guidance office goes on counselling.',
  'act.compulsory.close.told': 'Filer and trackers see closing reason and time in the history.',
  'act.compulsory.close.locks': 'No more tracking records and no more changes.',
  'act.compulsory.close.follows':
    'The case is closed; if the student drops out again, another case has to be filed.',
  'act.compulsory.void.told': 'The filer sees the reason in the history.',
  'act.compulsory.void.locks':
    'The case is kept for reference; it cannot be changed, tracked or reported any more.',
  'act.compulsory.void.follows': 'Its number is not used again; if needed, another case has to be filed.',
  'act.compulsory.deleteTracking.follows': 'The record no longer counts; the history keeps the deletion.',
} as const satisfies Record<string, string>;
