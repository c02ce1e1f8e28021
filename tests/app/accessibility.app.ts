import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from './support/look.ts';
import { openSchool, type School } from './support/school.ts';
import { SIGHTS, type See } from './support/sights.ts';
import { tourAgency } from './support/tour-accounts.ts';
import { tourFirstStart } from './support/tour-entry.ts';
import { tourOffice } from './support/tour-office.ts';
import { tourPrimary } from './support/tour-primary.ts';
import { tourTeacher } from './support/tour-teacher.ts';

const seen = new Map<string, readonly string[]>();
let school: School;
/** What ended the tour early. */
let fault: unknown;

const see: See = async (sight, screen) => {
  seen.set(sight, await look(screen));
};

async function tour(): Promise<void> {
  await tourFirstStart(see);
  await tourTeacher(see, school, await school.person('xr-teacher1'));
  await tourPrimary(see, school, await school.behindProxy('xr-primary'));
  await tourAgency(see, await school.person('admin'));
  await tourOffice(see, school, await school.person('zx-office', 'compulsory'));
}

beforeAll(async () => {
  school = await openSchool();
  await tour().catch((error: unknown) => {
    fault = error;
  });
}, 600_000);

afterAll(() => school.close());

describe('WCAG 2.2 AA in light and dark, one h1, nothing scrolls sideways at 125 % and 200 %', () => {
  test.each(SIGHTS)('%s', (sight) => {
    expect(seen.get(sight)).toEqual([]);
  });

  test('the tour came to its end', () => {
    expect(fault).toBeUndefined();
  });

  test('the windows complain of nothing', () => {
    expect(school.complaints()).toEqual([]);
  });
});
