import { Button, Group, Loader } from '@mantine/core';
import { useRef, useState } from 'react';
import type { SchoolUnit } from '../../../shared/contract/account-shapes.ts';
import { fieldFailure } from '../../../shared/domain/account/person.ts';
import { checkPhoneList } from '../../../shared/domain/phone/phone-list.ts';
import { isBlank } from '../../../shared/domain/plain-text/count.ts';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useCoreAct, useCoreQuery, useKnown } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { LineField } from '../../ui/form/line-field.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { useTyped } from '../../ui/form/use-typed.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import css from './settings.module.css';

const OWN = { schoolId: null } as const;

const LINES = ['name', 'address', 'phone'] as const;
type UnitTexts = Pick<SchoolUnit, (typeof LINES)[number]>;

const textsOf = ({ name, address, phone }: SchoolUnit): UnitTexts => ({ name, address, phone });

/** 單位全銜 is needed; the others may stay empty. Central judges the rest. */
function checkUnit({ name, phone }: UnitTexts): readonly FieldFailure[] {
  return [
    ...(isBlank(name) ? [{ path: 'name', code: 'required' }] : []),
    ...(isBlank(phone) ? [] : fieldFailure('phone', checkPhoneList(phone))),
  ];
}

/** 單位資訊 of the own school, for the 主通 [A:1171–1189]. */
export function UnitSection() {
  const t = useText();
  const { data, error, isPending, refetch } = useCoreQuery('unit.get', OWN);
  if (isPending) return <Loader size="sm" aria-label={t('frame.loading')} />;
  if (error !== null) return <AccountFailure failure={error} retry={() => void refetch()} />;
  return <UnitForm key={data.id} unit={data} onReload={async () => (await refetch()).data} />;
}

interface FormProps {
  readonly unit: SchoolUnit;
  /** The unit as central has it now; undefined when it does not answer. */
  readonly onReload: () => Promise<SchoolUnit | undefined>;
}

/** What is typed stays until it is sent; after a conflict it lies over the unit as it is now. */
function UnitForm({ unit, onReload }: FormProps) {
  const t = useText();
  const [base, setBase] = useState(unit);
  const typed = useTyped<UnitTexts>(textsOf(unit), checkUnit);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { act, busy } = useCoreAct('unit.update');
  const known = useKnown('unit.get');
  const root = useRef<HTMLDivElement>(null);
  const { values, change, problemOf, leave } = typed;

  const submit = async (): Promise<void> => {
    setFailure(null);
    if (!typed.passes()) {
      focusField(root.current, checkUnit(values)[0]?.path ?? 'name');
      return;
    }
    const result = await act({ schoolId: base.id, revision: base.revision, ...values });
    if (result.ok) {
      goodNews(t('settings.unitUpdated'));
      known(OWN, result.value);
      setBase(result.value);
      change(textsOf(result.value));
      return;
    }
    const fields = result.failure.fields ?? [];
    setFailure(typed.refuse(fields) ? null : result.failure);
    focusField(root.current, fields[0]?.path ?? '');
  };

  const reload = async (): Promise<void> => {
    const fresh = await onReload();
    if (fresh === undefined) return;
    const own = LINES.filter((id) => values[id] !== base[id]).map((id) => [id, values[id]] as const);
    setBase(fresh);
    setFailure(null);
    change({ ...textsOf(fresh), ...Object.fromEntries(own) });
  };

  return (
    <SubmitForm label={t('settings.unit')} onSubmit={() => void submit()}>
      <div ref={root} className={css['form']}>
        {LINES.map((id) => (
          <LineField
            key={id}
            id={id}
            label={t(`settings.unit.${id}`)}
            required={id === 'name'}
            value={values[id]}
            onChange={(text) => change({ [id]: text })}
            onLeave={() => leave(id)}
            problem={problemOf(id)}
            inputMode={id === 'phone' ? 'tel' : 'text'}
          />
        ))}
        {failure === null ? null : failure.code === 'CONFLICT' ? (
          <AccountFailure
            failure={failure}
            retry={() => void reload()}
            retryLabel={t('settings.unitReload')}
          />
        ) : (
          <AccountFailure failure={failure} />
        )}
        <Group>
          <Button type="submit" loading={busy}>
            {t('settings.unitUpdate')}
          </Button>
        </Group>
      </div>
    </SubmitForm>
  );
}
