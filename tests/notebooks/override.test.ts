import { Course } from './fixtures/course';
import { readNotebook } from './notebook';
import { override } from './override';
import { planRun } from './plan';

const source = `const size = 'quick' as 'smoke' | 'quick' | 'full'; // 'full': the published figure
const hidden = 128, rate = -1e-3;
const epochs = { smoke: 1, quick: 4, full: 20 }[size];
const bias: boolean = true;
const layers = [784, hidden, 10];
const name = "digits";`;

test('override() replaces initializers and nothing else', () => {
  const text = override(source, {
    size: 'full',
    hidden: '32',
    rate: '0.01',
    epochs: '2',
    bias: 'false',
    layers: '[2, 1]',
  });
  expect(text).toBe(`const size = "full" as 'smoke' | 'quick' | 'full'; // 'full': the published figure
const hidden = 32, rate = 0.01;
const epochs = 2;
const bias: boolean = false;
const layers = [2, 1];
const name = "digits";`);
});

test('override() writes a text so that it stays a text', () => {
  expect(override(source, { name: `"; process.exit(); "` })).toContain(
    `const name = "\\"; process.exit(); \\"";`,
  );
});

test.each([
  [
    { steps: '5' },
    'the notebook has no parameter steps; it has: size, hidden, rate, epochs, bias, layers, name',
  ],
  [{ hidden: 'many' }, '-p hidden=many: expected a number, since the notebook has hidden = 128'],
  [{ rate: '' }, 'expected a number'],
  [{ epochs: 'true' }, 'expected a number'],
  [{ bias: '1' }, 'expected true or false'],
  [{ size: 'huge' }, '-p size=huge: expected one of smoke, quick, full'],
  [{ layers: 'x' }, 'expected a value in JSON'],
])('override() refuses %j', (overrides, message) => {
  expect(() => override(source, overrides as Record<string, string>)).toThrow(message);
});

describe('planRun()', () => {
  const course = new Course();
  afterAll(() => course.remove());
  const digits = readNotebook(course.add('06-digits', [{ source, id: 'parameters', tags: ['parameters'] }]));
  const plain = readNotebook(course.add('07-plain', [{ source: '1 + 1' }]));

  test('says what runs and what is different from the file', () => {
    expect(planRun(digits, {}, undefined)).toMatchObject({ size: 'quick', changed: '' });
    expect(planRun(digits, { hidden: '128', rate: '-0.001' }, 'quick')).toMatchObject({
      size: 'quick',
      changed: '',
    });
    expect(planRun(digits, { hidden: '32' }, 'smoke')).toMatchObject({
      size: 'smoke',
      changed: 'hidden=32 size=smoke',
    });
    expect(planRun(digits, {}, 'full').sources.get('parameters')).toContain('const size = "full" as');
  });

  test('leaves a notebook without the parameter size as it is, but not one without any other', () => {
    expect(planRun(plain, {}, 'full')).toMatchObject({ size: 'quick', changed: '' });
    expect(() => planRun(plain, { steps: '5' })).toThrow(
      "-p steps: the notebook has no cell tagged 'parameters'",
    );
  });
});
