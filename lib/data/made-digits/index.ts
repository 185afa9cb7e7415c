export { type MadeDigitsConfig, madeDigits } from './made-digits';
