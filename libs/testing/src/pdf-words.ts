import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as pdfkit writes it, one line per piece that was drawn. Letters are found as a reader's clipboard
 * finds them: by the table of each embedded font.
 */
export function pdfWords(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      lettersOf(objects, objects.get(id) ?? ''),
    ]),
  );
  return [...objects.values()]
    .map(streamOf)
    .filter((content) => content.includes(' Tf'))
    .flatMap((content) => drawn(content, fonts))
    .join('\n');
}

type Letters = ReadonlyMap<string, string>;

function streamOf(body: string): string {
  const bytes = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1];
  if (bytes === undefined) return '';
  const raw = Buffer.from(bytes, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
}

/** Which letters stand behind the codes of a font, each code four hexadecimal digits. */
function lettersOf(objects: ReadonlyMap<string, string>, font: string): Letters {
  const table = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
  const ranges = streamOf(objects.get(table ?? '') ?? '').matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g);
  return new Map(
    [...ranges].flatMap(([, first = '0', list = '']) =>
      [...list.matchAll(/<(\w*)>/g)].map(([, letter = ''], at) => [
        (parseInt(first, 16) + at).toString(16).padStart(4, '0'),
        Buffer.from(letter, 'hex').swap16().toString('utf16le'),
      ]),
    ),
  );
}

function drawn(content: string, fonts: ReadonlyMap<string, Letters>): string[] {
  let letters: Letters = new Map();
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)].flatMap(([, font, pieces]) => {
    if (font !== undefined) letters = fonts.get(font) ?? letters;
    if (pieces === undefined) return [];
    const codes = [...pieces.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    return [codes.map((code) => letters.get(code.toLowerCase()) ?? '\ufffd').join('')];
  });
}
