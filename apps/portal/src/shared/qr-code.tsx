import { create } from 'qrcode';
import { useMemo } from 'react';
import classes from './qr-code.module.css';

/** Quiet zone that scanners need around a code, in modules (ISO/IEC 18004, 9.1). */
const MARGIN = 4;

/** A text as QR code, drawn by ourselves. Dark on light in both themes: many scanners read nothing else. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawing(text), [text]);
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawing(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = Array.from({ length: modules.size * modules.size }, (_, at) => at).filter((at) =>
    modules.get(Math.floor(at / modules.size), at % modules.size),
  );
  const path = dark
    .map((at) => `M${(at % modules.size) + MARGIN} ${Math.floor(at / modules.size) + MARGIN}h1v1h-1z`)
    .join('');
  return { size: modules.size + 2 * MARGIN, path };
}
