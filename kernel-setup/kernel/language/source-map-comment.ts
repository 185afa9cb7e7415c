/** The code without the comment that leads to its source map. */
export function withoutMapComment(js: string): string {
  return js.replace(/\/\/# sourceMappingURL=.*\s*$/, '');
}

/** The code without its inline source map, and the map. */
export function splitMap(js: string): [string, string] {
  const at = js.lastIndexOf('//# sourceMappingURL=');
  const [, map = ''] = js.slice(at).match(/base64,([\w+/=]+)/) ?? [];
  return [js.slice(0, at), Buffer.from(map, 'base64').toString('utf8')];
}
