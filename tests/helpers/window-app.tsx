/// <reference types="vite/client" />
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement, ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeAll } from 'vitest';
import { cssVariables, THEME } from '../../renderer/app/theme.ts';
import { anActor, TODAY } from './case-builders.ts';
import { createI18n } from '../../renderer/bridge/i18n.ts';
import { NavigationProvider, type Place } from '../../renderer/bridge/navigation.tsx';
import { createQueryClient, renewOnEvents } from '../../renderer/bridge/query-client.ts';
import { SessionProvider } from '../../renderer/bridge/session.tsx';
import type { Role } from '../../shared/domain/account/role.ts';
import { allowedActions } from '../../shared/domain/case/allowed-actions.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { CORE_DOOR, type CoreDoor, type SessionView, type SyncView } from '../../shared/contract/core.ts';
import { serve, type Door, type Handlers } from '../../shared/contract/door.ts';
import { SHELL_DOOR, type ShellDoor } from '../../shared/contract/shell.ts';
import type { PushedEvent } from '../../shared/contract/wire.ts';
import { fail, ok } from '../../shared/failure.ts';
import type { Language } from '../../shared/text/index.ts';

/** One call that the window made, in order. */
export interface WindowCall {
  readonly door: 'core' | 'shell';
  readonly name: string;
  readonly input: unknown;
}

export interface WindowApp {
  readonly calls: readonly WindowCall[];
  /** Inputs of all calls of one name, in order. */
  readonly inputsOf: (name: (keyof CoreDoor | keyof ShellDoor) & string) => readonly unknown[];
  /** Pushes an event to the window. */
  readonly emit: (event: PushedEvent | Record<string, unknown>) => void;
  readonly session: SessionView;
}

/** 林小芳, 導師 of one senior high school; every field may be replaced. */
export const aSession = (over: Partial<SessionView> = {}): SessionView => ({
  state: 'signedIn',
  account: {
    accountId: '11111111-1111-4111-8111-111111111111',
    account: 'teacher1',
    name: '林小芳',
    roles: ['HOMEROOM'],
    school: {
      id: '22222222-2222-4222-8222-222222222222',
      code: '010301',
      name: '示範高級中學',
      county: '示範縣',
      regimes: ['senior-high'],
    },
    primaryName: '陳主任',
    county: null,
    email: 'teacher1@school.example',
    phone: '05-5522000',
    passwordSetAt: new Date(Date.now() - 36 * 86_400_000).toISOString(),
    secondFactor: 'none',
  },
  endsAt: new Date(Date.now() + 30 * 60_000).toISOString(),
  offline: false,
  centralUrl: 'https://central.example',
  centralFixed: false,
  vaultKept: true,
  passwordDaysLeft: 54,
  mustDo: null,
  ...over,
});

/** What `case.start` answers to an account of this role. */
export const startAs =
  (role: Role): Handlers<CoreDoor>['case.start'] =>
  ({ regime }: { readonly regime: RegimeId }) =>
    Promise.resolve(ok({ verdicts: allowedActions(REGIMES[regime], null, anActor(role), TODAY) }));

/** Calls that a test gives no handler for answer NOT_FOUND, as an unknown name does. */
function withRest<D extends Door>(door: D, given: Partial<Handlers<D>>): Handlers<D> {
  const rest = Object.keys(door).map((name) => [name, () => Promise.resolve(fail('NOT_FOUND'))]);
  return { ...Object.fromEntries(rest), ...given } as Handlers<D>;
}

export interface WindowAppOptions {
  readonly core?: Partial<Handlers<CoreDoor>>;
  readonly shell?: Partial<Handlers<ShellDoor>>;
  readonly session?: SessionView;
}

/** Online, nothing waits. */
export const quietSync: SyncView = {
  online: true,
  busy: false,
  waiting: 0,
  attention: 0,
  lastContactAt: null,
  nextTryAt: null,
  clockSkewSeconds: 0,
  failure: null,
};

/** Puts `window.app` in place: both doors served by the handlers, inputs parsed as in the product. */
export function installWindowApp({
  core = {},
  shell = {},
  session = aSession(),
}: WindowAppOptions = {}): WindowApp {
  const calls: WindowCall[] = [];
  const listeners = new Set<(event: unknown) => void>();
  const fault = (name: string, thrown: unknown): never => {
    throw new Error(`the handler of ${name} in this test threw`, { cause: thrown });
  };
  const answers = {
    core: serve(
      CORE_DOOR,
      withRest(CORE_DOOR, {
        'session.get': () => Promise.resolve(ok(session)),
        'session.touch': () => Promise.resolve(ok(session)),
        'sync.get': () => Promise.resolve(ok(quietSync)),
        ...core,
      }),
      fault,
    ),
    shell: serve(SHELL_DOOR, withRest(SHELL_DOOR, shell), fault),
  };
  const pipe = (door: 'core' | 'shell') => (name: string, input: unknown) => {
    calls.push({ door, name, input });
    return answers[door](name, structuredClone(input));
  };
  Object.defineProperty(window, 'app', {
    configurable: true,
    value: {
      core: pipe('core'),
      shell: pipe('shell'),
      on: (listener: (event: unknown) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  });
  return {
    calls,
    inputsOf: (name) => calls.filter((call) => call.name === name).map((call) => call.input),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    session,
  };
}

export interface Rendered extends RenderResult {
  readonly app: WindowApp;
  readonly user: UserEvent;
  /** Where the screen asked to go, in order. */
  readonly places: readonly Place[];
}

export interface RenderOptions extends WindowAppOptions {
  readonly place?: Place;
  readonly language?: Language;
}

/** Renders a screen with everything the frame gives it: texts, Mantine, cache, session, navigation. */
export function renderInApp(screen: ReactElement, options: RenderOptions = {}): Rendered {
  const app = installWindowApp(options);
  const places: Place[] = [];
  const client = createQueryClient();
  const stop = renewOnEvents(client);
  stops.push(() => {
    stop();
    client.clear();
  });
  const navigation = {
    go: (place: Place) => void places.push(place),
    back: () => undefined,
    href: (place: Place) => `#${JSON.stringify(place)}`,
    place: options.place ?? ({ page: 'home' } as const),
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={createI18n(options.language)}>
      <MantineProvider env="test" theme={THEME} cssVariablesResolver={cssVariables}>
        <Notifications />
        <QueryClientProvider client={client}>
          <NavigationProvider value={navigation}>
            <SessionProvider pending={() => null}>{children}</SessionProvider>
          </NavigationProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
  const result: RenderResult = render(screen, { wrapper });
  return { ...result, app, user: userEvent.setup(), places };
}

const stops: (() => void)[] = [];
afterEach(() => {
  cleanup();
  notifications.clean();
  for (const stop of stops.splice(0)) stop();
});

/** What jsdom lacks and Mantine and the virtual list ask for: sizes are those of a small window. */
beforeAll(() => {
  class NoResize {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.defineProperties(window, {
    scrollTo: { configurable: true, value: () => undefined },
    ResizeObserver: { configurable: true, value: NoResize },
    matchMedia: {
      configurable: true,
      value: (media: string) => ({
        matches: false,
        media,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
        addListener: () => undefined,
        removeListener: () => undefined,
      }),
    },
  });
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 1000 },
    offsetHeight: { configurable: true, get: () => 600 },
    offsetWidth: { configurable: true, get: () => 1000 },
    scrollIntoView: { configurable: true, value: () => undefined },
    scrollTo: { configurable: true, value: () => undefined },
  });
});
