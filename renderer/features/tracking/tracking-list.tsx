import { Button, Table } from '@mantine/core';
import type { CaseView, TrackingView } from '../../../shared/contract/core.ts';
import { formatValue } from '../../../shared/forms/format-value.ts';
import type { FieldDef } from '../../../shared/forms/form.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { LockButton } from '../../ui/lock/lock-button.tsx';
import { DeliveryWord } from '../../ui/tone/delivery-word.tsx';
import classes from './tracking.module.css';
import { firstOfKind } from './tracking-start.ts';

const COLUMNS = [
  'number',
  'author',
  'content',
  'trackedAt',
  'writtenAt',
  'state',
  'details',
  'delete',
] as const;

interface Props {
  readonly view: CaseView;
  readonly onDetails: (record: TrackingView) => void;
  readonly onDelete: (record: TrackingView) => void;
}

/** 編號, 填寫人姓名, 追蹤內容, 追蹤日期, 填寫日期, 狀態, 詳細資料, 刪除 [A:678–684]. */
export function TrackingList({ view, onDetails, onDelete }: Props) {
  const t = useText();
  const format = useFormat();
  const { trackingForm } = REGIMES[view.row.regime];
  const content = firstOfKind(trackingForm, 'longText');
  const trackedAt = firstOfKind(trackingForm, 'dateTime');
  const shown = (field: FieldDef | undefined, record: TrackingView) =>
    field === undefined ? '' : formatValue(field, record.values[field.id], t);
  return (
    <Table className={classes['table']} aria-label={t('tracking.list')}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Table.Th key={column}>{t(`tracking.column.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {view.tracking.map((record, index) => (
          <Table.Tr key={record.recordId}>
            <Table.Td>{index + 1}</Table.Td>
            <Table.Td>{record.authorName}</Table.Td>
            <Table.Td>
              <div className={classes['content']}>{shown(content, record)}</div>
            </Table.Td>
            <Table.Td>{shown(trackedAt, record)}</Table.Td>
            <Table.Td>{format.dateTime(record.writtenAt)}</Table.Td>
            <Table.Td>
              {t(record.sent ? 'tracking.sent' : 'tracking.unsent')}
              {record.delivery !== 'received' && <DeliveryWord delivery={record.delivery} />}
            </Table.Td>
            <Table.Td>
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('tracking.detailsOf', { n: index + 1 })}
                onClick={() => onDetails(record)}
              >
                {t('tracking.details')}
              </Button>
            </Table.Td>
            <Table.Td>
              <LockButton
                label={t('tracking.deleteNumber', { n: index + 1 })}
                verdict={record.mayChange}
                variant="default"
                size="compact-md"
                onPress={() => onDelete(record)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
