import type { Config } from './row';

/** What the orchestrator asks of a side; each is a line of JSON with an `id`, answered by one with the same `id`. */
export type Request =
  /** Which versions compute? */
  | { readonly do: 'hello' }
  /** How fast are large matrix products? */
  | { readonly do: 'peak'; readonly size: number; readonly times: number }
  /** Make the first weights and the batches of a row; only ours is asked. */
  | {
      readonly do: 'write';
      readonly work: string;
      readonly config: Config;
      readonly count: number;
      readonly folder: string;
    }
  /** Begin a row's work from what lies in the folder, and do the steps whose losses are compared. */
  | {
      readonly do: 'start';
      readonly key: string;
      readonly work: string;
      readonly variant: string;
      readonly config: Config;
      readonly folder: string;
      readonly steps: number;
    }
  /** Go on with it for a while. */
  | { readonly do: 'time'; readonly key: string; readonly seconds: number }
  /** Free what it holds. */
  | { readonly do: 'end'; readonly key: string };
