export { StoredDataView, type StoredDataViewProps } from './data/StoredDataView.tsx';
export { DayDataCard, type DayDataCardProps } from './day-data/DayDataCard.tsx';
export { ProblemsView } from './ProblemsView.tsx';
export { AfterSurvey } from './run-page/AfterSurvey.tsx';
export { RunPage, type RunPageProps } from './run-page/RunPage.tsx';
export { UndoDialog, type UndoDialogProps } from './run-page/UndoDialog.tsx';
export { ZeroingDialog, type ZeroingDialogProps } from './run-page/ZeroingDialog.tsx';
export { RunsView } from './runs/RunsView.tsx';
