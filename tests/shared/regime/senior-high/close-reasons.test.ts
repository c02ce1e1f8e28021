import { expect, test } from 'vitest';
import { judge } from '../../../../shared/domain/case/judge.ts';
import { SENIOR_HIGH_CLOSE_REASONS } from '../../../../shared/regime/senior-high/close-reasons.ts';
import { SENIOR_HIGH } from '../../../../shared/regime/senior-high/senior-high.ts';
import { textFor } from '../../../../shared/text/index.ts';
import {
  aCase,
  anOperation,
  CLOCK,
  closingTracking,
  completeFiling,
} from '../../../helpers/case-builders.ts';

const t = textFor('zh-TW');
const EIGHT = [
  '返校復學',
  '其它高中職就讀',
  '就讀專科以上學校/實驗教育',
  '放棄學籍',
  '廢止學籍',
  '死亡',
  '出國留學/移民',
  '法院裁定收容',
];

test('[RG14] [A:378–419] the list of 無故缺曠 has nine entries, that of 休學 the first eight', () => {
  const words = (category: keyof typeof SENIOR_HIGH_CLOSE_REASONS) =>
    SENIOR_HIGH_CLOSE_REASONS[category].map((code) => t(`closeReason.${code}`));
  expect(words('ABSENCE3')).toEqual([...EIGHT, '無故七日轉休學(需填報一筆休學)']);
  expect(words('SUSPENSION')).toEqual(EIGHT);
});

test.each([
  ['ABSENCE3', 9],
  ['SUSPENSION', 8],
] as const)(
  '[RG14] [security 7.24] a record of a %s case takes its %i reasons and no others',
  (category, count) => {
    const over = category === 'SUSPENSION' ? { suspensionFrom: '2026-11-01' } : {};
    const c = aCase({ state: 'TRACKING', values: completeFiling('senior-high', { category, ...over }) });
    const all = [...new Set(Object.values(SENIOR_HIGH_CLOSE_REASONS).flat()), 'WORKING', 'OVER_AGE', ''];
    const taken = all.filter((reason) => {
      const send = anOperation('sendTracking', { values: closingTracking(reason) });
      return judge(SENIOR_HIGH, c, send, CLOCK) === null;
    });
    expect(taken).toEqual(SENIOR_HIGH_CLOSE_REASONS[category]);
    expect(taken).toHaveLength(count);
  },
);

test('[RG14] [A:1269] scenario 58: no reason speaks of work', () => {
  const words = Object.values(SENIOR_HIGH_CLOSE_REASONS).flatMap((codes) =>
    codes.map((code) => t(`closeReason.${code}`)),
  );
  expect(words.filter((word) => /就業|工作/u.test(word))).toEqual([]);
});

test('[RG14] [A:1306, 1314] scenarios 59 and 61: 五專 and 感化教育 have their reasons for 休學 too', () => {
  expect(SENIOR_HIGH_CLOSE_REASONS.SUSPENSION).toEqual(expect.arrayContaining(['COLLEGE', 'DETAINED']));
});

test('[RG15] [A:1298–1300] only 返校復學 and 其它高中職就讀 ask the register', () => {
  expect(SENIOR_HIGH.enrolmentChecks).toEqual({
    BACK_TO_SCHOOL: 'ownSchool',
    OTHER_SENIOR_HIGH: 'otherSeniorHigh',
  });
});
