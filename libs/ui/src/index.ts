export { ErrorState, Empty, NoResults, NotAllowed } from './feedback/empty';
export { Why } from './feedback/why';
export { Age } from './format/age';
export { FormatProvider, useFormat } from './format/format-context';
export { Formatter, type FormatContext } from './format/formatter';
export { Confirm } from './form/confirm';
export { FieldGroup } from './form/field-group';
export { Done, Form, FormActions, Note } from './form/form';
export { type FieldProblem, FormProblem } from './form/form-problem';
export { AppFrame, type AppFrameProps, Brand, type NavItem } from './frame/app-frame';
export { Icon, type IconName } from './icon/icon';
export * from './page/points';
export { LinkProvider, UiLink, type UiLinkProps } from './page/link';
export { Columns, Facts, FilterBar, Stack, TwoLines } from './page/layout';
export { PageHeader } from './page/page-header';
export { type PageTab, PageTabs } from './page/page-tabs';
export { type Crumb, PageTop } from './page/page-top';
export { Sheet } from './page/sheet';
export { SheetBody } from './page/sheet-body';
export { Tile, TileRow, WaitingTiles } from './page/tile';
export { StatePill, type Tone } from './state/state-pill';
export type { LevelView, SupplyView, TonerColor } from './supply/supply';
export { SupplyBar, SupplyBars, SupplyDots } from './supply/supply-bar';
export {
  type Column,
  DataTable,
  type DataTableProps,
  type More,
  type Selection,
  type Sorting,
} from './table/data-table';
export { colorSchemeKey, InkProvider } from './theme/ink-provider';
export { Timeline, type StepState, type TimelineStep } from './timeline/timeline';
