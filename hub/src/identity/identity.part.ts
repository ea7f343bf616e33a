import type { HubPart } from '../hub.ports.ts';
import { policyRoutes } from './identity.policy.routes.ts';
import { identityRoutes } from './identity.routes.ts';
import type { Identity } from './identity.service.ts';
import { stewardRoutes } from './identity.steward.routes.ts';

/** Who a customer is, as a part of the hub. */
export function identityPart(identity: Identity): HubPart {
  return {
    api(app) {
      identityRoutes(app, identity);
      stewardRoutes(app, identity);
      policyRoutes(app, identity);
    },
  };
}
