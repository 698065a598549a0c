export { DayDataCard, type DayDataCardProps } from './day-data/DayDataCard.tsx';
export { ProblemsView } from './ProblemsView.tsx';
export { RunsView, type RunsViewProps } from './RunsView.tsx';
