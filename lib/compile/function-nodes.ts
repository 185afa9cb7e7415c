import { ChainError } from './chain-error';
import type { NodeDef } from './graph-messages';
import type { GraphPlan } from './graph-plan';
import { resultName } from './result-name';

/** A plan's graph as the nodes of a function. */
export interface FunctionNodes {
  /** The plan's nodes without the placeholders of its feeds. */
  readonly nodes: readonly NodeDef[];
  /** How the function refers to what the plan's graph calls `name`, or `name:1`. */
  readonly inFunction: (name: string) => string;
}

/**
 * Writes the nodes of a plan's graph as a function of TensorFlow's has them.
 *
 * @param feeds how the function refers to each of the plan's feeds, by its name
 * @throws ChainError on an operation that has no form within a function
 */
export function functionNodes({ graph }: GraphPlan, feeds: ReadonlyMap<string, string>): FunctionNodes {
  const ops = new Map(graph.getNodeList().map((node) => [node.getName(), node.getOp()]));
  const inFunction = (input: string) => {
    const [name, place = '0'] = input.split(':');
    const feed = feeds.get(name);
    if (feed !== undefined) return feed;
    const op = ops.get(name)!;
    const result = resultName(op, Number(place));
    if (result === undefined) throw new ChainError(`${op} has no form within a loop`);
    return `${name}:${result}`;
  };
  const nodes = graph
    .getNodeList()
    .filter((node) => !feeds.has(node.getName()))
    .map((node) => {
      const copy = node.cloneMessage();
      copy.clearInputList();
      for (const input of node.getInputList()) copy.addInput(inFunction(input));
      return copy;
    });
  return { nodes, inFunction };
}
