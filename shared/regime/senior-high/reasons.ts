/**
 * 缺課主因 and its items (domain §3.3). The seed's readable tail is 學校因素-其他, 社會因素 and 其他因素;
 * the rest is the recommended fill from the published list [P8].
 */
export const SENIOR_HIGH_REASONS = {
  PERSONAL: [
    'P_DISABILITY',
    'P_MENTAL',
    'P_LEARNING',
    'P_LAW',
    'P_SEXUAL_HARM',
    'P_PREGNANCY',
    'P_ROUTINE',
    'P_INTEREST',
    'P_WORK',
    'P_RETAKE',
    'P_GAMING',
    'P_OTHER',
  ],
  FAMILY: [
    'F_DEATH',
    'F_MISSING',
    'F_ILLNESS',
    'F_DIVORCE',
    'F_DISCIPLINE',
    'F_ABUSE',
    'F_HABITS',
    'F_DISCORD',
    'F_CARE',
    'F_TRANSPORT',
    'F_MONEY',
    'F_OTHER',
  ],
  SCHOOL: [
    'S_BORED',
    'S_CURRICULUM',
    'S_EXAMS',
    'S_TEACHERS',
    'S_DISCIPLINE',
    'S_PEERS',
    'S_BULLIED',
    'S_RULES',
    'S_ABSENCE',
    'S_OTHER',
  ],
  SOCIAL: ['C_FRIENDS', 'C_GANG', 'C_AMUSEMENT', 'C_OTHER'],
  OTHER: ['O_ABROAD', 'O_VANISHED', 'O_OTHER'],
} as const satisfies Record<string, readonly string[]>;

/** Each 「…-其他」 opens its own text field in place. */
export const SENIOR_HIGH_REASON_OTHER = {
  P_OTHER: 'reasonOtherPersonal',
  F_OTHER: 'reasonOtherFamily',
  S_OTHER: 'reasonOtherSchool',
  C_OTHER: 'reasonOtherSocial',
  O_OTHER: 'reasonOtherOther',
} as const;
