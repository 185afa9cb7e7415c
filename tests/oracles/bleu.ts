import { type BleuOptions, bleu } from 'lineage';
import { constant, expectClose, type OracleCase } from './oracle';

const exact = { rtol: 1e-7, atol: 1e-9 };

/** Compares a case of sacrebleu's with ours. */
export function readBleu(oracle: OracleCase): void {
  const { config, inputs, outputs } = oracle as unknown as {
    config: Record<string, unknown>;
    inputs: { hypotheses: string[]; references: string[][] };
    outputs: Record<string, number & number[]>;
  };
  const options: BleuOptions = {
    maxOrder: constant<number>(oracle, 'maxOrder', 'number'),
    smoothing: constant<'none'>(oracle, 'smoothing', 'string'),
    ...('smoothValue' in config && { smoothValue: constant<number>(oracle, 'smoothValue', 'number') }),
  };
  const words = (text: string) => text.split(' ');
  const ours = bleu(
    inputs.hypotheses.map(words),
    inputs.references.map((list) => list.map(words)),
    options,
  );
  expectClose('bleu', ours.score, outputs.bleu, exact);
  expectClose('precisions', ours.precisions, outputs.precisions, exact);
  expectClose('brevity penalty', ours.brevityPenalty, outputs.brevityPenalty, exact);
  expect(ours.matches).toEqual(outputs.matches);
  expect(ours.totals).toEqual(outputs.totals);
  expect([ours.hypothesisLength, ours.referenceLength]).toEqual([outputs.hypLength, outputs.refLength]);
}
