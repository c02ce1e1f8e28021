import type { Page } from '@playwright/test';

/** What a page that obeys somebody else might try. */
export const ATTEMPTS = [
  'fetch',
  'fetch own page',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'image from outside',
  'script from outside',
  'inline script',
  'eval',
  'markup from text',
  'frame',
  'worker',
  'window.open',
  'geolocation',
  'notifications',
  'camera',
  'clipboard',
  'midi',
] as const;

/** Tries them all in the page, on a server that would answer; `refused`, or what came of it. */
export const outcomesOf = (
  page: Page,
  serverUrl: string,
): Promise<Record<(typeof ATTEMPTS)[number], string>> =>
  page.evaluate(async (OUTSIDE) => {
    const settled = (work: Promise<unknown>): Promise<string> => work.then(String, () => 'refused');
    /** Refused when it throws, or when nothing comes of it but an error. */
    const awaited = (begin: (good: (value: unknown) => void, bad: () => void) => void): Promise<string> =>
      settled(
        new Promise((done, failed) => {
          const bad = () => failed(new Error('refused'));
          try {
            begin(done, bad);
          } catch {
            bad();
          }
          setTimeout(bad, 3000);
        }),
      );
    const element = (name: 'img' | 'script' | 'iframe', set: (made: HTMLElement) => void): Promise<string> =>
      awaited((good, bad) => {
        const made = document.createElement(name);
        made.addEventListener('load', good);
        made.addEventListener('error', bad);
        set(made);
        document.body.append(made);
        setTimeout(() => made.remove(), 2900);
      });
    // What the test's own tool runs may use eval; what a timer runs may not.
    const later = (work: () => unknown): Promise<string> =>
      awaited((good, bad) => {
        setTimeout(() => {
          try {
            good(work());
          } catch {
            bad();
          }
        });
      });
    const permission = (asked: Promise<unknown>) => settled(asked);

    const [inline, framed] = await Promise.all([
      later(() => {
        const script = document.createElement('script');
        script.append('window.ranInline = true');
        document.body.append(script);
        script.remove();
        if (!('ranInline' in window)) throw new Error('refused');
        return 'ran';
      }),
      awaited((good, bad) => {
        const frame = document.createElement('iframe');
        frame.src = 'data:text/html,<script>parent.postMessage("framed","*")</script>';
        addEventListener('message', ({ data }) => data === 'framed' && good('framed'));
        document.body.append(frame);
        setTimeout(() => {
          frame.remove();
          bad();
        }, 1500);
      }),
    ]);
    return {
      fetch: await settled(fetch(OUTSIDE, { mode: 'no-cors' })),
      'fetch own page': await settled(fetch('app://app/index.html')),
      XMLHttpRequest: await awaited((good, bad) => {
        const asking = new XMLHttpRequest();
        asking.addEventListener('load', good);
        asking.addEventListener('error', bad);
        asking.open('GET', OUTSIDE);
        asking.send();
      }),
      WebSocket: await awaited((good, bad) => {
        const socket = new WebSocket(OUTSIDE.replace('http', 'ws'));
        socket.addEventListener('open', good);
        socket.addEventListener('error', bad);
      }),
      EventSource: await awaited((good, bad) => {
        const source = new EventSource(OUTSIDE);
        source.addEventListener('open', good);
        source.addEventListener('error', () => {
          source.close();
          bad();
        });
      }),
      sendBeacon: await settled(
        fetch(OUTSIDE, { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true }),
      ),
      'image from outside': await element('img', (made) => made.setAttribute('src', OUTSIDE)),
      'script from outside': await later(() => {
        const script = document.createElement('script');
        script.setAttribute('src', OUTSIDE);
        return 'set';
      }),
      'inline script': inline,
      eval: await later(() => Reflect.get(window, 'eval')('1 + 1')),
      'markup from text': await later(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
        return 'parsed';
      }),
      frame: framed,
      worker: await later(() => typeof new Worker('app://app/worker.js')),
      'window.open': window.open(OUTSIDE) === null ? 'refused' : 'opened',
      geolocation: await awaited((good, bad) => navigator.geolocation.getCurrentPosition(good, bad)),
      notifications: (await Notification.requestPermission()) === 'granted' ? 'granted' : 'refused',
      camera: await permission(navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await permission(navigator.clipboard.readText()),
      midi: await permission(navigator.requestMIDIAccess()),
    };
  }, serverUrl);
