import { RETURN_REASON_MAX } from '../../../../shared/domain/account/request.ts';
import { describe, expect, test } from 'vitest';
import {
  consequencesOfDecision,
  decisionOf,
  reasonProblem,
} from '../../../../renderer/features/account-approval/decision.ts';
import { textFor } from '../../../../shared/text/index.ts';
import { aRequest, aRequestDetail, anAccount } from '../../../helpers/account-window.ts';

const t = textFor('zh-TW');
const aspects = (...of: Parameters<typeof consequencesOfDecision>) =>
  consequencesOfDecision(...of).map(({ aspect }) => aspect);
const outgoing = { ...anAccount(0x40, { name: '陳主任', roles: ['PRIMARY'] }) };
const transfer = aRequestDetail(aRequest(1, { kind: 'transfer', name: '林小芳' }), {
  outgoing,
  needsLetter: true,
});

describe('consequences', () => {
  test('[A:155] 核准 of a transfer: both are told, 原主通 is demoted and disabled', () => {
    const [told, ends, follows] = consequencesOfDecision(t, transfer, 'approve');
    expect(told?.text).toContain('teacher768@school.example（新主通 林小芳）');
    expect(told?.text).toContain(`${outgoing.email}（原主通 陳主任）`);
    expect(ends?.text).toContain('原主通 陳主任 的帳號降為一級主管並停用');
    expect(follows?.text).toContain('重新設定密碼');
  });

  test('[A:205–246] where the school has no 主通, nobody is demoted', () => {
    expect(aspects(t, { ...transfer, outgoing: null }, 'approve')).toEqual(['told', 'follows']);
  });

  test('退件 of a transfer changes no right; of a registration the account is over', () => {
    expect(consequencesOfDecision(t, transfer, 'return')[1]?.text).toContain('原主通繼續使用');
    expect(consequencesOfDecision(t, aRequestDetail(aRequest(1)), 'return')[1]?.text).toContain('重新申請');
  });
});

describe('what is sent', () => {
  const letter = { letterNumber: '第1號', letterDate: '2026-11-20' };

  test('a letter with 核准 where one is needed, a reason with 退件 alone', () => {
    expect(decisionOf(transfer, 'approve', letter, 'x')).toMatchObject({
      revision: 2,
      letter: { number: '第1號', date: '2026-11-20' },
      reason: null,
    });
    expect(decisionOf(transfer, 'return', letter, ' 未核章 ')).toMatchObject({
      letter: null,
      reason: '未核章',
    });
    expect(decisionOf(aRequestDetail(aRequest(1)), 'approve', letter, '').letter).toBeNull();
  });

  test('the reason is needed and has an end', () => {
    expect(reasonProblem(' \n')?.code).toBe('required');
    expect(reasonProblem('字'.repeat(RETURN_REASON_MAX))).toBeUndefined();
    expect(reasonProblem('字'.repeat(RETURN_REASON_MAX + 1))?.code).toBe('textTooLong');
  });
});
