import { type FunctionDef, graphMessages, type NodeDef } from './graph-messages';

/** A tensor's name and type, by TensorFlow's number for it. */
export interface Argument {
  readonly name: string;
  readonly dtype: number;
}

/** A result of a function: its type, and what it is, such as `product:z:0` for a node's first result or an argument's name. */
export interface FunctionResult extends Argument {
  readonly from: string;
}

/** Writes a function of TensorFlow's: nodes of a graph, of which some come from its caller and some go back. */
export function functionOf(
  name: string,
  nodes: readonly NodeDef[],
  args: readonly Argument[],
  results: readonly FunctionResult[],
): FunctionDef {
  const { FunctionDef, OpDef } = graphMessages();
  const argument = ({ name, dtype }: Argument) => {
    const described = new OpDef.ArgDef();
    described.setName(name);
    described.setType(dtype);
    return described;
  };
  const signature = new OpDef();
  signature.setName(name);
  for (const each of args) signature.addInputArg(argument(each));
  for (const each of results) signature.addOutputArg(argument(each));
  const definition = new FunctionDef();
  definition.setSignature(signature);
  for (const node of nodes) definition.addNodeDef(node);
  for (const { name, from } of results) definition.getRetMap().set(name, from);
  return definition;
}
