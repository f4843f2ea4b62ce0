import { TextDecoder, TextEncoder } from 'node:util';

/** What jsdom lacks and the portal's libraries ask for; nothing is observed, nothing matches. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** jsdom has no fetch; the router makes its redirects out of this much of a Response. */
class SmallResponse {
  readonly status: number;
  readonly headers: Headers;
  constructor(_body: unknown, init?: ResponseInit) {
    this.status = init?.status ?? 200;
    this.headers = new Headers(init?.headers);
  }
}

Object.assign(globalThis, {
  Response: SmallResponse,
  TextEncoder,
  TextDecoder,
  ResizeObserver: SilentObserver,
  IntersectionObserver: SilentObserver,
});

Object.assign(window, {
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  scrollTo: () => undefined,
});

Object.assign(Element.prototype, { scrollIntoView: () => undefined });

// jsdom knows <dialog> but not how to open it
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
});
