import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PrintDocument } from '../../shared/contract/print.ts';
import { textFor } from '../../shared/text/index.ts';
import { shell } from '../bridge/app.ts';
import { Sheet } from '../ui/sheet/sheet.tsx';

/** Paper is Chinese, whatever language the window speaks. */
const t = textFor('zh-TW');

/** The hidden window behind 列印 and 存成 PDF: lays the document out and says when it stands. */
function PrintWindow() {
  const [sheet, setSheet] = useState<PrintDocument | null>(null);
  useEffect(() => {
    void shell('print.document', {}).then((answer) => {
      if (answer.ok) setSheet(answer.value);
    });
  }, []);
  const ready = useCallback((pages: number) => {
    requestAnimationFrame(() => requestAnimationFrame(() => void shell('print.ready', { pages })));
  }, []);
  if (sheet === null) return null;
  return (
    <Sheet
      sheet={sheet}
      qrLabel={t('print.qrLabel')}
      continued={(title) => t('print.continued', { title })}
      onPages={ready}
    />
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<PrintWindow />);
