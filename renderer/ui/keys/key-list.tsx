import { Kbd } from '@mantine/core';
import { useText } from '../../bridge/text.ts';
import { KEYS } from './key-table.ts';
import css from './keys.module.css';

/** All keys with what they do. */
export function KeyList() {
  const t = useText();
  return (
    <dl className={css['list']}>
      {Object.values(KEYS).map(({ label, shown }) => (
        <div key={label} className={css['row']}>
          <dt className={css['keys']}>
            {shown.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd className={css['what']}>{t(label)}</dd>
        </div>
      ))}
    </dl>
  );
}
