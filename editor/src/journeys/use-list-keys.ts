import { useEffect, type RefObject } from 'react';

interface ListKeys {
  /** Where the rows are; each has one link `.jl-open`. */
  list: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  onNew: () => void;
}

/** The keys of the list: `/` searches, `n` makes a new one, arrows, Home and End walk the rows, Enter opens (it is a link). */
export function useListKeys({ list, search, onNew }: ListKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      const typing = isTextField(event.target);
      if (!typing && event.key === '/') {
        search.current?.focus();
        search.current?.select();
      } else if (!typing && event.key === 'n') {
        onNew();
      } else if (!walk(event, list.current, search.current)) {
        return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, search, onNew]);
}

/** Moves the focus among the rows; true when it did. From the search field the arrow down leads into the list. */
function walk(event: KeyboardEvent, list: HTMLElement | null, search: HTMLInputElement | null): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>('.jl-open') ?? [])];
  const inSearch = event.target === search;
  if (links.length === 0 || (isTextField(event.target) && !inSearch)) return false;
  const row = event.target instanceof Element ? event.target.closest('.jl-row') : null;
  const now = row ? links.findIndex((link) => row.contains(link)) : -1;
  if (event.key === 'ArrowUp' && now === 0) {
    search?.focus();
    return true;
  }
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: links.length - 1 }[event.key];
  if (next === undefined || (inSearch && event.key !== 'ArrowDown') || (now < 0 && event.key === 'ArrowUp'))
    return false;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  return true;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
