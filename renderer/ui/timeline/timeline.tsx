import type { ReactNode } from 'react';
import classes from './timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  /** 115/11/21（六） */
  readonly day: string;
  /** 14:32 */
  readonly time: string;
  /** ISO instant, for machines. */
  readonly at: string;
  /** Name and role. */
  readonly actor: string;
  readonly what: string;
  /** Answers with their labels. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** What people wrote at length, in their own words. */
  readonly words: readonly string[];
  /** 待送出 and the like; null when it has arrived. */
  readonly mark: ReactNode;
  readonly waiting: boolean;
  /** What followed by itself; null where nothing did. */
  readonly system: ReactNode;
}

/** One vertical line in the order of the log. Everything in it is text. */
export function Timeline({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}) {
  return (
    <ol className={classes['line']} aria-label={label}>
      {entries.map((entry, index) => (
        <li key={entry.id} className={classes['entry']} data-waiting={entry.waiting || undefined}>
          {entry.day !== entries[index - 1]?.day && <span className={classes['day']}>{entry.day}</span>}
          <div className={classes['head']}>
            <time dateTime={entry.at} className={classes['time']}>
              {entry.time}
            </time>
            <span className={classes['what']}>{entry.what}</span>
            <span className={classes['actor']}>{entry.actor}</span>
            {entry.mark}
          </div>
          {entry.facts.length > 0 && (
            <p className={classes['facts']}>
              {entry.facts.map(({ label: name, text }) => (
                <span key={name}>
                  {name}：{text}
                </span>
              ))}
            </p>
          )}
          {entry.words.map((text, place) => (
            <blockquote key={place} className={classes['words']}>
              {text}
            </blockquote>
          ))}
          {entry.system !== null && <p className={classes['system']}>{entry.system}</p>}
        </li>
      ))}
    </ol>
  );
}
