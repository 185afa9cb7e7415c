import { build } from '../build.mjs';
import { forced } from '../native/forced.mjs';
import { failure, origin } from '../native/library.mjs';
import { at, root } from '../paths.mjs';
import { reason } from '../reason.mjs';
import { run } from '../run.mjs';

/** Asks the course's own library, in a process of its own, which backend a notebook would get. */
const question = `
  require(process.argv[1]).ready().then((backend) => console.log('\\n' + JSON.stringify(backend)));
`;

/** @returns {Promise<import('./diagnose.mjs').Finding[]>} */
export async function findBackend(packages) {
  const what = 'Backend';
  if (!packages)
    return [
      {
        what,
        is: 'not known before the npm packages are there',
        good: false,
        mend: { by: 'npm run doctor -- --retry' },
      },
    ];
  const wanted = forced();
  await build();
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
  const result = await run(process.execPath, ['-e', question, at('dist/lib/backend/index.js')], {
    cwd: root,
    env,
    seconds: 120,
  });
  const answer = result.output.split('\n').findLast((line) => line.startsWith('{"tier"'));
  if (!answer) {
    const by = 'npm run doctor -- --retry';
    return [{ what, is: `none starts: ${reason(result)}`, good: false, mend: { by } }];
  }
  const { tier, version, threads, why } = JSON.parse(answer);
  const from = tier === 'native' && origin() ? ` (${origin()})` : '';
  const found = { what, is: `${tier}${from}: ${why}`, good: true };
  const name = tier === 'native' ? 'TensorFlow' : 'TensorFlow.js';
  return [
    tier === 'native' || wanted
      ? found
      : {
          ...found,
          is: `${tier}: ${whyNotNative()}`,
          mend: { by: 'npm run doctor -- --retry', optional: true },
        },
    { what: name, is: `${version}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`, good: true },
  ];
}

/** Why the last attempt at the native library failed. */
function whyNotNative() {
  const reasons = failure()?.reasons;
  return reasons
    ? `no native TensorFlow (${reasons.join('; ')}); lessons run, training 2–3 times slower`
    : 'native TensorFlow was not tried yet';
}
