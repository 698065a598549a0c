export { AdoptDialog, type AdoptDialogProps } from './adopt/AdoptDialog.tsx';
export { ConfigurationDialog, type ConfigurationDialogProps } from './configuration/ConfigurationDialog.tsx';
export { DocumentationDialog, type DocumentationDialogProps } from './documentation/DocumentationDialog.tsx';
export { ImportDialog, type ImportDialogProps } from './imports/ImportDialog.tsx';
export { LogDialog, type LogDialogProps } from './log/LogDialog.tsx';
export { RunPanel, type RunPanelProps } from './run/RunPanel.tsx';
export { ScenarioDialog, type ScenarioDialogProps } from './scenario/ScenarioDialog.tsx';
export { ExternalSystemsDialog, type ExternalSystemsDialogProps } from './systems/ExternalSystemsDialog.tsx';
