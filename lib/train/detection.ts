/** How well a detector of class 1 among class 0 does. */
export interface Detection {
  /** The share of all that were put where they belong, 0 … 1. */
  readonly accuracy: number;
  /** The share of class 1 that was found, 0 … 1; also called recall. */
  readonly caught: number;
  /** The share of class 0 that was taken for class 1, 0 … 1. */
  readonly falseAlarms: number;
  /**
   * Matthews' correlation between truth and answer, −1 … 1; 0 where one of them is always the same: a detector that
   * never rings scores 0 whatever its accuracy.
   */
  readonly correlation: number;
}

/**
 * The figures of a detector from its confusion matrix.
 *
 * Source: Matthews, "Comparison of the predicted and observed secondary structure of T4 phage lysozyme", 1975.
 *
 * @param counts `[truth][answer]`, 2 × 2, as `confusionMatrix` gives them; both classes occur
 * @example detection(confusionMatrix(model, test)).caught // 0.9
 */
export function detection(counts: readonly (readonly number[])[]): Detection {
  if (counts.length !== 2 || counts.some((row) => row.length !== 2))
    throw new Error(`detection: expected counts of 2 × 2, got ${JSON.stringify(counts)}`);
  const [[quiet, falseAlarm], [missed, hit]] = counts;
  const [absent, present] = [quiet + falseAlarm, missed + hit];
  if (!(absent > 0 && present > 0))
    throw new Error(`detection: expected examples of both classes, got ${absent} and ${present}`);
  // r = (TP · TN − FP · FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))
  const spread = Math.sqrt((hit + falseAlarm) * present * absent * (quiet + missed));
  return {
    accuracy: (quiet + hit) / (absent + present),
    caught: hit / present,
    falseAlarms: falseAlarm / absent,
    correlation: spread === 0 ? 0 : (hit * quiet - falseAlarm * missed) / spread,
  };
}
