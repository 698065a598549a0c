/** Constants of the family that scripts use without declaring them, by lower-case name. */
export const CONSTANTS: Readonly<Record<string, number | string>> = {
  ...{
    vbcrlf: '\r\n',
    vbnewline: '\r\n',
    vbcr: '\r',
    vblf: '\n',
    vbtab: '\t',
    vbnullstring: '',
    vbnullchar: '\0',
  },
  ...{ vbtrue: -1, vbfalse: 0, vbbinarycompare: 0, vbtextcompare: 1 },
  ...{ vbsunday: 1, vbmonday: 2, vbtuesday: 3, vbwednesday: 4, vbthursday: 5, vbfriday: 6, vbsaturday: 7 },
  ...{ vbusesystem: 0, vbfirstjan1: 1, vbfirstfourdays: 2, vbfirstfullweek: 3 },
  ...{ vbempty: 0, vbnull: 1, vbinteger: 2, vblong: 3, vbsingle: 4, vbdouble: 5, vbcurrency: 6, vbdate: 7 },
  ...{ vbstring: 8, vbboolean: 11, vbvariant: 12, vbbyte: 17, vbarray: 8192 },
  ...{
    vbokonly: 0,
    vbokcancel: 1,
    vbyesno: 4,
    vbyesnocancel: 3,
    vbabortretryignore: 2,
    vbretrycancel: 5,
    vbcritical: 16,
    vbquestion: 32,
  },
  ...{
    vbexclamation: 48,
    vbinformation: 64,
    vbok: 1,
    vbcancel: 2,
    vbabort: 3,
    vbretry: 4,
    vbignore: 5,
    vbyes: 6,
    vbno: 7,
  },
};

/** The constants as they are usually written. */
export const CONSTANT_NAMES: readonly string[] = (
  'vbCrLf vbNewLine vbCr vbLf vbTab vbNullString vbNullChar vbTrue vbFalse vbBinaryCompare ' +
  'vbTextCompare vbSunday vbMonday vbTuesday vbWednesday vbThursday vbFriday vbSaturday vbUseSystem ' +
  'vbFirstJan1 vbFirstFourDays vbFirstFullWeek vbEmpty vbNull vbInteger vbLong vbSingle vbDouble ' +
  'vbCurrency vbDate vbString vbBoolean vbVariant vbByte vbArray vbOKOnly vbOKCancel vbYesNo ' +
  'vbYesNoCancel vbAbortRetryIgnore vbRetryCancel vbCritical vbQuestion vbExclamation ' +
  'vbInformation vbOK vbCancel vbAbort vbRetry vbIgnore vbYes vbNo'
).split(' ');
