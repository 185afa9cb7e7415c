/** A shape as the lessons write it, from `2,3`. */
const shape = (sizes: string) => `[${sizes.split(',').join(', ')}]`;

/** Two shapes whose product does not exist; either may be turned. */
function matMul(first: string, second: string, inner?: readonly [string, string]): string {
  const sizes = inner ? `, got ${inner[0]} and ${inner[1]}` : '';
  return `matMul: expected inner sizes that agree${sizes}, got ${shape(first)} × ${shape(second)}`;
}

function broadcast(first: string, second: string): string {
  return `expected shapes that fit each other, got ${shape(first)} and ${shape(second)}: from the right, sizes must be equal, or 1`;
}

/** Words of TensorFlow's, on all backends, and of Node's for what goes wrong most often, and plainer ones. */
const words: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/\nRequire stack:(\n- .*)*/, () => ''],
  [/Invalid TF_Status: \d+\nMessage: /, () => ''],
  [/Matrix size-incompatible: In\[0\]: \[([\d,]+)\], In\[1\]: \[([\d,]+)\][ \d]*/, (a, b) => matMul(a, b)],
  [
    /Error in matMul: inner shapes \((\d+)\) and \((\d+)\) of Tensors with shapes ([\d,]+) and ([\d,]+) and transposeA=\w+ and transposeB=\w+ must match\./,
    (m, n, a, b) => matMul(a, b, [m, n]),
  ],
  [/Incompatible shapes: \[([\d,]*)\] vs\. \[([\d,]*)\]/, broadcast],
  [/Operands could not be broadcast together with shapes ([\d,]+) and ([\d,]+)\./, broadcast],
  [
    /Input to reshape is a tensor with (\d+) values, but the requested shape has (\d+)/,
    (got, expected) => `reshape: expected ${expected} numbers for this shape, got ${got}`,
  ],
  [
    /Size\((\d+)\) must match the product of shape ([\d,]+)/,
    (got, sizes) => `reshape: expected as many numbers as ${shape(sizes)} holds, got ${got}`,
  ],
];

/** A message in the lessons' words, where TensorFlow or Node said it in theirs. */
export function plainWords(message: string): string {
  return words.reduce(
    (text, [pattern, say]) => text.replace(pattern, (_, ...groups) => say(...groups)),
    message,
  );
}
