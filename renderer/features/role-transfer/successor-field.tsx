import { NativeSelect } from '@mantine/core';
import { roleWords } from '../../bridge/role-words.ts';
import { useText } from '../../bridge/text.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import type { Typed } from '../../ui/form/use-typed.ts';
import type { Entries, Mine } from './entries.ts';

interface Props {
  readonly mine: Mine;
  readonly typed: Typed<Entries>;
}

/** 新主通-帳號列表; name, telephone and mail come from the chosen account [A:186–192]. */
export function SuccessorField({ mine, typed }: Props) {
  const t = useText();
  const { values, change, problemOf, leave } = typed;
  const chosen = mine.successors.find(({ accountId }) => accountId === values.successorId);
  return (
    <>
      <div data-field="successorId" onBlur={() => leave('successorId')}>
        <FieldFrame
          label={t('roleChange.successorId')}
          hint={t('roleChange.successorHint')}
          required
          problem={problemOf('successorId')}
        >
          {(wiring) => (
            <NativeSelect
              id={wiring.id}
              data={[
                { value: '', label: t('register.choose') },
                ...mine.successors.map(({ accountId, account, name, roles }) => ({
                  value: accountId,
                  label: `${account}　${name}（${roleWords(t, roles)}）`,
                })),
              ]}
              value={values.successorId}
              error={wiring.invalid}
              aria-required
              attributes={{ input: wiring.aria }}
              onChange={(event) => change({ successorId: event.currentTarget.value })}
            />
          )}
        </FieldFrame>
      </div>
      <Facts
        facts={[
          [t('roleChange.successorName'), chosen?.name ?? '—'],
          [t('roleChange.successorPhone'), chosen?.phone ?? '—'],
          [t('roleChange.successorEmail'), chosen?.email ?? '—'],
        ]}
      />
    </>
  );
}
