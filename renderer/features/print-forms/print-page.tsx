import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { PaperKind } from '../../../shared/regime/paper.ts';
import { failureSentence } from '../../bridge/failure-text.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { PaperView } from '../../ui/paper/paper-view.tsx';
import { PrintButtons } from '../../ui/paper/print-buttons.tsx';

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
      {query.data !== undefined && query.data.watermark !== null && (
        <Alert color="gray">{t('print.waitingNote')}</Alert>
      )}
      {query.data !== undefined && <PaperView sheet={query.data} />}
    </Stack>
  );
}
