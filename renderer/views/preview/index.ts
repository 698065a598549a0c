export { PreviewContent, type PreviewContentProps } from './PreviewContent.tsx';
export { PreviewDay, type PreviewDayProps } from './PreviewDay.tsx';
export { previewRows, previewSummary } from './preview-model.ts';
export { type PreviewOptions, type PreviewState, usePreview } from './use-preview.ts';
