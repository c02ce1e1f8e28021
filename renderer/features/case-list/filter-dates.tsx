import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { checkDateRange, type DateRange } from '../../../shared/domain/calendar/date-range.ts';
import { parseRocDate } from '../../../shared/domain/calendar/roc-date-parse.ts';
import { checkSentence } from '../../bridge/failure-text.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import css from './filter-bar.module.css';

interface Props {
  readonly range: DateRange;
  /** Called with every range that can be searched, when one stops typing. */
  readonly onRange: (range: DateRange) => void;
}

type Side = keyof DateRange;

/** How long after the last stroke the list follows: 115/11/2 is a date too, on the way to 115/11/21. */
const PAUSE_MS = 400;

/** 開始日期 and 結束日期, typed in any usual 民國 way; a wrong one is told and the list stays as it was. */
export function FilterDates({ range, onRange }: Props) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState({ from: format.shortDate(range.from), to: format.shortDate(range.to) });
  const [left, setLeft] = useState({ from: false, to: false });

  const follow = useDebouncedCallback((next: DateRange | null) => {
    if (next !== null) onRange(next);
  }, PAUSE_MS);
  const type = (side: Side, text: string): void => {
    const next = { ...typed, [side]: text };
    setTyped(next);
    setLeft((before) => ({ ...before, [side]: false }));
    const [from, to] = [parseRocDate(next.from), parseRocDate(next.to)];
    const fits = from.ok && to.ok && checkDateRange(from.value, to.value).ok;
    follow(fits ? { from: from.value, to: to.value } : null);
  };
  const problemOf = (side: Side) => {
    const [from, to] = [parseRocDate(typed.from), parseRocDate(typed.to)];
    const own = side === 'from' ? from : to;
    if (!own.ok) return left[side] ? own : undefined;
    if (side === 'from' || !from.ok || !to.ok) return undefined;
    const both = checkDateRange(from.value, to.value);
    return both.ok ? undefined : both;
  };
  const input = (side: Side) => {
    const label = t(`filter.${side}`);
    const problem = problemOf(side);
    return (
      <TextInput
        className={css['date']}
        label={label}
        value={typed[side]}
        onChange={(event) => type(side, event.currentTarget.value)}
        onBlur={() => setLeft((before) => ({ ...before, [side]: true }))}
        error={
          problem === undefined
            ? null
            : checkSentence(
                t,
                { path: side, code: problem.code, ...(problem.detail ? { detail: problem.detail } : {}) },
                label,
              )
        }
        maxLength={30}
        autoComplete="off"
      />
    );
  };
  return (
    <>
      {input('from')}
      {input('to')}
    </>
  );
}
