import * as tf from '@tensorflow/tfjs';
import { cachePlace } from 'lineage';
import { expectNoLeak } from '../../leaks';

test.each([0, 2, 3])('position %i of 4 fills its own place and may look at what came before', (position) => {
  tf.tidy(() => {
    const { here, elsewhere, mask } = cachePlace(tf.scalar(position, 'int32'), 4);
    expect([here.shape, elsewhere.shape, mask.shape]).toEqual([
      [4, 1],
      [4, 1],
      [1, 4],
    ]);
    const places = [0, 1, 2, 3];
    expect([...here.dataSync()]).toEqual(places.map((place) => (place === position ? 1 : 0)));
    expect([...elsewhere.dataSync()]).toEqual(places.map((place) => (place === position ? 0 : 1)));
    expect([...mask.dataSync()].map((added) => added < 0)).toEqual(places.map((place) => place > position));
  });
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const position = tf.scalar(1, 'int32');
    const { here, elsewhere, mask } = cachePlace(position, 4);
    tf.dispose([position, here, elsewhere, mask]);
  });
});
