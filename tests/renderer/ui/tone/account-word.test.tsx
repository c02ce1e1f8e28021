import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  AccountStatusWord,
  RequestStatusWord,
  VerifiedWord,
} from '../../../../renderer/ui/tone/account-word.tsx';
import { ACCOUNT_STATES } from '../../../../shared/domain/account/account-state.ts';
import { REQUEST_STATUS } from '../../../../shared/domain/account/request.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

/** Word, colour, and whether a drawing stands beside it. */
const look = (word: HTMLElement) => {
  const whole = word.parentElement;
  return [word.textContent, whole?.dataset['tone'], whole?.querySelector('svg') !== null];
};

test('[domain §1.4.1] every state is icon, word and colour, never one alone', async () => {
  renderInApp(
    <>
      {ACCOUNT_STATES.map((state) => (
        <p key={state}>
          <AccountStatusWord state={state} />
          <VerifiedWord state={state} />
        </p>
      ))}
      {REQUEST_STATUS.map((status) => (
        <RequestStatusWord key={status} status={status} />
      ))}
    </>,
  );
  expect(look((await screen.findAllByText('正常'))[0] as HTMLElement)).toEqual(['正常', 'green', true]);
  expect(look(screen.getByText('停用'))).toEqual(['停用', 'slate', true]);
  expect(look(screen.getByText('已認證'))).toEqual(['已認證', 'green', true]);
  expect(screen.getAllByText('未認證').map((word) => look(word)[1])).toEqual([
    'grey',
    'grey',
    'amber',
    'amber',
    'amber',
    'grey',
  ]);
  expect(look(screen.getByText('已失效'))).toEqual(['已失效', 'grey', true]);
});
