export { PreviewBody, type PreviewBodyProps } from './PreviewBody.tsx';
export { previewRows, previewSummary } from './preview-model.ts';
export { type PreviewOptions, type PreviewState, usePreview } from './use-preview.ts';
