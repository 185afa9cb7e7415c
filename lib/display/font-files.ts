import path from 'node:path';

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * The fonts with which pictures are drawn in Node, so that they have letters, and the same ones, on every machine.
 *
 * DejaVu Sans has Latin, Greek, Cyrillic and mathematics. Chinese is drawn with Noto Sans, which is read only where a
 * picture has some, as it takes 8 MB.
 */
export function fontsFor(text: string) {
  const latin = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono'].map((name) =>
    require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
  );
  return {
    loadSystemFonts: /\p{Script=Hangul}/u.test(text),
    fontFiles: han.test(text) ? [...latin, chineseFont()] : latin,
    defaultFontFamily: 'DejaVu Sans',
    sansSerifFamily: 'DejaVu Sans',
    monospaceFamily: 'DejaVu Sans Mono',
  };
}

/** The package lets only its main file be resolved, which lies in `dist`. */
const chineseFont = () =>
  path.resolve(require.resolve('@embedpdf/fonts-sc'), '../../fonts/NotoSansHans-Regular.otf');
