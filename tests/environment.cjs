const NodeEnvironment = require('jest-environment-node').TestEnvironment;

/** Jest's sandbox has typed arrays of its own; TensorFlow's native binding accepts only those of the outer realm. */
module.exports = class OuterTypedArrays extends NodeEnvironment {
  async setup() {
    await super.setup();
    const names = [
      'Float32Array',
      'Float64Array',
      'Int32Array',
      'Uint8Array',
      'Uint8ClampedArray',
      'Uint16Array',
      'Uint32Array',
      'ArrayBuffer',
    ];
    for (const name of names) this.global[name] = globalThis[name];
  }
};
