import { TOTP } from 'otpauth';
import type { Action } from '../../../shared/domain/case/action.ts';
import type { FailureCode } from '../../../shared/failure.ts';
import { anOperation, nextId } from '../case-builders.ts';
import type { About, Outcome } from './case.ts';
import { SCAN } from './scan.ts';
import { TOTP_SECRET, type Person } from './world.ts';

const scan = (kind: string) => ({ kind, name: 'scan.png', contentBase64: SCAN.toString('base64') });
export const TRANSFER_FILES = [scan('transferForm')];

export const LETTER = { number: '臺教國署學字第1150000001號', date: '2026-11-20' };

/** An operation in the name of whoever asks, from the device of the session. */
export const operationOf =
  (kind: Action, baseRevision = 0) =>
  ({ asker, place, now }: About): object => {
    if (asker === null) return { operations: [{}] };
    const { id, name, roles, schoolId, deviceId } = asker;
    const actor = { accountId: id, name, roles: [...roles], schoolId: schoolId ?? nextId() };
    const occurredAt = new Date(now).toISOString();
    const { caseId } = place;
    return { operations: [anOperation(kind, { actor, deviceId, caseId, baseRevision, occurredAt })] };
  };

interface Fates {
  readonly results?: readonly {
    readonly status: string;
    readonly failure?: { readonly code: FailureCode };
  }[];
}

/** The fate of the one operation. */
export function fateOf(body: unknown): Outcome {
  const fate = (body as Fates).results?.[0];
  if (fate?.status === 'committed') return 'done';
  return fate?.failure?.code ?? 'UNEXPECTED';
}

/** A student of another school is not found, though the answer is 200. */
export const studentOf = (body: unknown): Outcome =>
  (body as { readonly student?: unknown }).student === null ? 'NOT_FOUND' : 'done';

/** 更新 of an account as it stands, with what changes. */
export const updateOf = ({ id, ...facts }: Person, over: object) => ({
  accountId: id,
  revision: 1,
  account: facts.account,
  name: facts.name,
  email: facts.email,
  phone: facts.phone,
  roles: facts.roles,
  status: null,
  ...over,
});

export const decisionOn = (requestId: string, decision: 'approve' | 'return') => ({
  requestId,
  revision: 1,
  decision,
  letter: decision === 'approve' ? LETTER : null,
  reason: decision === 'return' ? '資料不全' : null,
});

export const newOfficer = () => ({
  accountId: nextId(),
  role: 'BUREAU',
  county: '雲林縣',
  account: 'new.officer',
  name: '某承辦',
  email: 'new.officer@county.test',
  phone: '05-5551234',
  letter: LETTER,
});

export const newStaff = ({ place, captcha }: About) => ({
  requestId: nextId(),
  kind: 'staff',
  schoolId: place.schoolId,
  roles: ['COUNSELOR'],
  account: 'new.staff',
  name: '某新進',
  email: 'new.staff@school.test',
  phone: '05-5551234',
  files: [],
  ...captcha,
});

export const totpCode = (now: number): string =>
  new TOTP({ secret: TOTP_SECRET, algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: now });

const SCHOOLS_CSV =
  '\ufeff學校代碼,學校名稱,縣市,主管機關,高中,國中,國小\n997799,新設示範高中,雲林縣,國教署轄管,是,否,否\n';

export const newList = (dryRun: boolean) => ({
  importId: nextId(),
  kind: 'schools',
  name: 'schools.csv',
  contentBase64: Buffer.from(SCHOOLS_CSV).toString('base64'),
  dryRun,
});
