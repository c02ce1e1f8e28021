/**
 * Nouns of the calls whose acts concern accounts, units and requests: `noun.verb` is the action of an
 * audit line. What was read or done about students is not among them.
 */
export const ACCOUNT_NOUNS = [
  'account',
  'officer',
  'registration',
  'request',
  'roleChange',
  'password',
  'totp',
  'link',
  'profile',
  'unit',
] as const;

/** Readings of these nouns are written down, but are no acts upon an account. */
export const READINGS = [
  'account.list',
  'account.get',
  'request.list',
  'request.get',
  'roleChange.get',
  'profile.get',
  'unit.get',
] as const;
