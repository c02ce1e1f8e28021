import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isComposing } from '../../../../renderer/ui/form/submit-form.tsx';
import type { FieldDef } from '../../../../shared/forms/form.ts';
import { renderField } from '../../../helpers/form-host.tsx';

const ADDRESS: FieldDef = { id: 'address', kind: 'text', max: 120, required: true };

test('Enter in a line submits', async () => {
  const { user, submits } = renderField(ADDRESS);
  await user.type(await screen.findByRole('textbox'), '斗六{Enter}');
  expect(submits()).toBe(1);
});

test('the Enter with which an input method picks a word submits nothing', async () => {
  const { submits } = renderField(ADDRESS);
  const line = await screen.findByRole('textbox');
  // False: the browser's own meaning of the key, submitting, was prevented.
  expect(fireEvent.keyDown(line, { key: 'Enter', isComposing: true })).toBe(false);
  expect(fireEvent.keyDown(line, { key: 'Enter', keyCode: 229 })).toBe(false);
  expect(fireEvent.keyDown(line, { key: 'Enter', keyCode: 13 })).toBe(true);
  expect(submits()).toBe(0);
});

test('either sign of an input method counts', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
