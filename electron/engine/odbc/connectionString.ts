/** What a source is reached with: a DSN or a whole connection string, and the login where it is not in there. */
export interface SourceLogin {
  /** The name of a DSN, or a connection string (then it contains `=`). */
  readonly source: string;
  readonly user?: string;
  readonly password?: string;
}

/** An attribute of a connection string and its place in there; `value` is without its braces. */
interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  /** Behind the value, before the semicolon. */
  readonly end: number;
}

const userNames = ['uid', 'user', 'username', 'user id', 'userid', 'logonid'];
const passwordNames = ['pwd', 'password'];
const secretName = /^(pwd|pass)$|passw|passphrase|secret|token|pwd$|privatekey|accesskey|apikey/;

/** The connection string for a source; user and password are added where the source has none of its own. */
export function connectionStringOf({ source, user = '', password = '' }: SourceLogin): string {
  const trimmed = source.trim();
  const base = trimmed.includes('=') ? trimmed : `DSN=${trimmed}`;
  const login = [
    ...(user === '' || attributeOf(base, ...userNames) !== undefined ? [] : [['UID', user] as const]),
    ...(password === '' || attributeOf(base, ...passwordNames) !== undefined
      ? []
      : [['PWD', password] as const]),
  ];
  return append(base, login);
}

/** The same connection string for a reader: without the attributes that are secrets. */
export function withoutSecrets(connectionString: string): string {
  return withoutAttributes(connectionString, isSecret);
}

/** The same connection string without the login's password; other secrets stay, the driver needs them. */
export function withoutPassword(connectionString: string): string {
  return withoutAttributes(connectionString, ({ name }) => passwordNames.includes(name.toLowerCase()));
}

function withoutAttributes(connectionString: string, isUnwanted: (attribute: Attribute) => boolean): string {
  let shown = connectionString;
  for (const { start, end } of attributes(connectionString).filter(isUnwanted).reverse()) {
    const before = shown.slice(0, start).replace(/;\s*$/, '');
    const after = shown.slice(end);
    shown = before === '' ? after.replace(/^\s*;\s*/, '') : before + after;
  }
  return shown;
}

/** The secrets in a connection string, for taking them out of other texts. */
export function secretsOf(connectionString: string): string[] {
  return attributes(connectionString)
    .filter(isSecret)
    .map(({ value }) => value);
}

/** Whether the login's password is in the connection string. */
export function hasPassword(connectionString: string): boolean {
  return passwordOf(connectionString) !== undefined;
}

/** The login's password in the connection string, where there is one. */
export function passwordOf(connectionString: string): string | undefined {
  return attributeOf(connectionString, ...passwordNames) || undefined;
}

/** The value of the first attribute that has one of these names, in any case. */
export function attributeOf(connectionString: string, ...names: readonly string[]): string | undefined {
  const wanted = names.map((name) => name.toLowerCase());
  return attributes(connectionString).find(({ name }) => wanted.includes(name.toLowerCase()))?.value;
}

/** Adds attributes that the connection string does not set itself. */
export function withDefaults(connectionString: string, defaults: Readonly<Record<string, string>>): string {
  return append(
    connectionString,
    Object.entries(defaults).filter(([name]) => attributeOf(connectionString, name) === undefined),
  );
}

function append(connectionString: string, added: readonly (readonly [string, string])[]): string {
  // What is there stays as it is: drivers differ in what they make of braces.
  const base = connectionString.replace(/[;\s]+$/, '');
  return [base, ...added.map(([name, value]) => `${name}=${bracedIfNeeded(value)}`)].join(';');
}

function bracedIfNeeded(value: string): string {
  const needed = /[;{}]/.test(value) || value !== value.trim();
  return needed ? `{${value.replaceAll('}', '}}')}}` : value;
}

function isSecret({ name }: Attribute): boolean {
  return secretName.test(name.toLowerCase().replaceAll(/[\s_-]/g, ''));
}

/**
 * Takes a connection string apart: `name=value;…`. A value in braces may hold anything, `}}` in it is one brace; a
 * brace that nobody closes takes all the rest, so that no end of a password is mistaken for something else.
 */
function attributes(text: string): Attribute[] {
  const found: Attribute[] = [];
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals < 0) break;
    const semicolon = text.indexOf(';', at);
    if (semicolon >= 0 && semicolon < equals) {
      at = semicolon + 1;
      continue;
    }
    const name = text.slice(at, equals).trim();
    const { value, end } = readValue(text, equals + 1);
    if (name !== '') found.push({ name, value, start: at, end });
    at = end + 1;
  }
  return found;
}

function readValue(text: string, start: number): { value: string; end: number } {
  let at = start;
  while (text[at] === ' ') at += 1;
  if (text[at] !== '{') {
    const end = endOfPart(text, at);
    return { value: text.slice(at, end).trim(), end };
  }
  let value = '';
  for (let position = at + 1; position < text.length; position += 1) {
    if (text[position] !== '}') {
      value += text[position];
    } else if (text[position + 1] === '}') {
      value += '}';
      position += 1;
    } else {
      return { value, end: endOfPart(text, position) };
    }
  }
  return { value: text.slice(at), end: text.length };
}

function endOfPart(text: string, from: number): number {
  const semicolon = text.indexOf(';', from);
  return semicolon < 0 ? text.length : semicolon;
}
