import type { ACCOUNT_ROWS } from '../../../shared/contract/account-rows.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import {
  ALL_PLACES,
  each,
  EVERYWHERE,
  NOWHERE,
  OWN_SCHOOL,
  type AccessCase,
  type AccessRow,
} from './case.ts';
import { decisionOn, newList, newOfficer, TRANSFER_FILES, updateOf } from './inputs.ts';
import { nextId } from '../case-builders.ts';

/** 主通 in the own school, 管理者 everywhere (domain §1.2). */
const KEEPERS = { PRIMARY: OWN_SCHOOL, ADMIN: EVERYWHERE } as const;
/** 管理者 alone; to the 主通, who may make the call, the thing does not exist. */
const AGENCY_ONLY = { PRIMARY: NOWHERE, ADMIN: EVERYWHERE } as const;
/** The 主通 of the school reviews, and nobody else. */
const PRIMARY_ONLY = { PRIMARY: OWN_SCHOOL, ADMIN: NOWHERE } as const;
const AGENCY = { ADMIN: EVERYWHERE } as const;
const STAFF: readonly Role[] = ['HOMEROOM', 'COUNSELOR', 'HEAD'];

const waits = (cases: AccessRow['cases']): AccessRow => ({ unready: 'waits', cases });
const somewhere = (may: AccessCase['may'], input: AccessCase['input'], more: Partial<AccessCase> = {}) =>
  ({ may, at: ALL_PLACES, input, ...more }) satisfies AccessCase;

const PAGE = { page: 1, size: 100 };
const QUERY = { status: null, role: null, text: '', schoolId: null, ...PAGE };
const REQUESTS = { status: null, kind: null, ...PAGE };
const HISTORY = { from: null, to: null, text: '', before: null, limit: 200 };

type Served = Exclude<
  keyof typeof ACCOUNT_ROWS,
  | 'school.find'
  | 'registration.create'
  | 'password.forget'
  | 'profile.get'
  | 'password.change'
  | 'totp.begin'
  | 'totp.enable'
  | 'totp.disable'
>;

/** 帳號管理, 申請, 權限異動, 單位資訊, history, imports, policy (domain §1.4.0–1.4.10; scenarios 2–11, 23, 26, 27). */
export const ACCOUNT_ACCESS: Readonly<Record<Served, AccessRow>> = {
  'account.list': waits({
    all: { may: KEEPERS, input: () => QUERY },
    // Another school's list is empty, as that of a school which is none.
    ofSchool: {
      may: { PRIMARY: EVERYWHERE, ADMIN: EVERYWHERE },
      at: ['county', 'other'],
      unknownAlike: 'never',
      input: ({ place }) => ({ ...QUERY, schoolId: place.schoolId }),
    },
    searched: {
      may: { PRIMARY: EVERYWHERE, ADMIN: EVERYWHERE },
      at: ALL_PLACES,
      unknownAlike: 'never',
      input: ({ place }) => ({ ...QUERY, text: place.teacher.account }),
    },
  }),
  'account.get': waits({
    staff: somewhere(KEEPERS, ({ place }) => ({ accountId: place.teacher.id })),
    applicant: somewhere(KEEPERS, ({ place }) => ({ accountId: place.applicant.id })),
    // The 主通 sees himself; other schools' are the agency's.
    primary: somewhere(KEEPERS, ({ place }) => ({ accountId: place.primary.id })),
    officer: { may: AGENCY_ONLY, input: ({ world }) => ({ accountId: world.officer.id }) },
  }),
  'account.update': waits({
    contact: somewhere(KEEPERS, ({ place }) => updateOf(place.teacher, { phone: '05-5559999' })),
    disable: somewhere(KEEPERS, ({ place }) => updateOf(place.teacher, { status: 'disable' })),
    roles: somewhere(KEEPERS, ({ place }) => updateOf(place.teacher, { roles: ['COUNSELOR'] })),
    // 帳號 and 姓名 are 管理者's alone (domain §1.4.9).
    name: somewhere({ PRIMARY: { ...OWN_SCHOOL, own: 'NOT_ALLOWED' }, ADMIN: EVERYWHERE }, ({ place }) =>
      updateOf(place.teacher, { name: '某新名' }),
    ),
    // The 主通's own data change by letter to the agency (scenario 27).
    primaryContact: somewhere(
      { PRIMARY: { ...OWN_SCHOOL, own: 'NOT_ALLOWED' }, ADMIN: EVERYWHERE },
      ({ place }) => updateOf(place.primary, { phone: '05-5559999' }),
    ),
    officer: {
      may: AGENCY_ONLY,
      input: ({ world }) => updateOf(world.officer, { status: 'disable' }),
    },
  }),
  'account.resend': waits({
    returning: somewhere(KEEPERS, ({ place }) => ({ accountId: place.returning.id })),
  }),
  'account.resetSecondFactor': waits({
    primary: somewhere(AGENCY, ({ place }) => ({ accountId: place.primary.id })),
    staff: somewhere(AGENCY, ({ place }) => ({ accountId: place.teacher.id })),
  }),
  'officer.create': waits({ bureau: { may: AGENCY, input: newOfficer } }),
  'request.list': waits({ all: { may: KEEPERS, input: () => REQUESTS } }),
  'request.get': waits({
    staff: somewhere(PRIMARY_ONLY, ({ place }) => ({ requestId: place.staffRequestId })),
    primary: somewhere(AGENCY_ONLY, ({ place }) => ({ requestId: place.primaryRequestId })),
    promotion: somewhere(AGENCY_ONLY, ({ place }) => ({ requestId: place.promotionId })),
    compulsoryStaff: {
      may: AGENCY_ONLY,
      input: ({ world }) => ({ requestId: world.compulsory.staffRequestId }),
    },
  }),
  'request.decide': waits({
    staff: somewhere(PRIMARY_ONLY, ({ place }) => decisionOn(place.staffRequestId, 'approve')),
    staffReturn: somewhere(PRIMARY_ONLY, ({ place }) => decisionOn(place.staffRequestId, 'return')),
    primary: somewhere(AGENCY_ONLY, ({ place }) => decisionOn(place.primaryRequestId, 'approve'), {
      // Each school of this world has its 主通.
      content: ['PRIMARY_EXISTS'],
    }),
    promotion: somewhere(AGENCY_ONLY, ({ place }) => decisionOn(place.promotionId, 'approve')),
    promotionReturn: somewhere(AGENCY_ONLY, ({ place }) => decisionOn(place.promotionId, 'return')),
    compulsoryStaff: {
      may: AGENCY_ONLY,
      input: ({ world }) => decisionOn(world.compulsory.staffRequestId, 'approve'),
    },
  }),
  'roleChange.create': waits({
    // 轉移帳號: somebody of the own school gets the post.
    transfer: somewhere(
      {
        PRIMARY: OWN_SCHOOL,
        ...each(STAFF, { own: 'FORBIDDEN', county: 'FORBIDDEN', other: 'FORBIDDEN' }),
      },
      ({ place }) => ({ requestId: nextId(), successorId: place.teacher.id, files: TRANSFER_FILES }),
    ),
    // 申請權限提升: oneself.
    promotion: {
      may: { PRIMARY: { own: 'FORM_INVALID' }, ...each(STAFF, { own: 'done' }) },
      input: () => ({ requestId: nextId(), successorId: null, files: TRANSFER_FILES }),
    },
  }),
  'roleChange.get': waits({
    own: { may: each(['PRIMARY', ...STAFF], { own: 'done' }), input: () => ({}) },
  }),
  'file.page': waits({
    // The scans of a promotion are for the agency, and whoever handed them in.
    promotion: somewhere({ PRIMARY: NOWHERE, ADMIN: EVERYWHERE, ...each(STAFF, NOWHERE) }, ({ place }) => ({
      fileId: place.fileId,
      page: 1,
    })),
  }),
  'unit.get': waits({ school: somewhere(KEEPERS, ({ place }) => ({ schoolId: place.schoolId })) }),
  'unit.update': waits({
    school: somewhere(KEEPERS, ({ place }) => ({
      schoolId: place.schoolId,
      revision: 1,
      name: '某校新名',
      address: '示範路2號',
      phone: '05-5551234',
    })),
  }),
  'audit.list': waits({ all: { may: KEEPERS, input: () => HISTORY } }),
  'list.import': waits({
    dryRun: { may: AGENCY, input: () => newList(true) },
    forReal: { may: AGENCY, input: () => newList(false) },
  }),
  'policy.get': waits({ all: { may: AGENCY, input: () => ({}) } }),
  'policy.set': waits({ all: { may: AGENCY, input: () => ({ secondFactor: 'off', revision: 1 }) } }),
};
