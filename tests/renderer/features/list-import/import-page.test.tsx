import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ImportPage } from '../../../../renderer/features/list-import/import-page.tsx';
import type { ImportRow } from '../../../../shared/contract/account-shapes.ts';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { SHEET_BYTES_MAX } from '../../../../shared/domain/import/sheet.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { aKeeper } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const row = (line: number, fate: ImportRow['fate'], over: Partial<ImportRow> = {}): ImportRow => ({
  line,
  label: `01030${line} 學校${line}`,
  fate,
  problems: [],
  changes: [],
  ...over,
});

const ROWS = [
  row(2, 'create'),
  row(3, 'update', { changes: ['name', 'phone'] }),
  row(4, 'same'),
  row(5, 'refuse', {
    problems: [
      { field: 'code', code: 'lineTwice', detail: { line: 2 } },
      { field: 'county', code: 'required' },
    ],
  }),
];

type Import = Handlers<CoreDoor>['list.import'];
interface Asked {
  readonly importId: string;
  readonly kind: string;
  readonly dryRun: boolean;
  readonly contentBase64: string;
}

const judged: Import = ({ dryRun }) => Promise.resolve(ok({ rows: ROWS, done: !dryRun }));

function open(answer: Import = judged) {
  const shown = renderInApp(<ImportPage />, { session: aKeeper('ADMIN'), core: { 'list.import': answer } });
  const asked = () => shown.app.inputsOf('list.import') as Asked[];
  return { ...shown, asked };
}

const csv = (name = '學校.csv', content = 'abc') => new File([content], name);
const pick = async (user: ReturnType<typeof open>['user'], file: File) =>
  user.upload(await screen.findByLabelText(/名單檔案/), file);

describe('the check', () => {
  test('tells the fate of each line in words and changes nothing; refused lines stand first and can be copied', async () => {
    const { user, asked, container } = open();
    await pick(user, csv());
    expect(await screen.findByText('這是檢查結果，尚未變更任何資料。')).toBeDefined();
    expect(asked()).toMatchObject([{ kind: 'schools', dryRun: true, contentBase64: btoa('abc') }]);
    for (const words of ['全部 4', '不匯入 1', '將新增 1', '將更新 1', '相同 1'])
      expect(screen.getByRole('radio', { name: words })).toBeDefined();
    const table = within(screen.getByRole('table', { name: '名單各列' }));
    expect(table.getAllByRole('row')).toHaveLength(2);
    expect(table.getByText('學校代碼：與第 2 列重複；縣市：必填')).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>('不匯入的列').value).toBe(
      '5\t010305 學校5\t學校代碼：與第 2 列重複；縣市：必填',
    );
    await user.click(screen.getByRole('radio', { name: '全部 4' }));
    expect(table.getAllByRole('row')).toHaveLength(5);
    expect(table.getByText('變更：學校名稱、電話')).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  });

  test('a dropped file is taken as a picked one', async () => {
    const { asked } = open();
    const area = (await screen.findByLabelText(/名單檔案/)).parentElement;
    if (area === null) throw new Error('the input stands in no area');
    fireEvent.drop(area, { dataTransfer: { files: [csv('人員.xlsx')] } });
    await waitFor(() => expect(asked()).toHaveLength(1));
  });

  test('[security 7.32] too large, of another kind or empty: told at once, nothing travels', async () => {
    const { asked } = open();
    const area = (await screen.findByLabelText(/名單檔案/)).parentElement;
    if (area === null) throw new Error('the input stands in no area');
    const large = csv('大.csv');
    Object.defineProperty(large, 'size', { value: SHEET_BYTES_MAX + 1 });
    for (const [file, words] of [
      [large, '「大.csv」無法匯入：檔案超過 10 MB'],
      [csv('圖.png'), '「圖.png」無法匯入：請使用 CSV 或 XLSX 檔案'],
      [csv('空.csv', ''), '「空.csv」無法匯入：檔案沒有內容'],
    ] as const) {
      fireEvent.drop(area, { dataTransfer: { files: [file] } });
      expect(await screen.findByText(words)).toBeDefined();
    }
    expect(asked()).toEqual([]);
  });

  test('a file that central does not read says why', async () => {
    const { user } = open(() =>
      Promise.resolve(fail('FILE_REFUSED', { reason: 'encrypted', name: '學校.csv', kind: 'sheet' })),
    );
    await pick(user, csv());
    expect(await screen.findByText(/「學校.csv」無法匯入：檔案設有密碼/)).toBeDefined();
  });

  test('heads that do not fit are listed', async () => {
    const { user } = open(() =>
      Promise.resolve(
        fail('FORM_INVALID', undefined, [
          { path: 'head', code: 'headMissing', detail: { head: '縣市' } },
          { path: 'head', code: 'headUnknown', detail: { head: '縣' } },
        ]),
      ),
    );
    await pick(user, csv());
    expect(await screen.findByText('缺少欄位「縣市」')).toBeDefined();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('offline: calm, and the same file is checked again without picking it anew', async () => {
    let online = false;
    const { user } = open((input) => (online ? judged(input) : Promise.resolve(fail('OFFLINE'))));
    await pick(user, csv());
    expect(await screen.findByText(/目前連不上通報服務/)).toBeDefined();
    online = true;
    await user.click(screen.getByRole('button', { name: '再試一次' }));
    expect(await screen.findByText('檢查結果：學校.csv')).toBeDefined();
  });
});

describe('the import', () => {
  test('goes through a sheet, with the id of the check, once; then the fates are in the past', async () => {
    const { user, asked } = open();
    await pick(user, csv());
    await user.click(await screen.findByRole('button', { name: '匯入 2 筆' }));
    const sheet = within(await screen.findByRole('dialog'));
    expect(sheet.getByText('另有 1 列有問題，不會匯入；修正後可以再匯入一次。')).toBeDefined();
    await user.dblClick(sheet.getByRole('button', { name: '匯入 2 筆' }));
    expect(await screen.findByText('匯入結果：學校.csv')).toBeDefined();
    expect(screen.getByRole('radio', { name: '已新增 1' })).toBeDefined();
    const [check, write, ...more] = asked();
    expect(more).toEqual([]);
    expect(write).toEqual({ ...check, dryRun: false });
    expect(screen.queryByRole('button', { name: '匯入 2 筆' })).toBeNull();
  });

  test('[A:75] a list of staff says how many get a mail', async () => {
    const { user, asked } = open();
    await user.click(await screen.findByRole('radio', { name: '人員名單' }));
    await pick(user, csv('人員.csv'));
    await user.click(await screen.findByRole('button', { name: '匯入 2 筆' }));
    expect(await screen.findByText(/寄信給新增的 1 人，附設定密碼的連結/)).toBeDefined();
    expect(asked()[0]?.kind).toBe('staff');
  });

  test('refused, the sheet stays with the reason', async () => {
    const { user } = open((input) => (input.dryRun ? judged(input) : Promise.resolve(fail('UNAVAILABLE'))));
    await pick(user, csv());
    await user.click(await screen.findByRole('button', { name: '匯入 2 筆' }));
    const sheet = within(await screen.findByRole('dialog'));
    await user.click(sheet.getByRole('button', { name: '匯入 2 筆' }));
    expect(await sheet.findByText(/通報服務暫時無法使用/)).toBeDefined();
  });

  test('another kind of list begins anew', async () => {
    const { user } = open();
    await pick(user, csv());
    await screen.findByText('檢查結果：學校.csv');
    await user.click(screen.getByRole('radio', { name: '人員名單' }));
    expect(screen.queryByText('檢查結果：學校.csv')).toBeNull();
    expect(screen.queryByRole('button', { name: /^匯入/ })).toBeNull();
  });
});

test('the columns of each kind are explained', async () => {
  const { user } = open();
  expect(await screen.findByRole('rowheader', { name: '主管機關', hidden: true })).toBeDefined();
  await user.click(screen.getByRole('radio', { name: '人員名單' }));
  expect(screen.getByRole('rowheader', { name: '帳號類別', hidden: true })).toBeDefined();
});
