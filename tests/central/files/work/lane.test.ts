import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLane } from '../../../../central/files/work/lane.ts';
import { WORK_LIMITS } from '../../../../central/files/work/task.ts';
import { startCentral, type TestCentral } from '../../../helpers/central.ts';
import { askCentral } from '../../../helpers/central-client.ts';
import { aPng } from '../../../helpers/file-builders.ts';
import { bombs } from '../../../helpers/hostile-files.ts';
import { aDocument } from '../../../helpers/pdf-builder.ts';

let central: TestCentral;
/** Bombs are given up soon; honest work has its usual time. */
const lane = makeLane({ ...WORK_LIMITS, seconds: 5, megabytes: 700 });
beforeAll(async () => {
  central = await startCentral();
});
afterAll(async () => {
  lane.close();
  patient.close();
  await central.close();
});

const patient = makeLane();
const check = (content: Uint8Array) => lane.run({ kind: 'check', type: 'application/pdf', content });
const page = (content: Uint8Array, on = patient) =>
  on.run({ kind: 'page', type: 'application/pdf', content, page: 1 });
const taken = { ok: true, value: expect.objectContaining({ pages: 1 }) };

/** Asks for the health over and over until something has come to its end; every answer, as a status. */
async function healthDuring(work: Promise<unknown>): Promise<Set<number>> {
  const seen = new Set<number>();
  let over = false;
  const settled = work.finally(() => (over = true));
  do seen.add((await askCentral(central.app, 'health.get', {})).status);
  while (!over);
  await settled;
  return seen;
}

describe('[security 7.32] bombs do not take the service down', () => {
  test.each([
    ['forms that draw each other without end', 'unreadable', bombs.forms],
    ['gigabytes of zeros, packed twice', 'unreadable', bombs.zeros],
    ['lists in lists in lists', 'damaged', bombs.levels],
  ] as const)('%s: %s', async (_title, problem, make) => {
    const content = make();
    const looking = check(content);
    expect(await healthDuring(looking)).toEqual(new Set([200]));
    expect(await looking).toEqual({ ok: false, problem });
    expect(await page(content, lane)).toEqual({ ok: false, problem });
    expect(await check(aDocument())).toEqual(taken);
    expect(central.faults).toEqual([]);
  });

  test('what waits behind a bomb has its turn, in order', async () => {
    const order: string[] = [];
    const note = (name: string) => () => void order.push(name);
    const bomb = check(bombs.forms());
    const good = check(aDocument());
    await Promise.all([bomb.then(note('bomb')), good.then(note('good')), good]);
    expect(order).toEqual(['bomb', 'good']);
    expect(await good).toEqual(taken);
  });

  test('more than can wait is turned away at once, and what waited is done', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => check(aDocument())));
    const done = all.filter((looked) => looked !== null);
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(40);
    expect(done).toEqual(done.map(() => taken));
    expect(await check(aDocument())).toEqual(taken);
  });

  test('a process that was ended from outside is made anew', async () => {
    lane.close();
    expect(await check(aDocument())).toEqual(taken);
  });
});

describe('pages', () => {
  test('a page of a PDF and a picture come as PNG of a size that fits a screen', async () => {
    const size = async (looked: Awaited<ReturnType<typeof patient.run>>) => {
      if (looked?.ok !== true) throw new Error(JSON.stringify(looked));
      const png = Buffer.from(looked.value.content);
      return [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    expect(await size(await page(aDocument()))).toEqual(['PNG', 1600, 2264]);
    expect(await size(await page(aDocument({ box: '[0 0 100 2000]' })))).toEqual(['PNG', 230, 4600]);
    const large = await aPng(3000, 1000);
    const shown = await patient.run({ kind: 'page', type: 'image/png', content: large, page: 1 });
    expect(await size(shown)).toEqual(['PNG', 2000, 667]);
  });

  test('a page of nothing but noise still fits through the door', async () => {
    const noise = await sharp(randomBytes(2000 * 2000 * 3), {
      raw: { width: 2000, height: 2000, channels: 3 },
    })
      .jpeg({ quality: 70 })
      .toBuffer();
    const shown = await patient.run({ kind: 'page', type: 'image/jpeg', content: noise, page: 1 });
    expect(shown).toMatchObject({ ok: true });
    if (shown?.ok === true) expect(shown.value.content.length).toBeLessThan(6 * 1024 * 1024);
  });

  test('a page beyond the last one is refused', async () => {
    const content = aDocument({ pages: 2 });
    expect(await patient.run({ kind: 'page', type: 'application/pdf', content, page: 3 })).toEqual({
      ok: false,
      problem: 'pages',
    });
  });
});
