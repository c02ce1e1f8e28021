import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useDraft } from '../../../../renderer/ui/form/use-draft.ts';
import { SavedMark } from '../../../../renderer/ui/wizard/saved-mark.tsx';
import { fail } from '../../../../shared/failure.ts';
import { aDesk, aDraft } from '../../../helpers/case-desk.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const { savedAt: _, ...DRAFT } = aDraft({ values: { address: '斗六' } });

function Typing({ nothing = false }: { readonly nothing?: boolean }) {
  const draft = useDraft(() => (nothing ? null : DRAFT));
  return (
    <>
      <button onClick={draft.touch}>type</button>
      <SavedMark saved={draft.saved} />
    </>
  );
}

test('「已暫存 10:30」 stands there once the vault has it', async () => {
  const desk = aDesk();
  const { user } = renderInApp(<Typing />, { core: desk.core });
  await user.click(await screen.findByRole('button'));
  expect(await screen.findByText('已暫存 10:30', {}, { timeout: 5000 })).toBeDefined();
  expect(desk.drafts()).toHaveLength(1);
});

test.each(['pagehide', 'blur'])('on %s it is kept at once', async (event) => {
  const desk = aDesk();
  const { user } = renderInApp(<Typing />, { core: desk.core });
  await user.click(await screen.findByRole('button'));
  expect(desk.drafts()).toHaveLength(0);
  act(() => void window.dispatchEvent(new Event(event)));
  await waitFor(() => expect(desk.drafts()).toHaveLength(1), { timeout: 1000 });
});

test('[security 7.41] what could not be kept says why, and nothing claims to be saved', async () => {
  const desk = aDesk({}, { 'draft.put': () => Promise.resolve(fail('DISK_FULL')) });
  const { user } = renderInApp(<Typing />, { core: desk.core });
  await user.click(await screen.findByRole('button'));
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(await screen.findByText(/^尚未暫存：磁碟空間不足/)).toBeDefined();
  expect(screen.queryByText(/^已暫存/)).toBeNull();
});

test('nothing worth keeping is not kept', async () => {
  const desk = aDesk();
  const { user } = renderInApp(<Typing nothing />, { core: desk.core });
  await user.click(await screen.findByRole('button'));
  act(() => void window.dispatchEvent(new Event('blur')));
  await Promise.resolve();
  expect(desk.drafts()).toEqual([]);
});
