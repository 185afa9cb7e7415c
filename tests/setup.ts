import { ready } from 'lineage';

beforeAll(async () => {
  await ready();
});
