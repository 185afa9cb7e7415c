import typescript from 'typescript';
import { withoutBodies } from '../../kernel-setup/kernel/language/without-bodies';

const text = `
export function typed(x: number): number { const inside = x * 2; return inside; }
export function guessed(x: number) { return [x]; }
export class Field { readonly size; constructor(size: number) { this.size = size; } grow(): void { let here = 1; } }
export class Plain { readonly size: number; constructor(size: number) { this.size = size; } set a(x: number) { typed(x); } }
export async function late(): Promise<number> { return (await import("./other")).one; }
export const arrow = (x: number): string => { const hidden = String(x); return hidden; };
`;
const parse = () => typescript.createSourceFile('a.ts', text, typescript.ScriptTarget.ES2022);

test('bodies go where the type is written down; what gives a type stays, and so does what imports', () => {
  const printed = typescript.createPrinter().printFile(withoutBodies(typescript, parse()));
  for (const gone of ['inside', 'here', 'hidden', 'typed(x)']) expect(printed).not.toContain(gone);
  for (const kept of ['return [x]', 'import("./other")']) expect(printed).toContain(kept);
  // Field's constructor says what `size` is, Plain's need not.
  expect(printed.match(/this\.size = size/g)).toHaveLength(1);
});

test('text and places stay, and a caller sees the same types', () => {
  const whole = parse();
  const light = withoutBodies(typescript, parse());
  expect(light.text).toBe(whole.text);
  const starts = (file: typeof whole) => file.statements.map(({ pos, end }) => [pos, end]);
  expect(starts(light)).toEqual(starts(whole));
  expect(typesOf(light)).toEqual(typesOf(whole));
});

/** The types of all that a file exports, as TypeScript writes them. */
function typesOf(file: typescript.SourceFile): string[] {
  const host = typescript.createCompilerHost({});
  const read = host.getSourceFile;
  host.getSourceFile = (name, ...rest) => (name === 'a.ts' ? file : read(name, ...rest));
  const options = { target: typescript.ScriptTarget.ES2022, types: [] };
  const checker = typescript.createProgram(['a.ts'], options, host).getTypeChecker();
  const names = checker.getExportsOfModule(checker.getSymbolAtLocation(file)!);
  return names.map((name) => {
    const type = checker.getTypeOfSymbolAtLocation(name, file);
    const members = type.getConstructSignatures().flatMap((made) => made.getReturnType().getProperties());
    const typed = members.map((one) => checker.typeToString(checker.getTypeOfSymbolAtLocation(one, file)));
    return [name.name, checker.typeToString(type), ...typed].join(' ');
  });
}
