import { Modal } from '@mantine/core';
import { useText } from '../../bridge/text.ts';
import { KeyList } from '../../ui/keys/key-list.tsx';

/** `?`: the list of keys. */
export function KeyModal({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settings.keys')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <KeyList />
    </Modal>
  );
}
