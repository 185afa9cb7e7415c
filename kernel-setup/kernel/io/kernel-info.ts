import { tslabTypeScript } from '../tslab-typescript';
import { protocolVersion } from '../wire';

/**
 * What the kernel says about itself: the content of `kernel_info_reply`.
 *
 * Source: "Messaging in Jupyter", section "Kernel info".
 * @param version Lineage's
 */
export function kernelInfo(version: string): object {
  const { version: typeScript } = require(tslabTypeScript('/package.json')) as { version: string };
  return {
    protocol_version: protocolVersion,
    implementation: 'lineage',
    implementation_version: version,
    banner: 'Lineage: TypeScript cells',
    language_info: {
      name: 'typescript',
      version: typeScript,
      mimetype: 'text/typescript',
      file_extension: '.ts',
      pygments_lexer: 'typescript',
      codemirror_mode: { name: 'javascript', typescript: true },
      nbconvert_exporter: 'script',
    },
    help_links: [
      { text: 'TypeScript', url: 'https://www.typescriptlang.org/docs/handbook/' },
      { text: 'TensorFlow.js', url: 'https://js.tensorflow.org/api/latest/' },
    ],
    debugger: false,
    supported_features: [],
  };
}
