import { useState, type DragEvent } from 'react';
import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import css from './list-import.module.css';

interface Props {
  readonly onPick: (file: File | undefined) => void;
}

/** Where a list is picked or dropped. */
export function ListDrop({ onPick }: Props) {
  const t = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onPick(event.dataTransfer.files[0]);
  };
  return (
    <FieldFrame label={t('imports.file')} hint={t('imports.fileHint')} required problem={undefined}>
      {(wiring) => (
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
            id={wiring.id}
            type="file"
            className="only-read"
            accept=".csv,.xlsx"
            aria-describedby={wiring.described}
            onChange={(event) => {
              onPick(event.currentTarget.files?.[0]);
              // The same file can be picked once more, after it was changed on the disk.
              event.currentTarget.value = '';
            }}
          />
          <label htmlFor={wiring.id} className={css['pick']}>
            {t('upload.pick')}
          </label>
          <span className={css['sub']}>{t('upload.drop')}</span>
        </div>
      )}
    </FieldFrame>
  );
}
