import { Loader } from '@mantine/core';
import { useState, type CSSProperties } from 'react';
import type { StoredFile } from '../../../shared/contract/account-shapes.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import type { ScanView } from './scan-view.ts';
import css from './account-approval.module.css';

interface Props {
  readonly file: StoredFile;
  readonly view: ScanView;
}

/** One page as the picture that central made of it; the scan's own bytes never come here (security §1). */
export function ScanPage({ file, view }: Props) {
  const t = useText();
  const picture = useCoreQuery('file.page', { fileId: file.fileId, page: view.page });
  const named = { kind: t(`fileKind.${file.kind}`), page: view.page, pages: file.pages };
  return (
    <div className={css['paper']} role="region" aria-label={t('scan.alt', named)} tabIndex={0}>
      {picture.data !== undefined ? (
        <Picture
          source={`data:image/png;base64,${picture.data.pngBase64}`}
          alt={t('scan.alt', named)}
          view={view}
        />
      ) : picture.error === null ? (
        <p role="status" className={css['loading']}>
          <Loader size="sm" aria-hidden /> {t('scan.loading', named)}
        </p>
      ) : (
        <AccountFailure failure={picture.error} retry={() => void picture.refetch()} />
      )}
    </div>
  );
}

interface PictureProps {
  readonly source: string;
  readonly alt: string;
  readonly view: ScanView;
}

/** The frame has the shape of the turned page, so that scrolling reaches all of it. */
function Picture({ source, alt, view: { zoom, turn } }: PictureProps) {
  const [shape, setShape] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const lying = turn === 90 || turn === 270;
  const ratio = shape === null ? 1 / Math.SQRT2 : shape.width / shape.height;
  const frame: CSSProperties = { width: `${zoom * 100}%`, aspectRatio: String(lying ? 1 / ratio : ratio) };
  const image: CSSProperties = {
    width: `${lying ? ratio * 100 : 100}%`,
    transform: `translate(-50%, -50%) rotate(${turn}deg)`,
  };
  return (
    <div className={css['frame']} style={frame} data-turn={turn} data-zoom={zoom}>
      <img
        src={source}
        alt={alt}
        style={image}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
          if (width > 0 && height > 0) setShape({ width, height });
        }}
      />
    </div>
  );
}
