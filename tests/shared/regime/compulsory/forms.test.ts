import { expect, test } from 'vitest';
import { checkForm } from '../../../../shared/forms/check-form.ts';
import { fieldsOf, type FormDef } from '../../../../shared/forms/form.ts';
import { codesOfField } from '../../../../shared/forms/options.ts';
import type { FormValues } from '../../../../shared/forms/values.ts';
import {
  COMPULSORY_CLOSE,
  COMPULSORY_CLOSE_REASONS,
  COMPULSORY_FILING,
  COMPULSORY_FIND,
  COMPULSORY_LOSE_AGAIN,
  COMPULSORY_TRACKING,
} from '../../../../shared/regime/compulsory/forms.ts';
import { COMPULSORY_REASONS } from '../../../../shared/regime/compulsory/reasons.ts';
import { textFor } from '../../../../shared/text/index.ts';
import { CLOCK, completeAct, completeFiling, completeTracking } from '../../../helpers/case-builders.ts';

const t = textFor('zh-TW');
const context = { ...CLOCK, category: 'CLASS1', dates: { leftOn: '2026-11-16', filedOn: '2026-11-18' } };
const failuresOf = (form: FormDef, values: FormValues) =>
  checkForm(form, values, 'complete', context).failures;

test('[RG27] [B:19–22] one of four classes', () => {
  const field = fieldsOf(COMPULSORY_FILING).find((f) => f.id === 'category')!;
  expect(codesOfField(field, '')?.map((code) => t(`categoryShort.${code}`))).toEqual([
    '第一類',
    '第二類',
    '第三類',
    '第四類',
  ]);
});

test('[RG27] the slip asks for class, first day of absence, whereabouts and cause', () => {
  const values = completeFiling('compulsory');
  expect(failuresOf(COMPULSORY_FILING, values)).toEqual([]);
  for (const id of ['category', 'leftOn', 'whereabouts', 'mainCause', 'reasons']) {
    const { [id]: _, ...without } = values;
    expect(failuresOf(COMPULSORY_FILING, without), id).toEqual([{ path: id, code: 'required' }]);
  }
});

test('[RG27] [P8] the published causes, in today’s wording', () => {
  expect(Object.values(COMPULSORY_REASONS).map((codes) => codes.length)).toEqual([9, 12, 10, 6, 1]);
  const words = Object.values(COMPULSORY_REASONS)
    .flat()
    .map((code) => t(`dropoutReason.${code}`));
  expect(words.filter((word) => /肢體殘障|智能不足|性交易/u.test(word))).toEqual([]);
});

test('[RG22] [B:45] scenario 87: 尋獲 asks for the notification by 書面 or 電話', () => {
  const values = completeAct('compulsory', 'find');
  expect(failuresOf(COMPULSORY_FIND, values)).toEqual([]);
  const { notifiedBy: _, ...without } = values;
  expect(failuresOf(COMPULSORY_FIND, without)).toEqual([{ path: 'notifiedBy', code: 'required' }]);
  const field = fieldsOf(COMPULSORY_FIND).find((f) => f.id === 'notifiedBy')!;
  expect(codesOfField(field, '')?.map((code) => t(`notifiedBy.${code}`))).toEqual(['書面', '電話']);
});

test('[RG22] [security 7.10] no day of the case lies before the absence or after today', () => {
  const find = (foundOn: string) =>
    failuresOf(COMPULSORY_FIND, completeAct('compulsory', 'find', { foundOn })).map(({ code }) => code);
  expect(find('2026-11-15')).toEqual(['dateBefore']);
  expect(find('2026-11-16')).toEqual([]);
  expect(find('2026-11-21')).toEqual([]);
  expect(find('2026-11-22')).toEqual(['dateFuture']);
  const lost = completeAct('compulsory', 'loseAgain', { lostOn: '2026-11-15' });
  expect(failuresOf(COMPULSORY_LOSE_AGAIN, lost)).toMatchObject([{ path: 'lostOn', code: 'dateBefore' }]);
});

test('[RG26] [B:161] tracking: 電話, 家庭聯絡簿 or 家庭訪視, with a text', () => {
  expect(failuresOf(COMPULSORY_TRACKING, completeTracking('compulsory'))).toEqual([]);
  expect(failuresOf(COMPULSORY_TRACKING, {}).map(({ path }) => path)).toEqual([
    'trackedAt',
    'contactWay',
    'description',
  ]);
});

test('[RG25] [B:158] scenario 99: 轉學, 超齡, 出國, and 畢業/結業 and 死亡', () => {
  expect(COMPULSORY_CLOSE_REASONS.map((code) => t(`closeReason.${code}`))).toEqual([
    '復學後轉學',
    '超齡',
    '出國',
    '畢業/結業',
    '死亡',
  ]);
  expect(failuresOf(COMPULSORY_CLOSE, {})).toEqual([{ path: 'closeReason', code: 'required' }]);
});
