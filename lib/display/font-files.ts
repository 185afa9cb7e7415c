/**
 * The fonts with which pictures are drawn in Node, so that they have letters, and the same ones, on every machine.
 *
 * DejaVu Sans has Latin, Greek, Cyrillic and mathematics. Chinese is left to the system's fonts,
 * which are looked for only where a picture has some.
 */
export function fontsFor(text: string) {
  return {
    loadSystemFonts: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text),
    fontFiles: ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono'].map((name) =>
      require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
    ),
    defaultFontFamily: 'DejaVu Sans',
    sansSerifFamily: 'DejaVu Sans',
    monospaceFamily: 'DejaVu Sans Mono',
  };
}
