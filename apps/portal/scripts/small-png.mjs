import { deflateSync, inflateSync } from 'node:zlib';

/**
 * Turns a browser's RGB screenshot into a palette PNG, a third of its size. Colours beyond 256 are merged by
 * dropping low bits step by step, which only touches the edges of letters.
 * @param png  8-bit RGB or RGBA, not interlaced, as Chromium writes it
 */
export function smallPng(png) {
  const { width, height, channels, data } = decode(png);
  for (let bits = 0; bits <= 4; bits += 1) {
    const indexed = toPalette(data, channels, bits);
    if (indexed) return encode(width, height, indexed);
  }
  return png;
}

function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      body: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

/** Undoes the row filters (PNG specification, section 9). */
function decode(png) {
  const chunks = chunksOf(png);
  const head = chunks[0].body;
  const width = head.readUInt32BE(0);
  const height = head.readUInt32BE(4);
  const channels = head[9] === 6 ? 4 : 3;
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)),
  );
  const stride = width * channels;
  const data = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? data[y * stride + x - channels] : 0;
      const up = y > 0 ? data[(y - 1) * stride + x] : 0;
      const corner = x >= channels && y > 0 ? data[(y - 1) * stride + x - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      data[y * stride + x] = (raw[y * (stride + 1) + 1 + x] + predicted) & 255;
    }
  }
  return { width, height, channels, data };
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Index per pixel and palette, or undefined when more than 256 colours are left after dropping `bits` bits. */
function toPalette(data, channels, bits) {
  const mask = (255 << bits) & 255;
  const known = new Map();
  const palette = [];
  const pixels = Buffer.alloc(data.length / channels);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const at = pixel * channels;
    const key = ((data[at] & mask) << 16) | ((data[at + 1] & mask) << 8) | (data[at + 2] & mask);
    let index = known.get(key);
    if (index === undefined) {
      index = known.size;
      if (index === 256) return undefined;
      known.set(key, index);
      // the first colour seen stands for its neighbours: large areas come before letters and keep their exact tone
      palette.push(data[at], data[at + 1], data[at + 2]);
    }
    pixels[pixel] = index;
  }
  return { pixels, palette: Buffer.from(palette) };
}

function encode(width, height, { pixels, palette }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** CRC-32 as PNG wants it; node:zlib has one only since Node 22. */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
