import { useState, type DragEvent, type ReactNode, type Ref } from 'react';
import { useText } from '../../bridge/text.ts';
import type { Wiring } from '../form/field-frame.tsx';
import css from './upload.module.css';

interface Props {
  readonly wiring: Wiring;
  /** Endings that the system's dialog offers, as `.pdf,.png`. */
  readonly accept: string;
  readonly required: boolean;
  /** A file lies there already: the button says 更換檔案. */
  readonly filled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onPick: (file: File | undefined) => void;
  /** What lies there, before the button. */
  readonly before?: ReactNode;
  /** In place of the hint that a file can be dropped. */
  readonly after?: ReactNode;
}

/** Where a file is picked or dropped; the input itself is there for keyboard and screen reader. */
export function DropArea(props: Props) {
  const { wiring, accept, required, filled = false, inputRef, onPick, before, after } = props;
  const t = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onPick(event.dataTransfer.files[0]);
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
        ref={inputRef}
        id={wiring.id}
        type="file"
        className="only-read"
        accept={accept}
        aria-labelledby={wiring.labelId}
        aria-required={required}
        {...wiring.aria}
        onChange={(event) => {
          onPick(event.currentTarget.files?.[0]);
          // The same file can be picked once more, after it was changed on the disk.
          event.currentTarget.value = '';
        }}
      />
      {before}
      <label htmlFor={wiring.id} className={css['pick']}>
        {t(filled ? 'upload.replace' : 'upload.pick')}
      </label>
      {after ?? <span className={css['quiet']}>{t('upload.drop')}</span>}
    </div>
  );
}
