import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import type { PaperKind } from '../../../shared/regime/paper.ts';
import { failureSentence } from '../../bridge/failure-text.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { usePrinting } from './use-printing.ts';
import './print-page.css';

/** 列印預覽: the page at the size of the page; 列印 and 存成 PDF. */
export function PrintPage({ caseId, form }: { readonly caseId: string; readonly form: PaperKind }) {
  const t = useText();
  const go = useGo();
  const query = useCoreQuery('print.get', { caseId, form });
  return (
    <Stack gap="sm">
      <div>
        <Title order={1} size="h3" tabIndex={-1}>
          {query.data === undefined ? t('print.title') : `${t('print.title')}：${query.data.title}`}
        </Title>
        <Text size="sm">{t('print.lead')}</Text>
      </div>
      <Group>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => go({ page: 'case', caseId })}
        >
          {t('print.back')}
        </Button>
        {query.data !== undefined && <PrintButtons sheet={query.data} />}
      </Group>
      {query.error !== null && <Alert color="red">{failureSentence(t, query.error)}</Alert>}
      {query.isPending && <Loader aria-label={t('print.layingOut')} />}
      {query.data !== undefined && <Preview sheet={query.data} />}
    </Stack>
  );
}

function PrintButtons({ sheet }: { readonly sheet: PrintDocument }) {
  const t = useText();
  const { busy, outcome, print } = usePrinting(sheet);
  return (
    <>
      <Button
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
        loading={busy === 'print.paper'}
        disabled={busy !== null}
        onClick={() => void print('print.paper')}
        data-shortcut="print"
      >
        {t('print.paper')}
      </Button>
      <Button
        variant="outline"
        leftSection={<IconDeviceFloppy size={18} aria-hidden="true" />}
        loading={busy === 'print.save'}
        disabled={busy !== null}
        onClick={() => void print('print.save')}
      >
        {t('print.save')}
      </Button>
      <Text role="status" size="sm">
        {outcome}
      </Text>
    </>
  );
}

function Preview({ sheet }: { readonly sheet: PrintDocument }) {
  const t = useText();
  const [pages, setPages] = useState<number | null>(null);
  const continued = useCallback((title: string) => t('print.continued', { title }), [t]);
  return (
    <>
      {sheet.watermark !== null && <Alert color="gray">{t('print.waitingNote')}</Alert>}
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
