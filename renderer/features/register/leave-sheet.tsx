import { Button, Group } from '@mantine/core';
import { useText } from '../../bridge/text.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';

/** Before what was typed goes: nothing of it is kept on this computer, because nobody is signed in. */
export function LeaveSheet(props: { readonly onLeave: () => void; readonly onStay: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('register.leaveTitle')} size="lg" onClose={props.onStay}>
      <p>{t('register.leaveText')}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onLeave}>
          {t('register.leave')}
        </Button>
        <Button onClick={props.onStay} data-autofocus>
          {t('register.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
