import { command } from './setup/command.mjs';
import { exportCourse } from './setup/export-course.mjs';
import { jupyter } from './setup/jupyter.mjs';
import { prepare } from './setup/prepare.mjs';

/** `npm run export`: writes every notebook, as it is stored, as a page into site/dist. */
await command(async () => {
  await prepare({ tensors: false, more: jupyter });
  await exportCourse();
});
