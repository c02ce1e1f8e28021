import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import { parseRocDate } from '../../../shared/domain/calendar/roc-date-parse.ts';
import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';
import { useText } from '../../bridge/text.ts';
import type { Wiring } from './field-frame.tsx';
import { MonthGrid } from './month-grid.tsx';

interface Props {
  readonly wiring: Wiring;
  readonly required: boolean;
  /** Where the input has no `<label>` of its own. */
  readonly ariaLabel?: string;
  /** What the input shows: 115/11/21（六）, or what was typed. */
  readonly text: string;
  readonly onType: (text: string) => void;
}

const findDay = (text: string): IsoDate | null => {
  const parsed = parseRocDate(text);
  return parsed.ok ? parsed.value : null;
};

/** 民國 date: typed in any usual way, or chosen from a month in 民國 (button, or Alt+↓ while typing). */
export function DateInput({ wiring, required, ariaLabel, text, onType }: Props) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const shown = typed ?? text;
  const openByKey = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return;
    // Chromium scrolls by a page with it, and the calendar would go with its field.
    event.preventDefault();
    setOpen(true);
  };
  return (
    <TextInput
      ref={input}
      id={wiring.id}
      maw="22rem"
      value={shown}
      placeholder={t('form.datePlaceholder')}
      error={wiring.invalid}
      aria-label={ariaLabel}
      aria-required={required}
      attributes={{ input: wiring.aria }}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onType(event.currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={openByKey}
      rightSection={
        <Popover opened={open} onChange={setOpen} withinPortal={false} trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              tabIndex={-1}
              data-mantine-stop-propagation={open || undefined}
              aria-label={t('form.openCalendar')}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar aria-hidden="true" size="1.25rem" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('form.openCalendar')}>
            <MonthGrid
              selected={findDay(shown)}
              today={taipeiDate(Date.now())}
              onChoose={(date) => {
                setTyped(null);
                setOpen(false);
                onType(formatRocDate(date));
                input.current?.focus();
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
