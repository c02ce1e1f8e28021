import { Button } from '@mantine/core';
import { useFormat, useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { FilingStart } from './filing-start.ts';

interface Props {
  readonly start: FilingStart;
  /** Somebody changed the case after these answers were begun. */
  readonly outdated: boolean;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Tells that what was typed before was brought back, and that the case has changed meanwhile. */
export function DraftNotice({ start, outdated, onDiscard, onKeep }: Props) {
  const t = useText();
  const format = useFormat();
  if (start.savedAt === null) return null;
  return (
    <>
      <Notice
        tone="info"
        action={
          <Button variant="default" size="compact-md" onClick={onDiscard}>
            {t('fileCase.discard')}
          </Button>
        }
      >
        {t('fileCase.broughtBack', { at: format.dateTime(start.savedAt) })}
      </Notice>
      {outdated && (
        <Notice
          tone="attention"
          action={
            <Button variant="default" size="compact-md" onClick={onKeep}>
              {t('fileCase.keepMine')}
            </Button>
          }
        >
          {t('fileCase.outdated')}
        </Notice>
      )}
    </>
  );
}
