import type ts from 'typescript';

/** The names that a declaration binds: its own, or those in its pattern. */
export function boundNames(typescript: typeof ts, name: ts.BindingName): ts.Identifier[] {
  if (typescript.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) =>
    typescript.isBindingElement(element) ? boundNames(typescript, element.name) : [],
  );
}
