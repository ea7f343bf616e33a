export interface KbdProps {
  /** Keys joined by plus: `Ctrl+Shift+P`. `Ctrl` reads ⌘ on a Mac. */
  keys: string;
}

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const macSigns: Record<string, string> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵' };

/** A key or a chord, drawn as keys. */
export function Kbd({ keys }: KbdProps) {
  return (
    <span className="st-kbd">
      {keys.split(/(?<=.)\+(?=.)/).map((key) => (
        <kbd key={key}>{onMac ? (macSigns[key] ?? key) : key}</kbd>
      ))}
    </span>
  );
}
