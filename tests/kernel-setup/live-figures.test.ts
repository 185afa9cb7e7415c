import { load } from './load';

interface Notebook {
  readonly cells: readonly { outputs?: readonly { data?: Readonly<Record<string, unknown>> }[] }[];
}

const { liveFigures } = load<{ liveFigures: (html: string, notebook: Notebook) => string }>(
  '../export/live-figures.mjs',
);
const { withoutServers } = load<{ withoutServers: (html: string) => string }>(
  '../export/without-servers.mjs',
);

const page = '<html><body><p>a</p><div><img alt="x" src="data:image/png;base64,AAAA"></div></body></html>';
const output = (format: string, value: unknown) => ({
  cells: [{ outputs: [{ data: { [format]: value, 'image/png': 'AA\nAA\n' } }] }],
});

test('a chart’s picture gets its spec beside it, and the page the library once', () => {
  const spec = { title: '</script><b>' };
  const html = liveFigures(page, output('application/vnd.vegalite.v5+json', spec));
  expect(html).toContain('<div data-figure="application/vnd.vegalite.v5+json"><img alt="x"');
  const value = /<script type="application\/json">(.*?)<\/script>/.exec(html)?.[1];
  expect(JSON.parse(value ?? '')).toEqual(spec);
  expect(html.match(/<script>/g)).toHaveLength(3);
  expect(html).not.toMatch(/<script[^>]+src=/);
  expect(html.endsWith('</body></html>')).toBe(true);
});

test('a page without such outputs, or with a picture that isn’t there, stays as it is', () => {
  expect(liveFigures(page, { cells: [{}, { outputs: [{ data: { 'text/plain': 'a' } }] }] })).toBe(page);
  const other = page.replace('AAAA', 'BBBB');
  expect(liveFigures(other, output('application/vnd.vegalite.v5+json', {}))).toBe(other);
});

test('scripts of foreign servers go, the formulas’ stays', () => {
  const foreign =
    '<script src="https://cdn.example/require.js/2.1/require.min.js"></script>' +
    '<script type="module">\nimport mermaid from "https://cdn.example/mermaid.mjs";\nmermaid.run();</script>';
  const mathjax = '<script src="https://cdn.example/mathjax/latest.js?config=x"></script>';
  expect(withoutServers(`${foreign}<p></p>${mathjax}`)).toBe(`<p></p>${mathjax}`);
});
