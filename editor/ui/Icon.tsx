import { icons, isIconName, type IconName } from './icons.ts';

export interface IconProps {
  /** A name of the icon set; an unknown one (a step type of a later version) shows a box. */
  name: IconName | (string & {});
  /** Pixels. @default 16 */
  size?: number;
  /** @default 1.75 */
  strokeWidth?: number;
  className?: string;
  /** Says what the icon means; without it the icon is decoration and hidden from assistive technology. */
  label?: string;
}

/** One icon of the set, in the colour of the text around it. */
export function Icon({ name, size = 16, strokeWidth = 1.75, className, label }: IconProps) {
  const Glyph = icons[isIconName(name) ? name : 'box'];
  const naming = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return <Glyph size={size} strokeWidth={strokeWidth} className={className} {...naming} focusable="false" />;
}
