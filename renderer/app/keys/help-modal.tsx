import { Button, Group, Modal } from '@mantine/core';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { useFocusBack } from '../../ui/act-sheet/use-focus-back.ts';

interface Props {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** F1: what this page is for, in a few sentences; one sentence a line of the text. */
export function HelpModal({ onClose, onKeys }: Props) {
  const t = useText();
  useFocusBack();
  const { place } = useNavigation();
  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {t(`help.${place.page}`)
        .split('\n')
        .map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      <Group justify="space-between">
        <Button variant="default" onClick={onKeys}>
          {t('settings.keys')}
        </Button>
        <Button onClick={onClose}>{t('frame.close')}</Button>
      </Group>
    </Modal>
  );
}
