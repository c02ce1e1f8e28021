import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { act, screen, waitFor } from '@testing-library/react';
import { useEffect, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { createAppRouter } from '../../../renderer/app/router.tsx';
import { RouterNavigation } from '../../../renderer/app/router-navigation.tsx';
import { useNavigation, type Navigation, type Place } from '../../../renderer/bridge/navigation.tsx';
import { CASE_ID, uuidOf } from '../../helpers/case-builders.ts';
import { renderInApp } from '../../helpers/window-app.tsx';

const PLACES: readonly (readonly [Place, string])[] = [
  [{ page: 'home' }, '/'],
  [{ page: 'cases', regime: 'senior-high' }, '/cases/senior-high'],
  [
    { page: 'newCase', regime: 'senior-high', draftId: uuidOf(7) },
    `/cases/senior-high/new?draftId=${uuidOf(7)}`,
  ],
  [{ page: 'editCase', caseId: CASE_ID }, `/case/${CASE_ID}/edit`],
  [{ page: 'case', caseId: CASE_ID }, `/case/${CASE_ID}`],
  [{ page: 'case', caseId: CASE_ID, open: 'tracking' }, `/case/${CASE_ID}?open=tracking`],
  [{ page: 'case', caseId: CASE_ID, open: 'sendBack' }, `/case/${CASE_ID}?open=sendBack`],
  [{ page: 'print', caseId: CASE_ID, form: 'tracking' }, `/case/${CASE_ID}/print/tracking`],
  [{ page: 'outbox' }, '/outbox'],
  [{ page: 'settings' }, '/settings'],
];

/** The navigation of the real routes; the pages themselves are out of sight. */
async function navigationAt(address: string) {
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }));
  await router.load();
  const seen: { navigation?: Navigation } = {};
  const Probe = () => {
    const navigation = useNavigation();
    useEffect(() => {
      seen.navigation = navigation;
    }, [navigation]);
    return <output>{JSON.stringify(navigation.place)}</output>;
  };
  router.update({
    ...router.options,
    InnerWrap: ({ children }: { readonly children: ReactNode }) => (
      <>
        <RouterNavigation>
          <Probe />
        </RouterNavigation>
        <div hidden>{children}</div>
      </>
    ),
  } as Parameters<typeof router.update>[0]);
  renderInApp(<RouterProvider router={router} />);
  const place = async () => JSON.parse((await screen.findByRole('status')).textContent ?? '') as Place;
  return { router, place, navigation: () => seen.navigation };
}

test.each(PLACES)('%o has the address %s and is found there again', async (place, address) => {
  const there = await navigationAt(address);
  expect(await there.place()).toEqual(place);
  expect(there.navigation()?.href(place)).toBe(address);
  await act(async () => there.navigation()?.go({ page: 'outbox' }));
  await waitFor(async () => expect(await there.place()).toEqual({ page: 'outbox' }));
  await act(async () => there.navigation()?.go(place));
  expect(there.router.history.location.href).toBe(address);
});

test('a new filing has the draft that it will be in its address, so that one comes back to it', async () => {
  const there = await navigationAt('/cases/compulsory/new');
  const place = await there.place();
  expect(place).toEqual({ page: 'newCase', regime: 'compulsory', draftId: expect.any(String) });
  expect(there.navigation()?.href(place)).toBe(there.router.history.location.href);
  await act(async () => there.navigation()?.go({ page: 'newCase', regime: 'compulsory' }));
  await waitFor(async () => expect(await there.place()).not.toEqual(place));
});

test.each(['/case/1', '/cases/other', '/case/1/print/report'])('%s leads nowhere', async (address) => {
  expect(await (await navigationAt(address)).place()).toEqual({ page: 'home' });
  expect(screen.getByRole('heading', { level: 1, hidden: true }).textContent).toBe('找不到這個畫面');
});

test('junk behind an address is passed over', async () => {
  const there = await navigationAt(`/case/${CASE_ID}?open=__proto__&draftId=x`);
  expect(await there.place()).toEqual({ page: 'case', caseId: CASE_ID });
});
