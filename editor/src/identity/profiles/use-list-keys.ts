import { useEffect, type RefObject } from 'react';
import { isTyping, overlayIsOpen } from '../parts/keys.ts';

interface ListKeys {
  /** Where the lines are; each has one link `.id-open`. */
  list: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
}

/** The keys of a list: `/` goes to the search, arrows, Home and End walk the lines, Enter opens (each is a link). */
export function useListKeys({ list, search }: ListKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || overlayIsOpen()) return;
      if (event.key === '/' && !isTyping(event.target)) {
        search.current?.focus();
        search.current?.select();
      } else if (!walk(event, list.current, search.current)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, search]);
}

/** Moves the focus among the lines; true when it did. */
function walk(event: KeyboardEvent, list: HTMLElement | null, search: HTMLInputElement | null): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>('.id-open') ?? [])];
  // From the search, down leads to what was found.
  const leavesSearch = event.key === 'ArrowDown' && event.target === search;
  if (links.length === 0 || (isTyping(event.target) && !leavesSearch)) return false;
  const now = links.findIndex((link) => link === document.activeElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: links.length - 1 }[event.key];
  if (next === undefined || (now < 0 && event.key !== 'ArrowDown')) return false;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  return true;
}
