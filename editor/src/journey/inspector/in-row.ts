import { createContext, useContext } from 'react';

/** True inside a row of a list, where controls have half the width. */
export const InRowContext = createContext(false);

export function useInRow(): boolean {
  return useContext(InRowContext);
}
