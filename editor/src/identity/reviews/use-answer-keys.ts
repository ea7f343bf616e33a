import { useEffect } from 'react';
import { isTyping, overlayIsOpen } from '../parts/keys.ts';

interface AnswerKeys {
  isOn: boolean;
  onSame: () => void;
  onDifferent: () => void;
  onLater: () => void;
}

/** `S` same, `D` different, `L` later. Enter sends, from the field of the reason. */
export function useAnswerKeys({ isOn, onSame, onDifferent, onLater }: AnswerKeys): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || overlayIsOpen()) return;
      const act = { s: onSame, d: onDifferent, l: onLater }[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
