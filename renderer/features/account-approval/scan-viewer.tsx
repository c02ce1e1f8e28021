import { Button, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react';
import type { StoredFile } from '../../../shared/contract/account-shapes.ts';
import { useText } from '../../bridge/text.ts';
import { isDialogOpen } from '../../ui/keys/dialog-open.ts';
import { KEYS } from '../../ui/keys/key-table.ts';
import { useKey } from '../../ui/keys/use-key.ts';
import { ScanPage } from './scan-page.tsx';
import { useScanView, type ScanAct } from './scan-view.ts';
import css from './account-approval.module.css';

const TOOLS = {
  previousPage: IconChevronLeft,
  nextPage: IconChevronRight,
  zoomOut: IconZoomOut,
  zoomIn: IconZoomIn,
  fitWidth: IconArrowAutofitWidth,
  turn: IconRotateClockwise,
} as const satisfies Record<ScanAct, Icon>;

interface Props {
  readonly files: readonly StoredFile[];
  /** Keys of one letter are on. */
  readonly keys: boolean;
}

/** The scans of a request as pictures, page by page: zoom, turn, next page, fit. */
export function ScanViewer({ files, keys }: Props) {
  const t = useText();
  const { view, act, open } = useScanView(files);
  const file = files[view.file];
  const press = (which: ScanAct) => (): void => {
    if (!isDialogOpen()) act(which);
  };
  useKey('zoomIn', press('zoomIn'), keys);
  useKey('zoomOut', press('zoomOut'), keys);
  useKey('fitWidth', press('fitWidth'), keys);
  useKey('turn', press('turn'), keys);
  useKey('nextPage', press('nextPage'), keys);
  useKey('previousPage', press('previousPage'), keys);
  if (file === undefined) return null;
  return (
    <section className={css['scan']} aria-label={t('scan.label')}>
      {files.length > 1 ? (
        <div className={css['files']} role="group" aria-label={t('scan.files')}>
          {files.map((one, index) => (
            <Button
              key={one.fileId}
              size="compact-md"
              variant={index === view.file ? 'filled' : 'default'}
              aria-pressed={index === view.file}
              onClick={() => open(index)}
            >
              {t(`fileKind.${one.kind}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <div className={css['tools']} role="toolbar" aria-label={t('scan.tools')}>
        {(Object.keys(TOOLS) as ScanAct[]).map((tool) => (
          <Tool key={tool} tool={tool} onPress={() => act(tool)} />
        ))}
        <span role="status" className={css['pages']}>
          {t('scan.page', { page: view.page, pages: file.pages, zoom: Math.round(view.zoom * 100) })}
        </span>
      </div>
      <ScanPage key={`${file.fileId} ${view.page}`} file={file} view={view} />
      <p className={css['sub']}>
        {t('scan.name', { kind: t(`fileKind.${file.kind}`) })} <bdi>{file.name}</bdi>
      </p>
    </section>
  );
}

function Tool({ tool, onPress }: { readonly tool: ScanAct; readonly onPress: () => void }) {
  const t = useText();
  const Icon = TOOLS[tool];
  const label = t(`key.${tool}`);
  return (
    <Tooltip label={t('scan.tool', { label, key: KEYS[tool].shown.join('+') })}>
      <button type="button" className={css['tool']} aria-label={label} onClick={onPress}>
        <Icon size="1.25rem" aria-hidden />
      </button>
    </Tooltip>
  );
}
