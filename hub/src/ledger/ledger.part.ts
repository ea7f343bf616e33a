import type { HubPart } from '../hub.ports.ts';
import { personalRoutes } from './ledger.personal.routes.ts';
import { proofRoutes } from './ledger.proof.routes.ts';
import { ledgerRoutes } from './ledger.routes.ts';
import { wholeStreamRoutes } from './ledger.stream.routes.ts';
import type { Ledger } from './ledger.service.ts';

/** The ledger as a part of the hub. */
export function ledgerPart(ledger: Ledger): HubPart {
  return {
    api(app) {
      ledgerRoutes(app, ledger);
      proofRoutes(app, ledger);
      personalRoutes(app, ledger);
      wholeStreamRoutes(app, ledger);
    },
    readiness: { ledger: () => ledger.checkHealth() },
  };
}
