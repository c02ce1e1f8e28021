import { Modal } from '@mantine/core';
import { useText } from '../../bridge/text.ts';
import { useFocusBack } from '../../ui/act-sheet/use-focus-back.ts';
import { KeyList } from '../../ui/keys/key-list.tsx';

/** `?`: the list of keys. */
export function KeyModal({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      title={t('settings.keys')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <KeyList />
    </Modal>
  );
}
