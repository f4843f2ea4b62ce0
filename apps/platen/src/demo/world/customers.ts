import type { WorldCustomer } from '@platen/contracts';
import type { CustomerFleet } from './fleet';
import { idOf } from './ids';

const italy = idOf('branch IT');
const netherlands = idOf('branch NL');

export const customers: readonly WorldCustomer[] = [
  {
    id: idOf('customer rossi'),
    branchId: italy,
    number: '100482',
    name: 'Rossi Assicurazioni',
    notificationEmail: 'ufficio.acquisti@rossi.example',
    locale: 'it',
  },
  {
    id: idOf('customer verdi'),
    branchId: italy,
    number: '100731',
    name: 'Studio Legale Verdi',
    notificationEmail: 'segreteria@verdi.example',
    locale: 'it',
  },
  {
    id: idOf('customer vandijk'),
    branchId: netherlands,
    number: '310215',
    name: 'Van Dijk Logistiek',
    notificationEmail: 'inkoop@vandijk.example',
    locale: 'nl',
  },
];

const rossi = { id: idOf('customer rossi'), key: 'rossi', branchId: italy, country: 'IT' };
const verdi = { id: idOf('customer verdi'), key: 'verdi', branchId: italy, country: 'IT' };
const vandijk = { id: idOf('customer vandijk'), key: 'vandijk', branchId: netherlands, country: 'NL' };

export const fleets: readonly CustomerFleet[] = [
  {
    customer: rossi,
    sites: [
      {
        key: 'rossi-milano',
        name: 'Milano, sede centrale',
        street: 'Via Torino 12',
        postalCode: '20123',
        city: 'Milano',
        contact: { name: 'Elena Bianchi', email: 'elena.bianchi@rossi.example', phone: '+39 02 5550 142' },
        instructions: 'Consegne dalle 8 alle 12 all’ingresso di via Piatti. Suonare “Economato”.',
        devices: [
          {
            name: 'Accoglienza, 2º piano',
            model: 'c300i',
            floor: '2',
            room: '2.04',
            department: 'Accoglienza',
            levels: [62, 16, 38, 74],
          },
          {
            name: 'Archivio',
            model: 'm3145',
            floor: '-1',
            room: 'B.02',
            department: 'Archivio',
            down: ['jammed'],
            levels: [33],
          },
          { name: 'Sinistri, ala destra', model: 'c4500', floor: '3', room: '3.11', department: 'Sinistri' },
          {
            name: 'Assunzione rischi',
            model: 'c300i',
            floor: '3',
            room: '3.20',
            department: 'Assunzione rischi',
          },
          {
            name: 'Risorse umane',
            model: 'm480f',
            floor: '4',
            room: '4.02',
            department: 'Risorse umane',
          },
          {
            name: 'Contabilità',
            model: 'c4053',
            floor: '4',
            room: '4.10',
            department: 'Contabilità',
            levels: [71, 55, 48, 24],
          },
          { name: 'Direzione', model: 'm480f', floor: '5', room: '5.01', department: 'Direzione' },
          { name: 'Posta', model: 'b4752', floor: '0', room: '0.03', department: 'Servizi generali' },
          {
            name: 'Sala formazione',
            model: 'l8900',
            floor: '1',
            room: '1.15',
            department: 'Risorse umane',
            unmonitored: true,
          },
          { name: 'Agenti, open space', model: 'c4500', floor: '2', room: '2.30', department: 'Vendite' },
        ],
      },
      {
        key: 'rossi-torino',
        name: 'Torino, centro',
        street: 'Corso Re Umberto 8',
        postalCode: '10121',
        city: 'Torino',
        contact: { name: 'Marco Conti', email: 'marco.conti@rossi.example' },
        devices: [
          {
            name: 'Sinistri, ala sinistra',
            model: 'c4500',
            floor: '1',
            room: '1.02',
            department: 'Sinistri',
            silentHours: 76,
            levels: [44, 51, 47, 12],
          },
          {
            name: 'Sala del consiglio',
            model: 'm480f',
            floor: '2',
            room: '2.01',
            department: 'Direzione',
            levels: [88, 86, 91, 93],
          },
          { name: 'Portineria', model: 'm3145', floor: '0', room: '0.01', department: 'Accoglienza' },
          { name: 'Agenzia', model: 'c300i', floor: '1', room: '1.09', department: 'Vendite' },
          { name: 'Notaio', model: 'l6410', floor: '1', room: '1.14', department: 'Ufficio legale' },
        ],
      },
      {
        key: 'rossi-bari',
        name: 'Bari, lungomare',
        street: 'Lungomare Starita 3',
        postalCode: '70132',
        city: 'Bari',
        contact: { name: 'Lucia Greco', email: null },
        devices: [
          {
            name: 'Spedizioni',
            model: 'l8900',
            floor: '0',
            room: '0.02',
            department: 'Servizi generali',
            unmonitored: true,
          },
          {
            name: 'Ufficio legale',
            model: 'b4752',
            floor: '1',
            room: '1.01',
            department: 'Ufficio legale',
            levels: [19],
          },
          { name: 'Agenti', model: 'c4053', floor: '1', room: '1.05', department: 'Vendite' },
          { name: 'Periti', model: 'm3145', floor: '2', room: '2.02', department: 'Sinistri' },
        ],
      },
    ],
  },
  {
    customer: verdi,
    sites: [
      {
        key: 'verdi-roma',
        name: 'Roma, studio',
        street: 'Via Giulia 40',
        postalCode: '00186',
        city: 'Roma',
        contact: { name: 'Paolo Verdi', email: 'paolo.verdi@verdi.example' },
        devices: [
          { name: 'Segreteria', model: 'm3145', floor: '1', room: '1', department: 'Segreteria' },
          { name: 'Sala riunioni', model: 'm480f', floor: '1', room: '4', department: 'Studio' },
          {
            name: 'Archivio',
            model: 'l6410',
            floor: '-1',
            room: 'A',
            department: 'Archivio',
            unmonitored: true,
          },
        ],
      },
    ],
  },
  {
    customer: vandijk,
    sites: [
      {
        key: 'vandijk-rotterdam',
        name: 'Rotterdam, Waalhaven',
        street: 'Waalhaven Zuidzijde 19',
        postalCode: '3089 JH',
        city: 'Rotterdam',
        contact: { name: 'Sanne de Vries', email: 'sanne.devries@vandijk.example', phone: '+31 10 555 0176' },
        instructions: 'Melden bij poort 3, leveringen tussen 7.30 en 15.00 uur.',
        devices: [
          { name: 'Expeditie', model: 'b4752', floor: '0', room: 'Hal 1', department: 'Expeditie' },
          { name: 'Douane', model: 'c4053', floor: '1', room: '1.04', department: 'Douane' },
          { name: 'Planning', model: 'c300i', floor: '1', room: '1.12', department: 'Planning' },
          { name: 'Financiën', model: 'm480f', floor: '2', room: '2.03', department: 'Financiën' },
          {
            name: 'Poortgebouw',
            model: 'l6410',
            floor: '0',
            room: 'P1',
            department: 'Beveiliging',
            silentHours: 90,
          },
          { name: 'Magazijn noord', model: 'b4752', floor: '0', room: 'Hal 3', department: 'Magazijn' },
        ],
      },
      {
        key: 'vandijk-utrecht',
        name: 'Utrecht, Lage Weide',
        street: 'Atoomweg 63',
        postalCode: '3542 AA',
        city: 'Utrecht',
        contact: { name: 'Bram Visser', email: null },
        devices: [
          { name: 'Receptie', model: 'c4500', floor: '0', room: '0.1', department: 'Receptie' },
          { name: 'Magazijn', model: 'm3145', floor: '0', room: 'Hal A', department: 'Magazijn' },
          {
            name: 'Kantine',
            model: 'l8900',
            floor: '1',
            room: '1.1',
            department: 'Algemeen',
            unmonitored: true,
          },
        ],
      },
    ],
  },
];
