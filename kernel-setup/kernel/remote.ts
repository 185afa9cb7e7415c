import type { MessagePort } from 'node:worker_threads';

interface Call {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: Error });

/** The functions of `T`, each answering in a promise. */
export type Remote<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** The functions that another thread serves at the far end of `port`. */
export function remote<T>(port: MessagePort): Remote<T> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  port.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(answer.error);
    else call?.resolve(answer.value);
  });
  let calls = 0;
  return new Proxy({} as Remote<T>, {
    get:
      (_target, name: string) =>
      (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          const id = ++calls;
          waiting.set(id, { resolve, reject });
          port.postMessage({ id, name, args } satisfies Call);
        }),
  });
}

/** Answers the calls that arrive at `port` with the functions of `target`, one after the other. */
export function serve<T extends object>(port: MessagePort, target: T): void {
  const functions = target as Record<string, (...args: readonly unknown[]) => unknown>;
  port.on('message', async ({ id, name, args }: Call) => {
    try {
      port.postMessage({ id, value: await functions[name](...args) });
    } catch (error) {
      port.postMessage({ id, error });
    }
  });
}
