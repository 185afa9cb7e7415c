export { type MadeSenses, type MadeSensesConfig, madeSenses, type SenseSentence } from './made-senses';
export type { Side } from './patterns';
export { isMadeSentence, senseOdds } from './sense-odds';
