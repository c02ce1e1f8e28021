import { IconUser } from '@tabler/icons-react';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Finder } from '../../../../renderer/ui/finder/finder.tsx';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const pick = vi.fn<(name: string) => void>();

function Names({
  names,
  onClose = () => undefined,
}: {
  readonly names: string[];
  readonly onClose?: () => void;
}) {
  const [query, setQuery] = useState('');
  const hits = names
    .filter((name) => name.includes(query))
    .map((name) => ({ id: name, icon: IconUser, label: name, pick: () => pick(name) }));
  return (
    <Finder
      label="find"
      hint="type"
      nothing="none"
      query={query}
      onQuery={setQuery}
      hits={hits}
      onClose={onClose}
    />
  );
}

const chosen = () => screen.getAllByRole('option').find((o) => o.getAttribute('aria-selected') === 'true');

test('↑↓ choose and stop at the ends, the field tells which one, Enter picks and closes', async () => {
  pick.mockClear();
  const onClose = vi.fn<() => void>();
  const { user } = renderInApp(<Names names={['anna', 'bert', 'carl']} onClose={onClose} />);
  const field = await screen.findByRole('combobox', { name: 'find' });
  await user.click(field);
  await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(chosen()?.textContent).toBe('carl');
  expect(field.getAttribute('aria-activedescendant')).toBe(chosen()?.id);
  await user.keyboard('{Enter}');
  expect(pick.mock.calls).toEqual([['carl']]);
  expect(onClose).toHaveBeenCalledOnce();
});

test('Enter of an input method picks nothing', async () => {
  pick.mockClear();
  renderInApp(<Names names={['anna']} />);
  fireEvent.keyDown(await screen.findByRole('combobox'), { key: 'Enter', isComposing: true });
  expect(pick).not.toHaveBeenCalled();
});

test('nothing found is said', async () => {
  const { user } = renderInApp(<Names names={['anna']} />);
  await user.type(await screen.findByRole('combobox'), 'zz');
  expect(screen.getByText('none')).toBeDefined();
  await user.keyboard('{Enter}');
});

test('[security 7.13] names are text, and the dialog is sound', async () => {
  renderInApp(<Names names={['<img src=x onerror=alert(1)>']} />);
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeDefined();
  expect(document.querySelector('img')).toBeNull();
  expect(await axeProblems(screen.getByRole('dialog'))).toEqual([]);
});
