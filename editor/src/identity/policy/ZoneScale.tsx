import { Slider } from 'radix-ui';
import type { Zones } from '../../../../engine/index.ts';
import { Field, NumberInput } from '../../../ui/index.ts';
import { bitsOf, percentInWords } from '../parts/certainty.ts';
import { niceProbability, placeOf, scaleBits, ticks, zonesProblem } from './zones.ts';

interface ZoneScaleProps {
  zones: Zones;
  /** Those in force, drawn as marks where they differ. */
  inForce: Zones;
  disabled: boolean;
  onChange: (zones: Zones) => void;
}

const unit = 1000;

/** The two thresholds on a scale of probability: two customers, ask a person, one customer. */
export function ZoneScale({ zones, inForce, disabled, onChange }: ZoneScaleProps) {
  const problem = zonesProblem(zones);
  const ask = placeOf(zones.ask) * unit;
  const same = placeOf(zones.same) * unit;
  return (
    <div className="id-zones">
      <ul className="id-zone-words" aria-hidden="true">
        <li className="id-zone-different">Two customers</li>
        <li className="id-zone-ask">Ask a person</li>
        <li className="id-zone-same">One customer</li>
      </ul>
      <div className="id-scale">
        <svg viewBox={`0 0 ${unit} 24`} preserveAspectRatio="none" aria-hidden="true">
          <rect className="id-area-different" x={0} y={4} width={ask} height={16} />
          <rect className="id-area-ask" x={ask} y={4} width={Math.max(same - ask, 0)} height={16} />
          <rect className="id-area-same" x={same} y={4} width={unit - same} height={16} />
          {[inForce.ask, inForce.same].map((probability, index) => (
            <line
              key={index}
              className="id-in-force"
              x1={placeOf(probability) * unit}
              x2={placeOf(probability) * unit}
              y1={0}
              y2={24}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <Slider.Root
          className="id-slider"
          min={scaleBits.least}
          max={scaleBits.most}
          step={0.1}
          disabled={disabled}
          value={[onScale(zones.ask), onScale(zones.same)]}
          onValueChange={([askBits = 0, sameBits = 0]) =>
            onChange({
              // The one that was not moved stays exactly what it was.
              ask: askBits === onScale(zones.ask) ? zones.ask : niceProbability(askBits),
              same: sameBits === onScale(zones.same) ? zones.same : niceProbability(sameBits),
            })
          }
        >
          <Slider.Track className="id-slider-track" />
          <Slider.Thumb
            className="id-thumb"
            aria-label="Ask a person from"
            aria-valuetext={percentInWords(zones.ask)}
          />
          <Slider.Thumb
            className="id-thumb"
            aria-label="Join without asking from"
            aria-valuetext={percentInWords(zones.same)}
          />
        </Slider.Root>
      </div>
      <svg className="id-ticks" viewBox={`0 0 ${unit} 6`} preserveAspectRatio="none" aria-hidden="true">
        {ticks.map((tick) => (
          <line
            key={tick}
            x1={placeOf(tick) * unit}
            x2={placeOf(tick) * unit}
            y1={0}
            y2={6}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <div className="id-tick-words" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ left: `${placeOf(tick) * 100}%` }}>
            {percentInWords(tick)}
          </span>
        ))}
      </div>
      <div className="id-pairs">
        <Field label="Ask a person from" hint="Below: two customers" error={problem ?? undefined}>
          <Percent value={zones.ask} disabled={disabled} onChange={(value) => onChange({ ...zones, ask: value })} />
        </Field>
        <Field label="Join without asking from" hint="The same customer">
          <Percent value={zones.same} disabled={disabled} onChange={(value) => onChange({ ...zones, same: value })} />
        </Field>
      </div>
    </div>
  );
}

interface PercentProps {
  value: number;
  disabled: boolean;
  onChange: (probability: number) => void;
}

function Percent({ value, disabled, onChange }: PercentProps) {
  return (
    <NumberInput
      value={Number((value * 100).toPrecision(10))}
      min={0.01}
      max={99.999}
      step={0.1}
      unit="%"
      disabled={disabled}
      onChange={(percent) => percent !== null && onChange(Number((percent / 100).toPrecision(12)))}
    />
  );
}

/** In bits, held within the scale and rounded to its steps. */
function onScale(probability: number): number {
  const bits = Math.min(Math.max(bitsOf(probability), scaleBits.least), scaleBits.most);
  return Math.round(bits * 10) / 10;
}
