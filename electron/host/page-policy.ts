/**
 * Stands in the built page where each answer puts a nonce of its own (see `html.cspNonce` in electron.vite.config.ts).
 * The page finds it in `<meta property="csp-nonce">`.
 */
export const noncePlaceholder = 'XLINK_CSP_NONCE';

/**
 * What the page may do, in the window and in the browser alike: run its own scripts, talk to its own host, no more.
 *
 * Styles need the nonce, as CodeMirror, Radix and react-resizable-panels write `<style>` elements while they run; all
 * three take it. `'unsafe-inline'` would let anything injected restyle the page into another one.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** Goes with every answer of a host. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
