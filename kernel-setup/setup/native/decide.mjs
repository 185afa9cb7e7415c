/** @typedef {'skip' | 'ready' | 'remembered' | 'install'} Action */

/**
 * What to do about the native library.
 *
 * | forced       | installed | failed before, same tools | retry | action     |
 * |--------------|-----------|---------------------------|-------|------------|
 * | wasm or cpu  | –         | –                         | –     | skip       |
 * | –            | yes       | –                         | no    | ready      |
 * | – (or native)| no        | no                        | –     | install    |
 * | –            | no        | yes                       | no    | remembered |
 * | native       | no        | yes                       | –     | install    |
 * | –            | –         | –                         | yes   | install    |
 *
 * @param {object} facts
 * @param {string} [facts.forced] LINEAGE_BACKEND
 * @param {boolean} facts.installed the library is there and was seen to work with this Node
 * @param {{ tools: object } | undefined} facts.failure what the last attempt left, for this Node and these versions
 * @param {object} facts.tools the tools on this machine by name, such as `{ python: true, compiler: false }`
 * @param {boolean} [facts.retry] the reader asked for a new attempt
 * @returns {Action}
 */
export function decide({ forced, installed, failure, tools, retry = false }) {
  if (forced === 'wasm' || forced === 'cpu') return 'skip';
  if (installed && !retry) return 'ready';
  if (!failure || retry || forced === 'native') return 'install';
  const added = Object.keys(tools).some((tool) => tools[tool] && !failure.tools?.[tool]);
  return added ? 'install' : 'remembered';
}
