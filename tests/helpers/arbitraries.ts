import fc from 'fast-check';
import type { Actor } from '../../shared/domain/account/account.ts';
import { ROLES, type Role } from '../../shared/domain/account/role.ts';
import { ACTIONS, type Action } from '../../shared/domain/case/action.ts';
import { apply } from '../../shared/domain/case/apply.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { judge } from '../../shared/domain/case/judge.ts';
import type { LogEntry, Operation } from '../../shared/domain/case/operation.ts';
import { addDays } from '../../shared/domain/calendar/iso-date.ts';
import { fieldsOf, type FieldDef, type FormDef } from '../../shared/forms/form.ts';
import { codesOfField } from '../../shared/forms/options.ts';
import type { FieldValue, FormValues } from '../../shared/forms/values.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import {
  aCase,
  aCommit,
  anActor,
  anOperation,
  aStudent,
  CLOCK,
  closingTracking,
  completeFiling,
  OTHER_SCHOOL_ID,
  SCHOOL_ID,
  statesOf,
  TODAY,
  uuidOf,
} from './case-builders.ts';

export const anyRegime = fc.constantFrom<RegimeId>('senior-high', 'compulsory');
export const anyRoles = fc.uniqueArray(fc.constantFrom<Role>(...ROLES), { minLength: 1, maxLength: 4 });

/** Any set of roles, one of few accounts, own or other school. */
export const anyActor: fc.Arbitrary<Actor> = fc.record({
  accountId: fc.integer({ min: 1, max: 4 }).map(uuidOf),
  name: fc.constant('某教師'),
  roles: anyRoles,
  schoolId: fc.constantFrom(SCHOOL_ID, OTHER_SCHOOL_ID),
});

/** Days around TODAY, years before and after. */
export const anyDay = fc.integer({ min: -9000, max: 9000 }).map((days) => addDays(TODAY, days));

/** A case of SCHOOL_ID in any state of its regime, of any filer and age. */
export const anyCase: fc.Arbitrary<Case> = anyRegime.chain((regime) =>
  fc
    .record({ state: fc.constantFrom(...statesOf(regime)), filer: anyActor, birthDate: anyDay })
    .map(({ state, filer, birthDate }) =>
      aCase({
        regime,
        state,
        filer: { ...filer, schoolId: SCHOOL_ID },
        student: aStudent({ birthDate }),
      }),
    ),
);

const HOMEROOM_2 = { accountId: uuidOf(0xb2), name: '另一位導師' };

/** Everybody at the school, two homeroom teachers of each regime. */
export const STAFF: readonly Actor[] = [
  ...ROLES.map((role) => anActor(role)),
  anActor('HOMEROOM', HOMEROOM_2),
  anActor('B_HOMEROOM', HOMEROOM_2),
];

const RECORD_IDS = [uuidOf(0x71), uuidOf(0x72)];

const FILING_VARIANTS: Readonly<Record<RegimeId, readonly FormValues[]>> = {
  'senior-high': [
    completeFiling('senior-high'),
    completeFiling('senior-high', { category: 'SUSPENSION', suspensionFrom: '2026-11-01' }),
  ],
  compulsory: [completeFiling('compulsory'), completeFiling('compulsory', { category: 'CLASS3' })],
};
const TRACKING_VARIANTS: Readonly<Record<RegimeId, readonly FormValues[]>> = {
  'senior-high': [
    anOperation('sendTracking').payload.values,
    closingTracking('GIVES_UP_STATUS'),
    closingTracking('SEVEN_DAYS_TO_SUSPENSION'),
  ],
  compulsory: [anOperation('sendTracking', { regime: 'compulsory' }).payload.values],
};

function variantsOf(regime: RegimeId, kind: Action, actor: Actor): readonly Operation[] {
  switch (kind) {
    case 'save':
    case 'submit':
      return FILING_VARIANTS[regime].map((values) => anOperation(kind, { regime, actor, values }));
    case 'saveTracking':
    case 'sendTracking':
      return RECORD_IDS.flatMap((recordId) =>
        TRACKING_VARIANTS[regime].map((values) => anOperation(kind, { regime, actor, recordId, values })),
      );
    case 'deleteTracking':
      return RECORD_IDS.map((recordId) => anOperation(kind, { regime, actor, recordId }));
    default:
      return [anOperation(kind, { regime, actor })];
  }
}

const everyOperation = (regime: RegimeId): readonly Operation[] =>
  STAFF.flatMap((actor) => ACTIONS.flatMap((kind) => variantsOf(regime, kind, actor)));

/** Every operation of every account of the school, permitted or not; the same values each time. */
export const OPERATIONS: Readonly<Record<RegimeId, readonly Operation[]>> = {
  'senior-high': everyOperation('senior-high'),
  compulsory: everyOperation('compulsory'),
};

/** A walk of permitted operations: at each step one of those that judge() lets pass. */
export interface Walk {
  readonly regime: RegimeId;
  readonly log: readonly LogEntry[];
  /** The case after each line of the log. */
  readonly cases: readonly Case[];
}

/** Kinds first, so that the many variants of one kind do not crowd out the others. */
export function walk(regime: RegimeId, choices: readonly (readonly [number, number])[]): Walk {
  const rules = REGIMES[regime];
  const log: LogEntry[] = [];
  const cases: Case[] = [];
  for (const [kindChoice, choice] of choices) {
    const now = cases.at(-1) ?? null;
    const passes = (op: Operation) => judge(rules, now, op, CLOCK) === null;
    const kinds = ACTIONS.filter((kind) => OPERATIONS[regime].some((op) => op.kind === kind && passes(op)));
    const kind = kinds[kindChoice % kinds.length];
    const same = OPERATIONS[regime].filter((op) => op.kind === kind && passes(op));
    const chosen = same[choice % same.length];
    if (chosen === undefined) break;
    const seq = log.length + 1;
    const operation = { ...chosen, opId: uuidOf(0x9000 + seq), deviceSeq: seq };
    const entry = { operation, commit: aCommit(seq) };
    const next = apply(rules, now, entry);
    if (next === null) break;
    log.push(entry);
    cases.push(next);
  }
  return { regime, log, cases };
}

/** Permitted walks of up to `steps` operations. */
export const anyWalk = (steps = 14): fc.Arbitrary<Walk> =>
  fc
    .tuple(anyRegime, fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: steps }))
    .map(([regime, choices]) => walk(regime, choices));

/** Texts with all that makes trouble: emoji, rare 字, marks, invisible and forbidden characters. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '王',
          '小明',
          '𡍼',
          '👨‍👩‍👧',
          '🇹🇼',
          'e\u0301',
          '\uFA0E',
          '\u3000',
          ' ',
          '\n',
          '\r\n',
          '\t',
          '\u200B',
          '\u202E',
          '\uFE0F',
        ],
      ),
      fc.constantFrom(
        '\u0000',
        '\uD800',
        '\uFFFE',
        '<img src=x onerror=alert(1)>',
        '{{7*7}}',
        ';',
        '；',
        '0912345678',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

function anyAnswer(field: FieldDef): fc.Arbitrary<FieldValue> {
  const codes = codesOfField(field, 'ABSENCE3') ?? [];
  const ofField: fc.Arbitrary<FieldValue> =
    codes.length > 0
      ? fc.oneof(
          fc.constantFrom(...codes),
          fc.shuffledSubarray([...codes], { maxLength: Math.min(4, codes.length) }),
        )
      : fc.oneof(
          fc.constantFrom('', '0912-345-678', '04-23456789;0912345678', '2026-11-01', '2026-11-21T02:00Z'),
          anyDay,
          anyText,
        );
  const junk = fc.oneof(
    anyText,
    fc.constantFrom('__proto__', 'constructor', 'toString', 'OTHER', 'yes'),
    fc.array(anyText, { maxLength: 3 }),
  );
  return fc.oneof({ weight: 5, arbitrary: ofField }, { weight: 1, arbitrary: junk });
}

/** Answers to a form: good, bad, missing, and of fields that the form does not have. */
export const anyAnswers = (form: FormDef): fc.Arbitrary<FormValues> => {
  const fields = fieldsOf(form);
  const known = fc.record(Object.fromEntries(fields.map((field) => [field.id, anyAnswer(field)])), {
    requiredKeys: [],
  });
  const unknown = fc.dictionary(fc.constantFrom('constructor', 'extra', 'name'), anyText, { maxKeys: 1 });
  return fc.oneof(
    { weight: 4, arbitrary: known as fc.Arbitrary<FormValues> },
    {
      weight: 1,
      arbitrary: fc.tuple(known, unknown).map(([a, b]): FormValues => ({ ...a, ...b }) as FormValues),
    },
  );
};

/** A value within a value, `depth` times. */
export const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = { a: [value] };
  return value;
};

/** Input that no call asks for (security 7.37, 7.38): any value, keys of prototypes, great depth. */
export const anyJunk: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  fc.object({ key: fc.constantFrom('__proto__', 'constructor', 'caseId', 'regime', 'values', 'opId') }),
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.POSITIVE_INFINITY,
    JSON.parse('{"__proto__":{"admin":true}}'),
    JSON.parse('{"a":1e400}'),
    'x'.repeat(100_000),
    nested(10_000),
  ),
);
