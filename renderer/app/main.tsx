import { z } from 'zod';
import '../ui/theme.css';

// Before any schema is made: zod would try `new Function`, which the page's policy forbids and reports.
z.config({ jitless: true });

const { start } = await import('./start.tsx');
await start(document.getElementById('root')!);
