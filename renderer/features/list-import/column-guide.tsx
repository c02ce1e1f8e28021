import { IMPORT_COLUMNS, type ImportKind } from '../../../shared/domain/import/heads.ts';
import { useText } from '../../bridge/text.ts';
import css from './list-import.module.css';

/** Which columns the file has to have and what stands in them. */
export function ColumnGuide({ kind }: { readonly kind: ImportKind }) {
  const t = useText();
  return (
    <details className={css['guide']}>
      <summary>{t('imports.guide')}</summary>
      <p className={css['sub']}>{t('imports.guideHint')}</p>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('imports.head')}</th>
            <th scope="col">{t('imports.needed')}</th>
            <th scope="col">{t('imports.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {IMPORT_COLUMNS[kind].map(({ field, head, required }) => (
            <tr key={field}>
              <th scope="row">{head}</th>
              <td>{t(required ? 'imports.required' : 'imports.optional')}</td>
              <td>{t(`imports.column.${kind}.${field}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
