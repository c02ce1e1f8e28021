import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconCircleMinus, IconCirclePlus, IconCircleX, IconPencil, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportRow } from '../../../shared/contract/account-shapes.ts';
import type { ImportKind } from '../../../shared/domain/import/heads.ts';
import { useText } from '../../bridge/text.ts';
import { countFates, FATES, lineWords, refusedText, type Fate } from './fates.ts';
import css from './list-import.module.css';

const LOOKS = {
  refuse: { icon: IconCircleX, tone: 'red' },
  create: { icon: IconCirclePlus, tone: 'green' },
  update: { icon: IconPencil, tone: 'blue' },
  same: { icon: IconCircleMinus, tone: 'grey' },
} as const satisfies Record<Fate, { readonly icon: Icon; readonly tone: string }>;

/** Lines drawn at once. */
const SHOWN = 100;

interface Props {
  readonly kind: ImportKind;
  readonly rows: readonly ImportRow[];
  /** Written already: the words are in the past. */
  readonly done: boolean;
}

/** What becomes of each line, with what is wrong in words; refused lines as text to copy. */
export function FateTable({ kind, rows, done }: Props) {
  const t = useText();
  const counts = countFates(rows);
  const [fate, setFate] = useState<Fate | 'all'>(counts.refuse > 0 ? 'refuse' : 'all');
  const [shown, setShown] = useState(SHOWN);
  const chosen = fate === 'all' ? rows : rows.filter((row) => row.fate === fate);
  const words = (one: Fate): string => t(`imports.${done ? 'done' : 'fate'}.${one}`);
  return (
    <>
      <SegmentedControl
        aria-label={t('imports.show')}
        value={fate}
        onChange={(value) => {
          setFate(FATES.find((one) => one === value) ?? 'all');
          setShown(SHOWN);
        }}
        data={[
          { value: 'all', label: t('imports.count', { fate: t('imports.all'), count: rows.length }) },
          ...FATES.map((one) => ({
            value: one,
            label: t('imports.count', { fate: words(one), count: counts[one] }),
          })),
        ]}
      />
      <table className={css['table']} aria-label={t('imports.lines')}>
        <thead>
          <tr>
            <th scope="col" data-column="line">
              {t('imports.line')}
            </th>
            <th scope="col" data-column="fate">
              {t('imports.fate')}
            </th>
            <th scope="col">{t('imports.label')}</th>
            <th scope="col">{t('imports.about')}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.slice(0, shown).map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td>
                <FateWord fate={row.fate} word={words(row.fate)} />
              </td>
              <td>{row.label}</td>
              <td>{lineWords(t, kind, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.length > shown ? (
        <div>
          <Button variant="default" onClick={() => setShown(shown + SHOWN)}>
            {t('imports.more', { shown, all: chosen.length })}
          </Button>
        </div>
      ) : null}
      {counts.refuse > 0 ? (
        <Textarea
          label={t('imports.refusedText')}
          description={t('imports.refusedHint')}
          readOnly
          rows={4}
          resize="vertical"
          value={refusedText(t, kind, rows)}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
    </>
  );
}

function FateWord({ fate, word }: { readonly fate: Fate; readonly word: string }) {
  const { icon: FateIcon, tone } = LOOKS[fate];
  return (
    <span className={css['fate']} data-tone={tone}>
      <FateIcon size="1.1em" aria-hidden />
      {word}
    </span>
  );
}
