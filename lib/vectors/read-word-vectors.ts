import { readFileSync } from 'node:fs';
import { WordVectors } from './word-vectors';
import type { VectorFormat } from './write-word-vectors';

const [space, lineEnd] = [0x20, 0x0a];

/**
 * Reads a file of word vectors in the format of word2vec.c, as that program, gensim and {@link writeWordVectors}
 * write it.
 *
 * @param format the file doesn't say which of the two it is in
 * @throws Error naming the file and what is wrong with it: missing, a first line that isn't two whole numbers, cut or
 * with something behind its end, a line with other than `size` numbers, a word that is there twice
 */
export function readWordVectors(file: string, format: VectorFormat): WordVectors {
  if (format !== 'text' && format !== 'binary')
    throw new Error(`readWordVectors: expected the format 'text' or 'binary', got ${format}`);
  const bytes = read(file);
  const end = bytes.indexOf(lineEnd);
  const header = bytes.subarray(0, Math.max(0, end)).toString();
  const [, count, size] = (/^(\d+) (\d+)\s*$/.exec(header) ?? []).map(Number);
  if (!(count > 0 && size > 0))
    refuse(file, `begins with ${JSON.stringify(header.slice(0, 40))}, expected a line "words size"`);
  if (count * size > bytes.length)
    refuse(file, `promises ${count} words of ${size} numbers, more than fit into its ${bytes.length} bytes`);
  const body = bytes.subarray(end + 1);
  const parse = format === 'text' ? fromText : fromBinary;
  const { words, values } = parse(file, body, count, size);
  try {
    return new WordVectors(words, values);
  } catch (cause) {
    return refuse(file, `holds no proper vectors: ${(cause as Error).message}`);
  }
}

interface Table {
  readonly words: readonly string[];
  readonly values: Float32Array;
}

function fromText(file: string, body: Buffer, count: number, size: number): Table {
  const lines = body.toString().split('\n');
  if (lines[lines.length - 1].trim() === '') lines.pop();
  if (lines.length !== count) refuse(file, `has ${lines.length} words, its first line says ${count}`);
  const values = new Float32Array(count * size);
  const words = lines.map((line, row) => {
    const [word, ...numbers] = line.trimEnd().split(' ');
    const vector = numbers.map(Number);
    if (vector.length !== size || vector.some((value, k) => Number.isNaN(value) || numbers[k] === ''))
      refuse(
        file,
        `has in line ${row + 2} ${JSON.stringify(word)} and not ${size} numbers, but ${numbers.length} parts`,
      );
    values.set(vector, row * size);
    return word;
  });
  return { words, values };
}

function fromBinary(file: string, body: Buffer, count: number, size: number): Table {
  const values = new Float32Array(count * size);
  const words: string[] = [];
  let place = 0;
  for (let row = 0; row < count; row++) {
    if (body[place] === lineEnd) place++; // word2vec.c writes one behind each vector, gensim none
    const from = body.indexOf(space, place) + 1;
    if (from === 0 || from + 4 * size > body.length)
      refuse(file, `is cut: it ends within word ${row + 1} of the ${count} that its first line promises`);
    words.push(body.toString('utf8', place, from - 1));
    for (let k = 0; k < size; k++) values[row * size + k] = body.readFloatLE(from + 4 * k);
    place = from + 4 * size;
  }
  const left = body.length - place - Number(body[place] === lineEnd);
  if (left > 0) refuse(file, `has ${left} bytes more than its first line promises`);
  return { words, values };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`readWordVectors: can't read ${file}: ${(cause as Error).message}`, { cause });
  }
}

function refuse(file: string, problem: string): never {
  throw new Error(
    `readWordVectors: ${file} ${problem}. Is it whole, and word vectors in the format that was named?`,
  );
}
