export interface StewardInN8nOptions {
  /** Where the browser finds the hub, such as `/steward`. */
  publicPath: string;
  /** Where the browser finds n8n, with a slash at the end. */
  n8nPath: string;
}

/** What this file uses of n8n's front-end store; undocumented, so each part may be missing. */
interface N8nStore {
  registerCustomTabs?(page: string, module: string, tabs: object[]): void;
  registerSettingsPages?(module: string, pages: object[]): void;
}

type Hook = (store: N8nStore | undefined, metadata?: { to?: { path: string; fullPath: string } }) => void;

interface N8nWindow {
  top: unknown;
  self: unknown;
  location: Pick<Location, 'replace'>;
  n8nExternalHooks?: Record<string, Record<string, Hook[]>>;
}

/**
 * Runs in the browser, in n8n's own pages: adds Steward to n8n's overview and settings, and leads addresses of Steward out
 * of n8n's router (the Back button, the way back from sign-in). It is served as its own text, so it may use nothing from
 * outside its body.
 */
export function stewardInN8n(window: N8nWindow, { publicPath, n8nPath }: StewardInN8nOptions): void {
  // n8n's pages run in frames too: the preview in our designer must not get our entries.
  if (window.top !== window.self) return;

  const href = `${publicPath}/`;
  let registered = false;

  const register: Hook = (store) => {
    if (registered || !store) return;
    try {
      // n8n shows entries of its own modules only; `insights` is one that every edition switches on.
      store.registerCustomTabs?.('overview', 'insights', [{ label: 'Steward', value: 'steward', to: '/steward/' }]);
      store.registerSettingsPages?.('insights', [
        {
          id: 'settings-steward',
          icon: 'waypoints',
          label: 'Steward',
          position: 'top',
          available: true,
          link: { href, target: '_self' },
        },
      ]);
      registered = true;
    } catch {
      // Another n8n may have no such lists. Its pages work as ever, and /steward is reached by its address.
    }
  };

  const leaveRouter: Hook = (store, metadata) => {
    register(store);
    const to = metadata?.to;
    if (to && /^\/steward(\/|$)/.test(to.path)) window.location.replace(n8nPath.replace(/\/$/, '') + to.fullPath);
  };

  const hooks = (window.n8nExternalHooks ??= {});
  const add = (resource: string, operation: string, hook: Hook): void => {
    const operations = (hooks[resource] ??= {});
    (operations[operation] ??= []).push(hook);
  };
  add('app', 'mount', register);
  add('main', 'routeChange', leaveRouter);
}
