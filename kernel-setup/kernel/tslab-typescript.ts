/** The path of the TypeScript that compiles cells, tslab's own; with `file`, of one of its files. */
export function tslabTypeScript(file = ''): string {
  const paths = [require.resolve('tslab/package.json')];
  return require.resolve(`@tslab/typescript-for-tslab${file}`, { paths });
}
