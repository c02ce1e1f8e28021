import { Button, Checkbox, Popover, SimpleGrid } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useText } from '../../bridge/text.ts';
import css from './filter-bar.module.css';
import { COLUMN_IDS, columnRow, type ColumnId } from './columns.ts';

interface Props {
  readonly hidden: readonly ColumnId[];
  readonly onHidden: (hidden: readonly ColumnId[]) => void;
}

/** 欄位: which of the fourteen columns are shown. */
export function ColumnMenu({ hidden, onHidden }: Props) {
  const t = useText();
  const toggle = (id: ColumnId): void =>
    onHidden(hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id]);
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-md" leftSection={<IconColumns3 size="1.1em" aria-hidden />}>
          {t('cases.columns')}
          {/* Seen at a glance that some are hidden; for readers the boxes say which. */}
          <span aria-hidden className={css['shown']}>
            {t('cases.columnsShown', { shown: COLUMN_IDS.length - hidden.length, all: COLUMN_IDS.length })}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('cases.columns')}>
        <SimpleGrid cols={2} spacing="lg" verticalSpacing="xs">
          {COLUMN_IDS.map((id) => (
            <Checkbox
              key={id}
              label={t(`column.${id}`)}
              checked={!hidden.includes(id)}
              disabled={columnRow(id).always === true}
              onChange={() => toggle(id)}
            />
          ))}
        </SimpleGrid>
      </Popover.Dropdown>
    </Popover>
  );
}
