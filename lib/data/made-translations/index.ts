export { type MadeTranslationsConfig, madeTranslations } from './made-translations';
