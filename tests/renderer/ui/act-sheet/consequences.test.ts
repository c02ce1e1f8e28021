import { describe, expect, test } from 'vitest';
import { consequencesOf } from '../../../../renderer/ui/act-sheet/consequences.ts';
import { ACTIONS } from '../../../../shared/domain/case/action.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { textFor } from '../../../../shared/text/index.ts';

describe.each(['zh-TW', 'en'] as const)('in %s', (language) => {
  const t = textFor(language);

  test.each(Object.values(REGIMES))(
    'every act of $id that a person does by its sheet says what follows',
    (regime) => {
      const silent = ['save', 'submit', 'saveTracking', 'sendTracking'];
      const acts = ACTIONS.filter((act) => regime.actions[act] !== null && !silent.includes(act));
      for (const act of acts)
        expect(consequencesOf(regime.id, act, t).map(({ aspect }) => aspect)).toContain('follows');
    },
  );

  test('an act that the regime lacks says nothing', () => {
    expect(consequencesOf('senior-high', 'find', t)).toEqual([]);
  });
});
