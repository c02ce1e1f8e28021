import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Page } from '../../../../renderer/ui/page/page.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

test('[security §4] the title has the focus; the title of the window is not the one that names a person', async () => {
  document.title = 'before';
  renderInApp(
    <Page title="王小明" windowTitle="案件" purpose="why">
      content
    </Page>,
  );
  const heading = await screen.findByRole('heading', { level: 1, name: '王小明' });
  expect(document.activeElement).toBe(heading);
  await waitFor(() => expect(document.title).toBe('案件 · 學路'));
});

test('without a better one the window keeps the title that the frame gave', async () => {
  document.title = 'of the frame';
  renderInApp(<Page title="王小明">content</Page>);
  await screen.findByRole('heading');
  expect(document.title).toBe('of the frame');
});
