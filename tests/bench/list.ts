import type { z } from 'zod';
import type { CaseQuery, CaseRow } from '../../shared/contract/core.ts';
import { addDays } from '../../shared/domain/calendar/iso-date.ts';
import type { CaseState } from '../../shared/domain/case/state.ts';
import {
  aCommit,
  NOW,
  nextId,
  operationsTo,
  payloadHash,
  SCHOOL_ID,
  TODAY,
} from '../helpers/case-builders.ts';
import { until } from '../helpers/clock.ts';
import { aDesk, getValue, studentNo, type TestDesk } from '../helpers/core.ts';
import { benchOf, type Bench } from './bench.ts';
import { inTurns } from './in-turns.ts';
import { openVault, type OpenVault } from './open-vault.ts';

const CASES = 5000;
const SIZE = { rounds: 9, pieces: 40 } as const;
const DAYS = 400;
const DAY_MS = 86_400_000;

/** As many of each state as a school might have after a year: most cases are closed. */
const STATES: readonly CaseState[] = [
  'TRACKING',
  'CLOSED',
  'PENDING_CLOSE',
  'CLOSED',
  'PENDING_REPORT',
  'TRACKING',
  'CLOSED',
  'FILED',
  'TRACKING',
  'CLOSED',
];

/** The half year that the list shows, one state, newest first: the first page of 50. */
const QUERY: z.input<typeof CaseQuery> = {
  regime: 'senior-high',
  from: addDays(TODAY, -183),
  to: TODAY,
  state: 'TRACKING',
  text: '',
  sort: 'filedAt',
  descending: true,
  cursor: null,
  limit: 50,
};

/** What the query of the list comes down to: filter, order, the first 50 bodies. */
const RAW = `
  SELECT case_view.case_id, case_view.body FROM case_row JOIN case_view USING (case_id)
  WHERE regime = ? AND school_id = ? AND filed_day BETWEEN ? AND ? AND state = ?
  ORDER BY sort_filed_at DESC, case_row.case_id DESC LIMIT ?`;
const RAW_VALUES = [QUERY.regime, SCHOOL_ID, QUERY.from, QUERY.to, QUERY.state, QUERY.limit];

/** Gives central's log the operations of 5,000 cases, filed over the last 400 days. */
function fillService({ service }: TestDesk): void {
  for (let n = 0; n < CASES; n += 1) {
    const filed = Date.parse(NOW) - Math.floor((n * DAYS * DAY_MS) / CASES);
    const state = STATES[n % STATES.length] ?? 'CLOSED';
    const operations = operationsTo({ state, caseId: nextId(), student: studentNo((n * 7919) % CASES) });
    for (const { payloadSha256: _, ...operation } of operations) {
      const dated = { ...operation, occurredAt: new Date(filed).toISOString() };
      const commit = aCommit(service.log.length + 1, { at: dated.occurredAt, caseNumber: numberOf(n) });
      service.log.push({ operation: { ...dated, payloadSha256: payloadHash(dated) }, commit });
    }
  }
}

const numberOf = (n: number): string => `2611${String(n).padStart(6, '0')}-01`;

async function askList({ core }: OpenVault, over: Partial<typeof QUERY> = {}) {
  const answer = await core.answer('case.list', { ...QUERY, ...over });
  return getValue(answer) as { readonly rows: readonly CaseRow[]; readonly total: number };
}

/** The first page of the filtered list through the core's door, against the bare query on the same database. */
export async function benchList(): Promise<readonly Bench[]> {
  const desk = aDesk();
  try {
    fillService(desk);
    const vault = await openVault(desk);
    const all = { from: addDays(TODAY, -DAYS - 1), state: null, limit: 1 };
    await until(async () => (await askList(vault, all)).total === CASES);
    return [await measure(vault)];
  } finally {
    await desk.remove();
  }
}

async function measure(vault: OpenVault): Promise<Bench> {
  const db = vault.connect();
  try {
    const raw = db.prepare(RAW);
    const page = await askList(vault);
    const found = raw.all(...RAW_VALUES) as { case_id: string }[];
    if (page.rows.map(({ caseId }) => caseId).join() !== found.map((row) => row.case_id).join())
      throw new Error('the list and the query do not find the same cases');
    const nothing = () => undefined;
    const times = await inTurns(
      {
        ours: () => ({ piece: async () => void (await askList(vault)), end: nothing }),
        raw: () => ({ piece: () => void raw.all(...RAW_VALUES), end: nothing }),
      },
      SIZE,
    );
    return benchOf(
      {
        name: 'list',
        work:
          `first page of ${QUERY.limit} of the ${page.total} cases in one state and half a year, newest first, ` +
          `of ${CASES} cases (${SIZE.pieces} times in a round, the median of them)`,
        goal: { ratio: 1.5, row: 'P3, ≤ 1.5 × plain, which was set for the query alone' },
        note:
          'Ours: case.list from the call to the answer in the core process, without the pipe: the query, ' +
          'the number of all that fit, the deliveries that wait, and for each row what the person may do ' +
          'with it. Reference: the same filter and order as one prepared statement on a second connection ' +
          'to the same encrypted database, its 50 bodies read and not parsed. Both warm.',
      },
      times.ours,
      times.raw,
    );
  } finally {
    db.close();
  }
}
