import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { DropArea } from '../../ui/upload/drop-area.tsx';

interface Props {
  readonly onPick: (file: File | undefined) => void;
}

/** Where a list is picked or dropped. */
export function ListDrop({ onPick }: Props) {
  const t = useText();
  return (
    <FieldFrame label={t('imports.file')} hint={t('imports.fileHint')} required problem={undefined}>
      {(wiring) => <DropArea wiring={wiring} accept=".csv,.xlsx" required onPick={onPick} />}
    </FieldFrame>
  );
}
