export const shell = {
  'shell.menu.edit': 'Edit',
  'shell.menu.undo': 'Undo',
  'shell.menu.redo': 'Redo',
  'shell.menu.cut': 'Cut',
  'shell.menu.copy': 'Copy',
  'shell.menu.paste': 'Paste',
  'shell.menu.selectAll': 'Select all',
  'shell.menu.view': 'View',
  'shell.menu.zoomIn': 'Zoom in',
  'shell.menu.zoomOut': 'Zoom out',
  'shell.menu.zoomReset': 'Actual size',
  'shell.menu.quit': 'Quit Xuelu',
  'shell.save.title': 'Save as PDF',
  'shell.save.kind': 'PDF document',
  'shell.core.title': 'Xuelu cannot go on',
  'shell.core.message': 'The part that reads and writes the data keeps stopping.',
  'shell.core.detail':
    'Everything the screen called saved is still there. Press “Try again” first; if it happens again, quit Xuelu and tell your system administrator.',
  'shell.core.again': 'Try again',
  'shell.core.quit': 'Quit Xuelu',
  'shell.window.message': 'The window keeps stopping.',
  'shell.policy.title': 'Administrator settings not applied',
  'shell.policy.message': 'The administrator’s settings file cannot be read and was ignored.',
  'shell.policy.detail':
    'Xuelu works, but the address of the reporting service has to be typed. Please tell your system administrator. File: {{path}}',
  'shell.refused.title': 'Xuelu cannot start',
  'shell.refused.switch':
    'The start option --{{name}} would weaken the protection of student data, so Xuelu does not start.',
  'shell.refused.networkDrive':
    'Your user folder is on a network drive, where data may be damaged, so Xuelu does not start. Please tell your system administrator.',
} as const satisfies Record<string, string>;
