import ts from 'typescript';

/** Parameters by name, with values as written on the command line: `{ steps: '5000' }`. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * The source of a `parameters` cell with other values: papermill's idea, by replacing initializers in the syntax
 * tree. An assertion such as `as 'smoke' | 'quick'` stays.
 *
 * @throws Error when a name is not declared there, or a value doesn't fit the type of the one it replaces
 */
export function override(source: string, overrides: Overrides): string {
  const parameters = readParameters(source);
  const edits = Object.entries(overrides).map(([name, value]) => {
    const node = parameters.get(name);
    if (!node) {
      const known = [...parameters.keys()].join(', ') || 'none';
      throw new Error(`-p ${name}=${value}: the notebook has no parameter ${name}; it has: ${known}`);
    }
    return { start: node.getStart(), end: node.end, text: literal(name, value, node) };
  });
  edits.sort((left, right) => right.start - left.start);
  return edits.reduce(
    (text, { start, end, text: value }) => text.slice(0, start) + value + text.slice(end),
    source,
  );
}

/** The value of a parameter that is a plain string, such as `quick` for `size`. */
export function readTextParameter(source: string, name: string): string | undefined {
  const node = readParameters(source).get(name);
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** The initializers of all top-level declarations, without their assertions. */
function readParameters(source: string): Map<string, ts.Expression> {
  const file = ts.createSourceFile('parameters.ts', source, ts.ScriptTarget.ES2022, true);
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap((it) => [...it.declarationList.declarations]);
  const found = new Map<string, ts.Expression>();
  for (const { name, initializer } of declarations)
    if (ts.isIdentifier(name) && initializer) found.set(name.text, bare(initializer));
  return found;
}

function bare(node: ts.Expression): ts.Expression {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return bare(node.expression);
  return node;
}

function literal(name: string, value: string, node: ts.Expression): string {
  const refuse = (expected: string): never => {
    throw new Error(
      `-p ${name}=${value}: expected ${expected}, since the notebook has ${name} = ${node.getText()}`,
    );
  };
  const type = typeOf(node);
  const isNumber = value.trim() !== '' && Number.isFinite(Number(value));
  const isBoolean = value === 'true' || value === 'false';
  if (type === 'number') return isNumber ? numberText(value, node) : refuse('a number');
  if (type === 'boolean') return isBoolean ? value : refuse('true or false');
  if (type === 'string') {
    const choices = choicesOf(node);
    if (choices.length > 0 && !choices.includes(value)) refuse(`one of ${choices.join(', ')}`);
    // The same text stays as it is spelt.
    return ts.isStringLiteralLike(node) && node.text === value ? node.getText() : JSON.stringify(value);
  }
  return isJson(value) ? value : refuse('a value in JSON');
}

/** The same number stays as it is spelt, `1e-3` for 0.001. */
function numberText(value: string, node: ts.Expression): string {
  return Number(node.getText()) === Number(value) ? node.getText() : String(Number(value));
}

type Type = 'number' | 'string' | 'boolean' | 'other';

/** The type that an initializer shows by its form; `{ smoke: 1, quick: 4 }[size]` has that of its first value. */
function typeOf(expression: ts.Expression): Type {
  const node = bare(expression);
  if (ts.isNumericLiteral(node)) return 'number';
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken ? 'boolean' : 'number';
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return 'string';
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return 'boolean';
  if (ts.isConditionalExpression(node)) return typeOf(node.whenTrue);
  if (ts.isBinaryExpression(node) && arithmetic.has(node.operatorToken.kind)) return 'number';
  if (!ts.isElementAccessExpression(node)) return 'other';
  const table = bare(node.expression);
  const first = ts.isObjectLiteralExpression(table)
    ? table.properties.find(ts.isPropertyAssignment)
    : undefined;
  return first ? typeOf(first.initializer) : 'other';
}

const arithmetic = new Set([
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
]);

/** The strings allowed by an assertion around `node`: `'a' as 'a' | 'b'` allows a and b. */
function choicesOf(node: ts.Node): string[] {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return choicesOf(parent);
  const type = ts.isAsExpression(parent) || ts.isVariableDeclaration(parent) ? parent.type : undefined;
  if (!type || !ts.isUnionTypeNode(type)) return [];
  return type.types.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
