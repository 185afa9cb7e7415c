import * as tf from '@tensorflow/tfjs';
import { cosineSimilarity, nearest, SparseVector, TfIdf } from 'lineage';
import { constant, expectClose, type OracleCase, type OracleTensor, toTensor } from './oracle';

/** scikit-learn's numbers, which plain JavaScript's reach to their last printed digit. */
const tight = { rtol: 1e-7, atol: 1e-8 };

/** How to check the cases of `text.json` on texts as counts. */
export const countedText: Readonly<Record<string, (oracle: OracleCase) => void>> = {
  tfidf: (oracle) => {
    const documents = documentsOf(oracle);
    expect(constant<string>(oracle, 'tokens', 'string')).toBe('split on spaces');
    const smoothIdf = constant<boolean>(oracle, 'smoothIdf', 'boolean');
    const norm = constant<string>(oracle, 'norm', 'string') as 'l2' | 'none';
    const tfIdf = new TfIdf(documents, { smoothIdf, norm });
    const { terms, idf, matrix } = outputs(oracle);
    expect(tfIdf.vocabulary.tokens).toEqual(terms);
    expectClose('idf', tfIdf.idf, idf, tight);
    const rows = documents.flatMap((document) => [...tfIdf.transform(document).toDense()]);
    expectClose('matrix', rows, matrix, tight);
  },
  'tfidf-query': (oracle) => {
    const documents = documentsOf(oracle);
    const tfIdf = new TfIdf(documents);
    const query = tfIdf.transform((inputs(oracle).query as unknown as string).split(' '));
    const cosines = documents.map((document) => query.cosine(tfIdf.transform(document)));
    expectClose('cosine', cosines, outputs(oracle).cosine, tight);
  },
  cosine: (oracle) => {
    const { a, b } = inputs(oracle);
    const rows = (tensor: OracleTensor) => vectors(tensor);
    const sparse = rows(a).map((row, index) => row.cosine(rows(b)[index]));
    expectClose('sparse y', sparse, outputs(oracle).y, tight);
    const [tensorA, tensorB] = [toTensor(a), toTensor(b)];
    expectClose('y', cosineSimilarity(tensorA, tensorB), outputs(oracle).y);
    const upstream = toTensor((oracle.upstream as Readonly<Record<string, OracleTensor>>).y);
    const [gradientA, gradientB] = tf.grads((x: tf.Tensor, y: tf.Tensor) =>
      cosineSimilarity(x, y).mul(upstream).sum(),
    )([tensorA, tensorB]);
    const grads = oracle.grads as Readonly<Record<string, OracleTensor>>;
    expectClose('∂/∂a', gradientA, grads.a);
    expectClose('∂/∂b', gradientB, grads.b);
  },
  nearest: (oracle) => {
    const all = vectors(inputs(oracle).vectors);
    const { similarity, nearest: wanted } = outputs(oracle);
    const matrix = all.flatMap((a) => all.map((b) => a.cosine(b)));
    expectClose('similarity', matrix, similarity, tight);
    const k = wanted.shape[1];
    const others = all.flatMap((vector, self) =>
      nearest(vector, all, k + 1).flatMap(({ index }) => (index === self ? [] : [index])),
    );
    expect(others).toEqual(wanted.data);
  },
};

function documentsOf(oracle: OracleCase): string[][] {
  return (inputs(oracle).docs as unknown as string[]).map((document) => document.split(' '));
}

function vectors({ shape: [rows, size], data }: OracleTensor): SparseVector[] {
  return Array.from({ length: rows }, (_, row) =>
    SparseVector.from(data.slice(row * size, (row + 1) * size)),
  );
}

function inputs({ name, inputs }: OracleCase): Readonly<Record<string, OracleTensor>> {
  if (!inputs) throw new Error(`${name}: expected inputs, got none`);
  return inputs;
}

function outputs({ name, outputs }: OracleCase): Readonly<Record<string, OracleTensor>> {
  if (!outputs) throw new Error(`${name}: expected outputs, got none`);
  return outputs;
}
