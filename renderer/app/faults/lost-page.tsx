import { Anchor } from '@mantine/core';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { Page } from '../../ui/page/page.tsx';

/** An address that leads nowhere. */
export function LostPage() {
  const t = useText();
  const { href } = useNavigation();
  return (
    <Page title={t('lost.title')}>
      <Empty
        title={t('lost.text')}
        action={<Anchor href={href({ page: 'home' })}>{t('lost.home')}</Anchor>}
      />
    </Page>
  );
}
