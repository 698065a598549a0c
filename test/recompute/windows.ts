/** Days around clock changes of all sorts, and the zones whose clocks change there. */
export interface Window {
  readonly from: string;
  readonly to: string;
  readonly zones: readonly string[];
}

export const windows: readonly Window[] = [
  // Forward and back by an hour, in the small hours.
  { from: '2024-03-30', to: '2024-04-01', zones: ['Europe/Paris', 'Europe/London', 'Asia/Beirut'] },
  { from: '2024-10-26', to: '2024-10-28', zones: ['Europe/Paris', 'Europe/London', 'Asia/Beirut'] },
  { from: '2024-03-09', to: '2024-03-11', zones: ['America/New_York', 'America/St_Johns', 'America/Havana'] },
  { from: '2024-11-02', to: '2024-11-04', zones: ['America/New_York', 'America/St_Johns', 'America/Havana'] },
  // By half an hour; zones that lie beside the hour.
  {
    from: '2024-04-06',
    to: '2024-04-08',
    zones: ['Australia/Lord_Howe', 'Pacific/Chatham', 'Australia/Adelaide'],
  },
  { from: '2024-10-05', to: '2024-10-07', zones: ['Australia/Lord_Howe', 'Australia/Adelaide'] },
  { from: '2024-09-28', to: '2024-09-30', zones: ['Pacific/Chatham', 'Pacific/Auckland'] },
  { from: '2018-05-03', to: '2018-05-05', zones: ['Asia/Pyongyang', 'Asia/Kathmandu'] },
  { from: '2016-04-30', to: '2016-05-02', zones: ['America/Caracas', 'Asia/Kolkata'] },
  // At midnight, forward and back.
  { from: '2018-11-03', to: '2018-11-05', zones: ['America/Sao_Paulo', 'America/New_York'] },
  { from: '2018-02-16', to: '2018-02-18', zones: ['America/Sao_Paulo'] },
  { from: '2023-04-27', to: '2023-04-29', zones: ['Africa/Cairo'] },
  { from: '2024-10-30', to: '2024-11-01', zones: ['Africa/Cairo'] },
  { from: '2024-03-23', to: '2024-03-25', zones: ['America/Asuncion', 'Asia/Beirut'] },
  { from: '2022-03-20', to: '2022-03-22', zones: ['Asia/Tehran'] },
  { from: '2022-09-20', to: '2022-09-22', zones: ['Asia/Tehran', 'Asia/Kabul'] },
  // A minute after midnight; by two hours; for a month; a day that was left out.
  { from: '2011-11-05', to: '2011-11-07', zones: ['America/St_Johns', 'America/New_York'] },
  { from: '2024-10-26', to: '2024-10-28', zones: ['Antarctica/Troll', 'Europe/Paris'] },
  { from: '2024-04-13', to: '2024-04-15', zones: ['Africa/Casablanca', 'Africa/El_Aaiun'] },
  { from: '2024-03-09', to: '2024-03-11', zones: ['Africa/Casablanca', 'Africa/El_Aaiun', 'America/Havana'] },
  { from: '2024-03-30', to: '2024-04-01', zones: ['Antarctica/Troll', 'Asia/Beirut'] },
  { from: '2012-03-29', to: '2012-03-31', zones: ['Asia/Gaza', 'Asia/Hebron'] },
  { from: '2014-10-23', to: '2014-10-25', zones: ['Asia/Gaza', 'Asia/Kolkata'] },
  { from: '2010-03-26', to: '2010-03-28', zones: ['Asia/Gaza', 'Asia/Kathmandu'] },
  { from: '2011-12-29', to: '2011-12-31', zones: ['Pacific/Apia', 'Pacific/Fakaofo'] },
];

/** Zones for every window: without clock changes, and far from each other. */
export const otherZones: readonly string[] = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
];
