import { toast } from '../../../ui/index.ts';

/** Puts text on the clipboard and says so, or says why not. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ tone: 'good', title: done });
  } catch {
    toast({
      tone: 'warn',
      title: 'The browser did not allow copying',
      detail: 'Select the text and copy it with Ctrl+C.',
    });
  }
}
