/** A picture drawn by hand: rows of text around the middle, `#` for a square of ink, 28 × 28 in the end. */
export function drawn(rows: readonly string[], scale = 3): Float32Array {
  const picture = new Float32Array(784);
  const top = Math.floor((28 - rows.length * scale) / 2);
  const left = Math.floor((28 - rows[0].length * scale) / 2);
  rows.forEach((row, y) => {
    [...row].forEach((mark, x) => {
      if (mark !== '#') return;
      for (let down = 0; down < scale; down++)
        for (let across = 0; across < scale; across++)
          picture[(top + y * scale + down) * 28 + left + x * scale + across] = 1;
    });
  });
  return picture;
}

export const blank = new Float32Array(784);
export const full = new Float32Array(784).fill(1);

export const zero = drawn(['.###.', '#...#', '#...#', '#...#', '#...#', '#...#', '.###.']);
export const one = drawn(['..#..', '.##..', '..#..', '..#..', '..#..', '..#..', '.###.']);
export const six = drawn(['..##.', '.#...', '#....', '####.', '#...#', '#...#', '.###.']);
export const eight = drawn(['.###.', '#...#', '#...#', '.###.', '#...#', '#...#', '.###.']);
export const nine = drawn(['.###.', '#...#', '#...#', '.####', '....#', '...#.', '.##..']);
/** A ring whose ink is broken once. */
export const open = drawn(['.###.', '#...#', '#....', '#...#', '.###.']);
/** Strokes three pixels wide: level, upright, and the two diagonals. */
export const level = stroke((row) => row - 14);
export const upright = stroke((_row, column) => column - 14);
export const falling = stroke((row, column) => row - column);
export const rising = stroke((row, column) => row + column - 27);

/** Ink where the distance from a line is at most 1, within rows and columns 6 … 21. */
function stroke(distance: (row: number, column: number) => number): Float32Array {
  return blank.map((_, at) => {
    const [row, column] = [Math.floor(at / 28), at % 28];
    return Number(
      Math.min(row, column) >= 6 && Math.max(row, column) <= 21 && Math.abs(distance(row, column)) <= 1,
    );
  });
}

/** The picture in a mirror, left to right or top to bottom. */
export function mirrored(picture: Float32Array, way: 'across' | 'down'): Float32Array {
  return picture.map((_, at) => {
    const [row, column] = [Math.floor(at / 28), at % 28];
    return way === 'across' ? picture[row * 28 + 27 - column] : picture[(27 - row) * 28 + column];
  });
}
