import type { IDisplayData, IError, IMimeBundle, IOutput, OutputMetadata } from '@jupyterlab/nbformat';
import type { Message } from '../../kernel-setup/kernel/wire';

/**
 * Puts a kernel's messages together to the outputs that a notebook stores: streams of one name merged, displays
 * updated in place, `clear_output` honoured. One collector serves a whole notebook, since a cell may update the
 * display of an earlier one.
 */
export class OutputCollector {
  #outputs: IOutput[] = [];
  #clearNext = false;
  /** The outputs shown under a display id; an update replaces the content of all of them. */
  readonly #displays = new Map<string, IOutput[]>();

  /** Starts a cell. @returns its outputs, filled by the messages to come */
  begin(): IOutput[] {
    this.#outputs = [];
    this.#clearNext = false;
    return this.#outputs;
  }

  /** Takes one message of the iopub channel; types that show nothing are passed over. */
  take({ header, content }: Message): void {
    const id = (content.transient as { display_id?: string } | undefined)?.display_id;
    switch (header.msg_type) {
      case 'stream':
        this.#stream(String(content.name), String(content.text));
        break;
      case 'display_data':
        this.#show({ output_type: 'display_data', ...shown(content) }, id);
        break;
      case 'execute_result':
        this.#show({ output_type: 'execute_result', execution_count: null, ...shown(content) }, id);
        break;
      case 'update_display_data':
        for (const output of this.#displays.get(id ?? '') ?? []) Object.assign(output, shown(content));
        break;
      case 'error':
        this.#add({ output_type: 'error', ...raised(content) });
        break;
      case 'clear_output':
        this.#clearNext = true;
        if (!content.wait) this.#clearIfAsked();
        break;
    }
  }

  #show(output: IOutput, id: string | undefined): void {
    this.#add(output);
    if (id) this.#displays.set(id, [...(this.#displays.get(id) ?? []), output]);
  }

  #stream(name: string, text: string): void {
    this.#clearIfAsked();
    const last = this.#outputs.at(-1);
    if (last?.output_type === 'stream' && last.name === name) last.text = `${last.text}${text}`;
    else this.#add({ output_type: 'stream', name, text });
  }

  #add(output: IOutput): void {
    this.#clearIfAsked();
    this.#outputs.push(output);
  }

  #clearIfAsked(): void {
    if (this.#clearNext) this.#outputs.length = 0;
    this.#clearNext = false;
  }
}

/** What of a display is stored; its transient part, with the display id, is not. */
function shown(content: Record<string, unknown>): Pick<IDisplayData, 'data' | 'metadata'> {
  return { data: content.data as IMimeBundle, metadata: (content.metadata ?? {}) as OutputMetadata };
}

function raised({
  ename,
  evalue,
  traceback,
}: Record<string, unknown>): Pick<IError, 'ename' | 'evalue' | 'traceback'> {
  return { ename: String(ename), evalue: String(evalue), traceback: traceback as string[] };
}
