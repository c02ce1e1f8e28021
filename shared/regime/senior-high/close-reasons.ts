/** 結案事由 of 無故缺曠; the others are a part of it [A:378–419]. 「就業」 is no ground for closing [A:1269]. */
const COMMON = [
  'BACK_TO_SCHOOL',
  'OTHER_SENIOR_HIGH',
  'COLLEGE',
  'GIVES_UP_STATUS',
  'STATUS_REVOKED',
  'DEATH',
  'ABROAD',
  'DETAINED',
] as const;

/** Reasons by 離校種類; 無故七日轉休學 stands with 無故缺曠 only. */
export const SENIOR_HIGH_CLOSE_REASONS = {
  ABSENCE3: [...COMMON, 'SEVEN_DAYS_TO_SUSPENSION'],
  SUSPENSION: COMMON,
} as const satisfies Record<string, readonly string[]>;
