import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAccessMatrix, type AccessReport } from '../helpers/access-matrix.ts';
import { OWN_SCHOOL } from '../helpers/access/case.ts';
import { CALLS, doorKey, unlistedOf } from '../helpers/access/listed.ts';
import { ACCESS_ROWS } from '../helpers/access/rows.ts';
import { PAGE_ROWS } from '../helpers/access/rows-pages.ts';
import { ROLE_SETS, STATE_NAMES } from '../helpers/access/who.ts';
import { ROLES } from '../../shared/domain/account/role.ts';

const MINUTE_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'xuelu-access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('[security 7.27] [security 7.28] every route × role set × place × state of account and session', () => {
  let report: AccessReport;
  beforeAll(async () => {
    report = await runAccessMatrix(folder);
  }, 10 * MINUTE_MS);

  test('[CS5] [AC5] [AC6] [AC25] lets in whom the table names, refuses everybody else without a trace', () => {
    expect(report.findings).toEqual([]);
    expect(report.leaks).toBe(0);
  });

  test('has a row for every route, and a route for every row', () => {
    expect(report.unlisted).toBe(0);
    expect(report.routes).toBeGreaterThanOrEqual(CALLS.length + Object.keys(PAGE_ROWS).length);
  });

  test('is as large as it says', () => {
    expect(report.roleSets).toBe(ROLE_SETS.length);
    expect(new Set(ROLE_SETS.flat())).toEqual(new Set(ROLES));
    expect(report.assertions).toBeGreaterThanOrEqual(4000);
    process.stdout.write(`access matrix: ${report.routes} routes, ${report.assertions} assertions\n`);
  });
});

describe('the matrix itself', () => {
  const mounted = [...CALLS.map(doorKey), ...Object.keys(PAGE_ROWS)].map((key) => {
    const [method = '', url = ''] = key.split(' ');
    return { method, url };
  });

  test('finds a route that no row speaks of, and a row without a route', () => {
    expect(unlistedOf(mounted)).toEqual([]);
    expect(unlistedOf([...mounted, { method: 'HEAD', url: '/healthz' }])).toEqual([]);
    expect(unlistedOf([...mounted, { method: 'POST', url: '/v1/back-door' }])).toEqual([
      'no row speaks of POST /v1/back-door',
    ]);
    expect(unlistedOf(mounted.filter(({ url }) => url !== '/v1/policy'))).toHaveLength(2);
  });

  const small = { shards: 1, roleSets: [0], states: STATE_NAMES.filter((state) => state === 'active') };

  test('finds a call that is let in and should not be, one that should be, and one that tells known from unknown', async () => {
    const { findings } = await runAccessMatrix(folder, {
      ...small,
      rows: {
        ...ACCESS_ROWS,
        'unit.get': { unready: 'waits', cases: { school: { may: {}, input: () => ({ schoolId: null }) } } },
        'account.get': {
          unready: 'waits',
          cases: {
            staff: {
              may: { PRIMARY: OWN_SCHOOL },
              at: ['own'],
              unknownAlike: 'always',
              input: ({ place }) => ({ accountId: place.teacher.id }),
            },
          },
        },
        'policy.get': { unready: 'waits', cases: { all: { may: 'session', input: () => ({}) } } },
      },
    });
    expect(findings).toEqual([
      expect.stringMatching(/^PRIMARY active: account\.get staff \(own\) answers unknown ones otherwise/u),
      expect.stringMatching(/^PRIMARY active: unit\.get school \(own\): done 200 instead of FORBIDDEN/u),
      expect.stringMatching(/^PRIMARY active: policy\.get all \(own\): FORBIDDEN 403 instead of done/u),
      expect.stringMatching(/^PRIMARY active: policy\.get all \(own\) by HEAD/u),
    ]);
  });

  test('finds a refusal that changes something', async () => {
    const { findings } = await runAccessMatrix(folder, {
      ...small,
      spoil: (db) =>
        sql
          .raw(
            `create function kept.spoil() returns trigger language plpgsql as
              $$ begin update schools set revision = revision + 1; return null; end $$;
            create trigger spoil after insert on audit_log for each row execute function kept.spoil();`,
          )
          .execute(db),
    });
    expect(findings.filter((finding) => finding.endsWith('was refused and changed the database'))).toContain(
      'PRIMARY active: operation.submit report (county) was refused and changed the database',
    );
  });
});
