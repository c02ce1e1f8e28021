import { Button, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { useText } from '../../bridge/text.ts';
import { usePrinting } from './use-printing.ts';

/** 列印 and 存成 PDF of what the preview shows, and in words what came of it. */
export function PrintButtons({ sheet }: { readonly sheet: PrintDocument }) {
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
