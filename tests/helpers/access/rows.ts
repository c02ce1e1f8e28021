import type { Role } from '../../../shared/domain/account/role.ts';
import { ALL_PLACES, each, EVERYWHERE, type AccessRow, type AccessRows } from './case.ts';
import { fateOf, newStaff, operationOf, studentOf, totpCode } from './inputs.ts';
import { ACCOUNT_ACCESS } from './rows-accounts.ts';
import { NEXT_PASSWORD, PASSWORD } from './world.ts';

/** `may` of what stands open to everybody, `works` because there is no session to be unready. */
const open = (cases: AccessRow['cases']): AccessRow => ({ unready: 'works', cases });

const OFFICES: readonly Role[] = [
  'B_REGISTRAR',
  'B_DISCIPLINE',
  'B_GUIDANCE',
  'B_HOMEROOM',
  'B_SUBJECT',
  'B_HEAD',
];
const OFFICERS: readonly Role[] = ['BUREAU', 'ADMIN'];
const SECOND_STEP: readonly Role[] = ['PRIMARY', 'BUREAU', 'ADMIN'];
const FOREIGN = { county: 'NOT_FOUND', other: 'NOT_FOUND' } as const;

/** Sight and rights over a senior high case that somebody else filed (domain §1.3). */
const overCase = (allowed: readonly Role[]) => ({
  ...each(['PRIMARY', 'COUNSELOR', 'HEAD'], { own: 'FORBIDDEN', ...FOREIGN }),
  ...each(['HOMEROOM', ...OFFICES], { own: 'NOT_FOUND', ...FOREIGN }),
  ...each(OFFICERS, { own: 'FORBIDDEN', county: 'FORBIDDEN', other: 'FORBIDDEN' }),
  ...each(allowed, { own: 'done', ...FOREIGN }),
});

/**
 * Who may call what, on what, and in which state: written from domain §1.2–1.4 and security §1, §6, not
 * from the product. A call of the door without a row does not compile.
 */
export const ACCESS_ROWS: AccessRows = {
  ...ACCOUNT_ACCESS,
  'health.get': open({ any: { may: 'public', input: () => ({}) } }),
  'captcha.create': open({ any: { may: 'public', input: () => ({}) } }),
  'session.create': open({
    own: {
      may: 'public',
      byState: {
        active: 'done',
        passwordExpired: 'done',
        secondStepMissing: 'done',
        sessionEnded: 'done',
        sessionIdle: 'done',
        sessionOld: 'done',
        tokenOver: 'done',
        refreshTokenShown: 'done',
        resetting: 'ACCOUNT_DISABLED',
        disabled: 'ACCOUNT_DISABLED',
        reenabled: 'ACCOUNT_DISABLED',
        // Without a password there is none that is right: like unknown accounts.
        invited: 'WRONG_CREDENTIALS',
        pending: 'WRONG_CREDENTIALS',
        rejected: 'WRONG_CREDENTIALS',
      },
      input: ({ asker, captcha }) => ({
        account: asker?.account ?? 'nobody',
        password: PASSWORD,
        deviceId: asker?.deviceId ?? '',
        deviceName: 'matrix',
        ...captcha,
      }),
    },
  }),
  'session.confirm': open({
    unknown: {
      may: 'public',
      content: ['SIGNED_OUT'],
      input: ({ captcha }) => ({ challengeId: captcha.captchaId, code: '123456' }),
    },
  }),
  'session.refresh': open({
    own: {
      may: 'public',
      byState: {
        active: 'done',
        resetting: 'done',
        passwordExpired: 'done',
        secondStepMissing: 'done',
        tokenOver: 'done',
        refreshTokenShown: 'done',
      },
      input: ({ asker }) => ({ refreshToken: asker?.refreshToken ?? '' }),
    },
  }),
  'session.end': { unready: 'works', cases: { own: { may: 'session', input: () => ({}) } } },
  'student.lookup': {
    unready: 'waits',
    cases: {
      seniorHigh: {
        may: each(['PRIMARY', 'HOMEROOM'], { own: 'done', ...FOREIGN }),
        at: ALL_PLACES,
        // 「學籍在其他學校」 is told by design [A:429].
        unknownAlike: 'never',
        read: studentOf,
        input: ({ place }) => ({ regime: 'senior-high', identityNumber: place.identityNumber }),
      },
      compulsory: {
        may: each(['B_REGISTRAR', 'B_DISCIPLINE', 'B_HOMEROOM'], { own: 'done', ...FOREIGN }),
        at: ALL_PLACES,
        unknownAlike: 'never',
        read: studentOf,
        input: ({ place }) => ({ regime: 'compulsory', identityNumber: place.identityNumber }),
      },
    },
  },
  'operation.submit': {
    unready: 'waits',
    cases: {
      sendTracking: {
        may: overCase(['PRIMARY', 'COUNSELOR']),
        at: ALL_PLACES,
        read: fateOf,
        input: operationOf('sendTracking'),
      },
      report: { may: overCase(['PRIMARY']), at: ALL_PLACES, read: fateOf, input: operationOf('report', 1) },
      void: { may: overCase(['PRIMARY']), at: ALL_PLACES, read: fateOf, input: operationOf('void') },
    },
  },
  'change.list': {
    unready: 'waits',
    cases: { own: { may: 'session', input: () => ({ after: '0', limit: '100' }) } },
  },
  'school.find': open({
    any: { may: 'public', input: () => ({ county: null, text: '' }) },
  }),
  'registration.create': open({
    staff: { may: 'public', at: ALL_PLACES, unknownAlike: 'never', input: newStaff },
    primary: {
      may: 'public',
      at: ALL_PLACES,
      unknownAlike: 'never',
      content: ['PRIMARY_EXISTS'],
      input: (about) => ({ ...newStaff(about), kind: 'primary', roles: ['PRIMARY'] }),
    },
  }),
  'password.forget': open({
    known: {
      may: 'public',
      at: ALL_PLACES,
      unknownAlike: 'always',
      input: ({ place, world, captcha }) => ({
        // An unknown place has persons nobody knows.
        account: Object.values(world.places).includes(place) ? place.teacher.account : 'nobody.at.all',
        email: place.teacher.email,
        ...captcha,
      }),
    },
  }),
  'profile.get': { unready: 'works', cases: { own: { may: 'session', input: () => ({}) } } },
  'password.change': {
    unready: 'works',
    cases: { own: { may: 'session', input: () => ({ current: PASSWORD, next: NEXT_PASSWORD }) } },
  },
  'totp.begin': {
    unready: 'works',
    cases: { own: { may: each(SECOND_STEP, EVERYWHERE), input: () => ({}) } },
  },
  'totp.enable': {
    unready: 'works',
    cases: { own: { may: each(SECOND_STEP, EVERYWHERE), input: ({ now }) => ({ code: totpCode(now) }) } },
  },
  'totp.disable': {
    unready: 'waits',
    cases: {
      own: {
        may: each(SECOND_STEP, EVERYWHERE),
        content: ['NOT_ALLOWED', 'WRONG_CODE'],
        input: ({ now }) => ({ password: PASSWORD, code: totpCode(now) }),
      },
    },
  },
};
