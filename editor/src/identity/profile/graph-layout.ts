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

/** More records than this do not stand on one ellipse any more. */
const aroundAtMost = 20;
const numberBox = { width: 36, height: 28 };

/**
 * Up to four records in the corners (two side by side, or on a narrow screen one under the other), more on an ellipse, many in
 * rows. Where names have no room there are numbers.
 * @param count at least 1
 * @param width pixels to draw on
 */
export function graphLayout(count: number, width: number): GraphLayout {
  const box = { width: width < 480 ? 128 : 164, height: 46 };
  if (count <= 4) return { ...inCorners(count, width, box), width, box, isCrowded: false };
  const named = { height: 340, places: around(count, width, 340, box) };
  if (count <= aroundAtMost && !isOverlapping(named.places, box)) return { ...named, width, box, isCrowded: false };
  const height = Math.min(Math.max(260, count * 18), 380);
  const numbered =
    count <= aroundAtMost ? { height, places: around(count, width, height, numberBox) } : inRows(count, width);
  return { ...numbered, width, box: numberBox, isCrowded: true };
}

type Box = GraphLayout['box'];
type Drawing = Pick<GraphLayout, 'height' | 'places'>;

function inCorners(count: number, width: number, box: Box): Drawing {
  const isStacked = count === 2 && width < 480;
  const height = count <= 2 && !isStacked ? 120 : isStacked ? 190 : 240;
  const [left, right] = [box.width / 2 + 4, width - box.width / 2 - 4];
  const [top, bottom] = [box.height / 2 + 4, height - box.height / 2 - 4];
  const middle = { x: width / 2, y: height / 2 };
  if (count === 1) return { height, places: [middle] };
  if (isStacked) return { height, places: [top, bottom].map((y) => ({ x: middle.x, y })) };
  if (count === 2) return { height, places: [left, right].map((x) => ({ x, y: middle.y })) };
  const below = [
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  if (count === 3) return { height, places: [{ x: middle.x, y: top }, ...below] };
  return { height, places: [{ x: left, y: top }, { x: right, y: top }, ...below] };
}

/** On an ellipse, the first at the top. */
function around(count: number, width: number, height: number, box: Box): Place[] {
  const radius = { x: (width - box.width) / 2 - 4, y: (height - box.height) / 2 - 4 };
  return Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * index) / count;
    return { x: width / 2 + radius.x * Math.cos(angle), y: height / 2 + radius.y * Math.sin(angle) };
  });
}

/** In rows, every other one moved a little, so that links between rows do not run through boxes of a column. */
function inRows(count: number, width: number): Drawing {
  const [stepX, stepY] = [numberBox.width + 20, numberBox.height + 26];
  const perRow = Math.max(1, Math.floor((width - numberBox.width) / stepX));
  const places = Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / perRow);
    const moved = row % 2 === 0 ? 0 : numberBox.width / 2;
    return {
      x: (index % perRow) * stepX + numberBox.width / 2 + 2 + moved,
      y: row * stepY + numberBox.height / 2 + 2,
    };
  });
  return { height: Math.ceil(count / perRow) * stepY, places };
}

function isOverlapping(places: readonly Place[], box: Box): boolean {
  return places.some(({ x, y }, at) =>
    places.slice(at + 1).some((other) => Math.abs(other.x - x) < box.width && Math.abs(other.y - y) < box.height),
  );
}

/** Width of a link in pixels, from the weight of its evidence. */
export function linkWidth(bits: number): number {
  return Math.min(Math.max(1.5, 1 + bits / 5), 6);
}

/** About as wide as the words of a link are drawn, with their ground. */
export function wordsWidth(words: string): number {
  return words.length * 6.2 + 12;
}

/** Where on the seen part of a link its words stand: off the middle, so that those of two links that cross stand apart. */
const alongLink = 0.24;

/** The place of the words on a link, or null where they would lie under a box. */
export function wordsPlace(from: Place, to: Place, box: GraphLayout['box'], words: string): Place | null {
  const dx = Math.abs(to.x - from.x);
  const dy = Math.abs(to.y - from.y);
  const hidden = Math.min(dx > 0 ? box.width / 2 / dx : Infinity, dy > 0 ? box.height / 2 / dy : Infinity);
  const seen = 1 - 2 * hidden;
  const room = Math.max(dx, dy) * seen;
  if (seen <= 0 || room < (dx > dy ? wordsWidth(words) : 24)) return null;
  // Level or upright links cross nothing in the middle.
  const along = hidden + seen * (dx < 1 || dy < 1 ? 0.5 : alongLink);
  return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
}
