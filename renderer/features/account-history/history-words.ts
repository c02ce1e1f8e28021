import type { AuditLine } from '../../../shared/contract/account-shapes.ts';
import { findText } from '../../../shared/forms/format-value.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { roleWords } from '../../bridge/role-words.ts';

const OPERATION = 'operation.';

/** What was done; a code without a text is shown as it is, so that no line is lost. */
export function actionWords(t: Translate, { action }: Pick<AuditLine, 'action'>): string {
  if (action.startsWith(OPERATION)) {
    const kind = action.slice(OPERATION.length);
    return t('audit.operation', { action: findText(`action.${kind}`, t) ?? kind });
  }
  return findText(`audit.${action}`, t) ?? action;
}

/** Who, with the role; nobody is the service itself, or somebody not signed in. */
export const actorWords = (t: Translate, { actor }: Pick<AuditLine, 'actor'>): string =>
  actor === null
    ? t('history.noActor')
    : t('history.person', { name: actor.name, account: actor.account, roles: roleWords(t, actor.roles) });

/** To whom; the school where it is no account. */
export function subjectWords(
  t: Translate,
  { subject, school }: Pick<AuditLine, 'subject' | 'school'>,
): string {
  if (subject === null) return school ?? t('history.nothing');
  const named = t('history.named', { name: subject.name, account: subject.account });
  return school === null ? named : t('history.namedAt', { named, school });
}

/** Names of the fields concerned, never values. */
export const fieldWords = (t: Translate, { fields }: Pick<AuditLine, 'fields'>): string =>
  fields.length === 0
    ? t('history.nothing')
    : fields
        .map((field) => findText(`audit.field.${field}`, t) ?? findText(`fileKind.${field}`, t) ?? field)
        .join(t('value.and'));

/** 完成, or why it was refused. */
export const outcomeWords = (t: Translate, { outcome }: Pick<AuditLine, 'outcome'>): string =>
  outcome === 'ok'
    ? t('history.done')
    : t('history.refused', { why: findText(`audit.outcome.${outcome}`, t) ?? outcome });
