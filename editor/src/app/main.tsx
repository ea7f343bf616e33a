import { createRoot } from 'react-dom/client';
import { startTheme } from '../../ui/index.ts';
import { App } from './App.tsx';
import { startSession } from './session.ts';

startTheme();
startSession();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(<App />);
