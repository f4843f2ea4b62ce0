import type { WorldBranch } from '@platen/contracts';
import { idOf } from './ids';

const workDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** Two national operating companies with the rules of the two portals that Platen replaces. */
export const branches: readonly WorldBranch[] = [
  {
    id: idOf('branch IT'),
    code: 'IT',
    settings: {
      name: 'Platen Italia',
      locale: 'it',
      timeZone: 'Europe/Rome',
      currency: 'EUR',
      vatRates: { ordinaria: '22', ridotta: '10' },
      calendar: { holidays: 'IT', workDays: [...workDays] },
      brand: { name: 'Platen Italia', color: '#243b6b', logoUrl: null },
      contacts: [
        {
          topic: 'general',
          phone: '800 000 100',
          mail: 'info.it@platen.example',
          hours: 'lun-ven 8:30-18:00',
        },
        {
          topic: 'supplies',
          phone: '800 000 100',
          mail: 'consumabili@platen.example',
          hours: 'lun-ven 8:30-18:00',
        },
        { topic: 'meters', phone: null, mail: 'letture@platen.example', hours: null },
        {
          topic: 'service-and-portal',
          phone: '800 000 100',
          mail: 'assistenza@platen.example',
          hours: 'lun-ven 8:30-18:00',
        },
        { topic: 'billing', phone: null, mail: 'fatture@platen.example', hours: null },
      ],
      registration: 'invitation',
      passwordHelp: 'organisation',
      ticket: { confirmationTo: 'requester', historyWindowDays: null, numberStart: 7200000 },
      ordering: {
        orderableKinds: ['toner', 'waste'],
        orderNumberStart: 4500018000,
        cutOff: '12:00',
        deliveryDaysBeforeCutOff: 2,
        deliveryDaysAfterCutOff: 3,
        reorderPercent: 15,
      },
      silentAfterHours: 48,
      meters: { dueDay: 25, reminderDaysBefore: [10, 5], linkValidDays: 10, correctionDays: 30 },
      invoiceNumberStart: 2026000100,
      marketingConsent: false,
    },
  },
  {
    id: idOf('branch NL'),
    code: 'NL',
    settings: {
      name: 'Platen Nederland',
      locale: 'nl',
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR',
      vatRates: { hoog: '21', laag: '9' },
      calendar: { holidays: 'NL', workDays: [...workDays] },
      brand: { name: 'Platen Nederland', color: '#1d5a52', logoUrl: null },
      contacts: [
        {
          topic: 'general',
          phone: '020 000 0200',
          mail: 'info.nl@platen.example',
          hours: 'ma-vr 8.00-17.30 uur',
        },
        {
          topic: 'supplies',
          phone: '020 000 0200',
          mail: 'toner@platen.example',
          hours: 'ma-vr 8.00-17.30 uur',
        },
        { topic: 'meters', phone: null, mail: 'tellerstanden@platen.example', hours: null },
        {
          topic: 'service-and-portal',
          phone: '020 000 0200',
          mail: 'service.nl@platen.example',
          hours: 'ma-vr 8.00-17.30 uur',
        },
        {
          topic: 'billing',
          phone: '020 000 0250',
          mail: 'facturen@platen.example',
          hours: 'ma-vr 9.00-17.00 uur',
        },
      ],
      registration: 'self-registration',
      passwordHelp: 'provider',
      ticket: { confirmationTo: 'fixed-address', historyWindowDays: 90, numberStart: 3100000 },
      ordering: {
        orderableKinds: ['toner', 'waste'],
        orderNumberStart: 8800005000,
        cutOff: '12:00',
        deliveryDaysBeforeCutOff: 2,
        deliveryDaysAfterCutOff: 3,
        reorderPercent: 15,
      },
      silentAfterHours: 72,
      meters: { dueDay: 20, reminderDaysBefore: [7, 2], linkValidDays: 10, correctionDays: 30 },
      invoiceNumberStart: 2026500100,
      marketingConsent: true,
    },
  },
];
