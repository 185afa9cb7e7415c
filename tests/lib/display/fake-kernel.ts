import type { Kernel } from 'lineage';

/** One output as the kernel got it. */
export interface Shown {
  readonly bundle: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly update?: boolean;
  readonly metadata: { readonly lineage: { readonly kind: string } } & Readonly<Record<string, unknown>>;
}

/** Puts a kernel in place that keeps what is shown, for the tests of this file. */
export function fakeKernel(): Shown[] {
  const shown: Shown[] = [];
  const kernel = {
    display: (bundle, options) => void shown.push({ bundle, ...options } as Shown),
    clear: () => undefined,
    signal: new AbortController().signal,
    onInterrupt: [],
    finish: (work) => work(),
  } as Partial<Kernel> as Kernel;
  beforeEach(() => {
    shown.length = 0;
    globalThis.kernel = kernel;
  });
  afterAll(() => {
    delete (globalThis as Partial<typeof globalThis>).kernel;
  });
  return shown;
}
