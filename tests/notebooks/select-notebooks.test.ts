import path from 'node:path';
import { Course } from './fixtures/course';
import { selectNotebooks } from './select-notebooks';

const course = new Course();
afterAll(() => course.remove());
for (const name of ['10-late', '02-perceptron', 'solutions/02-perceptron', '06-digits', '.hidden'])
  course.add(name, []);
const select = (...selectors: string[]) =>
  selectNotebooks(course.root, selectors).map((file) =>
    path.relative(path.join(course.root, 'notebooks'), file),
  );

test('selectNotebooks() gives the whole course in its order', () => {
  expect(select()).toEqual([
    '02-perceptron.ipynb',
    'solutions/02-perceptron.ipynb',
    '06-digits.ipynb',
    '10-late.ipynb',
  ]);
});

test('selectNotebooks() takes a number with its solution, or a path, each once', () => {
  expect(select('2')).toEqual(['02-perceptron.ipynb', 'solutions/02-perceptron.ipynb']);
  expect(select('notebooks/06-digits.ipynb', '06')).toEqual(['06-digits.ipynb']);
});

test('selectNotebooks() fails when there is no such notebook, or none at all', () => {
  expect(() => select('7')).toThrow(
    'no notebook has the number 7; there are 02-perceptron, 06-digits, 10-late',
  );
  expect(() => select('notebooks/nothing.ipynb')).toThrow(
    "expected a notebook's number such as 06, or the path",
  );
  expect(() => selectNotebooks(path.join(course.root, 'empty'), [])).toThrow('no notebooks found in');
});
