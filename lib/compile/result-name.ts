/** What TensorFlow calls an operation's first result, for operations with one result. */
const single: Readonly<Record<string, readonly string[]>> = {
  z: [
    ...['Add', 'AddV2', 'Sub', 'Mul', 'Div', 'RealDiv', 'DivNoNan', 'FloorDiv', 'FloorMod', 'Pow'],
    ...['Maximum', 'Minimum', 'SquaredDifference', 'Equal', 'NotEqual', 'Greater', 'GreaterEqual'],
    ...['Less', 'LessEqual', 'LogicalAnd', 'LogicalOr'],
  ],
  y: [
    ...['Abs', 'Cast', 'Ceil', 'Cos', 'Erf', 'Exp', 'Expm1', 'Floor', 'IsFinite', 'IsInf', 'IsNan', 'Log'],
    ...['Log1p', 'LogicalNot', 'Neg', 'OnesLike', 'Reciprocal', 'Round', 'Rsqrt', 'Sigmoid', 'Sign', 'Sin'],
    ...['Sqrt', 'Square', 'Tan', 'Tanh', 'Transpose', 'ZerosLike'],
  ],
  output: [
    ...['All', 'Any', 'ArgMax', 'ArgMin', 'BatchMatMulV2', 'BiasAdd', 'BroadcastTo', 'ConcatV2', 'Const'],
    ...['ExpandDims', 'Fill', 'GatherNd', 'GatherV2', 'Identity', 'Max', 'Mean', 'Min', 'OneHot', 'Pack'],
    ...['Pad', 'PadV2', 'Prod', 'Range', 'Reshape', 'ReverseV2', 'ScatterNd', 'Select', 'SelectV2', 'Slice'],
    ...['Squeeze', 'StridedSlice', 'Sum', 'Tile', 'UnsortedSegmentSum'],
  ],
  activations: ['Elu', 'Relu', 'Relu6', 'Selu', 'Softplus'],
  product: ['MatMul'],
  softmax: ['Softmax'],
  logsoftmax: ['LogSoftmax'],
  out: ['Cumsum'],
  sum: ['AddN'],
};

const nameOfSingle = new Map(Object.entries(single).flatMap(([name, ops]) => ops.map((op) => [op, name])));
const lists: Readonly<Record<string, string>> = { Split: 'output', SplitV: 'output', Unpack: 'output' };
const several: Readonly<Record<string, readonly string[]>> = { TopKV2: ['values', 'indices'] };

/**
 * How a function of TensorFlow's refers to a result of an operation, such as `product:0`; graphs, unlike functions,
 * count the results and need no names.
 *
 * @returns undefined for an operation that isn't listed here
 */
export function resultName(op: string, place: number): string | undefined {
  if (Object.hasOwn(lists, op)) return `${lists[op]}:${place}`;
  const name = Object.hasOwn(several, op)
    ? several[op][place]
    : place === 0
      ? nameOfSingle.get(op)
      : undefined;
  return name && `${name}:0`;
}
