export { type Backend, expectReady, ready, type Tier } from './backend';
