import { rasterize } from '../../../lib/display/raster';

const drawn = (text: string) =>
  Buffer.from(
    rasterize(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="30" font-size="28" font-family="sans-serif">${text}</text></svg>`,
      1,
    ).rgba,
  ).toString('base64');

test('Chinese characters and signs are drawn, each as itself, where the machine has no font for them', () => {
  const pictures = ['你', '好', '，', '。', '學', ' ', 'A'].map(drawn);
  expect(new Set(pictures).size).toBe(7);
});
