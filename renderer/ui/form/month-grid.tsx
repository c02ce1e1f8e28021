import { ActionIcon, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { datePartsOf, type IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import { formatRocDate, ROC_OFFSET } from '../../../shared/domain/calendar/roc-date-format.ts';
import { useText } from '../../bridge/text.ts';
import classes from './form.module.css';
import { addMonths, moveByKey, weeksOf } from './month.ts';

/** Escape pressed here closes the calendar alone, not the window that it stands in. */
const KEEPS_ESCAPE = { 'data-mantine-stop-propagation': true } as const;

interface Props {
  readonly selected: IsoDate | null;
  readonly today: IsoDate;
  readonly onChoose: (date: IsoDate) => void;
}

/** One month in 民國, by mouse or by arrow keys, PageUp and PageDown. */
export function MonthGrid({ selected, today, onChoose }: Props) {
  const t = useText();
  const [at, setAt] = useState(selected ?? today);
  const grid = useRef<HTMLTableElement>(null);
  // At the opening and after arrow keys; the buttons of the months keep the focus they have.
  const takesFocus = useRef(true);
  useEffect(() => {
    if (takesFocus.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    takesFocus.current = false;
  }, [at]);
  const { year, month } = datePartsOf(at);
  const title = t('form.month', { year: year - ROC_OFFSET, month });
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = moveByKey(event.key, at);
    if (moved === undefined) return;
    event.preventDefault();
    takesFocus.current = true;
    setAt(moved);
  };
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <ActionIcon
          {...KEEPS_ESCAPE}
          variant="subtle"
          aria-label={t('form.previousMonth')}
          onClick={() => setAt(addMonths(at, -1))}
        >
          <IconChevronLeft aria-hidden="true" />
        </ActionIcon>
        <Text fw={600} aria-live="polite">
          {title}
        </Text>
        <ActionIcon
          {...KEEPS_ESCAPE}
          variant="subtle"
          aria-label={t('form.nextMonth')}
          onClick={() => setAt(addMonths(at, 1))}
        >
          <IconChevronRight aria-hidden="true" />
        </ActionIcon>
      </Group>
      <table ref={grid} role="grid" aria-label={title} className={classes['month']} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {[...t('form.weekdays')].map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, place) => (
                <td key={day ?? place} role="gridcell" aria-selected={day !== null && day === selected}>
                  {day !== null && (
                    <button
                      {...KEEPS_ESCAPE}
                      type="button"
                      className={classes['day']}
                      tabIndex={day === at ? 0 : -1}
                      data-autofocus={day === at || undefined}
                      aria-current={day === today ? 'date' : undefined}
                      data-selected={day === selected || undefined}
                      onClick={() => onChoose(day)}
                    >
                      {datePartsOf(day).day}
                      <VisuallyHidden> {formatRocDate(day)}</VisuallyHidden>
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
