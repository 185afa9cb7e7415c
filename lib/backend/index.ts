export { type Backend, ready, type Tier } from './backend';
