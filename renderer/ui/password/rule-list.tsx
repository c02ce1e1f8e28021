import { IconCircle, IconCircleCheck, IconCircleX, IconCloud, type Icon } from '@tabler/icons-react';
import type { PasswordOwner } from '../../../shared/domain/account/password-check.ts';
import {
  PASSWORD_MAX,
  PASSWORD_RULES,
  passwordMin,
  type PasswordRule,
} from '../../../shared/domain/account/password-rule.ts';
import { useText } from '../../bridge/text.ts';
import { brokenRules } from './use-new-password.ts';
import css from './password.module.css';

/** `open`: nothing typed yet; `central`: only the service can say. Word `password.mark.<mark>`. */
type Mark = 'open' | 'met' | 'broken' | 'central';

const ICONS = {
  open: IconCircle,
  met: IconCircleCheck,
  broken: IconCircleX,
  central: IconCloud,
} as const satisfies Record<Mark, Icon>;

interface Props {
  readonly id: string;
  readonly owner: PasswordOwner;
  readonly next: string;
  /** Rules that the service refused this very password for. */
  readonly refused: readonly string[];
}

/** 密碼設立規則, each a line with icon and word, judged while one types [A:1227–1243]. */
export function RuleList({ id, owner, next, refused }: Props) {
  const t = useText();
  const broken = next === '' ? [] : brokenRules(next, owner);
  const markOf = (rule: PasswordRule): Mark => {
    if (refused.includes(rule) || broken.includes(rule)) return 'broken';
    if (rule === 'passwordUsed') return 'central';
    return next === '' ? 'open' : 'met';
  };
  return (
    <div className={css['rules']} id={id}>
      <p className={css['heading']}>{t('password.rules')}</p>
      <ul>
        {PASSWORD_RULES.map((rule) => {
          const mark = markOf(rule);
          const MarkIcon = ICONS[mark];
          return (
            <li key={rule} data-mark={mark}>
              <MarkIcon size="1.15rem" aria-hidden />
              <span>{t(`passwordRule.${rule}`, { min: passwordMin(owner.roles), max: PASSWORD_MAX })}</span>
              <span className={css['mark']}>{t(`password.mark.${mark}`)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
