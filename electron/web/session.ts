import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may use a web host: who has its token, which is made anew with every start and printed with the address.
 *
 * The page exchanges the token for a cookie, and its socket needs both. The cookie alone is not enough, since browsers
 * send it to every port of the address, so to whatever else listens there; the token alone is not enough, since a
 * script could read it where the page keeps it, but never the cookie.
 */
export interface Session {
  /** 256 random bits, base64url. */
  readonly token: string;
  isToken(candidate: string): boolean;
  /** The `Set-Cookie` of who showed the token. */
  cookieHeader(): string;
  /** Whether a `Cookie` header holds the cookie. */
  hasCookie(header: string | undefined): boolean;
}

export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  // Cookies do not tell ports apart, so that two consoles side by side need two names.
  const name = `xlink-${port}`;
  return {
    token,
    isToken: (candidate) => isSame(candidate, token),
    cookieHeader: () => `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/rpc`,
    hasCookie(header = '') {
      const pairs = header.split(';').map((pair) => pair.trim());
      return pairs.some((pair) => pair.startsWith(`${name}=`) && isSame(pair.slice(name.length + 1), secret));
    },
  };
}

/** In a time that does not tell how much of it was right. */
function isSame(candidate: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(candidate), digest(secret));
}
