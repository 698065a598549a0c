import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  connectionStringOf,
  secretsOf,
  withDefaults,
  withoutSecrets,
} from '#engine/odbc/connectionString.ts';

describe('the connection string of a source', () => {
  it('takes a source without = for the name of a DSN', () => {
    expect(connectionStringOf({ source: ' Bank ACD ' })).toBe('DSN=Bank ACD');
  });

  it('takes a source with = as it is', () => {
    const source = 'Driver={SQLite3};Database=/tmp/a (1).db';
    expect(connectionStringOf({ source })).toBe(source);
  });

  it('adds user and password', () => {
    expect(connectionStringOf({ source: 'cms', user: 'cmssvc', password: 'x1' })).toBe(
      'DSN=cms;UID=cmssvc;PWD=x1',
    );
  });

  it('leaves a login that is there', () => {
    const source = 'Driver=PostgreSQL;User Id=own;Password=own too;';
    expect(connectionStringOf({ source, user: 'other', password: 'other' })).toBe(
      'Driver=PostgreSQL;User Id=own;Password=own too',
    );
    expect(connectionStringOf({ source: 'dsn=x;uid=own', user: 'other', password: 'p' })).toBe(
      'dsn=x;uid=own;PWD=p',
    );
  });

  it('leaves an empty user and password out', () => {
    expect(connectionStringOf({ source: 'cms', user: '', password: '' })).toBe('DSN=cms');
  });

  it('puts braces around what ODBC would misread', () => {
    expect(connectionStringOf({ source: 'cms', password: 'a;b{c}' })).toBe('DSN=cms;PWD={a;b{c}}}');
    expect(connectionStringOf({ source: 'cms', password: ' x ' })).toBe('DSN=cms;PWD={ x }');
  });

  it('any password comes out of it again', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (password) => {
        expect(attributeOf(connectionStringOf({ source: 'cms', password }), 'PWD')).toBe(password);
      }),
    );
  });
});

describe('a connection string for a reader', () => {
  it('is without its secrets, the rest as it was', () => {
    expect(withoutSecrets('DSN=cms;UID=u;PWD={a;b}}c};Option=3')).toBe('DSN=cms;UID=u;Option=3');
    expect(withoutSecrets('PWD=x;DSN=cms')).toBe('DSN=cms');
    expect(withoutSecrets('Driver={A};Password=p;SSLKEYPWD=q;Access Token=r;Database=d')).toBe(
      'Driver={A};Database=d',
    );
  });

  it('is unchanged when there are none', () => {
    for (const shown of ['Bank ACD', 'DSN=cms;', 'Driver={A B}; Database=/tmp/a b.db ;;']) {
      expect(withoutSecrets(shown)).toBe(shown);
    }
  });

  it('shows no end of a password whose brace nobody closed', () => {
    expect(withoutSecrets('DSN=cms;PWD={sec;ret=x')).toBe('DSN=cms');
  });

  it('never holds the password, whatever it is and wherever it stands', () => {
    const password = fc.string({ minLength: 4 }).map((text) => `§${text}§`);
    fc.assert(
      fc.property(
        password,
        fc.constantFrom('PWD', 'pwd', 'Password', ' PassWord '),
        fc.boolean(),
        (secret, name, first) => {
          const braced = `${name}={${secret.replaceAll('}', '}}')}}`;
          const whole = first ? `${braced};DSN=cms` : `DSN=cms;${braced};Database=d`;
          expect(withoutSecrets(whole)).not.toContain('§');
          expect(secretsOf(whole)).toEqual([secret]);
        },
      ),
    );
  });
});

describe('default attributes', () => {
  it('are added where the connection string has no own value', () => {
    expect(withDefaults('Driver=SQLite3;stepapi=0;', { StepAPI: '1', BigInt: '1' })).toBe(
      'Driver=SQLite3;stepapi=0;BigInt=1',
    );
  });
});
