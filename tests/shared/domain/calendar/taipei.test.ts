import { expect, test } from 'vitest';
import {
  instantMsOf,
  taipeiDate,
  taipeiInstantMs,
  taipeiTime,
} from '../../../../shared/domain/calendar/taipei.ts';

test.each([
  ['2026-11-21T15:59:59.999Z', '2026-11-21', '23:59'],
  ['2026-11-21T16:00:00Z', '2026-11-22', '00:00'],
  ['2026-12-31T16:00:00Z', '2027-01-01', '00:00'],
  ['2026-07-01T06:32:10Z', '2026-07-01', '14:32'],
  ['2026-11-21T14:32:00+08:00', '2026-11-21', '14:32'],
])('[CA7] [security 7.7] %s is %s %s in Taipei', (instant, date, time) => {
  expect(taipeiDate(instantMsOf(instant))).toBe(date);
  expect(taipeiTime(instantMsOf(instant))).toBe(time);
});

test('[CA7] agrees with the zone Asia/Taipei of the platform', () => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Taipei', dateStyle: 'short' });
  for (let hour = 0; hour < 24 * 366; hour += 7) {
    const instantMs = Date.UTC(2026, 0, 1, hour);
    expect(taipeiDate(instantMs)).toBe(format.format(instantMs));
  }
});

test('[CA7] day and time in Taipei give the instant', () => {
  expect(taipeiInstantMs('2026-11-21', '14:32')).toBe(Date.UTC(2026, 10, 21, 6, 32));
  expect(taipeiInstantMs('2026-11-22', '00:00')).toBe(Date.UTC(2026, 10, 21, 16));
});

test.each(['24:00', '1:00', '12:60', '12:00:00', ''])('[CA7] %j is no time', (time) => {
  expect(() => taipeiInstantMs('2026-11-21', time)).toThrow(RangeError);
});

test.each(['2026-11-21', '2026-11-21T06:32:00', '2026-13-01T00:00:00Z', 'T1Z', ''])(
  '[CA7] %j is no instant with its zone',
  (text) => {
    expect(() => instantMsOf(text)).toThrow(RangeError);
  },
);

test('[CA7] no number is no instant', () => {
  expect(() => taipeiDate(Number.NaN)).toThrow(RangeError);
});
