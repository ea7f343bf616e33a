import { createContext, useContext } from 'react';
import type { Step } from '../../../../engine/index.ts';

/** The step whose settings are shown; controls look up its problems and data by it. */
export const InspectedStepContext = createContext<Step | null>(null);

export function useInspectedStep(): Step | null {
  return useContext(InspectedStepContext);
}
