import type { ReactNode } from 'react';
import css from './facts.module.css';

/** One line of what is not changed here: a label and what it says. */
export type Fact = readonly [label: string, value: ReactNode];

/** Lines of label and value. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={css['facts']}>
      {facts.map(([label, value]) => (
        <div key={label} className={css['fact']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
