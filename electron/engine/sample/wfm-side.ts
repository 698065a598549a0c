import type { WfmLoad } from '#shared/contract/wfm-load.ts';
import { sampleIntervalMinutes, sampleSystemName, sampleZone } from './centre.ts';

/** The sample's WFM queues, value types and mappings: some of the ACD is mapped, some is left to do. */

const queue = (id: number, name: string, parent: string | null) => ({
  id,
  name,
  parent,
  timeZone: sampleZone,
  intervalMinutes: sampleIntervalMinutes as 15,
  active: true,
});

/** As `xlink wfm load` takes it; the ids are those in the sample's `acd_map.ini`. */
export const sampleWfm = {
  queues: [
    queue(1001, 'Customer service', null),
    queue(1002, 'Hotline', 'Customer service'),
    queue(1003, 'Orders', 'Customer service'),
    queue(1004, 'Billing', 'Customer service'),
    queue(1005, 'Complaints', 'Customer service'),
    queue(1006, 'Appointments', 'Customer service'),
    queue(1011, 'Technical support', null),
    queue(1012, 'Internet', 'Technical support'),
    queue(1013, 'Mobile', 'Technical support'),
    queue(1014, 'Business customers', 'Technical support'),
    queue(1015, 'Emergency', 'Technical support'),
    queue(1021, 'Outbound', null),
    queue(1022, 'Callbacks', 'Outbound'),
    queue(1023, 'Retention', 'Outbound'),
  ],
  valueTypes: [
    { id: 1, name: 'Calls offered', unit: 'count' },
    { id: 2, name: 'Calls answered', unit: 'count' },
    { id: 3, name: 'Calls abandoned', unit: 'count' },
    { id: 4, name: 'Average handling time', unit: 'seconds' },
    { id: 5, name: 'Service level', unit: 'percent' },
    { id: 6, name: 'Average waiting time', unit: 'seconds' },
    { id: 7, name: 'Calls overflowed', unit: 'count' },
  ],
  externalSystems: [{ name: sampleSystemName, interface: 'universal', phoneLink: true, timeLink: true }],
} as const satisfies WfmLoad;

export interface SampleMapping {
  readonly parentQueueId: number;
  readonly queueId: number;
  readonly valueTypeId: number;
  /** External queue and external value type; entry n feeds `Para<n>`. */
  readonly sources: readonly (readonly [queue: string, valueType: string])[];
  /** Body of `Sub Main` where it is not the sum that *Create* writes. */
  readonly script?: readonly string[];
}

type SampleValueType = (typeof sampleWfm.valueTypes)[number]['name'];

const valueTypeIds = new Map<SampleValueType, number>(sampleWfm.valueTypes.map(({ name, id }) => [name, id]));

type Sources = SampleMapping['sources'];

const mapping = (
  parentQueueId: number,
  queueId: number,
  valueType: SampleValueType,
  sources: Sources,
  script?: readonly string[],
): SampleMapping => ({
  parentQueueId,
  queueId,
  valueTypeId: valueTypeIds.get(valueType)!,
  sources,
  ...(script ? { script } : {}),
});

/** Offered, answered and the like: one figure of each external queue, added up. */
const counted = (
  parentQueueId: number,
  queueId: number,
  externalQueues: readonly string[],
  figures: readonly (readonly [SampleValueType, string])[],
) =>
  figures.map(([valueType, figure]) =>
    mapping(
      parentQueueId,
      queueId,
      valueType,
      externalQueues.map((name) => [name, figure] as const),
    ),
  );

const offered = ['Calls offered', 'offered'] as const;
const answered = ['Calls answered', 'answered'] as const;
const abandoned = ['Calls abandoned', 'abandoned'] as const;

const handlingTimeSources = (name: string): Sources => [
  [name, 'talk_s'],
  [name, 'hold_s'],
  [name, 'acw_s'],
  [name, 'answered'],
];

const handlingTimeScript = [
  "' Seconds per answered call; an interval without one has none.",
  'If Para4 > 0 Then',
  '  Result = ((Para1 + Para2 + Para3) / Para4) * 100',
  'Else',
  '  Result = 0',
  'End If',
];

const serviceLevelScript = [
  "' Percent of the calls offered; nothing offered means nobody waited too long.",
  'If Para2 = 0 Then',
  '  Result = 100 * 100',
  'Else',
  '  Result = (Para1 / Para2) * 100 * 100',
  'End If',
];

export const sampleMappings: readonly SampleMapping[] = [
  ...counted(1001, 1002, ['CS Hotline'], [offered, answered, abandoned]),
  mapping(1001, 1002, 'Average handling time', handlingTimeSources('CS Hotline'), handlingTimeScript),
  mapping(
    1001,
    1002,
    'Service level',
    [
      ['CS Hotline', 'answered_in_sl'],
      ['CS Hotline', 'offered'],
    ],
    serviceLevelScript,
  ),
  ...counted(1001, 1003, ['CS Orders'], [offered, answered, abandoned]),
  ...counted(1001, 1004, ['CS Billing'], [offered, answered, ['Calls overflowed', 'overflow']]),
  mapping(1001, 1004, 'Average handling time', handlingTimeSources('CS Billing'), handlingTimeScript),
  ...counted(1011, 1012, ['TS Internet', 'TS Fibre'], [offered, answered]),
  ...counted(1011, 1013, ['TS Mobile'], [offered, answered, abandoned]),
  ...counted(1011, 1015, ['TS Emergency'], [offered, answered]),
];
