import type { GraphPlan } from './graph-plan';
import { GraphSession } from './graph-session';
import type { NativeBackend } from './native-backend';

/** How many graphs that nobody uses stay loaded, for the next training of the same model: each holds some megabytes. */
const idle = 8;

interface Entry {
  readonly session: GraphSession;
  users: number;
}

/** The loaded graphs of all compiled work. Parameters are fed, so models of the same shape share one. */
class GraphCache {
  /** In the order of their last use. */
  readonly #entries = new Map<string, Entry>();
  /** Notices plans that go without having been given back, as those of a training that was halted by force. */
  readonly #dropped = new FinalizationRegistry((key: string) => this.#giveBack(key));

  /** Whether a plan's graph is loaded. */
  has({ key }: GraphPlan): boolean {
    return this.#entries.has(key);
  }

  /** The session of a plan's graph, loaded if need be; to be given back by {@link GraphCache.release}. */
  acquire({ binding }: NativeBackend, plan: GraphPlan): GraphSession {
    const { key, graph, feedNames, fetchNames } = plan;
    const entry = this.#entries.get(key) ?? {
      session: new GraphSession(binding, graph, feedNames, fetchNames),
      users: 0,
    };
    entry.users++;
    this.#touch(key, entry);
    this.#dropped.register(plan, key, plan);
    return entry.session;
  }

  release(plan: GraphPlan): void {
    this.#dropped.unregister(plan);
    this.#giveBack(plan.key);
  }

  #giveBack(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.users--;
    this.#touch(key, entry);
    const unused = [...this.#entries].filter(([, { users }]) => users === 0);
    for (const [old, { session }] of unused.slice(0, Math.max(0, unused.length - idle))) {
      session.close();
      this.#entries.delete(old);
    }
  }

  #touch(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }
}

/** One for all. */
export const graphs = new GraphCache();
