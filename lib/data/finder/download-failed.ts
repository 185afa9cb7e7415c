/** An address didn't deliver a file: no connection, another status, cut, too long. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed';
}
