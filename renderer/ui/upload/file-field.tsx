import { Button } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { removeInvisible } from '../../../shared/domain/plain-text/invisible.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame, type Wiring } from '../form/field-frame.tsx';
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
          <DropArea wiring={wiring} required={required} file={file} onFile={onFile} onTake={take} />
        )}
      </FieldFrame>
    </div>
  );
}

interface AreaProps {
  readonly wiring: Wiring;
  readonly required: boolean;
  readonly file: PickedFile | null;
  readonly onFile: (file: PickedFile | null) => void;
  readonly onTake: (file: File | undefined) => Promise<void>;
}

function DropArea({ wiring, required, file, onFile, onTake }: AreaProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void onTake(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={css['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        id={wiring.id}
        type="file"
        className="only-read"
        accept=".pdf,.jpg,.jpeg,.png"
        aria-labelledby={wiring.labelId}
        aria-required={required}
        {...wiring.aria}
        onChange={(event) => {
          const picked = event.currentTarget.files?.[0];
          void onTake(picked);
          // The same file can be picked once more, after it was changed on the disk.
          event.currentTarget.value = '';
        }}
      />
      {file === null ? null : (
        <span className={css['name']}>
          <bdi>{removeInvisible(file.name).value}</bdi>{' '}
          <span className={css['quiet']}>{sizeText(file.size)}</span>
        </span>
      )}
      <label htmlFor={wiring.id} className={css['pick']}>
        {t(file === null ? 'upload.pick' : 'upload.replace')}
      </label>
      {file === null ? (
        <span className={css['quiet']}>{t('upload.drop')}</span>
      ) : (
        <Button
          variant="default"
          onClick={() => {
            onFile(null);
            input.current?.focus();
          }}
        >
          {t('upload.remove')}
        </Button>
      )}
    </div>
  );
}

/** `820 KB`, `3.4 MB`. */
const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
