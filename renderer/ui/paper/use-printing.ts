import { useCallback, useState } from 'react';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { shell } from '../../bridge/app.ts';
import { failureSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';

type PrintCall = 'print.paper' | 'print.save';

/** Runs one print at a time and says in words what came of it; cancelling changes nothing (security 7.47). */
export function usePrinting(sheet: PrintDocument) {
  const t = useText();
  const [busy, setBusy] = useState<PrintCall | null>(null);
  const [outcome, setOutcome] = useState('');

  const ask = useCallback(
    async (call: PrintCall): Promise<string> => {
      if (call === 'print.paper') {
        const answer = await shell('print.paper', sheet);
        if (!answer.ok) return failureSentence(t, answer.failure);
        return t(answer.value.printed ? 'print.printed' : 'print.cancelled');
      }
      const answer = await shell('print.save', sheet);
      if (!answer.ok) return failureSentence(t, answer.failure);
      return t(answer.value.saved ? 'print.saved' : 'print.notSaved');
    },
    [sheet, t],
  );

  const print = useCallback(
    async (call: PrintCall) => {
      setBusy(call);
      setOutcome('');
      setOutcome(await ask(call));
      setBusy(null);
    },
    [ask],
  );

  return { busy, outcome, print };
}
