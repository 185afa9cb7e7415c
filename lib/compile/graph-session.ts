import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type GraphDef, graphMessages } from './graph-messages';
import type { NativeBinding, NativeTensor } from './native-backend';

/** TensorFlow could not load a graph, or not run it to its end; nothing was changed. */
export class GraphError extends Error {}

/** A graph that TensorFlow has loaded and can run. */
export class GraphSession {
  readonly #binding: NativeBinding;
  readonly #feeds: string;
  readonly #fetches: string;
  #model: number | undefined;

  /**
   * @throws GraphError with TensorFlow's words where the graph can't be loaded
   * @param feeds the placeholders, in the order in which {@link GraphSession.run} is given their tensors
   * @param fetches the nodes whose results are wanted
   */
  constructor(binding: NativeBinding, graph: GraphDef, feeds: readonly string[], fetches: readonly string[]) {
    this.#binding = binding;
    this.#feeds = feeds.join(',');
    this.#fetches = fetches.join(',');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lineage-graph-'));
    try {
      fs.writeFileSync(path.join(folder, 'saved_model.pb'), savedModel(graph));
      this.#model = binding.loadSavedModel(folder, 'serve');
    } catch (error) {
      throw new GraphError((error as Error).message);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * Runs the graph once; the caller deletes what it is given and what it gets.
   *
   * @throws GraphError with TensorFlow's words where an operation fails
   */
  run(inputs: readonly number[]): NativeTensor[] {
    if (this.#model === undefined)
      throw new Error('GraphSession: expected an open session, got a closed one');
    try {
      return this.#binding.runSavedModel(this.#model, inputs, this.#feeds, this.#fetches);
    } catch (error) {
      throw new GraphError((error as Error).message);
    }
  }

  close(): void {
    if (this.#model !== undefined) this.#binding.deleteSavedModel(this.#model);
    this.#model = undefined;
  }
}

function savedModel(graph: GraphDef): Uint8Array {
  const { MetaGraphDef, SavedModel } = graphMessages();
  const info = new MetaGraphDef.MetaInfoDef();
  info.addTags('serve');
  const meta = new MetaGraphDef();
  meta.setMetaInfoDef(info);
  meta.setGraphDef(graph);
  const model = new SavedModel();
  model.setSavedModelSchemaVersion(1);
  model.addMetaGraphs(meta);
  return model.serializeBinary();
}
