/**
 * TensorFlow's own message types, as tfjs-node brings them along: a graph is a list of nodes, a saved model a graph in
 * a file. Bytes are given in base64.
 */
interface Message {
  serializeBinary(): Uint8Array;
}

/** How long a tensor's axes are. */
export interface TensorShape extends Message {
  addDim(dimension: Dimension): void;
  getDimList(): Dimension[];
}

interface Dimension extends Message {
  setSize(size: number): void;
  getSize(): number;
}

interface TensorMessage extends Message {
  setDtype(dtype: number): void;
  setTensorShape(shape: TensorShape): void;
  setTensorContent(base64: string): void;
}

interface ListValue extends Message {
  addType(value: number): void;
  addI(value: number): void;
  addF(value: number): void;
  addB(value: boolean): void;
  addShape(shape: TensorShape): void;
}

interface NameAttrList extends Message {
  setName(name: string): void;
}

/** The value of a node's setting. */
export interface AttrValue extends Message {
  setType(dtype: number): void;
  setI(value: number): void;
  setF(value: number): void;
  setB(value: boolean): void;
  setS(base64: string): void;
  setShape(shape: TensorShape): void;
  setTensor(tensor: TensorMessage): void;
  setList(list: ListValue): void;
  setFunc(name: NameAttrList): void;
  getType(): number;
  getShape(): TensorShape;
}

/** One operation of a graph. */
export interface NodeDef extends Message {
  getName(): string;
  setName(name: string): void;
  getOp(): string;
  setOp(op: string): void;
  getInputList(): string[];
  addInput(name: string): void;
  getAttrMap(): {
    get(name: string): AttrValue;
    set(name: string, value: AttrValue): void;
    del(name: string): void;
  };
  cloneMessage(): this;
  clearInputList(): void;
}

interface ArgDef extends Message {
  setName(name: string): void;
  setType(type: number): void;
}

interface OpDef extends Message {
  setName(name: string): void;
  addInputArg(argument: ArgDef): void;
  addOutputArg(argument: ArgDef): void;
}

/** A graph with arguments, which a node of another graph calls. */
export interface FunctionDef extends Message {
  setSignature(signature: OpDef): void;
  addNodeDef(node: NodeDef): void;
  getRetMap(): { set(name: string, result: string): void };
}

/** The functions of a graph. */
export interface FunctionDefLibrary extends Message {
  addFunction(definition: FunctionDef): void;
}

interface VersionDef extends Message {
  setProducer(version: number): void;
}

/** The nodes of a graph. */
export interface GraphDef extends Message {
  addNode(node: NodeDef): void;
  getNodeList(): NodeDef[];
  setLibrary(library: FunctionDefLibrary): void;
  setVersions(version: VersionDef): void;
}

interface MetaInfoDef extends Message {
  addTags(tag: string): void;
}

interface MetaGraphDef extends Message {
  setMetaInfoDef(info: MetaInfoDef): void;
  setGraphDef(graph: GraphDef): void;
}

interface SavedModel extends Message {
  setSavedModelSchemaVersion(version: number): void;
  addMetaGraphs(graph: MetaGraphDef): void;
}

/** The constructors of the messages. */
export interface GraphMessages {
  readonly GraphDef: new () => GraphDef;
  readonly NodeDef: new () => NodeDef;
  readonly VersionDef: new () => VersionDef;
  readonly AttrValue: (new () => AttrValue) & { readonly ListValue: new () => ListValue };
  readonly Tensor: new () => TensorMessage;
  readonly TensorShape: (new () => TensorShape) & { readonly Dim: new () => Dimension };
  readonly MetaGraphDef: (new () => MetaGraphDef) & { readonly MetaInfoDef: new () => MetaInfoDef };
  readonly SavedModel: new () => SavedModel;
  readonly NameAttrList: new () => NameAttrList;
  readonly OpDef: (new () => OpDef) & { readonly ArgDef: new () => ArgDef };
  readonly FunctionDef: new () => FunctionDef;
  readonly FunctionDefLibrary: new () => FunctionDefLibrary;
}

/** Loads them; only where the native tier is at work. */
export function graphMessages(): GraphMessages {
  return require('@tensorflow/tfjs-node/dist/proto/api_pb.js') as GraphMessages;
}
