import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StateWord } from '../../../../renderer/ui/tone/state-word.tsx';
import { CASE_STATES } from '../../../../shared/domain/case/state.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

test('every state of both regimes is icon and word and colour', async () => {
  const rows = Object.values(REGIMES).flatMap((regime) =>
    CASE_STATES.flatMap((state) => {
      const row = regime.states[state];
      return row === null ? [] : [{ id: `${regime.id} ${state}`, row }];
    }),
  );
  renderInApp(
    <>
      {rows.map(({ id, row }) => (
        <StateWord key={id} row={row} word={id} />
      ))}
    </>,
  );
  for (const { id, row } of rows) {
    const word = (await screen.findByText(id)).parentElement;
    expect(word?.dataset['tone']).toBe(row.tone);
    expect(word?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  }
});
