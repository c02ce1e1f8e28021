import { Button } from '@mantine/core';
import { useText } from '../../bridge/text.ts';

/** 暫存: nothing where it is not possible any more. */
export function SaveButton({ onSave }: { readonly onSave: (() => void) | null }) {
  const t = useText();
  return onSave === null ? null : (
    <Button variant="default" onClick={onSave}>
      {t('action.save')}
    </Button>
  );
}
