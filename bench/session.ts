import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../lib/root';
import { Child } from './child';

/** What a side's `hello` says. */
interface Greeting {
  readonly versions: Record<string, string>;
  /** Python packages that some contenders need. */
  readonly modules?: readonly string[];
}

/** Both sides' processes and the folder through which numbers go from ours to theirs. */
export class Session {
  readonly ours: Child;
  readonly torch?: Child;
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'lineage-bench-'));
  versions: Record<string, string> = {};
  modules: readonly string[] = [];

  /** @param python a Python that has torch, if there is one */
  constructor(
    readonly threads: number,
    python?: string,
  ) {
    const count = String(threads);
    const environment = {
      ...process.env,
      // TensorFlow: within an operation, and between operations; PyTorch reads the third.
      ...{ TF_NUM_INTRAOP_THREADS: count, TF_NUM_INTEROP_THREADS: count, OMP_NUM_THREADS: count },
      ...{ TF_CPP_MIN_LOG_LEVEL: '3', LINEAGE_BACKEND: 'native' },
      // Compiled anew in each run, so that its seconds are true.
      ...{ TORCHINDUCTOR_CACHE_DIR: path.join(this.folder, 'inductor'), PYTHONDONTWRITEBYTECODE: '1' },
    };
    const main = path.join(root(), 'dist', 'bench', 'ours', 'main.js');
    this.ours = new Child('ours', [process.execPath, '--enable-source-maps', main], environment);
    if (python)
      this.torch = new Child('torch', [python, path.join(root(), 'bench', 'torch', 'serve.py')], environment);
  }

  /** Waits for both sides, and learns their versions. */
  async greet(): Promise<void> {
    for (const child of [this.ours, this.torch]) {
      if (!child) continue;
      const { versions, modules = [] } = await child.ask<Greeting>({ do: 'hello' });
      Object.assign(this.versions, versions);
      this.modules = [...this.modules, ...modules];
    }
  }

  /** Ends both processes and removes the folder. */
  end(): void {
    this.ours.kill();
    this.torch?.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
