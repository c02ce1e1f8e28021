import { aDesk, aFiling, getValue, studentNo, type FileInput } from '../helpers/core.ts';
import { completeFiling, nextId } from '../helpers/case-builders.ts';
import { benchOf, type Bench } from './bench.ts';
import { inTurns, type Lane } from './in-turns.ts';
import { emptyLog, openVault, type OpenVault } from './open-vault.ts';
import { appendLane, rawLane, type Recorded } from './save-raw.ts';
import { operationBytes, readRows, savedOneByOne, type Rows } from './save-rows.ts';

const SIZE = { rounds: 9, pieces: 50 } as const;

type Filing = FileInput & { readonly draftId: string };

/** Each with a student and a draft of its own; the same ones in every round. */
const FILINGS: readonly Filing[] = Array.from({ length: SIZE.pieces }, (_, n) => ({
  ...aFiling({ student: studentNo(n), values: completeFiling('senior-high') }),
  draftId: nextId(),
}));

/** What the wizard has kept of a filing while it was typed. */
const draftOf = ({ draftId, regime, caseId, student, values, baseRevision }: Filing) => ({
  draftId,
  kind: 'filing' as const,
  regime,
  caseId,
  action: null,
  baseRevision,
  student,
  values,
  step: 3,
});

interface DoorLane extends Lane {
  readonly before: Rows;
  look(): Rows;
}

/** The whole way through the core's door on a fresh vault that central can not be reached from. */
async function doorLane(): Promise<DoorLane> {
  const desk = aDesk();
  const { core, connect } = await openVault(desk);
  for (const filing of FILINGS) getValue(await core.ask('draft.put', draftOf(filing)));
  desk.service.wire = () => 'offline';
  const look = () => rowsOf(connect);
  return {
    before: look(),
    look,
    piece: async (index) => {
      const answer = await core.answer('case.file', FILINGS[index]);
      if (!answer.ok) throw new Error(`not saved: ${JSON.stringify(answer.failure)}`);
    },
    end: () => desk.remove(),
  };
}

function rowsOf(connect: OpenVault['connect']): Rows {
  const db = connect();
  emptyLog(db);
  const rows = readRows(db);
  db.close();
  return rows;
}

/** Files everything once, to know which rows the core writes. */
async function record(): Promise<Recorded> {
  const lane = await doorLane();
  for (const index of FILINGS.keys()) await lane.piece(index);
  const after = lane.look();
  await lane.end();
  const saved = savedOneByOne(
    after,
    FILINGS.map(({ draftId }) => draftId),
  );
  return { before: lane.before, after, saved };
}

/** 提交 through the door of the core, against the same rows in one raw transaction and against the disk. */
export async function benchSave(): Promise<readonly Bench[]> {
  const recorded = await record();
  const times = await inTurns(
    { ours: doorLane, raw: () => rawLane(recorded), append: () => appendLane(recorded) },
    SIZE,
  );
  const [bytes = 0] = recorded.saved.map((rows) => operationBytes(rows).length);
  const work = `one filing saved (${SIZE.pieces} in a round, the median of them)`;
  const ours =
    'Ours: case.file from the call to the answer in the core process, without the pipe: input parsed, form ' +
    'checked, judged, hashed, written (outbox row with the operation, folded case, its row in the list, end ' +
    'of the draft, sequence number), events told, synchroniser woken; central is out of reach. ';
  return [
    benchOf(
      {
        name: 'save',
        work,
        goal: null,
        note:
          `${ours}Reference: the same rows, byte for byte, by prepared statements in one BEGIN IMMEDIATE … ` +
          'COMMIT on a database that the same function opened (encrypted, WAL, synchronous=FULL), with the ' +
          'same contents and an empty log at the start. P2 sets its goal against the disk: save-disk.',
      },
      times.ours,
      times.raw,
    ),
    benchOf(
      {
        name: 'save-disk',
        work,
        goal: { ratio: 3, row: 'P2, ≤ 3 × append + fdatasync' },
        note: `${ours}Reference: the operation alone (${bytes} bytes) appended to a file, then fdatasync.`,
      },
      times.ours,
      times.append,
    ),
  ];
}
