import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Dialog } from '../../../../renderer/ui/act-sheet/dialog.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

function Page({ opener }: { readonly opener: 'stays' | 'goes' }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>頁</h1>
      {(opener === 'stays' || !open) && <button onClick={() => setOpen(true)}>open</button>}
      {open && (
        <Dialog title="窗" size="lg" onClose={() => setOpen(false)}>
          <button>one</button>
          <button>two</button>
        </Dialog>
      )}
    </>
  );
}

test('the focus stays in the window and returns to what opened it', async () => {
  const { user } = renderInApp(<Page opener="stays" />);
  const opener = await screen.findByRole('button', { name: 'open' });
  await user.click(opener);
  const dialog = await screen.findByRole('dialog', { name: '窗' });
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  for (let step = 0; step < 5; step += 1) {
    await user.tab();
    expect(dialog.contains(document.activeElement)).toBe(true);
  }
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test('where the opener is gone, the title of the page takes it', async () => {
  const { user } = renderInApp(<Page opener="goes" />);
  await user.click(await screen.findByRole('button', { name: 'open' }));
  await screen.findByRole('dialog');
  await user.click(screen.getByRole('button', { name: '關閉視窗' }));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
});
