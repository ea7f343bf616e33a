import { createRoot } from 'react-dom/client';
import { startTheme } from '../../ui/index.ts';
import { App } from './App.tsx';
import { base } from './location.ts';
import { pages } from './pages.ts';
import { startSession } from './session.ts';

startTheme();
startSession(pages.some(({ path, isPublic }) => isPublic && location.pathname.replace(/\/$/, '') === base + path));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(<App />);
