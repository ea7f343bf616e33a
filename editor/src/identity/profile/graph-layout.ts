/** Where a record stands in the drawing, the middle of its box. */
export interface Place {
  x: number;
  y: number;
}

export interface GraphLayout {
  width: number;
  height: number;
  places: Place[];
  /** Size of a record's box. */
  box: { width: number; height: number };
  /** Too many for words in the boxes: numbers stand in them. */
  isCrowded: boolean;
}

/** More records than this get numbers in place of names. */
const namedAtMost = 9;

/**
 * Up to four records in the corners (two side by side, or on a narrow screen one under the other), more on an ellipse.
 * @param count at least 1
 * @param width pixels to draw on
 */
export function graphLayout(count: number, width: number): GraphLayout {
  const isCrowded = count > namedAtMost;
  const isNarrow = width < 480;
  const box = isCrowded ? { width: 36, height: 28 } : { width: isNarrow ? 128 : 164, height: 46 };
  const marginX = box.width / 2 + 4;
  if (count <= 2) {
    const height = isNarrow && count === 2 ? 190 : 120;
    const stacked = [
      { x: width / 2, y: 36 },
      { x: width / 2, y: height - 36 },
    ];
    const beside = [
      { x: marginX, y: height / 2 },
      { x: width - marginX, y: height / 2 },
    ];
    const places = count === 1 ? [{ x: width / 2, y: height / 2 }] : isNarrow ? stacked : beside;
    return { width, height, places, box, isCrowded };
  }
  if (count <= 4) {
    const height = 240;
    const left = marginX;
    const right = width - marginX;
    const [top, bottom] = [box.height / 2 + 4, height - box.height / 2 - 4];
    const corners = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ];
    const triangle = [{ x: width / 2, y: top }, ...corners.slice(2)];
    return { width, height, places: count === 3 ? triangle : corners, box, isCrowded };
  }
  const height = isCrowded ? Math.min(Math.max(260, count * 16), 560) : 340;
  const radius = { x: width / 2 - marginX, y: height / 2 - box.height / 2 - 4 };
  const places = Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * index) / count;
    return { x: width / 2 + radius.x * Math.cos(angle), y: height / 2 + radius.y * Math.sin(angle) };
  });
  return { width, height, places, box, isCrowded };
}

/** Width of a link in pixels, from the weight of its evidence. */
export function linkWidth(bits: number): number {
  return Math.min(Math.max(1.5, 1 + bits / 5), 6);
}
