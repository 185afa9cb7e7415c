/** The reason that more patience may help. */
export const slow = 'the network is too slow or broke off';

/** What programs print when they fail, and what it means to the reader. The first match wins. */
const meanings = [
  [/ENOSPC|No space left on device/i, 'the disk is full'],
  [/TAR_BAD_ARCHIVE|Unrecognized archive format|\b403\b/, 'the server refused the download (403)'],
  [/Unsupported system/, 'there is no build for this system'],
  [
    /ENOTFOUND|EAI_AGAIN|Temporary failure in name resolution|Name or service not known|getaddrinfo/,
    'no network',
  ],
  [/ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|Network is unreachable|Connection refused/, 'no network'],
  [/ETIMEDOUT|ECONNRESET|ERR_SOCKET_TIMEOUT|Read timed out|ConnectTimeout|timed out/i, slow],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|CERTIFICATE_VERIFY_FAILED/,
    'the server’s certificate is not trusted here',
  ],
  [/EROFS|Read-only file system/i, 'the folder is read-only'],
  [/EACCES|Permission denied/i, 'a folder may not be written (permission denied)'],
  [/THESE PACKAGES DO NOT MATCH THE HASHES|EINTEGRITY/, 'a download arrived damaged'],
  [
    /No matching distribution|Could not find a version/,
    'there is no network, or the package index here doesn’t have this version',
  ],
  [
    /ensurepip is not available|No module named ensurepip|No module named venv/,
    'Python is there without its venv module',
  ],
  [/No module named pip/, 'Python is there without pip'],
];

/**
 * Why a program failed, in one plain clause.
 *
 * @param {{ output: string, gaveUp?: string, signal?: string | null, code?: number | null }} result of `run`
 */
export function reason({ output, gaveUp, signal, code }) {
  if (gaveUp) return gaveUp;
  const known = meanings.find(([pattern]) => pattern.test(output));
  if (known) return known[1];
  if (signal === 'SIGILL') return 'this processor lacks instructions that the library uses';
  const lines = output.split('\n').map((line) => line.replace(/^npm error /, '').trim());
  const telling =
    lines.filter((line) => /error|cannot|failed/i.test(line)).pop() ?? lines.filter(Boolean).pop();
  return telling?.slice(0, 300) ?? `it ended with ${signal ?? `code ${code}`} and said nothing`;
}
