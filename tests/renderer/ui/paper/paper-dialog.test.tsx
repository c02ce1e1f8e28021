import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { PaperDialog } from '../../../../renderer/ui/paper/paper-dialog.tsx';
import type { PrintDocument } from '../../../../shared/contract/print.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { aSession, renderInApp, type RenderOptions } from '../../../helpers/window-app.tsx';

const OUT = aSession({ state: 'signedOut', account: null, endsAt: null, passwordDaysLeft: null });

const SHEET: PrintDocument = {
  formId: 'accountForm',
  formVersion: '1',
  title: '帳號申請單',
  schoolName: '旭日示範高級中學',
  caseNumber: '',
  qr: 'x',
  contentHash: 'abc',
  watermark: null,
  printedBy: '',
  printedAt: '115/11/21 10:30',
  fileName: '帳號申請單.pdf',
  labels: { caseNumber: '', page: '第 {{page}} 頁', printedAt: '', printedBy: '', formVersion: '' },
  blocks: [{ kind: 'note', text: '本單核章後上傳。' }],
};

function Host() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {open ? (
        <PaperDialog paper={{ form: 'accountForm', person: null }} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

async function openPaper(options: RenderOptions) {
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { load: () => Promise.resolve([]), ready: Promise.resolve() },
  });
  const rendered = renderInApp(<Host />, { session: OUT, ...options });
  const opener = await screen.findByRole('button', { name: 'open' });
  await rendered.user.click(opener);
  return { ...rendered, opener };
}

test('the paper, 列印 and 存成 PDF before signing in; the focus is back after it', async () => {
  const { user, app, opener } = await openPaper({
    core: { 'paper.get': () => Promise.resolve(ok(SHEET)) },
    shell: {
      'print.paper': () => Promise.resolve(ok({ printed: false })),
      'print.save': () => Promise.resolve(ok({ saved: true })),
    },
  });
  const dialog = await screen.findByRole('dialog', { name: '列印預覽：帳號申請單' });
  expect((await screen.findAllByText('本單核章後上傳。')).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: '列印' }));
  expect(await screen.findByText('未列印。')).toBeDefined();
  await user.click(screen.getByRole('button', { name: '存成 PDF' }));
  expect(await screen.findByText('已存成 PDF。')).toBeDefined();
  expect(app.inputsOf('print.paper')).toEqual([SHEET]);
  expect(await axeProblems(dialog)).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test('a paper that cannot be made says why and can be asked again', async () => {
  let tries = 0;
  const { user } = await openPaper({
    core: { 'paper.get': () => Promise.resolve((tries += 1) === 1 ? fail('UNEXPECTED') : ok(SHEET)) },
  });
  expect(await screen.findByText(/代碼：UNEXPECTED/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: '再試一次' }));
  expect(await screen.findByRole('dialog', { name: '列印預覽：帳號申請單' })).toBeDefined();
});
