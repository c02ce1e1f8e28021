import { expect, test } from 'vitest';
import { mainActOf } from '../../../../renderer/features/case-list/main-act.ts';
import { CASE_STATES, type CaseState } from '../../../../shared/domain/case/state.ts';
import type { Role } from '../../../../shared/domain/account/role.ts';
import type { RegimeId } from '../../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { anActor } from '../../../helpers/case-builders.ts';
import { aRow } from '../../../helpers/case-rows.ts';

const at = (regime: RegimeId, state: CaseState, role: Role) => {
  const main = mainActOf(aRow({ regime, state }, {}, anActor(role)));
  switch (main.kind) {
    case 'act':
      return `▶ ${main.action}`;
    case 'locked':
      return `🔒 ${main.action} ${main.reason}`;
    default:
      return main.kind;
  }
};

test('[A:581–630] what the 主要通報人 sees in the 通報結案 column', () => {
  const seen = Object.fromEntries(
    CASE_STATES.filter((state) => REGIMES['senior-high'].states[state] !== null).map((state) => [
      state,
      at('senior-high', state, 'PRIMARY'),
    ]),
  );
  expect(seen).toEqual({
    DRAFT: '🔒 report NOT_SUBMITTED',
    FILED: '🔒 report NO_SENT_TRACKING',
    PENDING_REPORT: '▶ report',
    SENT_BACK: '🔒 report SENT_BACK_FIRST',
    TRACKING: '🔒 close NO_CLOSE_SUGGESTION',
    PENDING_CLOSE: '▶ close',
    CLOSED: 'closed',
    VOIDED: 'none',
  });
});

test('[A:589] others see 🔒 wherever the 主要通報人 sees ▶', () => {
  expect(at('senior-high', 'PENDING_REPORT', 'COUNSELOR')).toBe('🔒 report WRONG_ROLE');
  expect(at('senior-high', 'PENDING_CLOSE', 'COUNSELOR')).toBe('🔒 close WRONG_ROLE');
});

test('the other regime is drawn from its own table', () => {
  expect(at('compulsory', 'SLIP', 'B_DISCIPLINE')).toBe('▶ report');
  expect(at('compulsory', 'DROPOUT', 'B_DISCIPLINE')).toBe('▶ find');
  expect(at('compulsory', 'RETURNING', 'B_REGISTRAR')).toBe('▶ confirmReturn');
  expect(at('compulsory', 'RETURNED', 'B_GUIDANCE')).toBe('▶ close');
  expect(at('compulsory', 'CLOSED', 'B_GUIDANCE')).toBe('closed');
});
