import { afterEach, beforeEach, expect, test } from 'vitest';
import { PrintDocument } from '../../../../shared/contract/print.ts';
import { aDesk, anAccount, getFailure, getValue, type TestDesk } from '../../../helpers/core.ts';

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.remove());

test('[A:117] the blank 帳號申請單 is there before anybody has signed in', async () => {
  const core = await desk.boot();
  const paper = getValue(await core.ask('paper.get', { form: 'accountForm', person: null }));
  expect(PrintDocument.parse(paper)).toMatchObject({
    formId: 'accountForm',
    caseNumber: '',
    watermark: null,
  });
  expect(paper.printedBy).toBe('（未登入）');
});

test('two prints with the same words have one hash, other words another', async () => {
  const core = await desk.boot();
  const hash = async (form: 'accountForm' | 'transferForm') => {
    const input =
      form === 'accountForm'
        ? ({ form, person: null } as const)
        : ({ form, successor: null, outgoing: null } as const);
    return getValue(await core.ask('paper.get', input)).contentHash;
  };
  expect(await hash('accountForm')).toBe(await hash('accountForm'));
  expect(await hash('accountForm')).not.toBe(await hash('transferForm'));
});

test('移交清單 needs a session', async () => {
  const core = await desk.boot();
  expect(getFailure(await core.ask('paper.get', { form: 'handover' }))).toEqual({ code: 'SIGNED_OUT' });
});

test.each(['HOMEROOM', 'COUNSELOR', 'HEAD', 'B_REGISTRAR'] as const)(
  '[scenario 23] 移交清單 is refused to %s, as the list itself is',
  async (role) => {
    desk.service.account = anAccount(role);
    const core = await desk.online();
    for (const answer of [
      await core.ask('paper.get', { form: 'handover' }),
      await core.ask('handover.get', {}),
    ])
      expect(getFailure(answer)).toEqual({ code: 'FORBIDDEN' });
  },
);

test('the 主通 gets it with the name of whoever printed it', async () => {
  desk.service.account = anAccount('PRIMARY');
  desk.service.answers.set('request.list', () => ({ rows: [], total: 0 }));
  const core = await desk.online();
  const paper = getValue(await core.ask('paper.get', { form: 'handover' }));
  expect(paper).toMatchObject({
    formId: 'handover',
    title: '主要通報人移交清單',
    printedBy: desk.service.account.name,
    schoolName: desk.service.account.school?.name,
  });
});
