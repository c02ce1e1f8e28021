import { describe, expect, it } from 'vitest';
import { createPrintDesk, type PrintSheet } from '../../../../main/shell/print/print-desk.ts';
import type { PrintDocument } from '../../../../shared/contract/print.ts';

const aDocument = (title: string): PrintDocument => ({
  formId: 'f',
  formVersion: '1',
  title,
  schoolName: '示範高中',
  caseNumber: 'c',
  qr: 'q',
  contentHash: 'h',
  watermark: null,
  printedBy: 'p',
  printedAt: 'a',
  fileName: 'f.pdf',
  labels: { caseNumber: '', page: '', printedAt: '', printedBy: '', formVersion: '' },
  blocks: [],
});

/** A desk whose sheets do as told, and a list of what happened. */
function aDesk(behave: 'well' | 'die' | 'hang' | 'fail to load') {
  const events: string[] = [];
  const desk = createPrintDesk(
    (): PrintSheet => ({
      load: async () => {
        if (behave === 'fail to load') throw new Error('not found');
        events.push(`shows ${desk.findDocument()?.title}`);
        if (behave === 'well') desk.ready();
      },
      gone: behave === 'die' ? Promise.resolve() : new Promise(() => undefined),
      close: () => void events.push('closed'),
    }),
    behave === 'hang' ? 1 : undefined,
  );
  return { desk, events };
}

describe('the print desk', () => {
  it('lays out one document after the other, each on its own sheet, closed afterwards', async () => {
    const { desk, events } = aDesk('well');
    const use = (what: string) => async (): Promise<string> => {
      events.push(`prints ${what}`);
      return what;
    };
    const results = await Promise.all([
      desk.print(aDocument('一'), use('一')),
      desk.print(aDocument('二'), use('二')),
    ]);
    expect(results).toEqual(['一', '二']);
    expect(events).toEqual(['shows 一', 'prints 一', 'closed', 'shows 二', 'prints 二', 'closed']);
  });

  it('has no document for anybody while nothing is printed', async () => {
    const { desk } = aDesk('well');
    expect(desk.findDocument()).toBeUndefined();
    await desk.print(aDocument('一'), async () => undefined);
    expect(desk.findDocument()).toBeUndefined();
    desk.ready();
  });

  it.each([
    ['die', 'died'],
    ['hang', 'not ready in time'],
    ['fail to load', 'not found'],
  ] as const)('gives up when the page should %s', async (behave, because) => {
    const { desk, events } = aDesk(behave);
    const used: string[] = [];
    await expect(desk.print(aDocument('一'), async () => used.push('一'))).rejects.toThrow(because);
    expect(used).toEqual([]);
    expect(events.at(-1)).toBe('closed');
    expect(desk.findDocument()).toBeUndefined();
  });

  it('[security 7.47] goes on after a failed print', async () => {
    const { desk } = aDesk('well');
    const broken = desk.print(aDocument('一'), () => Promise.reject(new Error('no paper')));
    await expect(broken).rejects.toThrow('no paper');
    expect(await desk.print(aDocument('二'), async () => 'printed')).toBe('printed');
  });
});
