import { palette } from './theme';

/**
 * Colour and shape of marks of two classes in a Vega-Lite chart, for data whose field `y` is 0 or 1: an orange circle and
 * a blue square, told apart without colours too.
 *
 * @param title what the class is, for the legend
 */
export function twoClasses(title: string) {
  const channel = { field: 'y', type: 'nominal' as const, title };
  return {
    color: { ...channel, scale: { domain: [0, 1], range: [palette[1], palette[0]] } },
    shape: { ...channel, scale: { domain: [0, 1] } },
  };
}
