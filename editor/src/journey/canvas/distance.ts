import type { ReactFlowState } from '@xyflow/react';
import { createContext, useContext } from 'react';

/** From how far the journey is looked at: with words, without, or as plain boxes. */
export type Distance = 'near' | 'far' | 'farther';

/** In three bands, so that the canvas renders only when one is left. */
export function distanceOf({ transform: [, , zoom] }: Pick<ReactFlowState, 'transform'>): Distance {
  return zoom >= 0.36 ? 'near' : zoom >= 0.2 ? 'far' : 'farther';
}

export const DistanceContext = createContext<Distance>('near');

export function useDistance(): Distance {
  return useContext(DistanceContext);
}
