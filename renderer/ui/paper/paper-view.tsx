import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { useText } from '../../bridge/text.ts';
import { Sheet } from '../sheet/sheet.tsx';
import './paper.css';

/** The paper itself, at its own size, in a region that scrolls; how many pages it has stands above it. */
export function PaperView({ sheet }: { readonly sheet: PrintDocument }) {
  const t = useText();
  const [pages, setPages] = useState<number | null>(null);
  const continued = useCallback((title: string) => t('print.continued', { title }), [t]);
  return (
    <>
      <Text role="status" size="sm">
        {pages === null ? t('print.layingOut') : t('print.pages', { pages })}
      </Text>
      <div className="print-preview" tabIndex={0} role="region" aria-label={t('print.title')}>
        <Sheet
          key={sheet.contentHash}
          sheet={sheet}
          qrLabel={t('print.qrLabel')}
          continued={continued}
          onPages={setPages}
        />
      </div>
    </>
  );
}
