import { useTranslation } from 'react-i18next';
import classes from './differences.module.css';
import { settingLabel, settingValue } from './setting-words';

interface Difference {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is not as it was: the setting, its old value and the new one, told apart by words as well as by line. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.list}>
      {differences.map(({ path, before, after }) => (
        <div key={path} className={classes.one}>
          <dt>{settingLabel(path, t)}</dt>
          <dd>
            <del>{settingValue(path, before, t)}</del>
            <span aria-hidden="true">→</span>
            <ins>{settingValue(path, after, t)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
