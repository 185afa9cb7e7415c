import {
  type AttrValue,
  type FunctionDef,
  type FunctionDefLibrary,
  type GraphDef,
  type GraphMessages,
  graphMessages,
  type TensorShape,
} from './graph-messages';
import type { NativeAttribute, NativeBinding } from './native-backend';
import type { RecordedConstant } from './recording';

/** The version of TensorFlow's graph format that the nodes are written in. */
const producer = 1882;

/** Writes a graph of TensorFlow, node by node. */
export class GraphBuilder {
  readonly #pb: GraphMessages = graphMessages();
  readonly #binding: NativeBinding;
  readonly #graph: GraphDef;
  readonly #library: FunctionDefLibrary;

  constructor(binding: NativeBinding) {
    this.#binding = binding;
    this.#graph = new this.#pb.GraphDef();
    this.#library = new this.#pb.FunctionDefLibrary();
    const versions = new this.#pb.VersionDef();
    versions.setProducer(producer);
    this.#graph.setVersions(versions);
  }

  get graph(): GraphDef {
    return this.#graph;
  }

  /**
   * Adds a node.
   *
   * @param inputs names of nodes, with `:1` behind those whose second result is meant
   * @returns its name
   */
  add(
    name: string,
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttrValue>>,
  ): string {
    const node = new this.#pb.NodeDef();
    node.setName(name);
    node.setOp(op);
    for (const input of inputs) node.addInput(input);
    const map = node.getAttrMap();
    for (const [key, value] of Object.entries(attributes)) map.set(key, value);
    this.#graph.addNode(node);
    return name;
  }

  placeholder(name: string, dtype: number, shape: readonly number[]): string {
    return this.add(name, 'Placeholder', [], { dtype: this.type(dtype), shape: this.shape(shape) });
  }

  constant(name: string, { dtype, shape, values }: RecordedConstant): string {
    const tensor = new this.#pb.Tensor();
    tensor.setDtype(dtype);
    tensor.setTensorShape(this.#shape(shape));
    tensor.setTensorContent(base64(values));
    return this.add(name, 'Const', [], {
      dtype: this.type(dtype),
      value: this.#attribute((value) => value.setTensor(tensor)),
    });
  }

  identity(name: string, input: string, dtype: number): string {
    return this.add(name, 'Identity', [input], { T: this.type(dtype) });
  }

  type(dtype: number): AttrValue {
    return this.#attribute((value) => value.setType(dtype));
  }

  bool(truth: boolean): AttrValue {
    return this.#attribute((value) => value.setB(truth));
  }

  text(text: string): AttrValue {
    return this.#attribute((value) => value.setS(Buffer.from(text).toString('base64')));
  }

  shape(shape: readonly number[]): AttrValue {
    return this.#attribute((value) => value.setShape(this.#shape(shape)));
  }

  shapes(shapes: readonly TensorShape[]): AttrValue {
    const list = new this.#pb.AttrValue.ListValue();
    for (const shape of shapes) list.addShape(shape);
    return this.#attribute((attribute) => attribute.setList(list));
  }

  /** Brings along a function, which nodes then call by its name. */
  function(name: string, definition: FunctionDef): AttrValue {
    this.#library.addFunction(definition);
    this.#graph.setLibrary(this.#library);
    const called = new this.#pb.NameAttrList();
    called.setName(name);
    return this.#attribute((attribute) => attribute.setFunc(called));
  }

  /** A setting as tfjs gave it to an operation that it ran. */
  recorded({ name, type, value }: NativeAttribute): AttrValue {
    const { TF_ATTR_TYPE, TF_ATTR_INT, TF_ATTR_FLOAT, TF_ATTR_BOOL, TF_ATTR_STRING, TF_ATTR_SHAPE } =
      this.#binding;
    if (Array.isArray(value) && type !== TF_ATTR_SHAPE) return this.#list(name, type, value);
    return this.#attribute((attribute) => {
      if (type === TF_ATTR_TYPE) attribute.setType(value as number);
      else if (type === TF_ATTR_INT) attribute.setI(value as number);
      else if (type === TF_ATTR_FLOAT) attribute.setF(value as number);
      else if (type === TF_ATTR_BOOL) attribute.setB(Boolean(value));
      else if (type === TF_ATTR_STRING) attribute.setS(Buffer.from(String(value)).toString('base64'));
      else if (type === TF_ATTR_SHAPE) attribute.setShape(this.#shape(value as number[]));
      else throw new Error(`GraphBuilder: expected a setting of a known type, got type ${type} for ${name}`);
    });
  }

  #list(name: string, type: number, values: readonly unknown[]): AttrValue {
    const { TF_ATTR_TYPE, TF_ATTR_INT, TF_ATTR_FLOAT, TF_ATTR_BOOL } = this.#binding;
    const list = new this.#pb.AttrValue.ListValue();
    for (const value of values)
      if (type === TF_ATTR_TYPE) list.addType(value as number);
      else if (type === TF_ATTR_INT) list.addI(value as number);
      else if (type === TF_ATTR_FLOAT) list.addF(value as number);
      else if (type === TF_ATTR_BOOL) list.addB(Boolean(value));
      else throw new Error(`GraphBuilder: expected a list of a known type, got type ${type} for ${name}`);
    return this.#attribute((attribute) => attribute.setList(list));
  }

  #attribute(set: (value: AttrValue) => void): AttrValue {
    const value = new this.#pb.AttrValue();
    set(value);
    return value;
  }

  #shape(shape: readonly number[]) {
    const message = new this.#pb.TensorShape();
    for (const size of shape) {
      const dimension = new this.#pb.TensorShape.Dim();
      dimension.setSize(size);
      message.addDim(dimension);
    }
    return message;
  }
}

function base64(values: RecordedConstant['values']): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}
