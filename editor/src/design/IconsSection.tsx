import { Icon, icons } from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

const names = Object.keys(icons);

export function IconsSection() {
  return (
    <Sample
      title={`Icons, ${names.length}`}
      note="Lucide, by its own names. An icon never stands alone without a label or a tooltip."
    >
      <ul className="ds-icons">
        {names.map((name) => (
          <li key={name}>
            <Icon name={name} size={18} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </Sample>
  );
}
