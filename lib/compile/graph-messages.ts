/**
 * TensorFlow's own message types, as tfjs-node brings them along: a graph is a list of nodes, a saved model a graph in
 * a file. Bytes are given in base64.
 */
interface Message {
  serializeBinary(): Uint8Array;
}

interface TensorShape extends Message {
  addDim(dimension: Dimension): void;
}

interface Dimension extends Message {
  setSize(size: number): void;
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
}

interface NodeDef extends Message {
  setName(name: string): void;
  setOp(op: string): void;
  addInput(name: string): void;
  getAttrMap(): { set(name: string, value: AttrValue): void };
}

interface VersionDef extends Message {
  setProducer(version: number): void;
}

/** The nodes of a graph. */
export interface GraphDef extends Message {
  addNode(node: NodeDef): void;
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
}

/** Loads them; only where the native tier is at work. */
export function graphMessages(): GraphMessages {
  return require('@tensorflow/tfjs-node/dist/proto/api_pb.js') as GraphMessages;
}
