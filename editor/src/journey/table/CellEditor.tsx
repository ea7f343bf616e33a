import { Popover } from 'radix-ui';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import {
  checkCell,
  describeIssue,
  isDay,
  type DecisionTable,
  type Issue,
  type TableRow,
} from '../../../../engine/index.ts';
import { cx } from '../../../ui/index.ts';
import { today } from '../parts/today.ts';
import { asMeant, changeFor, forgivenSlip } from './cell-change.ts';
import { cellTemplates, type CellTemplate } from './cell-templates.ts';
import { cellText, columnName, type GridColumn } from './grid-columns.ts';
import type { CellChange } from './grid-edits.ts';
import { outputChoices } from './output-values.ts';

interface CellEditorProps {
  row: TableRow;
  column: GridColumn;
  table: DecisionTable;
  /** What to start from: what the cell says, or the letter that was typed. */
  start: { text: string | null; selectAll: boolean };
  /** `then`: where the focus goes. */
  onCommit(change: CellChange, then: { rows: number; columns: number }): void;
  onCancel(): void;
}

/** Edits one cell in place; under it stand the ways to write it, and what is wrong while typing. */
export function CellEditor({ row, column, table, start, onCommit, onCancel }: CellEditorProps) {
  const [text, setText] = useState(start.text ?? cellText(row, column, 0));
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const closed = useRef(false);
  const pendingSelection = useRef<[number, number] | null>(start.selectAll ? [0, 10_000] : null);
  const options = useMemo(() => editorOptions(column, text, table), [column, text, table]);
  const feedback =
    column.kind === 'input' && text.trim() !== ''
      ? checkCell(text.trim(), column.input, table.inputs).issues[0]
      : dayIssue(column, text);
  // A text without quotes gets them by itself, and so does a bare date; there is nothing to complain about.
  const isForgiven =
    column.kind === 'input' &&
    feedback?.code === forgivenSlip(column.input) &&
    asMeant(text, column.input, table.inputs) !== text.trim();

  useLayoutEffect(() => {
    input.current?.focus();
  }, []);
  useLayoutEffect(() => {
    const selection = pendingSelection.current;
    if (selection === null) return;
    pendingSelection.current = null;
    input.current?.setSelectionRange(...selection);
  });

  const finish = (then: { rows: number; columns: number }, final = text) => {
    if (closed.current) return;
    closed.current = true;
    const change = changeFor(row, column, final, table.inputs);
    if (change === null || final === cellText(row, column, 0)) onCancelTo(then);
    else onCommit(change, then);
  };
  // Nothing changed: no entry of the undo stack, but the focus moves all the same.
  const onCancelTo = (then: { rows: number; columns: number }) => {
    if (then.rows === 0 && then.columns === 0) onCancel();
    else onCommit(changeFor(row, column, cellText(row, column, 0), table.inputs) as CellChange, then);
  };
  const take = (option: CellTemplate) => {
    setText(option.text);
    setActive(-1);
    pendingSelection.current = option.select;
    input.current?.focus();
    // A choice without a part to fill in is the whole answer.
    if (option.select[0] === option.select[1]) finish({ rows: 1, columns: 0 }, option.text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((was) => (options.length === 0 ? -1 : Math.max(-1, Math.min(options.length - 1, was + step))));
    } else if (event.key === 'Enter') {
      if (option !== undefined) take(option);
      else finish({ rows: event.shiftKey ? -1 : 1, columns: 0 });
    } else if (event.key === 'Tab') finish({ rows: 0, columns: event.shiftKey ? -1 : 1 });
    else if (event.key === 'Escape') {
      closed.current = true;
      onCancel();
    } else return;
    event.preventDefault();
  };

  return (
    <Popover.Root open>
      <Popover.Anchor asChild>
        <input
          ref={input}
          className={cx('dg-editor', column.kind === 'input' && 'st-mono')}
          aria-label={columnName(column)}
          aria-invalid={(feedback?.severity === 'error' && !isForgiven) || undefined}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={column.kind === 'reason' || column.kind === 'annotation'}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(-1);
          }}
          onBlur={() => finish({ rows: 0, columns: 0 })}
          onKeyDown={onKeyDown}
          onMouseDown={(event) => event.stopPropagation()}
          onPaste={(event) => event.stopPropagation()}
          onCopy={(event) => event.stopPropagation()}
          onCut={(event) => event.stopPropagation()}
        />
      </Popover.Anchor>
      {(options.length > 0 || (feedback !== undefined && !isForgiven)) && (
        <Popover.Portal>
          <Popover.Content
            className="st-menu dg-options"
            align="start"
            sideOffset={3}
            collisionPadding={8}
            role="presentation"
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
            onInteractOutside={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
          >
            {feedback !== undefined && !isForgiven && (
              <p className={cx('dg-feedback', feedback.severity === 'error' ? 'is-bad' : 'is-warn')} role="status">
                {describeIssue(feedback)}
              </p>
            )}
            <div role="listbox" id={listId} aria-label={`Ways to fill in ${columnName(column)}`}>
              {options.map((option, index) => (
                <div
                  key={option.label}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className="st-menu-item"
                  onPointerMove={() => setActive(index)}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    take(option);
                  }}
                >
                  <span className="st-menu-words">{option.label}</span>
                  {option.text !== option.label && <span className="st-menu-aside st-mono">{option.text}</span>}
                </div>
              ))}
            </div>
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  );
}

/** A day that does not exist would not be kept. */
function dayIssue({ kind }: GridColumn, text: string): Issue | undefined {
  const isDayColumn = kind === 'validFrom' || kind === 'validUntil';
  const day = text.trim();
  if (!isDayColumn || day === '' || isDay(day)) return undefined;
  return { code: 'day_does_not_exist', path: [], severity: 'error', params: { day } };
}

/** Ways to write a condition; results and sources to choose from. */
function editorOptions(column: GridColumn, text: string, table: DecisionTable): CellTemplate[] {
  const whole = (value: string, label = value): CellTemplate => ({
    label,
    text: value,
    select: [value.length, value.length],
  });
  switch (column.kind) {
    case 'input':
      return cellTemplates(column.input, text);
    case 'output':
      return outputChoices(column.output).map((value) => whole(value));
    case 'source':
      return (table.sources ?? []).map((source) =>
        whole(source.id, [source.title, source.section].filter(Boolean).join(', ')),
      );
    case 'number':
    case 'hits':
    case 'reason':
    case 'annotation':
      return [];
    case 'validFrom':
    case 'validUntil':
      return [whole(today(), 'today')];
  }
}
