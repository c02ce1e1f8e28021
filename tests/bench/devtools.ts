interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly type: string };
  };
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

/** The first page of a running Electron, asked over Chromium's own protocol: no test driver in between. */
export interface Devtools {
  /** What an expression gives in the page; undefined while there is no page to ask. */
  evaluate(expression: string): Promise<unknown>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Ends the program as a person who closes it would. */
  quit(): Promise<void>;
}

/** Connects to the address that the program prints, and waits for its first page. */
export async function connectDevtools(url: string): Promise<Devtools> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  const pending = new Map<number, (message: Message) => void>();
  const pages: string[] = [];
  let pageCame = (): void => undefined;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) {
      pending.get(message.id)?.(message);
      pending.delete(message.id);
    } else if (message.method === 'Target.attachedToTarget' && message.params?.targetInfo?.type === 'page') {
      pages.push(message.params.sessionId ?? '');
      pageCame();
    }
  });
  socket.addEventListener('close', () => {
    for (const settle of pending.values()) settle({});
    pending.clear();
  });

  let lastId = 0;
  const send = (method: string, params: object, sessionId?: string): Promise<Message> =>
    new Promise((done) => {
      lastId += 1;
      pending.set(lastId, done);
      socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) }));
    });

  const came = new Promise<void>((done) => (pageCame = done));
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  await came;
  const [page] = pages;
  return {
    evaluate: async (expression) => {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result } = await send('Runtime.evaluate', options, page);
      if (result?.exceptionDetails !== undefined)
        throw new Error(`in the page: ${JSON.stringify(result.exceptionDetails)}`);
      return result?.result?.value;
    },
    type: async (text) => void (await send('Input.insertText', { text }, page)),
    quit: async () => {
      await send('Browser.close', {});
      socket.close();
    },
  };
}

const once = (socket: WebSocket, event: 'open'): Promise<void> =>
  new Promise((done, failed) => {
    socket.addEventListener(event, () => done(), { once: true });
    socket.addEventListener('error', () => failed(new Error('no answer from the devtools')), { once: true });
  });
