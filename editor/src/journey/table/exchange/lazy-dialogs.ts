import { lazy } from 'react';

// Reading and writing spreadsheets and DMN is half as large as the whole page: it comes when somebody asks for it.

export const ImportTableDialog = lazy(() =>
  import('./ImportTableDialog.tsx').then((file) => ({ default: file.ImportTableDialog })),
);

export const ExportTableDialog = lazy(() =>
  import('./ExportTableDialog.tsx').then((file) => ({ default: file.ExportTableDialog })),
);
