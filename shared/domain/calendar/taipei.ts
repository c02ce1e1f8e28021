import { dayNumber, type IsoDate } from './iso-date.ts';

/** Asia/Taipei is UTC+8 the whole year since 1980; the product holds no earlier instants. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const localIso = (instantMs: number): string => new Date(instantMs + OFFSET_MS).toISOString();

/**
 * The day that the calendar in Taipei shows at an instant (milliseconds since 1970 UTC). Central's
 * instant decides, not the computer's zone (security 7.7). Throws RangeError for no valid instant.
 */
export const taipeiDate = (instantMs: number): IsoDate => localIso(instantMs).slice(0, 10);

/** The clock in Taipei at an instant: `14:32`. */
export const taipeiTime = (instantMs: number): string => localIso(instantMs).slice(11, 16);

/** The instant, in milliseconds since 1970 UTC, at which Taipei has this day and time `HH:MM`. */
export const taipeiInstantMs = (date: IsoDate, time: string): number => {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!clock) throw new RangeError('not a time HH:MM');
  return dayNumber(date) * DAY_MS + (Number(clock[1]) * 60 + Number(clock[2])) * MINUTE_MS - OFFSET_MS;
};

/**
 * Milliseconds of an ISO instant. Throws RangeError without a zone, because such a text would mean
 * another instant on every computer.
 */
export const instantMsOf = (isoInstant: string): number => {
  const instantMs = Date.parse(isoInstant);
  if (!/T.*(?:Z|[+-]\d\d:\d\d)$/.test(isoInstant) || Number.isNaN(instantMs)) {
    throw new RangeError('not an instant with its zone');
  }
  return instantMs;
};
