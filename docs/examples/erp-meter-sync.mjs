#!/usr/bin/env node
/**
 * Takes the counters handed in since the last run into an ERP and tells Platen what became of each.
 * Needs Node.js 22 and nothing else. Run it every few minutes: PLATEN_URL, PLATEN_KEY (with the right meter:book).
 *
 * A crash at any line loses nothing and books nothing twice: the cursor moves after the answers are given, and
 * `book` looks first whether the ERP has the hand-in already, by its id.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const url = process.env.PLATEN_URL ?? 'http://localhost:8080';
const key = process.env.PLATEN_KEY ?? '';
const cursorFile = process.env.METER_CURSOR ?? 'meter-cursor.txt';
const bookFile = process.env.METER_BOOK ?? 'meter-book.csv';

const LIST = `query ($after: String) { meterHandIns(first: 100, after: $after) {
  pageInfo { endCursor }
  edges { node { id serialNumber equipmentId readAt source corrects state values { kind value } } } } }`;

const ACKNOWLEDGE = `mutation ($input: AcknowledgeMeterHandInsInput!) { acknowledgeMeterHandIns(input: $input) {
  ... on AcknowledgeMeterHandInsSuccess { changed answers { id settlement } }
  ... on InvalidInputError { message fields { path message } } } }`;

async function ask(query, variables) {
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

/**
 * Put your ERP here. This one is a file with a line for each counter.
 * @returns {{reference: string} | {refusal: string}}
 */
function book({ id, serialNumber, equipmentId, readAt, values }) {
  if (!equipmentId) return { refusal: `The books have no equipment number for ${serialNumber}.` };
  const known = existsSync(bookFile) ? readFileSync(bookFile, 'utf8') : '';
  if (!known.includes(id)) {
    const lines = values.map(({ kind, value }) =>
      [id, equipmentId, readAt, kind, value ?? 'withdrawn'].join(';'),
    );
    appendFileSync(bookFile, `${lines.join('\n')}\n`);
  }
  return { reference: `${equipmentId}/${readAt.slice(0, 10)}` };
}

let after = existsSync(cursorFile) ? readFileSync(cursorFile, 'utf8') : null;
let booked = 0;
for (;;) {
  const { edges, pageInfo } = (await ask(LIST, { after })).meterHandIns;
  if (edges.length === 0) break;
  const answers = edges.map(({ node }) => ({ id: node.id, ...book(node) }));
  const result = (await ask(ACKNOWLEDGE, { input: { answers } })).acknowledgeMeterHandIns;
  if (!result.answers) throw new Error(result.message);
  booked += result.changed;
  after = pageInfo.endCursor;
  writeFileSync(`${cursorFile}.new`, after);
  renameSync(`${cursorFile}.new`, cursorFile);
}
process.stdout.write(`${booked} hand-ins answered\n`);
