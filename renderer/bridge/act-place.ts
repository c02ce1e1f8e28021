import type { Action } from '../../shared/domain/case/action.ts';
import type { Place } from './navigation.tsx';

/** The page where the act itself is done: a line of the desk or a button of a row leads straight to it. */
export function placeOfAct(action: Action, caseId: string): Place {
  switch (action) {
    case 'save':
    case 'submit':
      return { page: 'editCase', caseId };
    case 'saveTracking':
    case 'sendTracking':
    case 'deleteTracking':
      return { page: 'case', caseId, open: 'tracking' };
    case 'report':
    case 'sendBack':
    case 'void':
    case 'find':
    case 'loseAgain':
    case 'acceptReturn':
    case 'confirmReturn':
    case 'close':
      return { page: 'case', caseId, open: action };
    default:
      return action satisfies never;
  }
}
