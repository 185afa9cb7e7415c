/** Numbers of several tensors, by name. */
export type Numbers = Readonly<Record<string, Float32Array>>;

/**
 * The tensors that are not the same, to rounding, as those expected: max |got − expected| ≤ bound · max |expected|,
 * where the last maximum is that of all the tensors, as of one vector.
 *
 * @returns their relative distances; none if all is well
 */
export function tooFar(got: Numbers, expected: Numbers, bound: number): Record<string, number> {
  expect(Object.keys(got)).toEqual(Object.keys(expected));
  const size = Math.max(...Object.values(expected).map(largest));
  const distances = Object.entries(expected).map(([name, numbers]): [string, number] => {
    expect(got[name].length).toBe(numbers.length);
    const apart = largest(numbers.map((number, index) => number - got[name][index]));
    return [name, apart === 0 ? 0 : apart / size];
  });
  // Written so that NaN fails too.
  return Object.fromEntries(distances.filter(([, distance]) => !(distance <= bound)));
}

function largest(numbers: Float32Array): number {
  return numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
}
