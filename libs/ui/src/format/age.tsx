import { useFormat } from './format-context';

/** How old something is; the exact moment with its zone on hover and for machines. */
export function Age({ at, sentence = false }: { readonly at: string; readonly sentence?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.exact(at)}>
      {sentence ? format.ago(at) : format.age(at)}
    </time>
  );
}
