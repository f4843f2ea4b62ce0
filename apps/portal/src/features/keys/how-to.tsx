import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import classes from './keys.module.css';

/** What a system's maker has to know, to be copied. */
export function HowTo() {
  const { t } = useTranslation();
  const { origin } = window.location;
  return (
    <Sheet title={t('keys.how.title')}>
      <SheetBody>
        <div>
          <p>{t('keys.how.header')}</p>
          <Code
            text={`curl ${origin}/graphql \\
  -H "authorization: Bearer $PLATEN_KEY" \\
  -H "content-type: application/json" \\
  -d '{"query":"{ devices(first: 10) { edges { node { id name } } } }"}'`}
          />
        </div>
        <div>
          <p>{t('keys.how.oauth')}</p>
          <Code
            text={`curl ${origin}/oauth/token \\
  -u "$PLATEN_KEY_ID:$PLATEN_KEY" \\
  -d grant_type=client_credentials`}
          />
        </div>
      </SheetBody>
    </Sheet>
  );
}

/** Long lines break: nothing has to be scrolled sideways. */
function Code({ text }: { readonly text: string }) {
  return <pre className={classes.code}>{text}</pre>;
}
