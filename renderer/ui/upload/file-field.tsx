import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { removeInvisible } from '../../../shared/domain/plain-text/invisible.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame, type Wiring } from '../form/field-frame.tsx';
import { DropArea } from './drop-area.tsx';
import { readFile, type PickedFile } from './read-file.ts';
import css from './upload.module.css';

interface Props {
  /** Name of the field in failures; `focusField` finds it by this. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly file: PickedFile | null;
  readonly onFile: (file: PickedFile | null) => void;
  readonly problem: FieldFailure | undefined;
  readonly onLeave?: () => void;
}

/** A scan to hand in: picked or dropped, read at once, shown by name and size, replaced or taken away. */
export function FileField({ id, label, hint, required = false, file, onFile, problem, onLeave }: Props) {
  const t = useText();
  const [refused, setRefused] = useState<FieldFailure | null>(null);
  const [reading, setReading] = useState(false);
  const latest = useRef(0);

  const take = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return;
    latest.current += 1;
    const turn = latest.current;
    setReading(true);
    setRefused(null);
    const read = await readFile(picked);
    // Somebody who picked again meanwhile means the later one.
    if (turn !== latest.current) return;
    setReading(false);
    if (read.ok) onFile(read.value);
    else setRefused({ path: id, code: `fileProblem.${read.code}` });
  };

  return (
    <div data-field={id} onBlur={onLeave}>
      <FieldFrame
        label={label}
        hint={hint}
        required={required}
        problem={refused ?? problem}
        notice={reading ? t('upload.reading') : undefined}
      >
        {(wiring) => (
          <ScanArea wiring={wiring} required={required} file={file} onFile={onFile} onTake={take} />
        )}
      </FieldFrame>
    </div>
  );
}

interface PickedProps {
  readonly wiring: Wiring;
  readonly required: boolean;
  readonly file: PickedFile | null;
  readonly onFile: (file: PickedFile | null) => void;
  readonly onTake: (file: File | undefined) => Promise<void>;
}

function ScanArea({ wiring, required, file, onFile, onTake }: PickedProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const area = {
    wiring,
    accept: '.pdf,.jpg,.jpeg,.png',
    required,
    inputRef: input,
    onPick: (picked: File | undefined) => void onTake(picked),
  };
  if (file === null) return <DropArea {...area} />;
  const remove = (): void => {
    onFile(null);
    input.current?.focus();
  };
  return (
    <DropArea
      {...area}
      filled
      before={
        <span className={css['name']}>
          <bdi>{removeInvisible(file.name).value}</bdi>{' '}
          <span className={css['quiet']}>{sizeText(file.size)}</span>
        </span>
      }
      after={
        <Button variant="default" onClick={remove}>
          {t('upload.remove')}
        </Button>
      }
    />
  );
}

/** `820 KB`, `3.4 MB`. */
const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
