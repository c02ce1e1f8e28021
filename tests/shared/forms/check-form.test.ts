import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkForm, type FormContext } from '../../../shared/forms/check-form.ts';
import { fieldsOf, smallForm, type FieldDef } from '../../../shared/forms/form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import { ACTIONS } from '../../../shared/domain/case/action.ts';
import { RegimeId } from '../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { anyAnswers } from '../../helpers/arbitraries.ts';
import { CLOCK, completeFiling, completeTracking } from '../../helpers/case-builders.ts';

const context: FormContext = {
  ...CLOCK,
  category: 'ABSENCE3',
  dates: { enrolledOn: '2025-08-30', leftOn: '2026-11-16', filedOn: '2026-11-18' },
};
const form = (...fields: readonly FieldDef[]) => smallForm('test', fields);
const complete = (fields: readonly FieldDef[], answers: FormValues) =>
  checkForm(form(...fields), answers, 'complete', context);
const partial = (fields: readonly FieldDef[], answers: FormValues) =>
  checkForm(form(...fields), answers, 'partial', context);

const NAME: FieldDef = { id: 'name', kind: 'text', max: 60, required: true };
const SWITCH: FieldDef = { id: 'switch', kind: 'yesNo', required: true };
const EXTRA: FieldDef = {
  id: 'extra',
  kind: 'text',
  max: 10,
  required: { field: 'switch', is: 'yes' },
  shown: { field: 'switch', is: 'yes' },
};

const ALL_FORMS = RegimeId.options.flatMap((id) => {
  const { filingForm, trackingForm, actions } = REGIMES[id];
  const acts = ACTIONS.flatMap((action) => actions[action]?.form ?? []);
  return [...new Set([filingForm, trackingForm, ...acts])].map((f) => [`${id} ${f.id}`, f] as const);
});

describe('which fields', () => {
  test('[FM1] [security 7.38] an unknown field is refused by its name, in 暫存 too', () => {
    for (const check of [complete, partial]) {
      const checked = check([NAME], { name: '王小明', other: 'x' });
      expect(checked).toEqual({
        values: { name: '王小明' },
        failures: [{ path: 'other', code: 'unknownField' }],
      });
    }
  });

  test('[FM1] [security 7.37] nor does a name that every object has belong to a form', () => {
    const answers = JSON.parse('{"name":"王小明","__proto__":"x","constructor":"y"}') as FormValues;
    const { failures, values } = complete([NAME], answers);
    expect(failures.map(({ path }) => path).toSorted()).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(values)).toEqual(['name']);
  });

  test('[FM2] a field that is not asked is neither kept, checked nor missed', () => {
    const hidden = { switch: 'no', extra: 'far too long a text \u0000' };
    expect(complete([SWITCH, EXTRA], hidden)).toEqual({ values: { switch: 'no' }, failures: [] });
    expect(complete([SWITCH, EXTRA], { switch: 'no' }).failures).toEqual([]);
    expect(complete([SWITCH, EXTRA], { switch: 'yes' }).failures).toEqual([
      { path: 'extra', code: 'required' },
    ]);
    expect(complete([SWITCH, EXTRA], { switch: 'yes', extra: '說明' }).values).toEqual({
      switch: 'yes',
      extra: '說明',
    });
  });

  test('[FM3] [A:445] 提交 misses what is required, 暫存 misses nothing', () => {
    expect(complete([NAME, SWITCH], {}).failures).toEqual([
      { path: 'name', code: 'required' },
      { path: 'switch', code: 'required' },
    ]);
    expect(partial([NAME, SWITCH], {})).toEqual({ values: {}, failures: [] });
  });

  test('[FM3] an empty list is no answer', () => {
    const field: FieldDef = { id: 'many', kind: 'choices', table: 't', codes: ['A', 'B'], required: true };
    expect(complete([field], { many: [] })).toEqual({
      values: {},
      failures: [{ path: 'many', code: 'required' }],
    });
  });

  test.each([
    '',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    '\t',
    ' \u3000\n ',
    '\u200B',
    '\u2060\uFEFF',
    '\u3164',
    '\u2800',
  ])('[FM4] [security 7.12] only %j is no answer', (blank) => {
    for (const kind of ['text', 'longText'] as const) {
      if (kind === 'text' && blank.trim() !== blank && blank.trim() !== '') continue;
      const field: FieldDef = { id: 'f', kind, max: 300, required: true };
      expect(complete([field], { f: blank }), kind).toEqual({
        values: {},
        failures: [{ path: 'f', code: 'required' }],
      });
    }
    const phone: FieldDef = { id: 'f', kind: 'phone', required: true };
    expect(complete([phone], { f: blank }).failures).toEqual([{ path: 'f', code: 'required' }]);
  });

  test('[FM14] failures in the order of the form, a wrong answer as typed', () => {
    const checked = complete([NAME, SWITCH, EXTRA], {
      extra: '一二三四五六七八九十百',
      switch: 'yes',
      unknown: 'x',
    });
    expect(checked.failures.map(({ path }) => path)).toEqual(['unknown', 'name', 'extra']);
    expect(checked.values).toEqual({ switch: 'yes', extra: '一二三四五六七八九十百' });
  });
});

describe('every form of both regimes', () => {
  test.each(ALL_FORMS)('[FM15] %s: checking what was checked changes nothing', (_, f) => {
    fc.assert(
      fc.property(anyAnswers(f), fc.constantFrom('complete', 'partial'), (answers, mode) => {
        const once = checkForm(f, answers, mode, context);
        const twice = checkForm(f, once.values, mode, context);
        expect(twice.values).toEqual(once.values);
        const known = once.failures.filter(({ code }) => code !== 'unknownField');
        expect(twice.failures).toEqual(known);
      }),
      { numRuns: 200 },
    );
  });

  test.each(ALL_FORMS)('[FM16] %s: any answers, no fault, one failure a field, nothing changed', (_, f) => {
    const ids = fieldsOf(f).map((field) => field.id);
    fc.assert(
      fc.property(anyAnswers(f), fc.constantFrom('complete', 'partial'), (answers, mode) => {
        const before = structuredClone(answers);
        const { values, failures } = checkForm(f, answers, mode, context);
        expect(answers).toEqual(before);
        const paths = failures.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(Object.keys(values).filter((id) => !ids.includes(id))).toEqual([]);
        expect(Object.values(values).filter((value) => value.length === 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each(ALL_FORMS)('[FM3] %s: what 提交 takes, 暫存 takes alike', (_, f) => {
    fc.assert(
      fc.property(anyAnswers(f), (answers) => {
        const done = checkForm(f, answers, 'complete', context);
        const known = (failures: typeof done.failures) =>
          failures.filter(({ code }) => ['unknownField', 'unknownCode', 'textTooLong'].includes(code));
        const saved = checkForm(f, answers, 'partial', context);
        expect(known(saved.failures)).toEqual(known(done.failures));
        if (done.failures.length === 0) expect(checkForm(f, done.values, 'partial', context)).toEqual(done);
      }),
      { numRuns: 200 },
    );
  });

  test.each(RegimeId.options)('[FM3] complete answers of %s pass as they are', (id) => {
    const { filingForm, trackingForm } = REGIMES[id];
    const filing = completeFiling(id);
    expect(checkForm(filingForm, filing, 'complete', context)).toEqual({ values: filing, failures: [] });
    const tracking = completeTracking(id);
    expect(checkForm(trackingForm, tracking, 'complete', context)).toEqual({
      values: tracking,
      failures: [],
    });
    for (const field of Object.keys(filing)) {
      const { [field]: _, ...without } = filing;
      expect(checkForm(filingForm, without, 'complete', context).failures.length, field).toBeGreaterThan(0);
    }
  });
});
