/**
 * Takes out of a page what nbconvert loads from foreign servers and no output here needs: RequireJS and Mermaid.
 * MathJax stays, for the formulas: without a network they are read as TeX.
 */
export function withoutServers(html) {
  return html
    .replace(/<script\b[^>]*src="https?:[^"]*require(?:\.min)?\.js"[^>]*><\/script>/g, '')
    .replace(/<script type="module">(?:(?!<\/script>)[\s\S])*?mermaid[\s\S]*?<\/script>/g, '');
}
