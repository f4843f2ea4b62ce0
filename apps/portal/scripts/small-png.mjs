import { deflateSync, inflateSync } from 'node:zlib';

/**
 * Turns a browser's RGB screenshot into a palette PNG, a third of its size: the 256 colours that matter most stay
 * exactly as they are, the rest (edges of letters) become their nearest.
 * @param png  8-bit RGB or RGBA, not interlaced, as Chromium writes it
 */
export function smallPng(png) {
  const { width, height, channels, data } = decode(png);
  return encode(width, height, toPalette(data, channels));
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

/** Index per pixel, and the palette. */
function toPalette(data, channels) {
  const count = new Map();
  const keys = new Uint32Array(data.length / channels);
  for (let pixel = 0; pixel < keys.length; pixel += 1) {
    const at = pixel * channels;
    const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    keys[pixel] = key;
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  // colour means something here: a small patch of a strong tone counts more than the grey edges of letters
  const weight = (key) => count.get(key) * (1 + saturation(key) / 8);
  const kept = [...count.keys()].toSorted((a, b) => weight(b) - weight(a)).slice(0, 256);
  const indexOf = new Map(kept.map((key, index) => [key, index]));
  for (const key of count.keys()) if (!indexOf.has(key)) indexOf.set(key, nearest(kept, key));
  return {
    pixels: Buffer.from(Uint8Array.from(keys, (key) => indexOf.get(key))),
    palette: Buffer.from(kept.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255])),
  };
}

/** 0 for grey, 255 for a pure colour. */
function saturation(key) {
  const parts = [key >> 16, (key >> 8) & 255, key & 255];
  return Math.max(...parts) - Math.min(...parts);
}

/** Index of the kept colour that is nearest by the sum of squared differences. */
function nearest(kept, key) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  kept.forEach((other, index) => {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (((key >> shift) & 255) - ((other >> shift) & 255)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
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
