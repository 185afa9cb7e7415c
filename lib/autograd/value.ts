import { topologicalOrder } from './topological-order';

/** How a {@link Value} was computed: the operation, what it was applied to, and its slope in each operand. */
export interface Origin {
  readonly operation: string;
  readonly operands: readonly Value[];
  /** ∂result/∂operand, one per operand, at the operands' present numbers. */
  readonly slopes: readonly number[];
}

/**
 * A number that remembers how it was computed, so that {@link Value.backward} can tell how a result depends on
 * every number behind it: reverse-mode automatic differentiation, one scalar at a time.
 *
 * Every operation returns a new value and stores its slope in each operand; the chain rule does the rest.
 * (Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986.)
 *
 * @example const x = new Value(3); const y = x.multiply(x); y.backward(); x.grad // 6
 */
export class Value {
  /** The number itself. Gradient descent changes it in parameters; everything built from it must then be rebuilt. */
  data: number;
  /** ∂result/∂this, after `result.backward()`. */
  grad = 0;
  /** A name for drawings and tables; it doesn't take part in the computation. */
  label: string;
  readonly operation: string;
  readonly operands: readonly Value[];
  readonly #slopes: readonly number[];

  /** @param origin given by the operations below; a value without one is an input or a parameter */
  constructor(data: number, label = '', origin?: Origin) {
    const { operation, operands, slopes } = origin ?? leaf;
    if (!Number.isFinite(data) || !slopes.every(Number.isFinite))
      throw new Error(refusal(data, label, origin));
    this.data = data;
    this.label = label;
    this.operation = operation;
    this.operands = operands;
    this.#slopes = slopes;
  }

  /** Names this value, for drawings and tables. */
  named(label: string): this {
    this.label = label;
    return this;
  }

  /** Σ terms as one operation, so that a neuron's weighted sum is one node and not a chain of them. */
  static sum(terms: readonly Value[]): Value {
    let sum = 0;
    for (const term of terms) sum += term.data;
    return new Value(sum, '', { operation: 'Σ', operands: terms, slopes: terms.map(() => 1) });
  }

  add(other: Value | number): Value {
    const b = asValue(other);
    return new Value(this.data + b.data, '', { operation: '+', operands: [this, b], slopes: [1, 1] });
  }

  subtract(other: Value | number): Value {
    const b = asValue(other);
    return new Value(this.data - b.data, '', { operation: '−', operands: [this, b], slopes: [1, -1] });
  }

  multiply(other: Value | number): Value {
    const b = asValue(other);
    // ∂(a b)/∂a = b, ∂(a b)/∂b = a
    const slopes = [b.data, this.data];
    return new Value(this.data * b.data, '', { operation: '×', operands: [this, b], slopes });
  }

  divide(other: Value | number): Value {
    const b = asValue(other);
    // ∂(a/b)/∂a = 1/b, ∂(a/b)/∂b = −a/b²
    const slopes = [1 / b.data, -this.data / b.data ** 2];
    return new Value(this.data / b.data, '', { operation: '÷', operands: [this, b], slopes });
  }

  /** This value to a constant power. */
  power(exponent: number): Value {
    // d(aⁿ)/da = n aⁿ⁻¹
    const slopes = [exponent * this.data ** (exponent - 1)];
    return new Value(this.data ** exponent, '', { operation: `power ${exponent}`, operands: [this], slopes });
  }

  negate(): Value {
    return new Value(-this.data, '', { operation: '−', operands: [this], slopes: [-1] });
  }

  exp(): Value {
    const y = Math.exp(this.data);
    return new Value(y, '', { operation: 'exp', operands: [this], slopes: [y] });
  }

  /** The natural logarithm, of a positive value. */
  log(): Value {
    return new Value(Math.log(this.data), '', {
      operation: 'log',
      operands: [this],
      slopes: [1 / this.data],
    });
  }

  tanh(): Value {
    const y = Math.tanh(this.data);
    // d tanh(a)/da = 1 − tanh²(a)
    return new Value(y, '', { operation: 'tanh', operands: [this], slopes: [1 - y * y] });
  }

  /** σ(a) = 1 / (1 + e⁻ᵃ), between 0 and 1. */
  sigmoid(): Value {
    const y = 1 / (1 + Math.exp(-this.data));
    // dσ(a)/da = σ(a) (1 − σ(a))
    return new Value(y, '', { operation: 'σ', operands: [this], slopes: [y * (1 - y)] });
  }

  /** max(0, a); its slope at 0 is taken as 0. */
  relu(): Value {
    const slopes = [this.data > 0 ? 1 : 0];
    return new Value(Math.max(0, this.data), '', { operation: 'relu', operands: [this], slopes });
  }

  /**
   * Sets `grad` of every value behind this one to ∂this/∂that value.
   *
   * It starts from zero each time: calling it twice gives the same gradients, not the double.
   */
  backward(): void {
    const order = topologicalOrder(this);
    for (const node of order) node.grad = 0;
    this.grad = 1;
    for (let index = order.length - 1; index >= 0; index--) order[index].#passBack();
  }

  #passBack(): void {
    // The chain rule, summed over every path: ∂result/∂operand += ∂result/∂this · ∂this/∂operand
    for (let index = 0; index < this.operands.length; index++)
      this.operands[index].grad += this.grad * this.#slopes[index];
  }
}

const leaf: Origin = { operation: '', operands: [], slopes: [] };

function asValue(number: Value | number): Value {
  return number instanceof Value ? number : new Value(number);
}

function refusal(data: unknown, label: string, origin?: Origin): string {
  if (!origin) return `Value${label && ` ${label}`}: expected a finite number, got ${String(data)}`;
  const operands = origin.operands.map(
    (operand) => `${operand.label}${operand.label && ' = '}${operand.data}`,
  );
  return (
    `Value: '${origin.operation}' of ${operands.join(' and ')} gave ${data} with slopes ${origin.slopes.join(', ')}; ` +
    'expected finite numbers. Is the operand outside the domain, or has training diverged (learning rate too high)?'
  );
}
