import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FileCasePage } from '../../../../renderer/features/file-case/file-case-page.tsx';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { groupIdentityNumber } from '../../../../shared/domain/identity/normalise.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { aStudent, CASE_ID, completeFiling } from '../../../helpers/case-builders.ts';
import { aDesk, aDraft, standStill, type Desk } from '../../../helpers/case-desk.ts';
import { aView } from '../../../helpers/case-view.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

beforeEach(standStill);
afterEach(() => void vi.useRealTimers());

const STUDENT = aStudent();
const found: Partial<Handlers<CoreDoor>> = {
  'student.check': () => Promise.resolve(ok({ source: 'register', student: STUDENT })),
};
const offline: Partial<Handlers<CoreDoor>> = {
  'student.check': ({ identityNumber }) => Promise.resolve(ok({ source: 'offline', identityNumber })),
};
const open = (desk: Desk, props: { draftId?: string } = {}) =>
  renderInApp(<FileCasePage regime="senior-high" {...props} />, { core: desk.core });
const identity = () => screen.findByLabelText<HTMLInputElement>(/^請輸入身份證字號/);
const complete = (over = {}) =>
  aDraft({ student: STUDENT, values: completeFiling('senior-high'), step: 3, ...over });

describe('視窗1', () => {
  test('[security 7.2] full-width, lower case, spaces and dashes are put right as they are typed', async () => {
    const { user, app } = open(aDesk({}, found));
    const number = STUDENT.identityNumber;
    const typed = `ｐ${number.slice(1, 4)}-${number.slice(4, 7).toLowerCase()} ${number.slice(7)}`;
    await user.type(await identity(), typed);
    expect((await identity()).value).toBe(groupIdentityNumber(number));
    await user.keyboard('{Enter}');
    await screen.findByText('王小明');
    expect(app.inputsOf('student.check')).toEqual([{ regime: 'senior-high', identityNumber: number }]);
  });

  test('the caret stays where one corrects the number', async () => {
    const { user } = open(aDesk());
    const input = await identity();
    await user.type(input, 'P12345');
    expect(input.value).toBe('P12 345');
    await user.type(input, '9', { initialSelectionStart: 2, initialSelectionEnd: 2 });
    expect(input.value).toBe('P19 2345');
    expect(input.selectionStart).toBe(3);
  });

  test.each([
    ['P123456780', '證號檢查碼不符，請核對每一碼'],
    ['P1234O6789', '第 6 碼應為數字'],
    ['PI23456789', '第 2 碼應為數字'],
    ['P12345', '證號應為10碼，目前6碼'],
  ])('[security 7.1, 7.5] %s: %s; no look-up is sent and what was typed stays', async (typed, sentence) => {
    const { user, app } = open(aDesk({}, found));
    await user.type(await identity(), `${typed}{Enter}`);
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
    expect(app.inputsOf('student.check')).toEqual([]);
    expect((await identity()).value.replaceAll(' ', '')).toBe(typed);
  });

  test('[security 7.3] invisible characters in the number are removed and told', async () => {
    open(aDesk({}, found));
    fireEvent.change(await identity(), { target: { value: 'P1\u200b2' } });
    expect(await screen.findByText('已移除看不見的字元')).toBeDefined();
    expect((await identity()).value).toBe('P12');
  });

  test('[security 7.6] another sex than the register says is a warning, no stop', async () => {
    const { user } = open(
      aDesk(
        {},
        {
          'student.check': () =>
            Promise.resolve(ok({ source: 'register', student: aStudent({ sex: 'female' }) })),
        },
      ),
    );
    await user.type(await identity(), `${STUDENT.identityNumber}{Enter}`);
    expect(await screen.findByText('證號的性別碼與學籍資料的性別不同，請核對')).toBeDefined();
    expect(screen.getByRole('button', { name: '下一步' })).toBeDefined();
  });

  test.each(['ADULT', 'STUDENT_NOT_IN_REGISTER', 'STUDENT_ELSEWHERE'] as const)(
    '%s is told and stopped',
    async (code) => {
      const { user } = open(aDesk({}, { 'student.check': () => Promise.resolve(fail(code)) }));
      await user.type(await identity(), `${STUDENT.identityNumber}{Enter}`);
      expect((await screen.findByRole('alert')).textContent).toContain(code);
      expect(screen.queryByRole('button', { name: '下一步' })).toBeNull();
    },
  );

  test('[security 7.21] an open case of the student is shown and stops the filing', async () => {
    const detail = {
      caseId: CASE_ID,
      caseNumber: '2611210001-01',
      regime: 'senior-high',
      state: 'TRACKING',
      category: 'SUSPENSION',
    };
    const { user, places } = open(
      aDesk({}, { 'student.check': () => Promise.resolve(fail('DUPLICATE_CASE', detail)) }),
    );
    await user.type(await identity(), `${STUDENT.identityNumber}{Enter}`);
    expect(await screen.findByText('尚未結案的案件：2611210001-01，休學，追蹤中')).toBeDefined();
    await user.click(await screen.findByRole('button', { name: '查看該案件' }));
    expect(places).toEqual([{ page: 'case', caseId: CASE_ID }]);
  });

  test('the Enter of an input method looks nothing up', async () => {
    const { app } = open(aDesk({}, found));
    const input = await identity();
    fireEvent.change(input, { target: { value: STUDENT.identityNumber } });
    expect(fireEvent.keyDown(input, { key: 'Enter', isComposing: true })).toBe(false);
    expect(app.inputsOf('student.check')).toEqual([]);
  });
});

describe('offline', () => {
  const typeStudent = async (birthDate: string) => {
    const rendered = open(aDesk({}, offline));
    const { user } = rendered;
    await user.type(await identity(), `${STUDENT.identityNumber}{Enter}`);
    expect((await screen.findByText(/^連線後檢查/)).closest('[role="status"]')).not.toBeNull();
    expect(await axeProblems(rendered.container)).toEqual([]);
    await user.type(screen.getByLabelText(/^學生姓名/), '王小明');
    await user.type(screen.getByLabelText(/^出生日期/), birthDate);
    await user.click(screen.getByRole('button', { name: '下一步' }));
    return rendered;
  };

  test('name and birth date are typed, and the filing goes on', async () => {
    await typeStudent('990504');
    expect(await screen.findByRole('heading', { name: '基本資料' })).toBeDefined();
  });

  test('[security 7.7] 18 years old today is stopped, 18 tomorrow is not', async () => {
    const { unmount } = await typeStudent('97/11/21');
    expect((await screen.findByRole('alert')).textContent).toContain('ADULT');
    unmount();
    await typeStudent('97/11/22');
    expect(await screen.findByRole('heading', { name: '基本資料' })).toBeDefined();
  });

  test('the review says what will be checked when online', async () => {
    const typed = { ...STUDENT, source: 'typed', asOf: null, enrolledOn: null } as const;
    open(aDesk({ drafts: [complete({ student: typed })] }), { draftId: complete().draftId });
    const later = await screen.findByRole('region', { name: '送達通報服務時再檢查' });
    expect(within(later).getAllByRole('listitem')).toHaveLength(3);
  });
});

describe('drafts', () => {
  test('typing is kept, by its step, when the page is left', async () => {
    const desk = aDesk({}, found);
    const { user, unmount } = open(desk);
    await user.type(await identity(), `${STUDENT.identityNumber}{Enter}`);
    await screen.findByText('王小明');
    await user.click(screen.getByRole('button', { name: '下一步' }));
    await user.type(await screen.findByLabelText(/^居住地址/), '斗六市');
    unmount();
    await waitFor(() => expect(desk.drafts()[0]?.values).toEqual({ address: '斗六市' }));
    expect(desk.drafts()[0]).toMatchObject({ kind: 'filing', step: 1, student: STUDENT, baseRevision: 0 });
  });

  test('a page that was only looked at leaves no draft', async () => {
    const desk = aDesk();
    const { unmount } = open(desk);
    await identity();
    unmount();
    await Promise.resolve();
    expect(desk.drafts()).toEqual([]);
  });

  test('coming back brings step and answers, a half-typed date too, and says so', async () => {
    const draft = complete({ step: 2, values: { leftOn: '115/1', category: 'SUSPENSION' } });
    open(aDesk({ drafts: [draft] }), { draftId: draft.draftId });
    expect(await screen.findByRole('heading', { name: '案件資料' })).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>(/^離校日期/).value).toBe('115/1');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '休學' }).checked).toBe(true);
    expect(screen.getByText('已帶回 115/11/21 10:30 暫存的內容。')).toBeDefined();
    expect(screen.getByText('已暫存 10:30')).toBeDefined();
  });

  test('what was brought back can be put away', async () => {
    const desk = aDesk({ drafts: [complete()] });
    const { user } = open(desk, { draftId: complete().draftId });
    await user.click(await screen.findByRole('button', { name: '捨棄暫存內容' }));
    expect((await identity()).value).toBe('');
    expect(desk.drafts()).toEqual([]);
  });
});

describe('review and 提交', () => {
  const review = (over: Partial<Handlers<CoreDoor>> = {}, draft = complete()) =>
    open(aDesk({ drafts: [draft] }, over), { draftId: draft.draftId });
  const submit = () => screen.findByRole('button', { name: '提交' });

  test('all answers stand there as they will print', async () => {
    const { container } = review();
    const page = await screen.findByRole('region', { name: '案件資料' });
    expect(within(page).getByText('115/11/16（一）')).toBeDefined();
    expect(page.textContent).toContain('個人因素：');
    expect(await axeProblems(container)).toEqual([]);
  });

  test('each step counts what is open', async () => {
    review({}, complete({ values: {} }));
    const steps = await screen.findByRole('navigation', { name: '填報步驟' });
    expect(within(steps).getByRole('button', { name: /基本資料.*尚有 9 欄/ })).toBeDefined();
    expect(within(steps).getByRole('button', { name: /案件資料.*尚有 5 欄/ })).toBeDefined();
    expect(within(steps).getByRole('button', { name: /身份證字號.*已完成/ })).toBeDefined();
  });

  test('what is missing is a link to its field', async () => {
    const { address: _, ...rest } = completeFiling('senior-high');
    const { user } = review({}, complete({ values: rest }));
    await user.click(await screen.findByRole('button', { name: '居住地址：必填' }));
    expect(document.activeElement).toBe(await screen.findByLabelText(/^居住地址/));
  });

  test('提交 with open fields sends nothing and puts the focus on the first', async () => {
    const { user, app } = review({}, complete({ values: {} }));
    await user.click(await submit());
    expect(document.activeElement?.textContent).toBe('電話/手機：必填');
    expect(app.inputsOf('case.file')).toEqual([]);
  });

  test('提交 sends the stored form once and goes to the tracking window', async () => {
    const draft = complete({
      values: { ...completeFiling('senior-high'), address: ' 斗六\u200b市 ', suspensionReason: '舊' },
    });
    const { user, app, places } = review({}, draft);
    await user.click(await submit());
    await waitFor(() => expect(places).toEqual([{ page: 'case', caseId: CASE_ID, open: 'tracking' }]));
    expect(app.inputsOf('case.file')).toEqual([
      expect.objectContaining({
        caseId: CASE_ID,
        action: 'submit',
        student: STUDENT,
        baseRevision: 0,
        draftId: draft.draftId,
        values: { ...completeFiling('senior-high'), address: '斗六市' },
      }),
    ]);
  });

  test('[security 7.20] double click, Enter twice and Ctrl+Enter are one operation', async () => {
    let answer = () => {};
    const { user, app, places } = review({
      'case.file': ({ opId, caseId }) =>
        new Promise((resolve) => {
          answer = () => resolve(ok({ opId, caseId, state: 'FILED' }));
        }),
    });
    await user.dblClick(await submit());
    await user.keyboard('{Enter}{Enter}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(app.inputsOf('case.file')).toHaveLength(1));
    answer();
    await waitFor(() => expect(places).toHaveLength(1));
  });

  test('a second try after a failure is the same operation, and typing goes on being kept', async () => {
    let tries = 0;
    const { user, app } = review({
      'case.file': ({ opId, caseId }) =>
        Promise.resolve((tries += 1) === 1 ? fail('DISK_FULL') : ok({ opId, caseId, state: 'FILED' })),
    });
    await user.click(await submit());
    expect(await screen.findByText(/磁碟空間不足/)).toBeDefined();
    await user.click(await submit());
    await waitFor(() => expect(app.inputsOf('case.file')).toHaveLength(2));
    const ids = app.inputsOf('case.file').map((input) => (input as { opId: string }).opId);
    expect(ids[0]).toBe(ids[1]);
  });

  test('fields that the core refuses stand in the summary', async () => {
    const { user } = review({
      'case.file': () =>
        Promise.resolve(fail('FORM_INVALID', undefined, [{ path: 'leftOn', code: 'dateFuture' }])),
    });
    await user.click(await submit());
    await user.click(await screen.findByRole('button', { name: '離校日期：日期不可晚於今天' }));
    expect(await screen.findByText('日期不可晚於今天')).toBeDefined();
  });

  test('暫存 takes what is there', async () => {
    const { user, app, places } = review({}, complete({ values: { address: '斗六市' } }));
    await user.click(await screen.findByRole('button', { name: '暫存' }));
    await waitFor(() => expect(places).toEqual([{ page: 'case', caseId: CASE_ID }]));
    expect(app.inputsOf('case.file')).toMatchObject([{ action: 'save', values: { address: '斗六市' } }]);
  });
});

describe('a case that exists', () => {
  const view = aView({ state: 'SENT_BACK' });
  const edit = (drafts = [] as ReturnType<typeof aDraft>[]) =>
    renderInApp(<FileCasePage caseId={CASE_ID} />, { core: aDesk({ view: () => view, drafts }).core });

  test('opens with its answers, its student fixed, and is sent on the revision that was seen', async () => {
    const { user, app } = edit();
    expect(await screen.findByRole('heading', { name: '基本資料' })).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(app.inputsOf('case.file')).toHaveLength(1));
    expect(app.inputsOf('case.file')).toMatchObject([{ caseId: CASE_ID, baseRevision: view.revision }]);
    expect(app.inputsOf('student.check')).toEqual([]);
  });

  test('changed by somebody meanwhile: told, and sent on the new revision only when one says so', async () => {
    const { user, app } = edit([aDraft({ baseRevision: 0, values: view.values })]);
    await user.click(await screen.findByRole('button', { name: '以這份內容為準' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(app.inputsOf('case.file')).toMatchObject([{ baseRevision: view.revision }]));
  });

  test('a conflict found on 提交 is solved by the person, not by the program', async () => {
    const revisions: number[] = [];
    const conflict: Partial<Handlers<CoreDoor>> = {
      'case.file': ({ opId, caseId, baseRevision }) => {
        revisions.push(baseRevision);
        const stale = fail('CONFLICT', { revision: 7, baseRevision });
        return Promise.resolve(baseRevision === 7 ? ok({ opId, caseId, state: 'FILED' }) : stale);
      },
    };
    const { user, places } = renderInApp(<FileCasePage caseId={CASE_ID} />, {
      core: aDesk({ view: () => view }, conflict).core,
    });
    await screen.findByRole('heading', { name: '基本資料' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: '以這份內容為準' }));
    expect(revisions).toEqual([view.revision]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(places).toHaveLength(1));
    expect(revisions).toEqual([view.revision, 7]);
  });

  test('what may not be changed any more says why', async () => {
    const reported = aView({ state: 'TRACKING' });
    renderInApp(<FileCasePage caseId={CASE_ID} />, { core: aDesk({ view: () => reported }).core });
    expect(await screen.findByText('案件已通報')).toBeDefined();
  });
});
