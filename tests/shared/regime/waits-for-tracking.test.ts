import { expect, test } from 'vitest';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { waitsForTracking } from '../../../shared/regime/waits-for-tracking.ts';
import { statesOf } from '../../helpers/case-builders.ts';

test('only a filed case of a senior high school waits for its tracking record', () => {
  const waiting = Object.values(REGIMES).flatMap((regime) =>
    statesOf(regime.id).filter((state) => waitsForTracking(regime, state)),
  );
  expect(waiting).toEqual(['FILED']);
});
