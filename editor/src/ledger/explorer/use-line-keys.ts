import { useEffect, type RefObject } from 'react';

interface LineKeys {
  /** Where the lines are; each has one link `.lg-open`. */
  list: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
}

/** The keys of the explorer: `/` goes to the search, arrows, Home and End walk the lines, Enter opens (each is a link). */
export function useLineKeys({ list, search }: LineKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return;
      if (event.key === '/' && !isTextField(event.target)) {
        search.current?.focus();
        search.current?.select();
      } else if (!walk(event, list.current)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, search]);
}

/** Moves the focus among the lines; true when it did. */
function walk(event: KeyboardEvent, list: HTMLElement | null): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>('.lg-open') ?? [])];
  // From the search, down leads to what was found.
  const leavesSearch =
    event.key === 'ArrowDown' && event.target instanceof Element && event.target.matches('.lg-find *');
  if (links.length === 0 || (isTextField(event.target) && !leavesSearch)) return false;
  const row = event.target instanceof Element ? event.target.closest('.lg-row') : null;
  const now = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: links.length - 1 }[event.key];
  if (next === undefined || (now < 0 && event.key !== 'ArrowDown')) return false;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  return true;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.getAttribute('role') === 'combobox')
  );
}
