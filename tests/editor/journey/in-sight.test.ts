import { describe, expect, it } from 'vitest';
import { distanceOf } from '../../../editor/src/journey/canvas/distance.ts';
import { openingView } from '../../../editor/src/journey/canvas/opening-view.ts';
import { leadPx } from '../../../editor/src/journey/canvas/step-box.ts';
import { shiftIntoSight } from '../../../editor/src/journey/canvas/use-selected-in-sight.ts';
import { refundTriage } from './harness.ts';

describe('how a journey opens', () => {
  const { steps } = refundTriage();

  it('shows all of it where that can be read', () => {
    expect(openingView(steps, { width: 1390, height: 850 })).toBeNull();
  });

  it('shows its start, readable, on a phone', () => {
    const pane = { width: 400, height: 650 };
    const view = openingView(steps, pane);
    if (view === null) throw new Error('it should not show all');
    const [start] = steps;
    expect(view.zoom).toBeGreaterThanOrEqual(0.7);
    const x = (start?.position.x ?? NaN) * view.zoom + view.x;
    const y = (start?.position.y ?? NaN) * view.zoom + view.y;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThan(pane.width / 4);
    expect(y).toBeGreaterThan(pane.height / 4);
    expect(y).toBeLessThan((pane.height * 3) / 4);
  });

  it('begins at the trigger wherever it stands in the list', () => {
    const turned = steps.toReversed();
    const pane = { width: 400, height: 650 };
    expect(openingView(turned, pane)).toEqual(openingView(steps, pane));
  });

  it('leaves an empty journey and a pane without size alone', () => {
    expect(openingView([], { width: 400, height: 650 })).toBeNull();
    expect(openingView(steps, { width: 0, height: 0 })).toBeNull();
  });
});

describe('the selected step', () => {
  const pane = { left: 0, top: 80, right: 400, bottom: 740 };
  const sheet = { left: 0, top: 370, right: 400, bottom: 740 };
  const card = (left: number, top: number) => ({ left, top, right: left + 156, bottom: top + 42 });

  it('stays where it is when it can be seen', () => {
    expect(shiftIntoSight(card(100, 200), pane, sheet)).toBeNull();
    expect(shiftIntoSight(card(100, 600), pane, undefined)).toBeNull();
  });

  it('moves above the sheet that would cover it', () => {
    expect(shiftIntoSight(card(100, 600), pane, sheet)).toEqual({ x: 0, y: 370 - 16 - 642 });
  });

  it('moves in from the side where the inspector has taken the room', () => {
    const narrower = { ...pane, right: 300 };
    expect(shiftIntoSight(card(200, 200), narrower, { left: 300, top: 80, right: 628, bottom: 740 })).toEqual({
      x: 300 - 16 - 356,
      y: 0,
    });
  });

  it('shows its start when it is larger than the room', () => {
    expect(shiftIntoSight({ left: -50, top: 200, right: 600, bottom: 240 }, pane, undefined)).toEqual({ x: 66, y: 0 });
  });
});

it('words on a port push the bend of its link away, but not without end', () => {
  expect(leadPx('')).toBe(0);
  expect(leadPx('High')).toBeLessThan(leadPx('Prohibited'));
  expect(leadPx('a very long name of a case that nobody would read')).toBe(leadPx('another quite long name of a case'));
});

it('draws words near, tiles farther away, and plain boxes from far', () => {
  expect([1, 0.5, 0.3, 0.1].map((zoom) => distanceOf({ transform: [0, 0, zoom] }))).toEqual([
    'near',
    'near',
    'far',
    'farther',
  ]);
});
