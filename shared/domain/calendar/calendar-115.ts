import type { SchoolCalendar } from './school-calendar.ts';

/**
 * Year 115 (2026) as far as the sources name its days (domain §0.4). Default data, not law: an
 * administrator edits the calendar, and central serves it; winter and summer holidays are for the
 * school to enter. Offices keep their own days in January and February, so 11 to 13 February stand in the school's column only.
 */
export const CALENDAR_115: SchoolCalendar = {
  days: {
    // School days of 114-2 made up early, and the days they were made up for.
    '2026-01-21': 'makeup',
    '2026-01-22': 'makeup',
    '2026-01-23': 'makeup',
    '2026-02-11': 'off',
    '2026-02-12': 'off',
    '2026-02-13': 'off',
    // 中秋節, 教師節, 臺灣光復節 (moved), 行憲紀念日
    '2026-09-25': 'off',
    '2026-09-28': 'off',
    '2026-10-26': 'off',
    '2026-12-25': 'off',
  },
  officeDays: {
    '2026-09-25': 'off',
    '2026-09-28': 'off',
    '2026-10-26': 'off',
    '2026-12-25': 'off',
  },
};
