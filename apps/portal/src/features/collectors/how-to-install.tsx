import { useTranslation } from 'react-i18next';
import classes from './collectors.module.css';

/** Three ways to install, to be copied; with the code where one was made just now. */
export function HowToInstall({ code = 'XXXX-XXXX-XXXX' }: { readonly code?: string }) {
  const { t } = useTranslation();
  const { origin } = window.location;
  const program = 'apps/collector/dist/main.js';
  const enrol = `enrol --url ${origin} --code ${code}`;
  const inContainer = '-e COLLECTOR_STATE_DIR=/data/spool -v platen-collector:/data/spool';
  const ways = [
    ['command', [`npm ci && npm run build`, `node ${program} ${enrol}`, `node ${program}`]],
    [
      'systemd',
      [
        'sudo cp /opt/platen/deploy/systemd/platen-collector.service /etc/systemd/system/',
        `sudo systemd-run --wait --pipe -p DynamicUser=yes -p User=platen-collector -p StateDirectory=platen-collector /usr/bin/node /opt/platen/${program} ${enrol}`,
        'sudo systemctl enable --now platen-collector',
      ],
    ],
    [
      'container',
      [
        'docker build -t platen .',
        `docker run --rm ${inContainer} platen node ${program} ${enrol}`,
        `docker run -d --name platen-collector --restart unless-stopped ${inContainer} platen node ${program}`,
      ],
    ],
  ] as const;
  return (
    <>
      <p>{t('collectors.install.text')}</p>
      {ways.map(([way, lines]) => (
        <div key={way}>
          <p>{t(`collectors.install.${way}`)}</p>
          <pre className={classes.command}>{lines.join('\n')}</pre>
        </div>
      ))}
    </>
  );
}
