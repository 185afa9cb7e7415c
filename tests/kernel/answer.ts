import { stripVTControlCharacters } from 'node:util';
import type { Answer, Client } from './client';

/** The contents of the outputs of one type. */
export function outputs(answer: Answer, type: string) {
  return answer.outputs.filter((output) => output.type === type).map(({ content }) => content);
}

/** The plain text of the cell's result. */
export function result(answer: Answer): string | undefined {
  return outputs(answer, 'execute_result')[0]?.data['text/plain'];
}

/** What the cell printed. */
export function printed(answer: Answer, name = 'stdout'): string {
  return outputs(answer, 'stream')
    .filter((stream) => stream.name === name)
    .map(({ text }) => text)
    .join('');
}

/** The error's trace without colours. */
export function trace(answer: Answer): string {
  const [error] = outputs(answer, 'error');
  return stripVTControlCharacters(error?.traceback.join('\n') ?? '');
}

/** The result of the last of several cells; where it failed, the error's trace. */
export async function lastResult(kernel: Client, ...cells: readonly string[]): Promise<string | undefined> {
  let text: string | undefined;
  for (const cell of cells) {
    const answer = await kernel.execute(cell);
    text = result(answer) ?? (trace(answer) || undefined);
  }
  return text;
}
