import type { CodeCell } from './notebook';

/** What a cell's tags and its metadata under `lineage` ask of the runner. */
export interface CellRules {
  /** `nbval-skip`, `skip-execution`: not run, its outputs stay. */
  readonly skip: boolean;
  /** `nbval-ignore-output`: run, but its outputs are not compared. */
  readonly ignoreOutput: boolean;
  /** `nbval-check-output`: the text of every output is compared, also of kinds that otherwise are not. */
  readonly checkOutput: boolean;
  /** `raises-exception`: the cell must throw. */
  readonly raises: boolean;
  /** How far two numbers may be apart, relative to the larger; 0 means text and numbers must be the same. */
  readonly tolerance: number;
  /** The time limit at size quick on the native backend, in seconds; undefined: the usual one. */
  readonly seconds: number | undefined;
}

/** Two numbers agree when they are less than one hundredth apart, unless the cell says otherwise. */
const defaultTolerance = 1e-2;

/** @throws Error when the metadata hold something else than a number or a flag where one is expected. */
export function cellRules(cell: CodeCell): CellRules {
  const tags: readonly string[] = cell.metadata.tags ?? [];
  const settings = (cell.metadata.lineage ?? {}) as Record<string, unknown>;
  const { exact = false, seconds, tolerance = defaultTolerance } = settings;
  if (typeof exact !== 'boolean') refuse('exact', 'true or false', exact);
  if (typeof tolerance !== 'number' || !(tolerance > 0)) refuse('tolerance', 'a positive number', tolerance);
  if (seconds !== undefined && (typeof seconds !== 'number' || !(seconds > 0)))
    refuse('seconds', 'a positive number', seconds);
  return {
    skip: tags.includes('nbval-skip') || tags.includes('skip-execution'),
    ignoreOutput: tags.includes('nbval-ignore-output'),
    checkOutput: tags.includes('nbval-check-output'),
    raises: tags.includes('raises-exception') || tags.includes('nbval-raises-exception'),
    tolerance: exact ? 0 : (tolerance as number),
    seconds: seconds as number | undefined,
  };
}

function refuse(name: string, expected: string, got: unknown): never {
  throw new Error(`cell metadata lineage.${name}: expected ${expected}, got ${JSON.stringify(got)}`);
}
