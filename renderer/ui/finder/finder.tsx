import { Modal, TextInput } from '@mantine/core';
import { IconSearch, type Icon } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useFocusBack } from '../act-sheet/use-focus-back.ts';
import css from './finder.module.css';

/** One thing that can be picked. */
export interface Hit {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly detail?: string;
  readonly pick: () => void;
}

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly nothing: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly hits: readonly Hit[];
  readonly onClose: () => void;
}

/** A field over a list: one types, ↑↓ choose, Enter picks. The focus stays in the field. */
export function Finder({ label, hint, nothing, query, onQuery, hits, onClose }: Props) {
  const list = useId();
  useFocusBack();
  const [wanted, setWanted] = useState(0);
  const chosen = Math.min(wanted, hits.length - 1);
  const idOf = (index: number): string => `${list}-${index}`;
  const choose = (index: number): void => {
    const to = Math.max(0, Math.min(index, hits.length - 1));
    setWanted(to);
    document.getElementById(idOf(to))?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onClose();
    hit.pick();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter') pick(hits[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={onClose} returnFocus={false} centered={false} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={label}>
        <TextInput
          data-autofocus
          classNames={{ input: css['input'] ?? '' }}
          size="md"
          variant="unstyled"
          leftSection={<IconSearch size="1.25rem" aria-hidden />}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={list}
          aria-activedescendant={hits.length === 0 ? undefined : idOf(chosen)}
          placeholder={hint}
          autoComplete="off"
          maxLength={60}
          value={query}
          onChange={(event) => {
            onQuery(event.currentTarget.value);
            setWanted(0);
          }}
          onKeyDown={press}
        />
        <div id={list} role="listbox" aria-label={label} className={css['hits']}>
          {hits.map((hit, index) => (
            <div
              key={hit.id}
              id={idOf(index)}
              role="option"
              aria-selected={index === chosen}
              className={css['hit']}
              onMouseMove={() => setWanted(index)}
              onClick={() => pick(hit)}
            >
              <hit.icon size="1.25rem" aria-hidden />
              <span className={css['words']}>
                <span>{hit.label}</span>
                {hit.detail === undefined ? null : <span className={css['detail']}>{hit.detail}</span>}
              </span>
            </div>
          ))}
        </div>
        <p role="status" className={css['nothing']}>
          {hits.length === 0 ? nothing : ''}
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}
